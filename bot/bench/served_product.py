"""`minori serve` in a process of its own, in HTTP mode, over a folder that starts empty."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from types import TracebackType

from bot.bench.slack_line import SECRET

_STARTING_S = 120.0
_STOPPING_S = 30.0
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/slack/events")
_STATUS = Path("/proc")


class ServedProduct:
    """Enter to start it. `said`: the lines of its log since it began to listen. Raises RuntimeError if it does not."""

    def __init__(self, folder: Path, *, api_url: str) -> None:
        self._folder, self._api_url = folder, api_url
        self.address = ""
        self.said: list[str] = []

    async def __aenter__(self) -> ServedProduct:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", env=self._environment(), stderr=asyncio.subprocess.PIPE
        )
        listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read(listening))
        try:
            self.address = await asyncio.wait_for(listening, _STARTING_S)
        except BaseException:
            await self._end()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    def resident_mb(self) -> float:
        """Its resident memory in MiB; 0 where the system does not say (other than Linux)."""
        try:
            status = (_STATUS / str(self._process.pid) / "status").read_text(encoding="ascii")
        except OSError:
            return 0.0
        kilobytes = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
        return round(int(kilobytes[1]) / 1024, 1) if kilobytes else 0.0

    def _environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("MINORI_", "SLACK_"))}
        return {
            **own,
            "MINORI_DATA_DIR": str(self._folder),
            "MINORI_LOCALE": "ja",
            # Else it says how to become the first admin, and the log has a line that is no fault.
            "MINORI_FIRST_ADMIN": "U0ADMIN",
            "MINORI_SERVE_PORT": "0",
            "SLACK_BOT_TOKEN": "xoxb-bench",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": self._api_url,
        }

    async def _read(self, listening: asyncio.Future[str]) -> None:
        """Its standard error to the end: a full pipe would stop it."""
        stream, before = self._process.stderr, list[str]()
        while stream is not None and (line := await stream.readline()):
            text = line.decode("utf-8", "replace").strip()
            found = _ADDRESS.search(text)
            if found and not listening.done():
                listening.set_result(found[0])
            else:
                (self.said if listening.done() else before).append(text)
        if not listening.done():
            listening.set_exception(RuntimeError("minori serve did not start: " + " / ".join(before[-3:])))

    async def _end(self) -> None:
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), _STOPPING_S)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading
