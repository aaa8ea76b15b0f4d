"""Letters to residents: the texts, who gets them, and making them as letters, a list or e-mail drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.inviting import MailKind
from burgertop_app.i18n import _, mark, ngettext, number
from burgertop_app.messages.letters import kind_words
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.layout import column, holder, row, scrolled
from burgertop_app.ui.kit.preview import PdfPreview
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.letters.acts import LetterActs
from burgertop_app.ui.letters.editor import LetterEditor
from burgertop_app.ui.letters.example import LetterExample
from burgertop_app.ui.letters.found import LetterLine, LettersFound, read_letters
from burgertop_app.ui.letters.recipients import RecipientList
from burgertop_app.ui.letters.setup import SetupFields
from burgertop_app.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.registration import Recipient
    from burgertop_app.ui.desk import Desk

LIST_WIDTH = 270


class LettersPage(Page[LettersFound]):
    """Kinds of letters at the left, the text in the middle, the letter as it will be at the right."""

    KEY, ICON, NAME = "letters", "mail", mark("Letters")
    TOPICS = frozenset({Topic.PEOPLE, Topic.PROCESSES, Topic.PLAN, Topic.QUOTAS, Topic.DRAWS, Topic.TABLES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = MailKind.INVITATION
        self._opened: UUID | None = None
        self.acts = LetterActs(self)
        self.list = RecordTable(
            _("Letters"),
            _columns(),
            key=lambda line: line.kind,
            look=TableLook(row_height=Space.ROW, foot=False),
        )
        self.list.setFixedWidth(LIST_WIDTH)
        self.setup = SetupFields(self.acts)
        self.editor = LetterEditor(self.acts)
        self.preview = PdfPreview(_("Example"))
        self.example = LetterExample(desk, self.preview)
        self.recipients = RecipientList(self.acts)
        self.again = self.recipients.again
        self._build()
        self.list.chosen.connect(self._on_chosen)
        self.recipients.wanted.connect(self.load)
        self.recipients.chosen.connect(self._on_person)
        self.example.failed.connect(self.fail)

    def _build(self) -> None:
        self.letters = primary(_("Make letters…"), self.acts.make_letters, "printer")
        self.drafts = secondary(_("E-mail drafts…"), self.acts.make_drafts, "mail")
        self.merge = secondary(_("List for mail merge…"), self.acts.make_list, "file-spreadsheet")
        self.head.act(self.merge, self.drafts, self.letters)
        self.list.setFixedHeight(len(MailKind) * Space.ROW + 36)
        side = column(self.list, Card(self.recipients), gap=Space.M)
        side.setStretch(1, 1)
        self.recipients.setFixedWidth(LIST_WIDTH - 2 * Space.L - 4)
        cards = column(
            Card(self.editor),
            Card(self.setup, heading=_("In every letter")),
            gap=Space.M,
            margins=(0, 0, Space.S, 0),
        )
        cards.setStretch(0, 1)
        middle = scrolled(holder(cards))
        whole = row(side, middle, self.preview, gap=Space.M)
        whole.setStretch(1, 5)
        whole.setStretch(2, 4)
        self.content.addLayout(whole, 1)

    @override
    def reading(self, process: UUID) -> Callable[[], LettersFound]:
        services, kind = self.desk.services, self.kind
        again, way = self.again.value(), self.recipients.ways.value()
        return lambda: read_letters(services, process, kind, again=again, way=way)

    @override
    def fill(self, found: LettersFound) -> None:
        opening, self._opened = self._opened != self.process, self.process
        waiting = next((line.kind for line in found.lines if line.waiting), found.kind)
        if opening and self._wanted_focus is None and not found.line.waiting and waiting is not found.kind:
            self._choose(waiting)
            return
        self.acts.found = found
        self.list.put(found.lines)
        self.list.select(found.kind)
        self.editor.put(found)
        self.setup.put(found.setup)
        self.recipients.put(_people_sentence(found), found.people, found.everyone)
        for button in (self.letters, self.drafts, self.merge):
            button.setEnabled(bool(found.people))
        self.head.say(_("Every resident gets a letter or e-mail with an own code or number."))
        if self.process is not None:
            self.example.want(self.process, found, self.recipients.person)

    @override
    def focus_on(self, focus: object) -> None:
        if isinstance(focus, MailKind) and focus is not self.kind:
            self._choose(focus)

    def _on_chosen(self, line: LetterLine | None) -> None:
        if line is not None and line.kind is not self.kind:
            self._choose(line.kind)

    def _on_person(self, person: Recipient) -> None:
        if self.process is not None and self.acts.found is not None:
            self.example.want(self.process, self.acts.found, person)

    def _choose(self, kind: MailKind) -> None:
        self.editor.flush()
        self.kind = kind
        self.load()


def _columns() -> tuple[Column[LetterLine], ...]:
    return (
        Column("kind", _("Letter"), lambda line: kind_words(line.kind), bold=True, stretch=True),
        Column(
            "waiting",
            _("To send"),
            lambda line: line.waiting,
            text=lambda line: number(line.waiting) if line.waiting else "",
            width=84,
            align=Align.RIGHT,
        ),
    )


def _people_sentence(found: LettersFound) -> str:
    if not found.everyone:
        return _NOBODY[found.kind]()
    if not found.people:
        return _("Nobody is reached in this way.")
    return ngettext(
        "{count} person gets this letter.", "{count} people get this letter.", len(found.people)
    ).format(count=number(len(found.people)))


_NOBODY: dict[MailKind, Callable[[], str]] = {
    MailKind.INVITATION: lambda: _(
        "Nobody waits for an invitation now. Draw addresses on the page People to invite (more) people."
    ),
    MailKind.REMINDER: lambda: _(
        "Nobody waits for a reminder. It goes to people whose invitation you noted as sent and who did not"
        " answer."
    ),
    MailKind.CONFIRMATION: lambda: _("Everybody who registered has had a confirmation."),
    MailKind.DRAWN: lambda: _("Nobody who was drawn waits for a letter."),
    MailKind.RESERVE: lambda: _("Nobody on the reserve list waits for a letter."),
    MailKind.NOT_DRAWN: lambda: _("Nobody waits for this letter. It is sent after the draw."),
    MailKind.THANKS: lambda: _("Nobody waits for thanks. It is sent to who came to a meeting."),
    MailKind.FEEDBACK: lambda: _(
        "Nobody waits for this letter: everybody knows what became of the cards. When something changes,"
        " they stand here again."
    ),
}
