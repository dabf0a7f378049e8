"""The SQL database: the one truth. SQLite by default, one file in the data folder."""
