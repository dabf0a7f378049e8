"""Pages set by typst, from templates/, in a typeface of our own package.

The words travel as data (`sys.inputs`), so nothing in them is read as markup or code. No font of the machine and no
network is used: the same data gives the same bytes.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from bot.adapters.pictures.typeface import FONTS
from bot.errors import DataFileError, DependencyError

TEMPLATES = Path(__file__).with_name("templates")
_TURN = threading.Lock()
"""A compiler sets one document at a time: a page is set in well under a second. Many pages are set elsewhere
(long_documents.py)."""


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    form: Literal["pdf", "png"],
    made_on: date,
    dots_per_inch: int = 150,
    is_tagged: bool = True,
) -> bytes:
    """One page from a template, whose `sys.inputs.data` is `data` as JSON; as "pdf" any number of pages, `is_tagged`
    with its structure for whoever has it read out. Raises DataFileError where the template warns or makes more than one
    picture, DependencyError where typst fails."""
    with _TURN, _translated():
        drawn, warnings = compiler().compile_with_warnings(
            TEMPLATES / template,
            format=form,
            ppi=dots_per_inch,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=datetime.combine(made_on, time(), UTC),
            pdf_tags=is_tagged,
        )
    if warnings:
        raise DataFileError(str(TEMPLATES), f"typst warns: {warnings[0].message}")
    if not isinstance(drawn, bytes):
        raise DataFileError(str(TEMPLATES), "the page became more than one")
    return drawn


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Turn anything that typst raises, a panic of it included, into an error that an operator reads."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        # Its message may quote what people wrote; its kind does not.
        raise DependencyError("typst", type(error).__name__) from None


@cache
def compiler() -> typst.Compiler:
    """The compiler of this process; making it reads the fonts."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
