"""Half a year of a region, lived through the whole of Minori, to be looked at afterwards in the local workspace."""
