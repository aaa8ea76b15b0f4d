from datetime import date

import pytest
from openpyxl import load_workbook

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.answer_sheet import Standing
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import CouncilNeed, Disposal
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.reply_workbook import differences, note_words, remark_words

FIRST, SECOND = 6, 7
"""The rows of the two recommendations in the workbook."""
ADOPTED = DispositionForm(disposal=Disposal.ADOPTS, reason="Goed idee.", owner="Wonen")


class College:
    """Fills workbooks in."""

    def __init__(self, house, advice, folder):
        self.house, self.advice, self.path = house, advice, folder / "reactie.xlsx"
        house.reply_workbooks.save(advice, self.path)
        self.book = load_workbook(self.path)
        self.sheet = self.book.worksheets[0]

    def write(self, **cells):
        for at, said in cells.items():
            self.sheet[at] = said
        return self

    def look(self):
        self.book.save(self.path)
        return self.house.reply_workbooks.look(self.advice, self.path, UNHEARD)

    def keep(self):
        looked = self.look()
        chosen = {line.place: line.offers[0] for line in looked.lines if line.open}
        return self.house.reply_workbooks.keep(looked, chosen)


@pytest.fixture
def college(house, received, tmp_path):
    return College(house, received, tmp_path)


def answers(house, advice):
    return [line.disposition for line in house.responding.recommendations(advice)]


def codes(line):
    return [note.code for note in line.notes]


def republish(house, advice, title):
    """A second version, with other words for the first recommendation."""
    first = house.responding.recommendations(advice)[0].recommendation.id
    house.advising.edit(first, RecommendationForm(title=title))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")


def test_a_filled_in_workbook_is_taken_over_in_one_go(house, received, college):
    college.write(C6="Wij nemen dit over", D6="Goed idee.", E6="Wonen", F6="€ 12.500", G6=date(2027, 3, 1))
    college.write(H6="ja", I6="Warmtevisie", C7="Wij gaan hier niet over", D7="Dat doet het rijk.")

    kept = college.keep()

    first, second = answers(house, received)
    assert kept.count == 2
    assert (first.disposal, first.owner, first.due_on) == (Disposal.ADOPTS, "Wonen", date(2027, 3, 1))
    assert (first.budget_cents, first.council, first.policy) == (1_250_000, CouncilNeed.YES, "Warmtevisie")
    assert (second.disposal, second.reason) == (Disposal.NOT_OURS, "Dat doet het rijk.")
    assert house.advising.all(house.processes.all()[0].id)[0].state is AdviceState.ANSWERED


def test_the_workbook_itself_is_kept_as_proof(house, college):
    kept = college.write(C6="Wij nemen dit over", D6="Ja").keep()

    held = house.reply_workbooks.file(kept.reading_id)

    assert held.content == college.path.read_bytes()


def test_undo_takes_everything_back(house, received, college):
    kept = college.write(C6="Wij nemen dit over", C7="Wij nemen dit niet over").keep()

    house.reply_workbooks.undo(kept.reading_id)

    assert answers(house, received) == [None, None]
    assert house.reply_workbooks.readings(received) == ()


def test_undo_is_refused_once_residents_rated_the_answer(house, received, college):
    kept = college.write(C6="Wij nemen dit over").keep()
    house.responding.rate(answers(house, received)[0].id, (0, 0, 1, 2, 3))

    with pytest.raises(BurgertopError, match="reply_in_use"):
        house.reply_workbooks.undo(kept.reading_id)


def test_a_changed_row_order_does_not_matter(house, received, college):
    rows = [[cell.value for cell in college.sheet[row]] for row in (SECOND, FIRST)]
    for row, cells in zip((FIRST, SECOND), rows, strict=True):
        for place, said in enumerate(cells, 1):
            college.sheet.cell(row, place).value = said
    college.write(C6="Wij nemen dit niet over", D6="Over het loket.")

    college.keep()

    assert [answer and answer.reason for answer in answers(house, received)] == [None, "Over het loket."]


def test_what_was_kept_is_shown_beside_what_differs_and_nothing_is_overwritten_unasked(
    house, received, college
):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.responding.answer(first, ADOPTED)
    looked = college.write(C6="Wij nemen dit niet over", D6="Toch niet.").look()

    line = looked.lines[0]
    with pytest.raises(BurgertopError, match="reply_waiting"):
        house.reply_workbooks.keep(looked, {})

    assert (line.standing, line.proposed) == (Standing.CHANGED, None)
    assert ("Reden van het college", "Goed idee.", "Toch niet.") in differences(line)
    assert answers(house, received)[0].reason == "Goed idee."


def test_an_untouched_workbook_with_earlier_answers_says_the_same(house, received, tmp_path):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.responding.answer(first, ADOPTED)

    looked = College(house, received, tmp_path).look()

    assert [line.standing for line in looked.lines] == [Standing.SAME, Standing.MISSING]


def test_a_missing_row_leaves_what_was_kept(house, received, college):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.responding.answer(first, ADOPTED)
    college.sheet.delete_rows(FIRST)
    college.write(C6="Wij nemen dit over")

    looked = college.look()

    assert codes(looked.lines[0]) == ["reply_row_missing", "reply_kept"]


def test_words_below_the_rows_are_shown_and_not_lost(college):
    looked = college.write(C6="Wij nemen dit over", B10="Wij komen hier in het voorjaar op terug.").look()

    loose = looked.lines[-1]
    assert (loose.number, loose.row, loose.standing) == (None, 10, Standing.PROBLEM)
    assert codes(loose) == ["reply_unknown", "reply_by_hand"]
    assert "in het voorjaar" in note_words(loose.notes[0])
    assert not looked.waiting({})


def test_two_rows_for_one_recommendation_wait_for_a_choice(house, received, college):
    for place in (1, 2, 10):
        college.sheet.cell(8, place).value = college.sheet.cell(FIRST, place).value
    looked = college.write(C6="Wij nemen dit over", C8="Wij nemen dit niet over").look()

    both = {line.place: line.offers[0] for line in looked.lines if line.number == 1}
    with pytest.raises(BurgertopError, match="reply_two_rows"):
        house.reply_workbooks.keep(looked, both)

    assert [line.standing for line in looked.lines if line.number == 1] == [Standing.PROBLEM] * 2


def test_the_same_row_twice_counts_once(college):
    for place in (1, 2, 10):
        college.sheet.cell(8, place).value = college.sheet.cell(FIRST, place).value
    looked = college.write(C6="Wij nemen dit over", C8="Wij nemen dit over").look()

    assert [line.number for line in looked.lines] == [1, 2]
    assert "reply_twice_same" in codes(looked.lines[0])


def test_changed_words_of_a_recommendation_are_told_and_the_answer_is_kept(house, received, college):
    college.write(B6="Begin met isoleren, maar pas in 2040.", C6="Wij nemen dit over")

    line = college.look().lines[0]

    assert "reply_reworded" in codes(line)
    assert "pas in 2040" in note_words(line.notes[0])
    assert line.proposed.disposal is Disposal.ADOPTS


def test_the_words_of_another_recommendation_are_never_placed_by_number(college):
    college.write(B6="Open één loket.", C6="Wij nemen dit over")

    looked = college.look()

    strange = next(line for line in looked.lines if line.answer)
    assert (strange.number, strange.proposed) == (None, None)
    assert codes(strange)[0] == "reply_conflict"


def test_a_workbook_of_another_advice_is_recognised(house, process, received, college, tmp_path):
    other = house.advising.start(process, "Groen").id
    house.advising.recommend(other, RecommendationForm(title="Begin met isoleren."))
    house.publishing.publish(house.publishing.prepare(other, "Geen ronde."), b"%PDF")
    house.advising.offer(other, to="College", on=date(2026, 3, 2))
    house.receiving.receive(other, on=date(2026, 3, 2), proof="Bon")
    college.write(C6="Wij nemen dit over").look()

    with pytest.raises(BurgertopError, match="reply_other_advice") as refused:
        house.reply_workbooks.look(other, college.path, UNHEARD)

    assert "Warm wonen" in sentence(refused.value)


def test_an_older_version_is_answered_in_its_own_words(house, received, college):
    republish(house, received, "Isoleer eerst de Havenwijk.")
    college.write(C6="Wij nemen dit over", D6="Ja")
    looked = college.look()

    college.keep()

    told = house.printing.response_overview(received).recommendations[0]
    assert [remark.code for remark in looked.remarks] == ["reply_older"]
    assert looked.version == 1
    assert codes(looked.lines[0])[0] == "reply_wording"
    assert told.sentence == "Begin met isoleren."


def test_without_the_hidden_sheet_the_rows_are_still_recognised(house, received, college):
    del college.book["burgertop"]
    looked = college.write(C6="Wij nemen dit over").look()

    assert [remark.code for remark in looked.remarks] == ["reply_no_stamp"]
    assert remark_words(looked.remarks[0])
    assert looked.lines[0].proposed is not None


def test_a_hidden_sheet_that_was_changed_is_not_believed(college):
    college.book["burgertop"]["B5"] = "0" * 64

    looked = college.write(C6="Wij nemen dit over").look()

    assert [remark.code for remark in looked.remarks] == ["reply_stamp_wrong"]


def test_inserted_columns_and_remarks_beside_them_do_not_shift_answers(college):
    college.sheet.insert_cols(4)
    college.write(D5="Opmerking", D6="Besproken in de staf", C6="Wij nemen dit over", E6="Goed")

    line = college.look().lines[0]

    assert line.answer.reason == "Goed"
    assert "Besproken in de staf" in note_words(line.notes[-1])


def test_a_date_that_is_none_and_an_unknown_choice_are_told_without_losing_words(college):
    line = college.write(C6="Ligt eraan", D6="Omdat.", G6="najaar 2027", H6="wellicht").look().lines[0]

    assert (line.standing, line.proposed) == (Standing.PROBLEM, None)
    assert line.answer.reason == "Omdat.\n\nnajaar 2027"
    assert codes(line) == ["reply_choice_unknown", "reply_date_unknown", "reply_council_unknown"]
    assert {pick.disposal for pick in line.offers} == set(Disposal)


def test_a_formula_without_an_outcome_is_told(college):
    line = college.write(C6="Wij nemen dit over", D6="=A1&B1").look().lines[0]

    assert codes(line) == ["reply_formula_empty", "reply_no_reason"]


def test_a_formula_that_a_person_typed_stays_words_in_the_next_workbook(house, received, tmp_path):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.responding.answer(first, DispositionForm(disposal=Disposal.ADOPTS, reason='=HYPERLINK("x")'))

    cell = College(house, received, tmp_path).sheet["D6"]

    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("x")')


def test_somebody_who_answered_meanwhile_stops_the_taking_over(house, received, college):
    looked = college.write(C6="Wij nemen dit over").look()
    house.responding.answer(looked.lines[0].proposed.recommendation_id, ADOPTED)

    with pytest.raises(BurgertopError, match="reply_answered_meanwhile"):
        house.reply_workbooks.keep(looked, {})

    assert answers(house, received)[0].reason == "Goed idee."


def test_the_very_same_file_is_recognised(house, college):
    college.write(C6="Wij nemen dit over").keep()

    again = house.reply_workbooks.look(college.advice, college.path, UNHEARD)

    assert again.remarks[0].code == "reply_read_before"


def test_nothing_filled_in_is_said(college):
    with pytest.raises(BurgertopError, match="reply_nothing_filled_in"):
        college.look()


def test_a_workbook_needs_a_published_version(house, process, tmp_path):
    draft = house.advising.start(process, "Concept").id

    with pytest.raises(BurgertopError, match="advice_not_published"):
        house.reply_workbooks.save(draft, tmp_path / "reactie.xlsx")

    assert not (tmp_path / "reactie.xlsx").exists()


def test_ten_thousand_strange_rows_are_read_and_counted(college):
    for number in range(10_000):
        college.sheet.append([f"x{number}", f"onzin {number}", "Wij nemen dit over"])
    looked = college.write(C6="Wij nemen dit over").look()

    assert looked.lines[0].proposed is not None
    assert dict(looked.remarks[-1].params) == {"count": 9_800}


def test_making_a_workbook_leaves_a_record(house, college):
    with house.workspace.context.work.reading() as store:
        records = store.find(ExportRecord)

    assert [(one.kind, one.file_name) for one in records] == [("reply_workbook", "reactie.xlsx")]


def test_a_target_that_is_open_elsewhere_leaves_the_old_file_and_no_record(house, received, tmp_path):
    path = tmp_path / "reactie.xlsx"
    path.write_bytes(b"van gisteren")
    (tmp_path / "~$reactie.xlsx").touch()

    with pytest.raises(BurgertopError, match="sheet_open"):
        house.reply_workbooks.save(received, path)

    with house.workspace.context.work.reading() as store:
        assert store.count(ExportRecord) == 0
    assert path.read_bytes() == b"van gisteren"


def test_a_withdrawn_recommendation_is_not_asked_and_its_old_row_is_left_out(house, received, college):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.advising.withdraw_recommendation(first, "Dubbel.")
    looked = college.write(C6="Wij nemen dit over", C7="Wij nemen dit over").look()

    house.reply_workbooks.keep(looked, {})

    assert [line.number for line in looked.lines] == [2, None]
    assert codes(looked.lines[1])[:2] == ["reply_unknown", "reply_by_hand"]


def test_a_row_that_points_two_ways_goes_where_the_organiser_says(house, received, college):
    looked = college.write(A6=2, C6="Wij nemen dit over", D6="Over isoleren.").look()
    line = next(line for line in looked.lines if line.number is None)
    pick = next(pick for pick in line.offers if pick.number == 1)

    house.reply_workbooks.keep(looked, {line.place: pick})

    assert [answer and answer.reason for answer in answers(house, received)] == ["Over isoleren.", None]


def test_all_or_nothing_when_one_recommendation_was_withdrawn_meanwhile(house, received, college):
    looked = college.write(C6="Wij nemen dit over", C7="Wij nemen dit over").look()
    second = house.responding.recommendations(received)[1].recommendation.id
    house.advising.withdraw_recommendation(second, "Dubbel.")

    with pytest.raises(BurgertopError, match="recommendation_withdrawn"):
        house.reply_workbooks.keep(looked, {})

    assert answers(house, received) == [None]
    assert house.reply_workbooks.readings(received) == ()


def test_undo_puts_the_earlier_answer_back(house, received, college):
    first = house.responding.recommendations(received)[0].recommendation.id
    house.responding.answer(first, ADOPTED)
    kept = college.write(C6="Wij nemen dit niet over", D6="Toch niet.").keep()

    house.reply_workbooks.undo(kept.reading_id)

    assert answers(house, received)[0].reason == "Goed idee."
