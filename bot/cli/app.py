"""The commands put together, and the one place where an error becomes a sentence and an exit status."""

from __future__ import annotations

import io
import os
import re
import sys
import warnings
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import TyperException

from bot.bootstrap import make_sentences
from bot.cli import (
    asking,
    auditing,
    benching,
    calendars,
    coaching,
    demonstrating,
    digests,
    exporting,
    guiding,
    keeping,
    meetings,
    people,
    sealing,
    serving,
    simulating,
)
from bot.cli.console import FAILED, WRONG_USE, CommandFailed, Terminal, language, say_error
from bot.core.messages import Message
from bot.logging_setup import set_up_logging
from bot.platforms.terminal.drawing import plain
from bot.settings import load_settings, unknown_variables

_INTERRUPTED = 130
"""What typer makes of Ctrl-C."""

_KINDS_OF_WRONG_USE = {
    "usage-no-such-command": "No such command",
    "usage-no-such-option": "No such option",
    "usage-missing": "Missing (?:argument|option|parameter)",
    "usage-needs-value": "Option .* requires an argument",
    "usage-takes-no-value": "Option .* does not take a value",
    "usage-wrong-value": "Invalid value for",
}
"""How typer begins what it says of a wrong use, by the key of our sentence for it."""


def open_terminal() -> Terminal:
    """Read the settings once and warn of variables that nothing reads. Raises UsageError."""
    settings = load_settings()
    set_up_logging(settings.log_level)
    terminal = Terminal(settings, make_sentences())
    for warning in unknown_variables():
        terminal.note(terminal.message(warning))
    return terminal


def make_app() -> typer.Typer:
    """The commands, their help in the language of the terminal."""
    sentences, locale = make_sentences(), language()

    def teach(key: str) -> str:
        return _keep_lines(sentences.say(Message(key), locale=locale))

    app = typer.Typer(
        name="minori",
        help=teach("help-minori"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    for group in (
        asking,
        demonstrating,
        serving,
        guiding,
        people,
        calendars,
        meetings,
        coaching,
        digests,
        exporting,
        keeping,
        sealing,
        auditing,
        simulating,
        benching,
    ):
        group.add_commands(app, teach, open_terminal)
    return app


def _keep_lines(text: str) -> str:
    """Mark paragraphs of several lines, such as examples, so that they are not filled into one."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(f"\b\n{paragraph}" if "\n" in paragraph else paragraph for paragraph in paragraphs)


def run(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 failed, 2 used wrongly."""
    # Warnings of libraries are for developers; tests show them, a person's terminal does not.
    warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal cannot show, or half a character from a file, is escaped rather than fatal.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_run(lambda: make_app()(arguments, prog_name="minori", standalone_mode=False)))


def _run(command: Callable[[], object]) -> int:
    try:
        status = command()
    except CommandFailed as ended:
        return ended.status
    except TyperException as error:
        return _wrong_use(error)
    except (typer.Abort, KeyboardInterrupt):
        return FAILED
    except BrokenPipeError:
        # Whoever read the output has gone; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return say_error(error)
    if status == _INTERRUPTED:
        return FAILED
    return status if isinstance(status, int) else 0


def _wrong_use(error: TyperException) -> int:
    """Say what was wrong and where help is. A group called without a command shows its help, as `--help` does."""
    problem = error.format_message() if hasattr(error, "format_message") else str(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(problem + "\n")
        return WRONG_USE
    context = getattr(error, "ctx", None)
    sentences, spoken = make_sentences(), language()
    found = next((key for key, pattern in _KINDS_OF_WRONG_USE.items() if re.match(pattern, problem)), None)
    named = re.findall(r"'([^']*)'|(--?[\w-]+)", problem)
    if found and named:
        problem = sentences.say(Message(found, {"name": named[0][0] or named[0][1]}), locale=spoken)
    message = Message("usage-wrong", {"problem": problem, "command": context.command_path if context else "minori"})
    sys.stderr.write(plain(sentences.say(message, locale=spoken)) + "\n")
    return WRONG_USE
