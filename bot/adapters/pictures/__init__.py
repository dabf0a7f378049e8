"""What is drawn to be handed out: sheets, slides, workbooks."""
