"""Importing cards: nothing is kept before every problem is answered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from burgertop_app.domain.cards_import import CardField
from burgertop_app.domain.errors import InvalidInput, NotFound, NotPossible
from burgertop_app.domain.importing import SKIP_ROW
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard
from burgertop_app.i18n import speaking

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "cards.csv"


@pytest.fixture
def sheet(tmp_path):
    def written(*rows):
        path = tmp_path / "kaarten.csv"
        path.write_text("\n".join(("nummer;tekst;tafel;soort;voor;thema", *rows)), encoding="utf-8")
        return path

    return written


def test_the_sample_comes_in_whole_with_codes_for_its_words(house, process, tmp_path):
    path = shutil.copy(SAMPLE, tmp_path)

    looked = house.card_import.look(process, Path(path), UNHEARD)
    _change, summary = house.card_import.keep(process, looked, {})

    lines = house.cards.lines(process)
    first = next(line for line in lines if line.card.label == "1-04")
    assert looked.plan.problems == ()
    assert summary.taken_over == len(lines) == len(looked.table.rows)
    assert (first.card.kind, first.card.addressee, first.card.times) == ("recommendation", "municipality", 3)
    assert first.theme == "Isolatie"


def test_a_problem_without_answer_keeps_everything_out(house, process, sheet):
    house.cards.add(process, NewCard(text="Er al", label="1-01", table_no=1))
    looked = house.card_import.look(process, sheet("1-01;Meer groen;1;tip;gemeente;"), UNHEARD)

    with pytest.raises(NotPossible):
        house.card_import.keep(process, looked, {})

    assert len(house.cards.lines(process)) == 1


def test_skipping_every_row_says_so_and_keeps_nothing(house, process, sheet):
    house.cards.add(process, NewCard(text="Er al", label="1-01", table_no=1))
    looked = house.card_import.look(process, sheet("1-01;Meer groen;1;tip;gemeente;"), UNHEARD)

    with pytest.raises(InvalidInput) as refused:
        house.card_import.keep(process, looked, {looked.plan.problems[0].key: SKIP_ROW})

    assert refused.value.code == "import_no_card_left"
    assert len(house.cards.lines(process)) == 1


def test_a_number_given_out_meanwhile_keeps_everything_out(house, process, sheet):
    looked = house.card_import.look(
        process, sheet("1-01;Meer groen;1;tip;gemeente;", "1-02;Minder steen;1;tip;gemeente;"), UNHEARD
    )
    house.cards.add(process, NewCard(text="Net getypt", label="1-02", table_no=1))

    with pytest.raises(InvalidInput) as refused:
        house.card_import.keep(process, looked, {})

    assert refused.value.code == "card_label_taken"
    assert [line.text for line in house.cards.lines(process)] == ["Net getypt"]


def test_columns_can_be_used_otherwise(house, process, sheet):
    looked = house.card_import.look(process, sheet("1-01;Meer groen;1;tip;gemeente;Wonen"), UNHEARD)
    uses = (*looked.columns.uses[:-1], CardField.IGNORE)

    again = house.card_import.again(process, looked.table, uses, UNHEARD)
    house.card_import.keep(process, again, {})

    assert house.cards.themes(process) == ()


def test_columns_without_a_text_are_refused(house, process, sheet):
    looked = house.card_import.look(process, sheet("1-01;Meer groen;1;tip;gemeente;Wonen"), UNHEARD)

    with pytest.raises(InvalidInput):
        house.card_import.again(process, looked.table, (CardField.IGNORE,) * 6, UNHEARD)


def test_a_missing_file_is_told(house, process, tmp_path):
    with pytest.raises(NotFound):
        house.card_import.look(process, tmp_path / "weg.csv", UNHEARD)


@pytest.mark.parametrize("spoken", ["nl", "en"])
@pytest.mark.parametrize(
    "row", ["1-01;Meer groen;1;aanbeveling;gemeente;", "1-01;Green;1;recommendation;municipality;"]
)
def test_kinds_are_known_in_dutch_and_in_english(house, process, sheet, spoken, row):
    with speaking(spoken):
        looked = house.card_import.look(process, sheet(row), UNHEARD)
        house.card_import.keep(process, looked, {})

    (line,) = house.cards.lines(process)
    assert (line.card.kind, line.card.addressee) == ("recommendation", "municipality")
