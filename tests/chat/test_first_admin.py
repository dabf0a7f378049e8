"""From an empty installation to the first admin's page: by the word that the machine shows, and by the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import make_membership, open_application, open_library
from bot.bootstrap_chat import make_chat
from bot.core.membership.models import Profile
from bot.core.messages import Asked, Headed, Message, Opened, Place, Reply, Request, Said
from bot.settings import Settings

PROFILE = Profile(address="U0MORI", name="森 さくら", email="mori@example.jp")
PLACE = Place(conversation="DMORI", present=frozenset({"U0MORI"}))


def keys_of(reply: Reply | None) -> list[str]:
    parts = reply.parts if reply is not None else ()
    found = [one.message for one in parts if isinstance(one, Said | Headed)]
    return [one.key for one in found if isinstance(one, Message)]


@pytest.mark.parametrize("by", ["word", "address", "email"])
def test_the_first_admin_comes_to_a_page_that_says_what_to_do_first(used_data: Path, by: str) -> None:
    named = {"word": None, "address": PROFILE.address, "email": PROFILE.email}[by]
    settings = Settings(data_dir=used_data, first_admin=named)
    with open_library(settings) as library, open_application(library) as application:
        router = make_chat(application).router
        opened = Opened(id="1", address="U0MORI", place=PLACE)

        def handled(request: Request) -> Reply | None:
            return router.handle(request, PROFILE).reply

        before = keys_of(handled(opened))
        assert ("roster-home" in before) == (by != "word")
        word = make_membership(library).first_admin.wanted()
        assert bool(word) == (by == "word")
        if word:
            claimed = handled(Asked(id="2", address="U0MORI", place=PLACE, text=word))
            assert keys_of(claimed) == ["first-admin-is-you", "first-admin-go-on"]
        after = keys_of(handled(opened))
        assert {"roster-home", "roster-first-coordinator"} <= set(after)
        assert make_membership(library).first_admin.wanted() == ""
