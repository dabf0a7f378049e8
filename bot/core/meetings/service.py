"""The use cases of encounters, in one place.

| when | use cases |
| --- | --- |
| writing down | `capture` `write_for` `confirm` `refuse` `correct` `set_cadence` |
| before and after | `prepare` `outcome` `contact` `set_step` `step_done` `postpone` |
| stages and walls | `move_stage` `name_` `open_issue` `close_issue` |
| colleagues | `colleagues` `request` `accept` `talk` `withdraw` |
| leaving | `leave` `unowned` `is_unowned` `adopt` |
| planned anew | `replan` `replan_chosen` `replan_people` `replan_all` |
| the same firm or person | `written_otherwise` `merge` `merge_parties` `part_parties` |
| year end | `put_programme` `leaves` `successions` `asked_from` `succession` `ask_again` (return `Answered`) |
| handing over | `pack_rows` `own_pack_rows` `ended_rows` `looked_after` `given` |
| endings | `decline` `greeting_only` `achieve` `sleep` `reopen` |
| who may | `sharing` `may_change` `may_log_contact` |
| taking back | `undo` `can_undo` |

Each takes who does it as `by`, checks that they may, and returns `Done` or `Refused` (stages also `Missing`). Each is
idempotent: a second press changes nothing and returns `Done` with `is_repeat`. Each may raise StorageError: then
nothing was changed.
"""

from __future__ import annotations

from bot.core.meetings.capturing import Capturing
from bot.core.meetings.endings import Endings
from bot.core.meetings.following import Following
from bot.core.meetings.giving import Giving
from bot.core.meetings.merging import Merging
from bot.core.meetings.packs import Packs
from bot.core.meetings.programmes import Programmes
from bot.core.meetings.undoing import Undoing
from bot.core.meetings.walls import Walls


class MeetingService(Capturing, Following, Walls, Packs, Giving, Endings, Merging, Undoing, Programmes):
    """MeetingService(clock=, store=, directory=, planner=, calendars=)."""
