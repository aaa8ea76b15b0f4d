import tomllib
from datetime import timedelta

import pytest
from screens import photograph, settle
from waterrijk import SAMPLE

from burgertop_app.domain.processes import DecisionRule, Frame, Mandate, Milestone, Pledge
from burgertop_app.ui.plan.page import PlanPage
from burgertop_app.ui.plan.sentence_field import SentenceField


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = PlanPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


def test_a_typed_assignment_is_kept(qtbot, page, house, waterrijk):
    field = page.fields["assignment"]

    field.editor.setPlainText("Hoe wonen wij warm?")
    field.flush()
    settle(qtbot, page.desk)

    assert house.processes.get(waterrijk.process).assignment == "Hoe wonen wij warm?"


def test_an_empty_name_is_refused_beside_the_field(qtbot, page, house, waterrijk):
    before = house.processes.get(waterrijk.process).title

    page.fields["title"].editor.setText("")
    page.fields["title"].typed()
    page.fields["title"].flush()
    settle(qtbot, page.desk)

    assert page.fields["title"].mistake.startswith("Het traject heeft geen titel")
    assert house.processes.get(waterrijk.process).title == before


def test_adding_a_frame_gives_an_empty_line(qtbot, page, house, waterrijk):
    before = len(house.processes.plan(Mandate, waterrijk.process))

    page.mandate.new()
    settle(qtbot, page.desk)

    kept = house.processes.plan(Mandate, waterrijk.process)
    assert len(kept) == before + 1
    assert kept[-1].frame is Frame.OPEN


def test_taking_a_frame_away_can_be_undone(qtbot, page, house, waterrijk):
    page.mandate.new()
    settle(qtbot, page.desk)
    part = house.processes.plan(Mandate, waterrijk.process)[-1]

    page.mandate.drop(part)
    settle(qtbot, page.desk)
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert [kept.id for kept in house.processes.plan(Mandate, waterrijk.process)][-1] == part.id


@pytest.fixture
def day(qtbot, page, house, waterrijk):
    """A day in the planning that stands on the page."""
    new = house.processes.new_id()
    due = page.desk.today()
    house.processes.keep(Milestone(id=new, process_id=waterrijk.process, title="Advies", due_on=due))
    page.load()
    settle(qtbot, page.desk)
    return new


def test_quick_edits_in_one_line_are_all_kept(qtbot, page, house, waterrijk, day):
    fields, today = page.milestones.rows[day], page.desk.today()

    fields["title"].saved.emit("Paneldag")
    fields["done_on"].saved.emit(today)
    fields["title"].saved.emit("Slotdag")
    settle(qtbot, page.desk)

    (kept,) = house.processes.plan(Milestone, waterrijk.process)
    assert (kept.title, kept.done_on) == ("Slotdag", today)
    assert page.error_bar.isHidden()
    assert fields["title"].value() == "Slotdag"


def test_an_edit_of_what_changed_elsewhere_shows_what_is_kept(qtbot, page, house, waterrijk, day):
    (kept,) = house.processes.plan(Milestone, waterrijk.process)
    house.processes.edit_part(kept, title="Paneldag")

    page.milestones.rows[day]["title"].saved.emit("Slotdag")
    settle(qtbot, page.desk)

    assert page.milestones.rows[day]["title"].value() == "Paneldag"
    assert not page.error_bar.isHidden()


def test_pictures_of_the_plan(page):
    paths = [*photograph(page, "plan"), *photograph(page, "plan-small", size=(1180, 720))]

    assert all(path.exists() for path in paths)


def test_a_day_that_passed_is_late_in_words(qtbot, page, house, waterrijk, clock):
    today = clock().date()
    new = house.processes.new_id
    for due, done in ((today - timedelta(days=9), today), (today - timedelta(days=2), None)):
        house.processes.keep(
            Milestone(id=new(), process_id=waterrijk.process, title="Advies", due_on=due, done_on=done)
        )

    page.load()
    settle(qtbot, page.desk)

    assert page.head.sentence.text() == "2 dagen in de planning · 1 klaar · 1 te laat"
    assert "te laat" in page.timeline.accessibleName()


def test_pictures_of_a_full_plan(qtbot, page, house, waterrijk):
    fill_plan(house, waterrijk.process)
    page.load()
    settle(qtbot, page.desk)

    paths = photograph(page, "plan-full")
    page.resize(1124, 664)
    qtbot.waitUntil(lambda: whole(page))
    paths += photograph(page, "plan-full-small", size=(1124, 664))

    assert all(path.exists() for path in paths)


def whole(page):
    """Whether every sentence of the plan has the height that it needs."""
    fields = [field for field in page.findChildren(SentenceField) if field.isVisibleTo(page)]
    return bool(fields) and all(field.height() >= field.editor.height() for field in fields)


def fill_plan(house, process):
    """Put the plan of the sample in the process."""
    told = tomllib.loads((SAMPLE / "process.toml").read_text(encoding="utf-8"))["process"][0]
    processes = house.processes
    for name in ("assignment", "ordinance", "commissioner", "contact", "starts_on"):
        processes.edit(process, **{name: told[name]})
    for place, point in enumerate(told["mandate"]):
        frame = Frame(point["frame"])
        processes.keep(
            Mandate(
                id=processes.new_id(), process_id=process, frame=frame, text=point["text"], position=place
            )
        )
    kinds = ((DecisionRule, "decision_rule"), (Pledge, "pledge"), (Milestone, "milestone"))
    for kind, name in kinds:
        for line in told[name]:
            processes.keep(kind(id=processes.new_id(), process_id=process, **line))
