"""Which of the guides that we ship are loaded at start, so that what an admin decided stays decided."""

from __future__ import annotations

from bot.core.guides.details import slug
from bot.core.guides.loading import Draft, FileToAdd, is_older
from bot.core.guides.shelf import GuideShelf


def is_settled(file: FileToAdd, shelf: GuideShelf) -> bool:
    """True where nothing can come of reading this file: it was read before, or its guide is in an admin's hands."""
    if any(release.bundled for release in shelf.from_file(file_name=file.file_name, sha256=file.sha256)):
        return True
    # Shipped files are named after their id; where one is not, it is merely read once more.
    releases = shelf.releases(slug(file.file_name))
    is_this_guide = any(release.bundled and release.file_name == file.file_name for release in releases)
    return is_this_guide and not _is_ours(releases[0].guide_id, shelf)


def may_sync(draft: Draft, shelf: GuideShelf) -> bool:
    """True where the draft is new, or a change to a guide that is still as we shipped it."""
    guide_id = draft.details.id
    if not shelf.releases(guide_id):
        return True
    current = shelf.current(guide_id)
    if current is None or not current.bundled or is_older(draft.details, current):
        return False
    others = [one for one in shelf.releases(guide_id) if one.number != current.number]
    was_rolled_back = any(one.bundled and one.original_sha256 == draft.file.sha256 for one in others)
    # The same bytes as the current release may still have gained from a better reader.
    return draft.file.sha256 == current.original_sha256 or not was_rolled_back


def _is_ours(guide_id: str, shelf: GuideShelf) -> bool:
    current = shelf.current(guide_id)
    return current is not None and current.bundled
