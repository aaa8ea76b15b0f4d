from uuid import uuid4

import pytest
from screens import photograph, settle

from burgertop_app.domain.overview_views import ThreadNumbers, ThreadPath, ThreadStep
from burgertop_app.domain.views import GroupShare
from burgertop_app.ui.kit.thread_row import Reached
from burgertop_app.ui.overview.beads import beads
from burgertop_app.ui.overview.page import OverviewPage
from burgertop_app.ui.overview.present import verdict
from burgertop_app.ui.overview.step_box import StepBox
from burgertop_app.ui.overview.thread_view import ordered, spans

PAGES = frozenset({"people", "draw", "tables", "cards", "proposals", "advice", "response", "followup"})


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = OverviewPage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


def show(qtbot, page, process, focus=None):
    page.show_process(process, focus)
    page.show()
    settle(qtbot, page.desk)


def boxes(page):
    return [box for box in page.ways.findChildren(StepBox) if box.isVisible()]


def step(kind, label):
    return ThreadStep(kind, uuid4(), label, f"{kind} {label}")


def test_the_thread_counts_what_was_kept(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    said = {bead.key: bead.figure for bead in page.beads._beads}
    assert said == {
        "people": "90",
        "draw": "30",
        "tables": "27",
        "cards": "149",
        "proposals": "13",
        "advice": "1",
        "response": "8 van 13",
        "followup": "6",
    }


def test_the_website_the_archive_and_a_woo_request_begin_here_too(qtbot, page, dialogs, waterrijk, tmp_path):
    show(qtbot, page, waterrijk.process)
    dialogs.files.append(tmp_path / "woo.zip")

    page.archive_acts.make_woo("Alles over wonen")
    settle(qtbot, page.desk, timeout=120_000)

    assert (tmp_path / "woo.zip").exists()
    assert [action.text() for action in page.more.menu().actions()] == [
        "Map voor de website…",
        "Archief…",
        "Archief controleren…",
        "Woo-verzoek…",
    ]


def test_a_number_is_a_way_to_its_page(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.beads.wanted.emit("cards")

    assert wanted.args[0] == "cards"


def test_the_button_does_the_next_step(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.coming.button.click()

    assert wanted.args[0] == "followup"
    assert wanted.args[2][0] == "keep_commitment"


def test_another_card_follows_another_card(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    first = page.followed.shown.steps[0].label

    page.followed.another.click()

    assert page.followed.shown.steps[0].label != first


def test_a_recommendation_shows_every_card_it_rests_on(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process, ("recommendation", waterrijk.recommendations[1]))

    labels = {box.step.label for box in boxes(page) if box.step.kind == "card"}
    assert labels == {"1-04", "2-06", "3-10", "4-03", "5-20", "5-30"}
    assert [box.step.label for box in boxes(page) if box.step.kind == "recommendation"] == ["1"]


def test_a_card_shows_where_it_went(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process, ("card", waterrijk.cards["1-04"]))

    assert [box.step.kind for box in boxes(page)] == [
        "card",
        "theme",
        "proposal",
        "recommendation",
        "answer",
        "commitment",
    ]


def test_searching_the_thread_finds_a_card_by_its_words(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    page._on_walk()
    settle(qtbot, page.desk)

    page.ways.search.setText("tochtstrips wijkcentrum")

    assert [step.label for step in page.ways.starts.model.shown] == ["4-22"]


def test_a_step_is_a_way_to_its_page(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process, ("card", waterrijk.cards["1-04"]))

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        boxes(page)[3].click()

    assert wanted.args == ["advice", None, waterrijk.recommendations[1]]


def test_a_new_process_says_what_to_do_first(qtbot, page, process):
    show(qtbot, page, process)

    assert page.coming.button.text() == "Mensen inlezen…"
    assert page.followed.shown is None
    photograph(page, "overview-empty", size=(1232, 844))


def test_a_form_without_a_draw_has_no_draw_on_its_thread():
    found = beads(ThreadNumbers(invited=5, registered=5), PAGES - {"draw"})

    assert "draw" not in [bead.key for bead in found]


def test_invited_is_told_only_when_more_were_invited_than_registered():
    numbers = ThreadNumbers(invited=2000, registered=240)

    found = {bead.key: (bead.figure, bead.note) for bead in beads(numbers, PAGES)}

    assert found["people:invited"] == ("2.000", "")
    assert found["people"] == ("240", "12\N{NO-BREAK SPACE}% reageerde")


def test_an_answer_that_is_late_says_so_in_words():
    numbers = ThreadNumbers(advices=1, recommendations=3, answered=1, days_left=-2)

    bead = next(bead for bead in beads(numbers, PAGES) if bead.key == "response")

    assert (bead.note, bead.reached, bead.note_late) == ("2 dagen te laat", Reached.LATE, True)


def test_groups_far_from_the_population_are_named():
    near = GroupShare("leeftijd", "16-29", 0.21, 0.13, 0.2, 0.19)
    far = GroupShare("leeftijd", "65+", 0.24, 0.30, 0.3, 0.33)

    assert verdict([near]) == "Alle groepen zitten dicht bij de bevolking."
    assert verdict([near, far]).endswith("65+.")


def test_the_same_step_in_rows_below_each_other_is_one_box():
    one, two = step("proposal", "1"), step("proposal", "2")

    assert spans([(one,), (one,), (), (two,)]) == [(0, 2, (one,)), (2, 1, ()), (3, 1, (two,))]


def test_ways_to_one_recommendation_stand_together():
    first, second = step("recommendation", "1"), step("recommendation", "2")
    cards = [step("card", str(number)) for number in range(4)]
    ends = (first, second, first, second)
    paths = [ThreadPath((card, end)) for card, end in zip(cards, ends, strict=True)]

    assert [path.steps[1].label for path in ordered(paths)] == ["1", "1", "2", "2"]


def test_the_overview_looks_like_the_house(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    photograph(page, "overview", size=(1232, 844))
    photograph(page, "overview-small", size=(1124, 664))
    pictures = photograph(page, "overview", scale=2.0, size=(1232, 844))
    page.focus_on(("recommendation", waterrijk.recommendations[2]))
    settle(qtbot, page.desk)
    photograph(page, "thread", size=(1232, 844))
    page.focus_on(("card", waterrijk.cards["1-04"]))
    settle(qtbot, page.desk)
    photograph(page, "thread-card", size=(1232, 844))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)
