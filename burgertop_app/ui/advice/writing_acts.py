"""Keeping what is written: never over somebody else's words, and with a way back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QGuiApplication

from burgertop_app.domain.differences import passages
from burgertop_app.domain.errors import Conflict
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.i18n import _
from burgertop_app.messages.advice import heading
from burgertop_app.services.advising import Words, words
from burgertop_app.ui.advice.conflict import KEEP_MINE, ConflictForm
from burgertop_app.ui.advice.editors import SectionEditor
from burgertop_app.ui.advice.recommendation import RecommendationEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.advice import RecommendationText, SectionKind
    from burgertop_app.domain.changes import Change
    from burgertop_app.ui.advice.page import AdvicePage
    from burgertop_app.ui.advice.recommendation import Edited


T = TypeVar("T")


class WritingActs:
    """What happens with the texts of the page."""

    def __init__(self, page: AdvicePage) -> None:
        self._page = page
        self._desk = page.desk

    def write(self, kind: SectionKind, text: str) -> None:
        """Keep the text of a part; when somebody else changed it, ask what to do."""
        editor, found = self._page.editor, self._page.found
        if found.advice is None:
            return
        advising, advice_id = self._desk.services.advising, found.advice.id
        known = editor.text.known if isinstance(editor, SectionEditor) else {text}

        def write(seen: Collection[str]) -> Change:
            return advising.write(advice_id, kind, text, seen)

        def theirs() -> str:
            return advising.sections(advice_id)[kind].body

        seen = known.copy()
        known.add(text)  # at once: a next save may come before this one is kept, and is no conflict
        self._keep(seen, _Turn(write, theirs, str, text))

    def edit(self, edited: Edited) -> None:
        """Keep the words of a recommendation; as `write`."""
        advising, advice = self._desk.services.advising, self._page.found.advice
        if advice is None:
            return

        def write(seen: Collection[Words]) -> Change:
            return advising.edit(edited.recommendation_id, edited.form, seen)

        def theirs() -> Words:
            lines = advising.recommendations(advice.id)
            text = next(line.text for line in lines if line.recommendation.id == edited.recommendation_id)
            return words(text)

        seen = edited.known.copy()
        edited.known.add(words(edited.form))
        self._keep(seen, _Turn(write, theirs, _joined, _joined(words(edited.form))))

    def left(self, editor: QWidget | None) -> None:
        """Offer a way back from what was written in an editor that is being left."""
        if isinstance(editor, SectionEditor) and editor.opened not in (None, editor.text.value()):
            self._section_left(editor, editor.opened or "", editor.text.value())
        elif isinstance(editor, RecommendationEditor) and editor.opened is not None:
            self._recommendation_left(editor, editor.opened)

    def _section_left(self, editor: SectionEditor, before: str, after: str) -> None:
        advice = self._page.found.advice
        if advice is None:
            return
        editor.opened = after
        turn = partial(self._desk.services.advising.write, advice.id, editor.kind)
        said = _("{part}: the text changed.").format(part=heading(editor.kind))
        self._desk.did(said, lambda: turn(before, {after}), lambda: turn(after, {before}), "file-pen")

    def _recommendation_left(self, editor: RecommendationEditor, opened: RecommendationText) -> None:
        before, after = _form(opened, editor), editor.form()
        if after is None or words(before) == words(after):
            return
        editor.opened = None
        turn = partial(self._desk.services.advising.edit, editor.id)
        said = _("Recommendation {number}: the text changed.").format(
            number=editor.line.recommendation.number
        )
        self._desk.did(
            said,
            lambda: turn(before, {words(after)}),
            lambda: turn(after, {words(before)}),
            "file-pen",
        )

    def _keep(self, known: Collection[T], turn: _Turn[T]) -> None:
        """Write when what is kept now is known here; else show what it is, and ask."""
        task = self._desk.tasks.ask(lambda: turn.write(known))

        def failed(error: object) -> None:
            if isinstance(error, Conflict):
                self._page.ask(turn.theirs, lambda kept: self._choose(error, kept, turn))
            else:
                self._page.fail(error)

        task.failed.connect(failed)
        task.submit()

    def _choose(self, error: Conflict, kept: T, turn: _Turn[T]) -> None:
        """Put one's own text in the place of exactly what was shown; what came since is shown first."""
        form = ConflictForm(self._page, error, passages(turn.said(kept), turn.mine))
        if form.exec() == KEEP_MINE:
            self._keep([kept], turn)
            return
        QGuiApplication.clipboard().setText(turn.mine)
        self._desk.say(_("Your text is on the clipboard; paste it where you want it."), "clipboard-paste")
        self._page.take_kept()


@dataclass(frozen=True)
class _Turn(Generic[T]):
    """One text that somebody wants to keep.

    Attributes:
        write: keeps it, when what is kept now is among the texts that it gets.
        theirs: what is kept now.
        said: that as one text, to read beside one's own.
        mine: one's own text.
    """

    write: Callable[[Collection[T]], Change]
    theirs: Callable[[], T]
    said: Callable[[T], str]
    mine: str


def _joined(parts: Words) -> str:
    return "\n\n".join(filter(None, parts))


def _form(text: RecommendationText, editor: RecommendationEditor) -> RecommendationForm:
    return RecommendationForm(
        title=text.title,
        reason=text.reason,
        minority=text.minority,
        ourselves=text.ourselves,
        note=text.note,
        costs=text.costs,
        roles=text.roles,
        proposal_ids=editor.line.proposal_ids,
    )
