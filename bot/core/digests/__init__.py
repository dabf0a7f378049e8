"""What a coordinator receives: who needs them, and why. Computed from facts alone."""
