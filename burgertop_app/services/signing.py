"""The members' last word: asking them about exactly this text, and whether that still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceVersion
from burgertop_app.domain.canonical import sha256
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import ON_PANEL, Participation, Role
from burgertop_app.domain.sign_off import Member, SigningState, SignOff, SignOffVoice
from burgertop_app.storage import advice_store, sign_off_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.sign_off import SignOffForm
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Signing:
    """What an organiser does about the members' agreement with the wording."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def state(self, advice_id: UUID) -> SigningState:
        """How the members stand to the text as it is now."""
        with self._work.reading() as store:
            advice = store.get(Advice, advice_id)
            content = sha256(advice_store.content(store, advice))
            rounds = sign_off_store.rounds(store, advice_id)
            valid = next((each for each in reversed(rounds) if each.content_sha256 == content), None)
            return SigningState(
                content_sha256=content,
                valid=valid,
                stale=rounds[-1] if rounds and valid is None else None,
                members=_members(store, advice.process_id),
            )

    def all(self, advice_id: UUID) -> tuple[SignOff, ...]:
        """Every round about this advice, the oldest first."""
        with self._work.reading() as store:
            return sign_off_store.rounds(store, advice_id)

    def voices(self, sign_off_id: UUID) -> dict[UUID, bool]:
        """What was kept per member of one round, by participation; erased members are gone."""
        with self._work.reading() as store:
            found = store.find(SignOffVoice, sign_off_id=sign_off_id)
            return {voice.participation_id: voice.agrees for voice in found}

    def sign(self, advice_id: UUID, form: SignOffForm) -> Change:
        """Keep a round in which the members were asked about the text as it is now.

        Raises:
            InvalidInput: the numbers do not fit each other, or the day has yet to come.
            Conflict: the text changed since the form was opened, so they agreed to something else.
            NotPossible: the advice was withdrawn, or has no recommendation.
        """
        form.refuse_impossible()
        if form.on > self._today():
            raise InvalidInput("sign_off_in_future", on=form.on.isoformat())
        with self._work.writing("advice.sign_off") as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            content = advice_store.content(store, advice)
            if not content["recommendations"]:
                raise NotPossible("advice_empty")
            if sha256(content) != form.content_sha256:
                raise Conflict("sign_off_text_changed")
            kept = _keep(store, advice_id, form)
        return changed(Topic.ADVICE, row=kept)

    def unsign(self, sign_off_id: UUID) -> Change:
        """Take back a round that was recorded by mistake.

        Raises:
            NotPossible: a fixed version names it.
        """
        with self._work.writing("advice.unsign") as store:
            version = store.first(AdviceVersion, sign_off_id=sign_off_id)
            if version is not None:
                raise NotPossible("sign_off_public", version=version.version)
            for voice in store.find(SignOffVoice, sign_off_id=sign_off_id):
                store.remove(voice)
            kept = store.get(SignOff, sign_off_id)
            store.remove(kept)
        return changed(Topic.ADVICE, row=kept.advice_id)


def _keep(store: Store, advice_id: UUID, form: SignOffForm) -> UUID:
    kept = store.add(
        SignOff(
            id=store.new_id(),
            advice_id=advice_id,
            content_sha256=form.content_sha256,
            on=form.on,
            how=form.how,
            asked=form.asked,
            agreed=form.agreed,
            against=form.against,
            remarks=form.remarks.strip(),
            minority=form.minority.strip(),
        )
    )
    for participation_id, agrees in (form.voices or {}).items():
        store.add(
            SignOffVoice(
                id=store.new_id(), sign_off_id=kept.id, participation_id=participation_id, agrees=agrees
            )
        )
    return kept.id


def _members(store: Store, process_id: UUID) -> tuple[Member, ...]:
    panel = store.find(Participation, process_id=process_id, role=Role.RESIDENT, state=ON_PANEL)
    return tuple(
        Member(part.number, part.id)
        for part in sorted(panel, key=lambda part: (len(part.number), part.number))
    )
