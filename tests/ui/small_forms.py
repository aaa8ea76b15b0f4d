"""The two small forms of the tests in a workspace: a committee with issues, and mirrors of two years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.services.house import furnish

FORMS = Path(__file__).parents[1] / "fixtures" / "forms"
TODAY = date(2026, 6, 10)

ISSUES = (
    ("Losse stoeptegels op de Lindelaan", "Lindelaan, bij de school", "municipality", "taken_up", True),
    ("Te hard rijden door de Dorpsstraat", "Dorpsstraat", "police", "taken_up", True),
    ("Zwerfvuil rond de glasbak", "Glasbak aan het Plein", "municipality", "waiting", False),
    ("Kapotte lantaarnpaal bij de speeltuin", "Speeltuin De Bult", "municipality", "reported", False),
    ("Schimmel in de portieken", "Flat Waterzicht", "housing", "reported", False),
    ("Hangplek achter de winkels", "Achter de winkels", "police", "solved", True),
    ("Hondenpoep op het trapveld", "Trapveld", "municipality", "dropped", False),
)


def with_small_forms(house):
    """The same services, with the small forms to choose from."""
    workspace = house.workspace
    return furnish(replace(workspace, context=replace(workspace.context, forms=FORMS)))


def committee(house, clock):
    """A committee with seven issues, three people and two meetings; today is 10 June 2026."""
    clock.now = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 0, tzinfo=UTC)
    request = NewProcess(
        form="issue_board", title="Buurt aan zet", topic="Lindekwartier", municipality="Waterrijk"
    )
    process = house.processes.start(request).id
    for name in ("Bep de Wit", "Murat Çelik", "Ineke van der Zwaluw-’t Hart"):
        house.people.add(process, PersonForm(name=name))
    for on in (date(2026, 1, 20), date(2026, 3, 10)):
        house.meetings.add(process, title="Vergadering", on=on, place="Buurthuis")
    person = house.items.board(process).people[0].participation_id
    for title, where, partner, stage, chosen in ISSUES:
        item = house.items.add(process, "kwestie", title).id
        for code, value in (("where", where), ("partner", partner), ("topical", "yes")):
            house.items.fill(item, code, value)
        house.items.fill(item, "contact", str(person))
        house.items.choose(item, chosen=chosen)
        house.items.note(item, date(2026, 3, 10), "De wijkagent kijkt er volgende week naar.")
        house.items.move(item, stage)
    house.items.add(process, "kwestie", "Te weinig prullenbakken in het park")
    return process


def mirrors(house, clock):
    """A group that held up five mirrors to itself in 2025 and again in 2026."""
    clock.now = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 0, tzinfo=UTC)
    request = NewProcess(form="mirror_talk", title="Spiegels in het cultuurhuis", municipality="Waterrijk")
    process = house.processes.start(request).id
    form = house.processes.recipe(process).instruments[0]
    for on, lift in ((date(2025, 5, 27), 0), (date(2026, 6, 2), 2)):
        begun = house.evaluating.begin(process, form.code, on, "Met het hele team").id
        for place, question in enumerate(form.all_questions()):
            house.evaluating.answer(
                begun,
                question.code,
                score=3 + (place * 5) % 4 + (lift if place % 3 else 0),
                text="Het zijn nog vaak dezelfde gezichten." if place % 4 == 0 else "",
                step="Twee jongeren vragen voor de programmaraad." if place % 5 == 0 else "",
            )
    return process
