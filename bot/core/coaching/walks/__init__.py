"""The value walk: the script as data, one run of it, and what comes of it."""
