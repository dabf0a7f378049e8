"""New uses for what a firm can do: fields and challenges that want it, other firms' cards, a town's plan."""
