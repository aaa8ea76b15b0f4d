"""The dossier as sheets: the whole process in words, people by number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.draw_records import DrawEntry, DrawRecord
from burgertop_app.domain.events import Event, PlanVersion
from burgertop_app.domain.people import Participation, Role
from burgertop_app.domain.processes import DecisionRule, Mandate, Milestone, Pledge
from burgertop_app.domain.responses import (
    Feedback,
)
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.i18n import _
from burgertop_app.messages.words import word
from burgertop_app.services.archive import outcome_sheets
from burgertop_app.services.printing import sittings
from burgertop_app.storage import look_store, outcome_store, people_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from burgertop_app.domain.processes import Process
    from burgertop_app.exchange.exports import Cell
    from burgertop_app.storage.unit_of_work import Store

Sheet = tuple[tuple[str, ...], list[tuple["Cell", ...]]]
"""The headings, and the rows."""


def sheets(store: Store, process: Process) -> dict[str, Sheet]:
    """Every sheet by its name, in the language now spoken; one without rows has its headings."""
    advices = store.find(Advice, process_id=process.id)
    return {
        _("Process"): _process(store, process),
        _("Planning"): _planning(store, process),
        _("People"): _people(store, process),
        _("Draws"): _draws(store, process),
        _("Tables"): _tables(store, process),
        _("Cards"): outcome_sheets.cards(store, process),
        _("Proposals"): outcome_sheets.proposals(store, process),
        _("Advice versions"): outcome_sheets.versions(store, advices),
        _("Recommendations"): outcome_sheets.recommendations(store, advices),
        _("Offers and receipts"): outcome_sheets.offers(store, advices),
        _("Answers"): outcome_sheets.answers(store, advices),
        _("Commitments"): outcome_sheets.commitments(store, process),
        _("Feedback"): _feedback(store, process),
        _("Exports made"): _exports(store, process),
    }


def _process(store: Store, process: Process) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (_("Title"), process.title),
        (_("Topic"), process.topic),
        (_("Municipality"), process.municipality),
        (_("Commissioned by"), process.commissioner),
        (_("Assignment"), process.assignment),
        (_("Ordinance"), process.ordinance),
        (_("Form"), process.form),
        (_("SHA-256 of the form"), process.recipe_sha256),
        (_("Seats"), process.seats),
        (_("Phase"), process.phase.value),
        (_("Begins on"), process.starts_on),
        *_look(store, process),
    ]
    rows += [
        (_("Mandate: {frame}").format(frame=word(one.frame)), one.text)
        for one in store.find(Mandate, order_by="position", process_id=process.id)
    ]
    rows += [
        (_("How we decide"), one.text)
        for one in store.find(DecisionRule, order_by="position", process_id=process.id)
    ]
    rows += [(one.by, one.text) for one in store.find(Pledge, process_id=process.id)]
    return (_("What"), _("Value")), rows


def _look(store: Store, process: Process) -> list[tuple[Cell, ...]]:
    """The house style of the documents; nothing when the organiser chose none."""
    style = look_store.kept(store, process.id)
    if style is None:
        return []
    files = look_store.logo_files(store, process.id) if style.attachment_id else ()
    return [
        *([(_("Colour of the documents"), style.accent)] if style.accent else []),
        *([(_("What the logo shows"), style.alt)] if files else []),
        *([(_("SHA-256 of the logo"), files[0].sha256)] if files else []),
    ]


def _planning(store: Store, process: Process) -> Sheet:
    found = store.find(Milestone, order_by="due_on", process_id=process.id)
    rows: list[tuple[Cell, ...]] = [(one.title, one.due_on, one.done_on) for one in found]
    rows += [
        (one.title, one.on, None) for one in store.find(Event, order_by="on", process_id=process.id) if one.on
    ]
    return (_("What"), _("Day"), _("Done on")), rows


def _people(store: Store, process: Process) -> Sheet:
    """Numbers, roles, states and features; no name and no address."""
    lines = people_store.lines(store, process.id)
    features = tuple(dict.fromkeys(feature for line in lines for feature in line.features))
    rows: list[tuple[Cell, ...]] = [
        (
            line.number,
            word(line.role),
            word(line.state),
            *(line.features.get(feature, "") for feature in features),
        )
        for line in lines
    ]
    return (_("Number"), _("Role"), _("State"), *features), rows


def _draws(store: Store, process: Process) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for record in store.find(DrawRecord, order_by="attempt", process_id=process.id):
        counts = Counter(entry.outcome.value for entry in store.find(DrawEntry, draw_id=record.id))
        rows.append(
            (
                record.attempt,
                record.state.value,
                record.method,
                record.seats,
                record.people,
                counts["panel"],
                counts["reserve"],
                record.min_probability,
                record.seed,
                record.drawn_number,
                _moment(record.committed_at),
                _moment(record.drawn_at),
                record.withdrawn_reason,
                record.lottery_sha256,
            )
        )
    headings = (
        _("Attempt"),
        _("State"),
        _("Method"),
        _("Seats"),
        _("People in the draw"),
        _("Drawn"),
        _("Reserves"),
        _("Smallest chance"),
        _("Seed"),
        _("Number drawn"),
        _("Recorded before the number"),
        _("Drawn at"),
        _("Why withdrawn"),
        _("SHA-256 of the lottery"),
    )
    return headings, rows


def _tables(store: Store, process: Process) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for event in store.find(Event, order_by="on", process_id=process.id):
        if store.count(PlanVersion, event_id=event.id):
            for sitting in sittings.sittings(store, event):
                people = ", ".join(
                    sorted((person.number for person in sitting.people), key=outcome_store.natural)
                )
                rows.append(
                    (
                        event.title,
                        event.on,
                        event.place,
                        sitting.turn.no,
                        sitting.table.no,
                        sitting.topic,
                        people,
                    )
                )
    headings = (_("Meeting"), _("Day"), _("Place"), _("Round"), _("Table"), _("Topic"), _("Numbers"))
    return headings, rows


def _feedback(store: Store, process: Process) -> Sheet:
    """How many people were told on which day; who they were is not said."""
    ids = [one.id for one in store.find(Participation, process_id=process.id, role=Role.RESIDENT)]
    counts = Counter(one.on for one in store.find(Feedback, participation_id=ids))
    return (_("Day"), _("People told")), [(on, counts[on]) for on in sorted(counts)]


def _exports(store: Store, process: Process) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (_moment(one.at), one.kind, one.people, ", ".join(one.columns), one.purpose, one.by)
        for one in store.find(ExportRecord, order_by="at", process_id=process.id)
    ]
    headings = (_("When"), _("Kind"), _("People"), _("Columns"), _("Purpose"), _("Who"))
    return headings, rows


def contacts(store: Store, process: Process) -> Sheet:
    """Names and addresses by number; only with a ground."""
    parts = {one.person_id: one.number for one in store.find(Participation, process_id=process.id)}
    found: Iterable[tuple[Cell, ...]] = (
        (parts[one.person_id], one.name, one.address, one.postcode, one.place, one.email, one.phone)
        for one in people_store.contacts(store, process.id)
        if one.person_id in parts
    )
    headings = (
        _("Number"),
        _("Name"),
        _("Address"),
        _("Postcode"),
        _("Place"),
        _("E-mail"),
        _("Telephone"),
    )
    return headings, sorted(found, key=lambda row: outcome_store.natural(str(row[0])))


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""
