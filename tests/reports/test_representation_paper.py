"""The representativity statement on paper: a picture with words, and the same numbers in a table."""

from __future__ import annotations

from dataclasses import replace

from burgertop_app.domain.papers.representation import RepresentationPaper, Stage, StageKind
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.reports.pieces import Figure, Grid, Heading
from burgertop_app.reports.representation import representation_document
from burgertop_app.services.printing.rendering import render


def pieces(paper, kind):
    return [piece for piece in representation_document(paper).parts if isinstance(piece, kind)]


def test_every_picture_says_its_numbers_in_words(masthead, representation):
    figures = pieces(RepresentationPaper(masthead=masthead, shown=representation), Figure)

    assert len(figures) == 3
    assert "16–29: Inwoners 22 %, Aangemeld 11 %, Geloot 20 %" in figures[0].alt.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_table_has_every_group_and_names_its_rows(masthead, representation):
    table = pieces(RepresentationPaper(masthead=masthead, shown=representation), Grid)[-1]

    groups = [row[0] for row in table.rows if len(row) > 1]
    assert groups == [line.value for one in representation.features for line in one.values]
    assert table.row_headers


def test_many_meetings_are_divided_over_tables_that_each_begin_with_the_residents(masthead, representation):
    days = tuple(Stage(kind=StageKind.PRESENT, people=27, note=f"Avond {day}") for day in range(7))
    features = tuple(
        replace(
            one,
            values=tuple(
                replace(line, shares=(*line.shares, *(None for _day in days))) for line in one.values
            ),
        )
        for one in representation.features
    )
    shown = replace(representation, stages=(*representation.stages, *days), features=features)

    tables = pieces(RepresentationPaper(masthead=masthead, shown=shown), Grid)[1:]

    assert [len(table.header) for table in tables] == [4, 7, 4]
    assert all(table.header[1] == tables[0].header[1] for table in tables)


def test_what_was_done_and_what_is_unknown_stand_on_paper(read, masthead, representation):
    shown = replace(
        representation, done="Een tweede brief.", unknown=("Van de genodigden kennen wij alleen: wijk.",)
    )
    paper = RepresentationPaper(masthead=masthead, shown=shown)

    text = read(render(paper, UNHEARD).content).text

    assert "Een tweede brief." in text
    assert "Van de genodigden kennen wij alleen: wijk." in text
    assert "Wat eraan is gedaan" in [piece.text for piece in pieces(paper, Heading)]
