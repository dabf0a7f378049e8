"""A year in a minute: the real services under a virtual clock, people who answer, and a count from the receiving side.

Nothing here is read by the product. What was lost or came twice is judged from the mailbox of the simulation and from
what its people did, by rules that are written down a second time (`oracle.py`), never from the product's tables.
"""
