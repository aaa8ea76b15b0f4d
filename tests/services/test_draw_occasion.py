"""What a protocol tells besides the draw: how registration had closed when the lottery was fixed."""

from __future__ import annotations

from pypdf import PdfReader

from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.draw_calculating import calculate
from tests.beginnings import beginning

SOURCE = Commitment(
    number_source="dobbelstenen", moment="zondag 15.00 uur", published_where="de website", witnesses=""
)


@beginning
def pool(house, process):
    for number in range(8):
        town = "Noord" if number % 2 else "Zuid"
        house.people.add(process, PersonForm(name=f"Bewoner {number}", features={"wijk": town}))
    towns = ("Noord", "Zuid")
    quotas = tuple(QuotaEntry(feature="wijk", value=town, low=1, high=3) for town in towns)
    house.draw_preparing.choose(process, seats=4, reserves=0, households=False)
    house.drawing.set_quotas(process, QuotaForm(lines=quotas))
    return process


def committed(house, process):
    given = house.drawing.prepare(DrawRequest(process_id=process, seats=4))
    draw_id = house.drawing.keep(given, calculate(given, UNHEARD)).id
    house.drawing.commit(draw_id, SOURCE)
    return draw_id


def protocol(house, draw_id, folder):
    house.draw_folders.write(draw_id, folder)
    return [
        " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
        for path in (folder / "protocol.pdf", folder / "openbaar" / "protocol.pdf")
    ]


def test_both_protocols_tell_with_how_many_registration_closed(house, pool, tmp_path):
    house.registration.close(pool)

    said = protocol(house, committed(house, pool), tmp_path / "loting")

    assert all("De aanmelding sloot op" in text and "met 8 aanmeldingen." in text for text in said)


def test_a_draw_before_the_closing_says_nothing_of_it(house, pool, clock, tmp_path):
    draw_id = committed(house, pool)
    clock.on(days=1)
    house.registration.close(pool)

    assert not any("De aanmelding sloot" in text for text in protocol(house, draw_id, tmp_path / "loting"))
