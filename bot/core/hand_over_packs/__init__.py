"""Hand-over packs: what the next owner needs of firms, as far as the reader may see it; on paper and as a table."""
