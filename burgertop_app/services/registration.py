"""Registration as a whole: how it stands, who may register, closing it with a count, and clearing up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.inviting import Closing, InvitationRound
from burgertop_app.domain.people import IN_POOL, Participation, Role
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.registration import RegistrationView
from burgertop_app.services.privacy import TOUCHED, reader
from burgertop_app.services.registration_rules import keep_rules, rules_of
from burgertop_app.storage import erasure, invitation_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.registration import RegistrationRules
    from burgertop_app.exchange.file_texts import ReadPdf
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Registration:
    """What an organiser does with the registration of a process."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def view(self, process_id: UUID) -> RegistrationView:
        """How registration stands: the response so far, what waits for a decision, and the closings."""
        with self._work.reading() as store:
            return RegistrationView(
                lines=invitation_store.response(store, process_id),
                closings=store.find(Closing, order_by="closed_at", process_id=process_id),
                closing=invitation_store.closing(store, process_id),
                doubts=invitation_store.doubts(store, process_id),
                rules=rules_of(store, process_id),
                registered=_registered(store, process_id),
                clearable=len(invitation_store.clearable(store, process_id)),
                rounds=store.count(InvitationRound, process_id=process_id),
            )

    def choose(self, process_id: UUID, rules: RegistrationRules) -> Change:
        """Keep who may register; replies that came in before stay as they are."""
        with self._work.writing("registration.choose") as store:
            keep_rules(store, process_id, rules)
        return changed(Topic.PEOPLE)

    def close(self, process_id: UUID) -> Change:
        """Close registration and keep the counts of this moment; later replies are refused.

        Raises:
            NotPossible: it is closed already, or a reply that differs from the list waits for a decision.
        """
        with self._work.writing("registration.close") as store:
            invitation_store.refuse_closed(store, process_id)
            waiting = invitation_store.doubts(store, process_id)
            if waiting:
                raise NotPossible("registration_doubts", count=len(waiting))
            response = invitation_store.response(store, process_id)
            areas = [line for line in response if not line.feature]
            closing = store.add(
                Closing(
                    id=store.new_id(),
                    process_id=process_id,
                    closed_at=store.now(),
                    registered=_registered(store, process_id),
                    invited=sum(line.letters for line in areas),
                    yes=sum(line.yes for line in areas),
                    no=sum(line.no for line in areas),
                    response=response,
                )
            )
        return changed(Topic.PEOPLE, Topic.DRAWS, row=closing.id)

    def reopen(self, process_id: UUID, reason: str) -> Change:
        """Open registration again; the closing stays readable, with the reason.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it is open, or the people who did not answer were erased.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("registration.reopen") as store:
            held = invitation_store.closing(store, process_id)
            if held is None:
                raise NotPossible("registration_open")
            if held.cleared:
                raise NotPossible("registration_cleared", count=held.cleared)
            store.change(held, reopened_at=store.now(), reopened_reason=reason.strip())
        return changed(Topic.PEOPLE, Topic.DRAWS, row=held.id)

    def clear(self, process_id: UUID, progress: Progress = UNHEARD, pdf: ReadPdf | None = None) -> Change:
        """Erase everyone who was invited and does not take part; the counts per area stay. There is no undo.

        `pdf` reads the text of a PDF, to look for names in it.

        Raises:
            NotPossible: registration is open, nobody is left to erase, or `erasure_unfinished`: erased, but
                traces stay in the file until it is closed.
            Cancelled: the organiser pressed Cancel; nobody was erased.
        """
        progress.checkpoint("erasing")
        with self._work.writing("registration.clear") as store:
            held = invitation_store.closing(store, process_id)
            if held is None:
                raise NotPossible("registration_not_closed")
            people = invitation_store.clearable(store, process_id)
            if not people:
                raise NotPossible("registration_nobody_to_clear")
            erasure.erase(store, *people, read=reader(pdf))
            store.change(held, cleared=held.cleared + len(people))
        self._work.scrub()
        return changed(*TOUCHED, row=held.id)


def _registered(store: Store, process_id: UUID) -> int:
    return store.count(Participation, process_id=process_id, role=Role.RESIDENT, state=IN_POOL)
