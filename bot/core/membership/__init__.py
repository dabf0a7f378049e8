"""People coming and going: import, first welcome, what a firm shares, leaving."""
