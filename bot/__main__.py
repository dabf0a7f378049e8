"""`python -m bot` is `minori`."""

from bot.cli import main

main()
