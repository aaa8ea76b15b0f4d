"""The representativity statement: what it says now, what the organiser adds, and the paper that leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn_text
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, speaking
from burgertop_app.services.printing import representation_paper
from burgertop_app.services.stage_figures import notes_of
from burgertop_app.storage import feature_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.papers.representation import Representation, RepresentationPaper
    from burgertop_app.domain.representing import NotesForm, StatementNotes
    from burgertop_app.services.context import Context


@dataclass(frozen=True)
class StatementView:
    """The statement as it would leave now (None: nothing yet), the features of the quotas, the notes."""

    shown: Representation | None
    features: tuple[str, ...]
    notes: StatementNotes


class Representing:
    """What an organiser does with the statement."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock

    def view(self, process_id: UUID) -> StatementView:
        """The statement of this moment, in the language of the process."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            with speaking(process.language):
                shown = representation_paper.representation(store, process)
            lines = feature_store.quota_lines(store, process_id)
            features = tuple(dict.fromkeys(line.feature for line in lines))
            return StatementView(shown, features, notes_of(store, process_id))

    def note(self, process_id: UUID, form: NotesForm) -> Change:
        """Keep which features are special, the grounds, and what was done about the gaps.

        Raises:
            InvalidInput: a text holds a BSN.
        """
        refuse_bsn_text("\n".join((form.done, *form.grounds.values())), _("the statement"))
        with self._work.writing("statement.note") as store:
            kept = notes_of(store, process_id)
            if not kept.revision:
                kept = store.add(kept)
            store.change(
                kept,
                special=form.special,
                plain=form.plain,
                grounds={feature: ground.strip() for feature, ground in form.grounds.items()},
                done=form.done.strip(),
            )
        return changed(Topic.PEOPLE, row=kept.id)

    def paper(self, process_id: UUID) -> RepresentationPaper:
        """The statement to be saved; from now on its figures and its merging stand.

        Raises:
            NotPossible: there are no quotas, or nobody registered.
        """
        with self._work.writing("statement.publish") as store:
            made = representation_paper.paper(store, process_id, self._clock())
            representation_paper.keep(store, process_id)
        return made
