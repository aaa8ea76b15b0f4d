"""The organiser's own look of the documents: a logo with its words, and a colour that can be read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.house_style import (
    LONGEST,
    HouseStyle,
    Look,
    checked_accent,
    checked_alt,
    refuse_narrow,
)
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange import pictures
from burgertop_app.storage import look_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.exchange.pictures import Prepared as Prepared
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

_ENDINGS = {pictures.PNG: "png", pictures.JPEG: "jpg"}


class Styling:
    """What an organiser does with the look of the documents of a process."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def look(self, process_id: UUID) -> Look:
        """How documents look that are made now; what was frozen keeps the look it was frozen with."""
        with self._work.reading() as store:
            return look_store.look(store, process_id)

    def ready(self, path: Path) -> Prepared:
        """The logo in a file, upright, not too large and without hidden data; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it cannot be used; the error says why.
        """
        made = pictures.prepare(path, LONGEST)
        refuse_narrow(made.wide, made.high, path.name)
        return made

    def keep(self, process_id: UUID, look: Look) -> Change:
        """Keep this look; its logo comes from `ready`, or from a look that was kept before.

        Raises:
            InvalidInput: the colour cannot be read on white, or the logo has no words.
        """
        accent = checked_accent(look.accent) if look.accent.strip() else ""
        alt = checked_alt(look.alt) if look.logo else ""
        with self._work.writing("style.keep") as store:
            before = look_store.kept(store, process_id)
            attached = _attached(store, process_id, look.logo) if look.logo else None
            if before is None:
                store.add(
                    HouseStyle(
                        id=store.new_id(),
                        process_id=process_id,
                        accent=accent,
                        attachment_id=attached,
                        alt=alt,
                    )
                )
            else:
                store.change(before, accent=accent, attachment_id=attached, alt=alt)
                if before.attachment_id not in (None, attached):
                    look_store.let_go(store, process_id, before.attachment_id)
        return changed(Topic.PROCESSES, Topic.PLAN, Topic.ADVICE, row=process_id)


def _attached(store: Store, process_id: UUID, logo: bytes) -> UUID:
    """The attachment with the file, made when there is none; its name says nothing of where it came from."""
    sha = hashlib.sha256(logo).hexdigest()
    kept = look_store.logo_file(store, process_id, sha)
    if kept is not None:
        return kept.id
    kind = pictures.PNG if logo.startswith(b"\x89PNG") else pictures.JPEG
    return store.add(
        Attachment(
            id=store.new_id(),
            name=f"{look_store.NAME}{_ENDINGS[kind]}",
            media_type=kind,
            sha256=sha,
            content=logo,
            process_id=process_id,
        )
    ).id
