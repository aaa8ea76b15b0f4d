"""A register of sixty homes, and twenty letters drawn from it."""

from __future__ import annotations

from datetime import date

from burgertop_app.domain.address_list import AreaPlan, InviteRequest, ListColumns
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.domain.requests import Keeping
from burgertop_app.domain.sheets import table as sheet_table
from burgertop_app.services import inviting
from burgertop_app.services.inviting import LettersAsked, ListAsked

KEEPING = Keeping("Uitnodigen voor de loting", date(2026, 9, 1))
HEADER = ("Naam", "Straat", "Huisnummer", "Postcode", "Plaats", "Wijk", "Geboortejaar")


def people_list(homes=60):
    rows = [
        (
            f"Zÿl {home}",
            "Dorpsstraat",
            str(home),
            "1234 AB",
            "Testdam",
            ("Noord", "Zuid")[home % 2],
            str(1950 + home % 50),
        )
        for home in range(1, homes + 1)
    ]
    return sheet_table("register.csv", [HEADER, *rows])


def read(house, process, listed, rules=None):
    columns = ListColumns(inviting.suggest_list(listed))
    return inviting.read_list(ListAsked(listed, columns, rules or house.inviting.rules(process), "ab"))


def invite(house, process, letters=20, listed=None):
    found = read(house, process, listed or people_list())
    plan = tuple(AreaPlan(*area) for area in found.areas)
    drawn = inviting.draw_letters(LettersAsked(found, plan, letters))
    request = InviteRequest(listed=found, plan=plan, drawn=drawn, keeping=KEEPING, area_feature="wijk")
    return house.inviting.make(process, request).id


def stored(house, kind, **equal):
    with house.workspace.context.work.reading() as store:
        return store.find(kind, **equal)


def codes(house, process):
    return [letter.code for letter in house.mailings.letters(process, MailKind.INVITATION)]


def reply(code, **given):
    return ReplyForm(**({"code": code, "channel": "kaart", "features": {"opleiding": "hbo"}} | given))


def line_of(house, process, recorded):
    return next(line for line in house.people.lines(process) if line.participation_id == recorded.change.id)


def other_area(house, process, code):
    """An area in which this letter did not fall."""
    return "Noord" if house.replying.look_up(process, code).area == "Zuid" else "Zuid"
