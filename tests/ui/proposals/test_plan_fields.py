"""Writing proposals out on the page: one gesture, one effect."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle

from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.proposal_requests import SplitPart
from burgertop_app.domain.requests import NewProcess, NewProposal, PersonForm
from burgertop_app.ui.proposals.history import CompareForm
from burgertop_app.ui.proposals.joining import MergeForm, SplitForm
from burgertop_app.ui.proposals.page import ProposalsPage


def opened(qtbot, desk, process):
    made = ProposalsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def page(qtbot, desk, process, two):
    return opened(qtbot, desk, process)


@pytest.fixture
def first(house, process):
    return lambda: house.proposals.lines(process)[0]


def write(qtbot, desk, field, text):
    """Type `text` over what stands there and leave the field."""
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, text)
    field.flush()
    settle(qtbot, desk)


@pytest.mark.parametrize("name", ["why", "ourselves", "asked", "minority"])
def test_each_text_is_kept(qtbot, desk, page, first, name):
    write(qtbot, desk, page.panel.fields.texts[name], "Een zin")

    assert getattr(first().text, name) == "Een zin"


def test_what_we_do_ourselves_makes_it_both(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.fields.texts["ourselves"], "Wij vegen")

    assert first().proposal.kind is ProposalKind.BOTH
    assert page.panel.kind.value() is ProposalKind.BOTH


def test_a_cost_typed_the_dutch_way_is_kept_and_shown_with_a_point(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.cost, "12500,00")

    assert first().proposal.cost == 12_500
    assert page.panel.cost.editor.text() == "12.500"


def test_a_doubtful_cost_is_told_and_stays_to_be_mended(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.cost, "12,500")

    assert first().proposal.cost is None
    assert page.panel.cost.mistake.startswith("“12,500” kan twee dingen betekenen.")
    assert page.panel.cost.editor.text() == "12,500"


def test_a_doubtful_cost_holds_no_other_words_back(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.cost, "12,500")

    write(qtbot, desk, page.panel.fields.area, "Havenwijk")

    assert (first().proposal.area, first().proposal.cost) == ("Havenwijk", None)


def test_owners_are_shown_by_name_to_the_organiser_only(qtbot, desk, house, process, page, first):
    house.people.add(process, PersonForm(name="Fatma Demir"))
    number = house.people.lines(process)[0].number
    page.load()
    settle(qtbot, desk)

    write(qtbot, desk, page.panel.fields.owners, f"{number}, De Brug")

    assert [owner.said for owner in first().owners] == [number, "De Brug"]
    assert page.panel.fields.owners._below.text() == f"{number} is Fatma Demir"


def test_other_owners_can_be_undone(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.fields.owners, "De Brug")

    desk.undo.undo()
    settle(qtbot, desk)

    assert first().owners == ()


def test_an_unknown_number_is_told_below_the_field(qtbot, desk, page, first):
    write(qtbot, desk, page.panel.fields.owners, "999")

    assert page.panel.fields.owners.mistake.startswith("Niemand doet mee onder nummer 999.")
    assert first().owners == ()


def test_the_form_adds_fields_and_its_own_word(qtbot, desk, house):
    plans = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.proposals.add(plans, NewProposal(title="Schone straat"))
    page = opened(qtbot, desk, plans)

    write(qtbot, desk, page.panel.fields.extra["first_step"].widget, "Een bezem kopen")

    assert house.proposals.lines(plans)[0].text.fields == {"first_step": "Een bezem kopen"}
    assert page.panel.drawer._title.text() == "Verbeterplan 1"


def test_the_page_uses_the_word_of_the_form(qtbot, desk, house):
    process = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.proposals.add(process, NewProposal(title="Eén loket"))
    page = opened(qtbot, desk, process)

    shown = {each.text() for each in page.views.findChildren(QPushButton)}
    assert "Verbeterplannen" in shown
    assert page.new.text() == "Verbeterplan maken…"
    assert page.found.counted(1) == "1 verbeterplan"


def test_the_page_tells_what_only_asks_without_scolding(page):
    assert page.wishes.text().startswith("2 van de 2 voorstellen vragen iets;")


def test_a_merge_shows_the_new_proposal_and_can_be_undone(qtbot, desk, house, process, page):
    page.joining.merge(page.found.lines, "Alles", "hoort bij elkaar")
    settle(qtbot, desk)
    merged = page.table.current.text.title

    desk.undo.undo()
    settle(qtbot, desk)

    assert merged == "Alles"
    assert [line.text.title for line in house.proposals.lines(process)] == ["Eén loket", "Meer groen"]


def test_a_split_can_be_undone_and_done_again(qtbot, desk, house, process, page):
    line = page.found.lines[0]
    page.joining.split(line, (SplitPart("A", line.card_ids), SplitPart("B")), "")
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)
    desk.undo.redo()
    settle(qtbot, desk)

    lines = house.proposals.lines(process)
    assert [line.text.title for line in lines if line.proposal.standing.value == "active"] == [
        "Meer groen",
        "A",
        "B",
    ]


def test_splitting_waits_until_every_card_goes_along(qtbot, page):
    form = SplitForm(page, page.found.lines[0], page.found)
    qtbot.addWidget(form)
    qtbot.keyClicks(form.titles[1].editor, "Tweede")
    ready = form.yes.isEnabled()

    next(iter(form.ticks.values())).setChecked(False)

    assert ready
    assert not form.yes.isEnabled()


def test_a_picture_of_splitting(qtbot, page):
    form = SplitForm(page, page.found.lines[0], page.found)
    qtbot.addWidget(form)
    form._on_more()

    assert all(path.exists() for path in photograph(form, "proposals-split", size=None))


def test_several_chosen_proposals_offer_to_merge(page):
    assert [entry[0] for entry in page.proposing.entries(list(page.found.lines))] == ["Samenvoegen…"]


def test_an_open_proposal_asks_which_others_it_merges_with(qtbot, desk, house, process, page):
    def tick_and_merge():
        form = QApplication.activeModalWidget()
        waited = form.yes.isEnabled()
        qtbot.keyClick(form.others, Qt.Key.Key_Space)
        made.append((waited, [line.proposal.number for line in form.chosen]))
        qtbot.mouseClick(form.yes, Qt.MouseButton.LeftButton)

    made = []
    QTimer.singleShot(0, tick_and_merge)
    qtbot.mouseClick(
        next(each for each in page.panel.drawer.findChildren(QPushButton) if each.text() == "Samenvoegen…"),
        Qt.MouseButton.LeftButton,
    )
    settle(qtbot, desk)

    assert made == [(False, [1, 2])]
    assert page.table.current.earlier == (1, 2)


def test_a_picture_of_merging(qtbot, page):
    form = MergeForm(page, page.found.lines[:1], page.found.lines[1:])
    qtbot.addWidget(form)

    assert all(path.exists() for path in photograph(form, "proposals-merge-with", size=None))


def test_two_versions_are_shown_as_differences(qtbot, house, page, first, clock):
    clock.on(hours=1)
    house.proposals.reword(first().proposal.id, title="Eén balie", text="Op het plein")
    form = CompareForm(page, house.proposal_writing.versions(first().proposal.id), page.found)
    qtbot.addWidget(form)

    assert "\u2212 loket" in form.view.toPlainText()
    assert "+ balie" in form.view.toPlainText()


def test_pictures_of_a_worked_out_proposal(qtbot, desk, house, clock):
    plans = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.people.add(plans, PersonForm(name="Fatma Demir"))
    made = house.proposals.add(plans, NewProposal(title="Een schone straat voor iedereen")).id
    house.proposals.add(plans, NewProposal(title="Meer groen op het Havenplein", area="Havenwijk"))
    page = opened(qtbot, desk, plans)
    texts = page.panel.fields.texts
    write(qtbot, desk, texts["why"], "Nu ligt er elke maandag afval naast de bakken.")
    write(qtbot, desk, texts["ourselves"], "Wij vegen elke eerste zaterdag.")
    write(qtbot, desk, texts["asked"], "De gemeente haalt de volle zakken op.")
    write(qtbot, desk, page.panel.fields.owners, "1, Buurthuis De Brug")
    write(qtbot, desk, page.panel.cost, "12,500")
    clock.on(hours=1)
    house.proposals.reword(made, title="Een schone straat, elke week", text="")
    page.load()
    settle(qtbot, desk)

    photograph(page, "proposals-worked-out", size=(1232, 1400))
    photograph(page, "proposals-worked-out", scale=2.0, size=(972, 640))
    for name, form in (
        ("proposals-merge", MergeForm(page, page.found.lines)),
        ("proposals-split-bare", SplitForm(page, page.found.lines[0], page.found)),
        ("proposals-compare", CompareForm(page, house.proposal_writing.versions(made), page.found)),
    ):
        qtbot.addWidget(form)
        paths = photograph(form, name, size=None)
        assert all(path.exists() for path in paths)
