"""People and firms as an admin looks after them in chat: found, changed, given back within ten minutes."""
