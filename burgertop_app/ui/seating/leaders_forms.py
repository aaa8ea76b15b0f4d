"""What is asked about languages and facilitators: which tables, who needs one, and what somebody brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.table_asks import LANGUAGE, SKILL, languages_from, skills_from
from burgertop_app.i18n import _
from burgertop_app.messages.table_asks import asks_from, asks_said
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.events import Facilitator
    from burgertop_app.domain.views import PersonLine


class AsksForm(Panel):
    """Which tables ask which language or skill."""

    def __init__(self, parent: QWidget, asked: Mapping[str, Sequence[int]], most: int) -> None:
        self._most = most
        self.languages = TextField(
            _("Languages, each with its tables"), self._check_languages, _("For example: Turkish: 3, 5-6.")
        )
        self.skills = TextField(
            _("Skills, each with its tables"), self._check_skills, _("For example: plain language: 1-4.")
        )
        told = _("A facilitator who has it leads such a table. Who needs the language sits there.")
        body = column(words(told, "muted", wrap=True), self.languages, self.skills, gap=12)
        super().__init__(parent, _("What tables ask"), body, _("Keep"))
        self.languages.put(asks_said(asked, LANGUAGE))
        self.skills.put(asks_said(asked, SKILL))
        for field in (self.languages, self.skills):
            field.changed.connect(lambda: self.yes.setEnabled(self._usable))

    @property
    def given(self) -> dict[str, tuple[int, ...]]:
        """The tables per language and skill."""
        return {
            **asks_from(self.languages.value(), LANGUAGE, self._most),
            **asks_from(self.skills.value(), SKILL, self._most),
        }

    @override
    def accept(self) -> None:
        if self._usable:
            super().accept()

    @property
    def _usable(self) -> bool:
        return self.languages.valid and self.skills.valid

    def _check_languages(self, text: str) -> None:
        asks_from(text, LANGUAGE, self._most)

    def _check_skills(self, text: str) -> None:
        asks_from(text, SKILL, self._most)


class LanguageForm(Panel):
    """Who needs a table in another language."""

    def __init__(
        self, parent: QWidget, people: Sequence[PersonLine], kept: Mapping[UUID, Sequence[str]]
    ) -> None:
        self._kept = kept
        options = [(line.participation_id, line.name or line.number) for line in people]
        self.who: ChoiceField[UUID | None] = ChoiceField(_("Who"), options, empty=_("Choose a person"))
        self.languages = LineField(_("Language"), placeholder=_("such as Turkish, or several with a comma"))
        super().__init__(
            parent, _("Who needs another language"), column(self.who, self.languages, gap=12), _("Keep")
        )
        self.who.changed.connect(self._show)
        self.languages.changed.connect(self._check)
        self._check()

    @property
    def given(self) -> tuple[UUID | None, tuple[str, ...]]:
        """Who, and the languages of which they need one."""
        return self.who.value(), languages_from(self.languages.value())

    @override
    def accept(self) -> None:
        if self.yes.isEnabled():
            super().accept()

    def _show(self) -> None:
        person = self.who.value()
        self.languages.put(", ".join(self._kept.get(person, ()) if person is not None else ()))
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(self.who.value() is not None)


class BringsForm(Panel):
    """What a facilitator speaks and can."""

    def __init__(
        self,
        parent: QWidget,
        leaders: Sequence[PersonLine],
        kept: Mapping[UUID, Facilitator],
        leader: UUID | None = None,
    ) -> None:
        self._kept = kept
        options = [(line.participation_id, line.name or line.number) for line in leaders]
        self.who: ChoiceField[UUID | None] = ChoiceField(_("Who"), options, empty=_("Choose a facilitator"))
        self.languages = LineField(_("Languages"), placeholder=_("such as Turkish, or several with a comma"))
        self.skills = LineField(_("Skills"), placeholder=_("such as plain language"))
        body = column(self.who, self.languages, self.skills, gap=12)
        super().__init__(parent, _("What a facilitator brings"), body, _("Keep"))
        self.who.changed.connect(self._show)
        self.who.put(leader)
        self._show()

    @property
    def given(self) -> tuple[UUID | None, tuple[str, ...], tuple[str, ...]]:
        """Who, the languages and the skills."""
        return self.who.value(), languages_from(self.languages.value()), skills_from(self.skills.value())

    @override
    def accept(self) -> None:
        if self.yes.isEnabled():
            super().accept()

    def _show(self) -> None:
        leader = self.who.value()
        kept = self._kept.get(leader) if leader is not None else None
        self.languages.put(", ".join(kept.languages) if kept else "")
        self.skills.put(", ".join(kept.skills) if kept else "")
        self.yes.setEnabled(leader is not None)
