"""Two laptops become one again: nothing lost, nothing double, in any order."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.events import Presence
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with five people, a meeting, two themes and two cards."""
    laptop = team.first()
    process = process_of(laptop)
    for number in range(1, 6):
        laptop.house.people.add(process, PersonForm(name=f"Bewoner Nummer{number}", phone="0612345678"))
    laptop.house.meetings.add(process, title="Avond", on=date(2026, 3, 2), place="Zaal")
    for title in ("Groen", "Verkeer"):
        laptop.house.cards.add_theme(process, title)
    for label in ("3-01", "3-02"):
        card(laptop, f"Kaart {label}", label=label)
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def card(laptop, text="Meer bomen", **how):
    return laptop.house.cards.add(process_of(laptop), NewCard(text=text, table_no=3, **how)).id


def cards(laptop):
    return {line.card.label: line.text for line in laptop.house.cards.lines(process_of(laptop))}


def event(laptop):
    return laptop.house.meetings.events(process_of(laptop))[0].id


def people(laptop):
    return [line.participation_id for line in laptop.house.people.lines(process_of(laptop))]


def theme(laptop, title):
    return next(one.id for one in laptop.house.cards.themes(process_of(laptop)) if one.title == title)


def differing(laptop):
    return [(each.table, each.column, each.subject) for each in laptop.house.handing_over.differences()]


def test_what_the_second_laptop_did_comes_in(office, hall):
    card(hall, "Bankje bij de vijver")
    hall.house.event_day.attend(event(hall), dict.fromkeys(people(hall)[:3], Presence.PRESENT))

    taken = office.read(hall.hand())

    assert (taken.new["card"], taken.new["card_text"], taken.new["attendance"]) == (1, 1, 3)
    assert "Bankje bij de vijver" in cards(office).values()
    assert len(office.house.event_day.attendance(event(office))) == 3
    assert office.content() == hall.content()
    assert office.sound()


def test_the_log_of_the_other_laptop_comes_along_and_holds(office, hall):
    card(hall)

    office.read(hall.hand())

    assert [(chain.site_name, chain.intact) for chain in office.house.workspace.chains()] == [
        ("KANTOOR", True),
        ("ZAAL", True),
    ]


def test_the_same_file_twice_changes_nothing(office, hall):
    card(hall)
    file = hall.hand()
    office.read(file)
    before, entries = office.content(), len(office.house.workspace.log())

    again = office.read(file)

    assert again.nothing
    assert (office.content(), len(office.house.workspace.log())) == (before, entries)


def test_a_later_file_that_holds_the_earlier_one_brings_the_rest(team, office, hall):
    other = team.fork(office, "PROEF")
    first = card(hall, "Eerste")
    early = hall.hand("vroeg")
    hall.house.cards.describe(first, kind="tip", addressee="", times=2)
    card(hall, "Tweede")
    late = hall.hand("laat")

    office.read(early, late)
    other.read(late, early)

    assert office.content() == other.content() == hall.content()


def test_two_files_in_either_order_give_the_same(team, office, hall):
    market = team.copy(office, "MARKT")
    other = team.fork(office, "PROEF")
    for laptop in (hall, market):
        card(laptop, f"Van {laptop.name}")
        laptop.house.event_day.attend(event(laptop), {people(laptop)[0]: Presence.PRESENT})
        laptop.house.cards.add_theme(process_of(laptop), f"Thema {laptop.name}")
    files = [hall.hand("a"), market.hand("b")]

    office.read(*files)
    other.read(*reversed(files))

    assert office.content() == other.content()
    assert office.sound()
    assert other.sound()


def test_the_other_way_makes_both_alike(office, hall):
    card(office, "Van kantoor")
    card(hall, "Van de zaal")

    alike(office, hall)

    assert office.content() == hall.content()
    assert len(cards(office)) == 4
    assert office.sound()
    assert hall.sound()


def test_cards_typed_on_both_have_numbers_of_their_own(office, hall):
    card(office, "Van kantoor")
    card(hall, "Van de zaal")

    office.read(hall.hand())

    assert len(cards(office)) == 4
    assert set(cards(office)) >= {"3-01", "3-02", "3-03"}


def test_one_paper_typed_on_both_laptops_is_one_card(office, hall):
    card(office, "Meer  bomen", label="3-19")
    card(hall, "meer bomen", label="3-19")

    taken = office.read(hall.hand())

    assert taken.double["card"] == 1
    assert list(cards(office)).count("3-19") == 1
    assert len(cards(office)) == 3
    hall.read(office.hand())
    assert office.content() == hall.content()


def test_one_label_on_two_different_papers_keeps_both(office, hall):
    card(office, "Meer bomen", label="3-19")
    card(hall, "Minder auto's", label="3-19")

    taken = office.read(hall.hand())

    lane = hall.house.workspace.context.work.site.lane
    assert cards(office)["3-19"] == "Meer bomen"
    assert cards(office)[f"3-19/{lane}"] == "Minder auto's"
    assert taken.renamed == (("card", f"3-19/{lane}"),)
    alike(office, hall)
    assert office.content() == hall.content()


def test_somebody_checked_in_on_both_laptops_is_there_once(office, hall):
    for laptop in (office, hall):
        laptop.house.event_day.attend(event(laptop), {people(laptop)[0]: Presence.PRESENT})

    office.read(hall.hand())

    assert len(office.rows("attendance")) == 1
    assert [row["kind"] for row in office.rows("person_event")].count("present") == 1
    assert differing(office) == []


def test_present_here_and_absent_there_is_shown(office, hall):
    who = people(office)[0]
    office.house.event_day.attend(event(office), {who: Presence.ABSENT})
    hall.house.event_day.attend(event(hall), {who: Presence.PRESENT})

    office.read(hall.hand())

    assert ("attendance", "presence", "1") in differing(office)
    assert office.house.event_day.attendance(event(office)) == {who: Presence.PRESENT}


def test_a_choice_ends_the_difference_on_both_laptops(office, hall):
    who = people(office)[0]
    office.house.event_day.attend(event(office), {who: Presence.ABSENT})
    hall.house.event_day.attend(event(hall), {who: Presence.PRESENT})
    office.read(hall.hand())
    shown = office.house.handing_over.differences()

    ours = {each.key: next(at for at, said in enumerate(each.sayings) if said.here) for each in shown}
    office.house.handing_over.settle(ours)
    hall.read(office.hand())

    assert differing(office) == differing(hall) == []
    assert hall.house.event_day.attendance(event(hall)) == {who: Presence.ABSENT}
    assert office.content() == hall.content()


def test_other_columns_of_one_row_come_together(office, hall):
    card_id = office.rows("card")[0]["id"]
    office.house.cards.describe(card_id, kind="tip", addressee="", times=1)
    hall.house.cards.describe(card_id, kind="", addressee="", times=4)

    office.read(hall.hand())

    row = office.rows("card")[0]
    assert (row["kind"], row["times"]) == ("tip", 4)
    assert differing(office) == []


def test_the_same_column_goes_by_the_last_word_and_is_shown(office, hall):
    card_id = office.rows("card")[0]["id"]
    office.house.cards.describe(card_id, kind="", addressee="", times=3)
    hall.now = office.now.replace(hour=12)
    hall.house.cards.describe(card_id, kind="", addressee="", times=5)

    office.read(hall.hand())

    (shown,) = office.house.handing_over.differences()
    assert (shown.table, shown.column, shown.subject) == ("card", "times", "3-01")
    assert [(said.value, said.laptop, said.here) for said in shown.sayings] == [
        (5, "ZAAL", False),
        (3, "KANTOOR", True),
    ]
    assert office.rows("card")[0]["times"] == 5


def test_a_laptop_with_a_slow_clock_is_not_overruled_by_what_it_had_read(office, hall):
    card_id = office.rows("card")[0]["id"]
    office.now = office.now.replace(hour=18)
    office.house.cards.describe(card_id, kind="", addressee="", times=3)
    hall.read(office.hand())
    hall.house.cards.describe(card_id, kind="", addressee="", times=5)

    office.read(hall.hand())

    assert office.rows("card")[0]["times"] == 5
    assert differing(office) == []


def test_rewording_on_both_keeps_both_wordings(office, hall):
    card_id = office.rows("card")[0]["id"]
    office.house.cards.reword(card_id, "Van kantoor")
    hall.now = office.now.replace(hour=12)
    hall.house.cards.reword(card_id, "Van de zaal")

    alike(office, hall)

    texts = [(row["version"], row["text"]) for row in office.rows("card_text") if row["card_id"] == card_id]
    assert sorted(texts) == [(1, "Kaart 3-01"), (2, "Van kantoor"), (3, "Van de zaal")]
    assert office.content() == hall.content()


def test_a_card_laid_in_two_themes_lies_in_one_and_is_shown(office, hall):
    card_id = office.rows("card")[0]["id"]
    office.house.cards.move([card_id], theme(office, "Groen"))
    hall.now = office.now.replace(hour=12)
    hall.house.cards.move([card_id], theme(hall, "Verkeer"))

    office.read(hall.hand())

    held = [row["theme_id"] for row in office.rows("card_theme") if row["until"] is None]
    assert held == [theme(office, "Verkeer")]
    assert differing(office) == [("card_theme", "theme_id", "3-01")]
    (shown,) = office.house.handing_over.differences()
    office.house.handing_over.settle({shown.key: 1})
    held = [row["theme_id"] for row in office.rows("card_theme") if row["until"] is None]
    assert held == [theme(office, "Groen")]
    assert differing(office) == []
    hall.read(office.hand())
    assert office.content() == hall.content()


def test_a_theme_made_on_both_is_one_theme(office, hall):
    for laptop in (office, hall):
        made = laptop.house.cards.add_theme(process_of(laptop), "Spelen").id
        laptop.house.cards.move([card(laptop, f"Van {laptop.name}")], made)

    alike(office, hall)

    assert [one.title for one in office.house.cards.themes(process_of(office))].count("Spelen") == 1
    assert office.content() == hall.content()
    assert office.sound()
    assert hall.sound()


def test_proposals_with_one_number_keep_a_number_each(office, hall):
    for laptop in (office, hall):
        laptop.house.proposals.add(process_of(laptop), NewProposal(title=f"Van {laptop.name}", text=""))

    alike(office, hall)

    lane = hall.house.workspace.context.work.site.lane
    assert sorted(row["number"] for row in office.rows("proposal")) == [1, int(f"{lane}01")]
    assert office.content() == hall.content()


def test_removed_here_and_changed_there_stays_and_is_shown(office, hall):
    card_id = office.rows("card")[1]["id"]
    office.house.cards.take_back(card_id)
    hall.house.cards.describe(card_id, kind="", addressee="", times=7)

    alike(office, hall)

    assert [row["times"] for row in office.rows("card") if row["id"] == card_id] == [7]
    assert ("card", "", "3-02") in differing(office)
    assert office.content() == hall.content()
    assert office.sound()


def test_removed_here_and_built_on_there_comes_back(office, hall):
    card_id = office.rows("card")[1]["id"]
    office.house.cards.take_back(card_id)
    hall.house.cards.move([card_id], theme(hall, "Groen"))

    alike(office, hall)

    assert card_id in [row["id"] for row in office.rows("card")]
    assert office.content() == hall.content()
    assert office.sound()
    assert hall.sound()


def test_removed_on_one_laptop_goes_on_the_other(office, hall):
    card_id = office.rows("card")[1]["id"]
    office.house.cards.take_back(card_id)

    hall.read(office.hand())

    assert "3-02" not in cards(hall)
    assert office.content() == hall.content()


def taken_back_and_moved(office, hall):
    """The office changes a card and takes it back, while the hall lays it in a theme."""
    office.house.cards.add(process_of(office), NewCard(text="Te veel", table_no=3))
    hall.read(office.hand())
    (card,) = [
        line.card.id for line in office.house.cards.lines(process_of(office)) if line.text == "Te veel"
    ]
    office.house.cards.describe(card, kind="tip", addressee="", times=3)
    office.house.cards.take_back(card)
    theme = hall.house.cards.themes(process_of(hall))[0].id
    hall.house.cards.move([card], theme)
    return card


def test_a_card_taken_back_here_and_moved_there_stays_with_its_words_and_what_was_said_of_it(office, hall):
    card = taken_back_and_moved(office, hall)
    alike(office, hall)

    for laptop in (office, hall):
        (line,) = [each for each in laptop.house.cards.lines(process_of(laptop)) if each.card.id == card]
        assert (line.text, line.card.kind, line.card.times) == ("Te veel", "tip", 3)


def test_words_taken_back_by_themselves_stay_away_when_the_card_stays(office, hall):
    office.house.cards.add(process_of(office), NewCard(text="Te veel", table_no=3))
    (card,) = [
        line.card.id for line in office.house.cards.lines(process_of(office)) if line.text == "Te veel"
    ]
    office.house.cards.reword(card, "Veel te veel")
    hall.read(office.hand())
    office.house.cards.take_back_wording(card)
    office.house.cards.take_back(card)
    hall.house.cards.move([card], hall.house.cards.themes(process_of(hall))[0].id)
    alike(office, hall)

    words = [row["text"] for row in hall.rows("card_text") if row["card_id"] == card]
    assert words == ["Te veel"]
