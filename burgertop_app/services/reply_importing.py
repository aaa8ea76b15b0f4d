"""Replies that came in as rows of a sheet: each is kept on its letter."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.inviting import Invitation
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.domain.requests import PersonForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.people_import import NewPerson
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.registration import ReplyBefore
    from burgertop_app.services.reply_keeping import Replies

OF_REPLIES = ("code", "declines", "other", "replaces", "settled")
OFTEN = 100


def keep_all(writer: Replies, people: Sequence[NewPerson], progress: Progress) -> tuple[ReplyBefore, ...]:
    """Keep those of `people` who have a code as replies; what they changed, to take them back.

    Raises:
        NotFound: a code is of no letter any more.
        Conflict: somebody replied on a letter meanwhile.
        NotPossible: an invited person was erased or drawn meanwhile.
        Cancelled: asked for through `progress`.
    """
    coded = [person for person in people if person.code]
    if not coded or writer.batch is None:
        return ()
    found = writer.store.find(Invitation, process_id=writer.batch.process_id)
    letters = {letter.code: letter for letter in found}
    kept = []
    for place, person in enumerate(coded):
        if place % OFTEN == 0:
            progress.checkpoint("writing", place / len(coded))
        if person.code not in letters:
            raise NotFound("code_unknown", shown=shown_code(person.code))
        kept.append(writer.keep(letters[person.code], _reply(person)))
    return tuple(kept)


def _reply(person: NewPerson) -> ReplyForm:
    told = {field.name: getattr(person, field.name) for field in fields(PersonForm)}
    return ReplyForm(**told, **{name: getattr(person, name) for name in OF_REPLIES})
