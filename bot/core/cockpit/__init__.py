"""The cockpit: whom a coordinator looks after, at a glance and one by one; the same for a firm's own people."""
