"""Reading a line that somebody typed about an encounter: rules over morphemes, no model, nothing invented."""
