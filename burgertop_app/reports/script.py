"""The facilitators' script: who leads which table, the rules, and the day step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hours, running
from burgertop_app.reports.pieces import Bullets, Facts, Grid, Heading, Paragraph, Role, Sheet, Span
from burgertop_app.reports.tables import step_rows, where

if TYPE_CHECKING:
    from burgertop_app.domain.papers.tables import (
        FacilitatorRoute,
        FacilitatorScriptPaper,
        RoundScript,
        Stop,
    )
    from burgertop_app.reports.pieces import Piece, Words


def facilitator_script_document(paper: FacilitatorScriptPaper) -> Document:
    """The script of one event for all facilitators."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Script for facilitators: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=where(paper.event),
            parts=tuple(_parts(paper)),
        )


def _parts(paper: FacilitatorScriptPaper) -> list[Piece]:
    own = bool(paper.rounds)
    rules = (Heading(2, _("Rules at the table")), Bullets(paper.rules)) if paper.rules and not own else ()
    steps = (
        (
            Heading(2, _("The script")),
            Grid((_("Time"), _("Takes"), _("What")), step_rows(paper.steps), (12, 14, 74), row_headers=True),
        )
        if paper.steps
        else ()
    )
    return [
        Heading(1, _("Script for facilitators")),
        Paragraph(where(paper.event), Role.LEAD),
        *_routes(paper.routes),
        *rules,
        *steps,
        *(piece for route in paper.routes if own for piece in _own(paper, route)),
    ]


def _own(paper: FacilitatorScriptPaper, route: FacilitatorRoute) -> list[Piece]:
    """Everything for one facilitator, on pages of their own."""
    stops = {stop.round_no: stop for stop in route.stops}
    rows = tuple(
        (_("Round {round}").format(round=script.round_no), _stop_line(script, stops.get(script.round_no)))
        for script in paper.rounds
    )
    rules = (Heading(2, _("Rules at the table"), listed=False), Bullets(paper.rules)) if paper.rules else ()
    return [
        Sheet(f"{running(paper.masthead)} · {route.name}"),
        Heading(1, route.name),
        Paragraph(where(paper.event), Role.STRONG),
        Facts(rows, label_share=0.2),
        *rules,
        *(
            piece
            for script in paper.rounds
            if script.round_no in stops
            for piece in _round(script, stops[script.round_no])
        ),
    ]


def _stop_line(script: RoundScript, stop: Stop | None) -> Words:
    if stop is None or not stop.table:
        return _("free")
    table = Span(_("table {table}").format(table=stop.table), bold=True)
    particulars = (hours(script.starts, script.ends), stop.topic, stop.room)
    return (table, Span("".join(f" · {part}" for part in particulars if part)))


def _round(script: RoundScript, stop: Stop) -> tuple[Piece, ...]:
    table = _("table {table}").format(table=stop.table)
    title = _("Round {round}").format(round=script.round_no)
    parts = (title, table, hours(script.starts, script.ends))
    topic = (Paragraph(stop.topic, Role.STRONG),) if stop.topic else ()
    return (
        Heading(2, " · ".join(part for part in parts if part), listed=False),
        *topic,
        Grid((_("Time"), _("Takes"), _("What")), step_rows(script.steps), (12, 14, 74), row_headers=True),
    )


def _routes(routes: tuple[FacilitatorRoute, ...]) -> tuple[Piece, ...]:
    if not routes:
        return (Paragraph(_("There are no facilitators yet.")),)
    rounds = sorted({stop.round_no for route in routes for stop in route.stops})
    header = (_("Facilitator"), *(_("Round {round}").format(round=number) for number in rounds))
    rows = tuple(_row(route, rounds) for route in routes)
    widths = (34.0, *(66.0 / max(len(rounds), 1) for _round in rounds))
    return (Heading(2, _("Who leads which table")), Grid(header, rows, widths, row_headers=True))


def _row(route: FacilitatorRoute, rounds: list[int]) -> tuple[Words, ...]:
    stops = {stop.round_no: stop for stop in route.stops}
    name = f"{route.name}\n{route.note}" if route.note else route.name
    return (name, *(_stop(stops[number]) if number in stops else "–" for number in rounds))


def _stop(stop: Stop) -> str:
    table = _("table {table}").format(table=stop.table) if stop.table else _("free")
    particulars = " · ".join(part for part in (hours(stop.starts), stop.topic, stop.room) if part)
    return f"{table}\n{particulars}" if particulars else table
