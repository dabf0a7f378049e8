"""New uses in the chat: offered, ticked or declined, and put beside a plan."""
