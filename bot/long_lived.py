"""A process that serves for weeks: what it has loaded stays, and is not looked through for garbage all the time."""

from __future__ import annotations

import gc

AFTER = 20_000
"""So many more things than before, and it is looked for garbage. By Python's own measure (700) a press that reads ten
thousand records is interrupted for it two hundred times, which is a quarter of its work."""


def settle() -> None:
    """Everything that is loaded now is left alone by the collector, which comes less often from now on."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(AFTER, 20, 20)
