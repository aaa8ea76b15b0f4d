"""What participants do tomorrow: entered, shared, given back, erased."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from burgertop_app.domain.errors import BurgertopError, InvalidInput, NotPossible
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.intentions import LONGEST
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.services.printing.rendering import render
from tests.beginnings import beginning


@beginning
def top(house):
    """A summit with two people."""
    process = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    for name in ("Fatma Demir", "Joost de Boer"):
        house.people.add(process, PersonForm(name=name, state=State.CONFIRMED))
    return process


@pytest.fixture
def numbers(house, top):
    return [line.number for line in house.people.lines(top)]


@pytest.fixture
def enter(house, top):
    def entered(who, text, *, share=False):
        person, table = house.intending.whose(top, who)
        new = NewIntention(text=text, participation_id=person, table_no=table, share=share)
        return house.intending.add(top, [new])

    return entered


@pytest.fixture
def texts(house, top):
    return lambda: [line.text for line in house.intending.lines(top)]


def test_the_form_of_the_process_asks_the_question(house, top, process):
    assert house.intending.question(top) == "Wat doe ik morgen?"
    assert house.intending.question(process) == ""


def test_an_intention_is_of_a_person_a_table_or_nobody(house, top, enter, numbers):
    enter(numbers[0], "Ik bel de buurman")
    enter("tafel 3", "Wij vegen het plein")
    enter("", "Ik ruim op")

    lines = house.intending.lines(top)
    assert [(line.number, line.person, line.table_no, line.text) for line in lines] == [
        (1, numbers[0], None, "Ik bel de buurman"),
        (2, "", 3, "Wij vegen het plein"),
        (3, "", None, "Ik ruim op"),
    ]


@pytest.mark.parametrize(
    ("who", "code"), [("999", "intention_number"), ("t0", "intention_table"), ("Fatma", "intention_whose")]
)
def test_an_unknown_owner_is_refused(house, top, who, code):
    with pytest.raises(InvalidInput) as refused:
        house.intending.whose(top, who)

    assert refused.value.code == code


@pytest.mark.parametrize(("text", "code"), [(" ", "intention_empty"), ("x" * 501, "intention_long")])
def test_words_that_cannot_be_kept_are_refused(enter, texts, text, code):
    with pytest.raises(InvalidInput) as refused:
        enter("", text)

    assert (refused.value.code, texts(), LONGEST) == (code, [], 500)


def test_the_same_of_the_same_is_kept_once(enter, numbers, texts):
    enter(numbers[0], "Ik bel de buurman")

    again = enter(numbers[0], "ik bel de buurman")

    assert (again, texts()) == ((), ["Ik bel de buurman"])


def test_a_pasted_list_keeps_what_it_cannot_read(house, top, numbers):
    looked = house.intending.look(
        f"{numbers[0]}\tIk bel\ntafel 2; Wij vegen\n\nIk ruim op\n999: Ik kom\n{numbers[1]};  ",
        house.intending.numbers(top),
        share=True,
    )

    assert [(one.table_no, one.text, one.share) for one in looked.found] == [
        (None, "Ik bel", True),
        (2, "Wij vegen", True),
        (None, "Ik ruim op", True),
    ]
    assert [(one.line, one.error.code) for one in looked.unread] == [
        ("999: Ik kom", "intention_number"),
        (f"{numbers[1]};", "intention_empty"),
    ]


def test_a_line_end_in_a_cell_of_a_sheet_is_no_new_line(house, top, numbers):
    known = house.intending.numbers(top)

    (one, other) = house.intending.look(
        f'{numbers[0]}\t"Ik bel\nmijn buurvrouw, ""tante"""\n{numbers[1]}\t"Wij" vegen', known
    ).found

    assert (one.text, one.participation_id) == ('Ik bel mijn buurvrouw, "tante"', known[numbers[0]])
    assert (other.text, other.participation_id) == ('"Wij" vegen', known[numbers[1]])


def test_bullets_and_numbers_of_a_list_are_no_words(house):
    bullets = house.intending.look("•\tIk bel\n•\tIk veeg", {}).found
    numbered = house.intending.look("1.\tIk bel\n2.\tIk veeg", {}).found

    assert [one.text for one in (*bullets, *numbered)] == ["Ik bel", "Ik veeg"] * 2


def test_a_time_of_day_is_nobodys_number(house, top, numbers):
    (found,) = house.intending.look(f"{numbers[0]}:00 uur bel ik", house.intending.numbers(top)).found

    assert (found.text, found.participation_id) == (f"{numbers[0]}:00 uur bel ik", None)


def test_a_text_with_a_colon_and_no_number_is_of_nobody(house):
    (found,) = house.intending.look("Morgen: ik bel Buurtzorg", {}).found

    assert (found.text, found.participation_id, found.table_no) == ("Morgen: ik bel Buurtzorg", None, None)


def test_other_words_leave_the_earlier_in_the_log_and_count_once(house, top, enter):
    (first,) = enter("", "Ik ruim op")

    house.intending.reword(first, "Ik ruim de straat op", share=True)

    (line,) = house.intending.lines(top)
    assert (line.text, line.number, line.wordings, line.share) == ("Ik ruim de straat op", 1, 2, True)


def test_what_was_reworded_is_not_taken_back_without_a_trace(house, enter):
    (first,) = enter("", "Ik ruim op")
    later = house.intending.reword(first, "Ik ruim de straat op", share=False).id

    with pytest.raises(NotPossible, match="intention_reworded"):
        house.intending.take_back([later])


def test_taking_back_what_was_just_entered_leaves_nothing(house, enter, texts):
    house.intending.take_back(enter("", "Ik ruim op"))

    assert texts() == []


def test_a_withdrawn_intention_stays_readable_and_is_not_shared(house, top, enter):
    (one,) = enter("", "Ik ruim op", share=True)

    house.intending.withdraw(one, "verkeerd gelezen")

    (line,) = house.intending.lines(top)
    assert (line.counts, line.withdrawn_reason) == (False, "verkeerd gelezen")
    assert house.intending.shared(top) == ()


def test_only_what_may_be_shown_is_shared_and_nothing_that_names_somebody(house, top, enter, numbers):
    enter(numbers[0], "Ik ruim op", share=True)
    enter(numbers[1], "Ik bel de buurman")
    enter("", "Ik help Fatma Demir", share=True)
    enter("", "Ik bel deelnemer 12", share=True)

    assert house.intending.shared(top) == ("Ik ruim op",)


def test_erasing_somebody_takes_their_words_and_leaves_the_count(house, top, enter, numbers):
    (first,) = enter(numbers[0], "Ik bel de buurman")
    house.intending.reword(first, "Ik bel de buurvrouw", share=True)
    (second,) = enter(numbers[0], "Ik geef les")
    house.intending.withdraw(second, "verhuist naar Ameland")
    with house.workspace.context.work.reading() as store:
        person = store.one(Participation, process_id=top, number=numbers[0]).person_id

    house.privacy.erase(person)

    line, other = house.intending.lines(top)
    assert (line.text, line.erased, line.counts) == ("", True, True)
    assert (other.text, other.withdrawn_reason, other.counts) == ("", "", False)
    assert house.intending.shared(top) == ()


def test_words_of_somebody_who_was_erased_do_not_come_back(house, top, enter, numbers, texts):
    (first,) = enter(numbers[0], "Ik bel de buurman")
    held = house.intending.taken([first])
    with house.workspace.context.work.reading() as store:
        person = store.one(Participation, process_id=top, number=numbers[0]).person_id

    house.privacy.erase(person)

    with pytest.raises(InvalidInput) as again:
        house.intending.add(top, held)
    with pytest.raises(InvalidInput) as reworded:
        house.intending.reword(first, "Ik bel de buurman", share=True)
    assert (again.value.code, reworded.value.code) == ("intention_number", "intention_number")
    assert texts() == [""]


def test_words_that_were_replaced_do_not_count_again(house, top, enter, numbers):
    (first,) = enter(numbers[0], "Ik bel Jan", share=True)
    house.intending.reword(first, "Ik bel de buurman", share=True)

    with pytest.raises(NotPossible):
        house.intending.restore(first)

    assert house.intending.shared(top) == ("Ik bel de buurman",)


def test_a_participant_reads_back_what_they_wrote(house, top, enter, numbers):
    enter(numbers[0], "Ik bel de buurman")

    first, second = house.printing.feedback(top).sheets
    paper = render(house.printing.feedback(top), UNHEARD)

    assert (first.intentions, second.intentions) == (("Ik bel de buurman",), ())
    assert said(paper.content).count("Ik bel de buurman") == 1


def test_the_overview_tells_how_many_wrote_and_names_nobody(house, top, enter, numbers):
    enter(numbers[0], "Ik ruim op", share=True)
    enter(numbers[1], "Ik bel de buurman")

    text = said(render(house.printing.intentions(top), UNHEARD).content)

    assert "2 keer schreef iemand op" in text
    assert "Ik ruim op" in text
    assert "buurman" not in text


def test_the_form_to_hand_out_stands_four_times_on_a_page(house, top):
    paper = render(house.printing.tomorrow_form(top, sheets=2), UNHEARD)

    pages = PdfReader(io.BytesIO(paper.content)).pages
    assert len(pages) == 2
    assert pages[0].extract_text().count("Wat doe ik morgen?") == 4


def test_a_form_that_does_not_ask_it_prints_nothing(house, process):
    with pytest.raises(BurgertopError) as refused:
        house.printing.tomorrow_form(process)

    assert refused.value.code == "tomorrow_not_asked"


def said(document):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
