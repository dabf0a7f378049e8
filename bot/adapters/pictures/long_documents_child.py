"""The child: takes on its limits, sets one document, hands over its pages, ends.

Standard input: JSON (template, data, made_on, is_tagged, limits). Standard output: a line that says what follows, then
the pages (`pages`), the path and the fault of a template (`template`), or how typst failed (`failed`).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.adapters.document_readers.limits import hold_this_process
from bot.errors import DataFileError, DependencyError


def answer(request: Mapping[str, Any]) -> bytes:
    """The pages or why there are none."""
    # Imported under the limits: it brings threads, after which no network can be left.
    from bot.adapters.pictures.typesetting import typeset

    made_on, is_tagged = date.fromisoformat(request["made_on"]), bool(request["is_tagged"])
    try:
        pages = typeset(request["template"], request["data"], form="pdf", made_on=made_on, is_tagged=is_tagged)
    except DataFileError as error:
        return f"template\n{error.path}\n{error.reason}".encode()
    except DependencyError as error:
        return f"failed\n{error.reason}".encode()
    except MemoryError:
        return b"failed\nMemoryError"
    return b"pages\n" + pages


def main() -> None:
    """Read the request, answer it."""
    # Whatever a library prints must not reach the parent: the answer has a descriptor of its own.
    pipe = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    request = json.loads(sys.stdin.buffer.read())
    hold_this_process(memory_bytes=request["memory_bytes"], cpu_s=request["cpu_s"])
    said = answer(request)
    with os.fdopen(pipe, "wb") as out:
        out.write(said)


if __name__ == "__main__":
    main()
