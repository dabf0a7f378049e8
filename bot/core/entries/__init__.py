"""A coordinator's answer that becomes an entry among the guides: proposed, reviewed, cited for a time, asked about."""
