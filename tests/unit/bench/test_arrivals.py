"""The measurement of a busy workspace: the real bot acknowledges all of it, answers every question, and forgets."""

from __future__ import annotations

import asyncio
import json
import random
from pathlib import Path

import pytest

from bot.bench.arrivals import measure_arrivals
from bot.bench.served_product import ServedProduct
from bot.bench.slack_line import SECRET, signature
from bot.bench.traffic import KINDS, Press, Traffic
from bot.platforms.slack.arrivals import arrival_of

_PRESSABLE = [Press("D0BENCH0001", "1800000000.000001", "1700000000.000001", "rate_useful.1", "q-1")]


@pytest.mark.loopback
def test_all_is_acknowledged_every_question_answered_and_nothing_left() -> None:
    rows = measure_arrivals(rate=20, seconds=2, questions=0.2, settle_s=60)
    load, acks = rows[0], {row["kind"]: row for row in rows if row["what"] == "acks"}
    others = {row["what"]: row for row in rows if row["what"] not in ("acks", "load")}
    assert load["sent"] == 40 == sum(load[kind] for kind in KINDS)
    assert (acks["all"]["count"], acks["all"]["not_acknowledged"]) == (40, 0)
    assert others["questions"]["asked"] == load["question"] > 0
    assert others["questions"]["replied"] == load["question"]
    assert others["questions"]["with_quotes"] > 0
    assert others["inbox"]["left_later"] == 0
    # Nothing went wrong: buttons that the bot does not know, or calls that are not answered, would be in its log.
    assert others["log"] == {"what": "log", "lines": 0}


def test_the_mix_is_what_the_measurement_says() -> None:
    traffic = Traffic(questions=0.05, seed=random.Random(7).randrange(1000))
    kinds = [traffic.next(_PRESSABLE).kind for _ in range(4000)]
    shares = {kind: kinds.count(kind) / len(kinds) for kind in KINDS}
    assert shares == pytest.approx({"talk": 0.80, "thread": 0.10, "question": 0.05, "button": 0.05}, abs=0.02)


def test_only_talk_in_channels_is_nothing_for_us_and_a_question_is_known_by_its_item() -> None:
    traffic = Traffic(questions=0.3)
    events = [traffic.next([]) for _ in range(200)]
    for posted in events:
        arrival = arrival_of(json.loads(posted.body), bot_user_id="U0BENCH")
        assert (arrival is None) == (posted.kind == "talk")
        if posted.kind == "question":
            assert arrival is not None
            assert arrival.id == posted.item
        timestamp = posted.headers["X-Slack-Request-Timestamp"]
        assert posted.headers["X-Slack-Signature"] == signature(posted.body, timestamp, secret=SECRET)


@pytest.mark.loopback
def test_a_product_that_cannot_start_is_said(tmp_path: Path) -> None:
    async def start() -> None:
        async with ServedProduct(tmp_path, api_url="not-an-address"):
            pass

    with pytest.raises(RuntimeError, match="SLACK_API_URL"):
        asyncio.run(start())
