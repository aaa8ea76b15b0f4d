"""Makes the editor of a part of the advice, and lets it ask the page for what it cannot do itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.advice_checks import MEMBERS, PICTURES, RECOMMENDATIONS
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.i18n import _
from burgertop_app.ui.advice.dialogs import OneLine, ProposalPicker
from burgertop_app.ui.advice.editors import AppendixNote, ListEditor, SectionEditor, TitleEditor
from burgertop_app.ui.advice.members import Members
from burgertop_app.ui.advice.parts import APPENDICES, TITLE, Part
from burgertop_app.ui.advice.picture_list import PictureList
from burgertop_app.ui.advice.recommendation import RecommendationEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.ui.advice.page import AdvicePage

Editor = (
    TitleEditor | SectionEditor | ListEditor | AppendixNote | RecommendationEditor | PictureList | Members
)


def editor_of(page: AdvicePage, part: Part) -> Editor:
    """The editor of `part`, connected to `page`; it shows nothing yet."""
    line = page.found.line(part.id)
    if line is not None:
        return _recommendation(page, line)
    special: dict[str, Callable[[AdvicePage], Editor]] = {
        TITLE: _title,
        RECOMMENDATIONS: _list,
        APPENDICES: _appendices,
        PICTURES: _pictures,
        MEMBERS: _members,
    }
    return special.get(part.key, partial(_section, part=part))(page)


def _title(page: AdvicePage) -> TitleEditor:
    made = TitleEditor()
    made.retitled.connect(page.acts.retitle)
    made.document_wanted.connect(page.acts.save_version)
    made.named_wanted.connect(page.acts.save_with_names)
    made.compare_wanted.connect(page.compared.show)
    return made


def _pictures(page: AdvicePage) -> PictureList:
    made = PictureList()
    made.replace_wanted.connect(page.marks.replace)
    made.remove_wanted.connect(page.marks.remove)
    return made


def _members(page: AdvicePage) -> Members:
    made = Members()
    made.sign_wanted.connect(page.members.sign)
    made.sheet_wanted.connect(page.members.sheet)
    made.unsign_wanted.connect(page.members.unsign)
    return made


def _list(page: AdvicePage) -> ListEditor:
    made = ListEditor()
    made.add_wanted.connect(partial(_add, page))
    made.take_over_wanted.connect(page.acts.take_over)
    made.chosen.connect(page.focus_on)
    made.restore_wanted.connect(page.acts.restore)
    return made


def _appendices(page: AdvicePage) -> AppendixNote:
    made = AppendixNote()
    made.cards_wanted.connect(lambda: page.desk.navigate("cards"))
    return made


def _section(page: AdvicePage, part: Part) -> SectionEditor:
    made = SectionEditor(SectionKind(part.key))
    made.written.connect(page.writing.write)
    return made


def _recommendation(page: AdvicePage, line: RecommendationLine) -> RecommendationEditor:
    made = RecommendationEditor(line)
    made.edited.connect(page.writing.edit)
    made.move_wanted.connect(lambda step: page.acts.move(made.id, step))
    made.withdraw_wanted.connect(lambda: page.acts.withdraw_recommendation(made.line))
    made.pick_wanted.connect(lambda: _pick(page, made))
    made.rests.proposal_wanted.connect(lambda wanted: page.desk.navigate("proposals", focus=wanted))
    made.rests.card_wanted.connect(lambda wanted: page.desk.navigate("cards", focus=wanted))
    return made


def _add(page: AdvicePage) -> None:
    form = OneLine(page, _("New recommendation"), _("In one sentence"), _("Add"))
    if form.exec() == QDialog.DialogCode.Accepted:
        page.acts.recommend(RecommendationForm(title=form.given))


def _pick(page: AdvicePage, editor: RecommendationEditor) -> None:
    picker = ProposalPicker(page, page.found.proposals, editor.line.proposal_ids)
    if picker.exec() == QDialog.DialogCode.Accepted:
        editor.rest_on(picker.chosen)
