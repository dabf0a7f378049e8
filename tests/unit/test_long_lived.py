"""What a serving program has loaded is left alone by the collector of garbage; what comes later is not."""

from __future__ import annotations

import subprocess
import sys

SAYS = """
import gc, weakref
from bot.long_lived import AFTER, settle

class Ring:
    pass

settle()
ring = Ring()
ring.itself, seen = ring, weakref.ref(ring)
del ring
gc.collect()
print(gc.get_freeze_count() > 1_000, gc.get_threshold()[0] == AFTER, gc.isenabled(), seen() is None)
"""


def test_what_is_loaded_stays_and_later_garbage_goes() -> None:
    said = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True"] * 4
