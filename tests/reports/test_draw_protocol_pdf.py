"""The protocol of a draw on paper: checkable by anyone, names nobody, marks what does not count."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from burgertop_app.domain.draw_protocol import leaf, panel_hash
from burgertop_app.domain.papers.draw import Withdrawal
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.protocol.document import draw_protocol_document
from burgertop_app.reports.protocol.lottery import ticks


def test_protocol_gives_hashes_seed_number_and_panel(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    assert all(
        value in text for value in (protocol.lottery_sha256, protocol.pool_sha256, protocol.quotas_sha256)
    )
    assert "Startwoord drie dobbelstenen 4 1 7 Het getal 417" in text
    assert all(number in text for number in (*protocol.drawn.panel, *protocol.drawn.reserves))
    assert "c0de" * 16 in text


def test_a_number_drawn_by_hand_is_told_in_the_place_of_the_seed(protocol, read):
    drawn = replace(protocol.drawn, seed="")

    text = read(pdf(draw_protocol_document(replace(protocol, drawn=drawn)))).text

    assert "Startwoord Geen: het getal is met de hand getrokken. Het getal 417" in text


def test_quotas_stand_with_supply_and_panel(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    assert "16–29 6 7 51 6" in text
    assert "praktisch 8 9 55 8" in text


def test_recipe_in_the_protocol_is_the_one_to_follow(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    said = text[text.index("SHA-256(") : text.index(" + c)") + 5]
    assert said == 'SHA-256("burgertop/number/1\\n" + lottery_sha256 + "\\n" + seed + "\\n" + c)'
    assert len(hashlib.sha256(f"burgertop/number/1\n{protocol.lottery_sha256}\nx\n0".encode()).digest()) == 32
    assert "v mod 1000" in text


def test_public_steps_need_no_file_that_stays_closed(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    public = text[text.index("openbare bestanden kunt u") : text.index("volledige map van de loting heeft")]
    assert "opening.json" in public
    assert "lottery.json" not in public


def test_marks_in_the_protocol_are_the_ones_to_calculate(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    assert 'SHA-256(salt + "\\n" + drawn_number + "\\n" + panel)' in text
    assert 'SHA-256(salt + "\\n" + number + "\\n" + features)' in text
    assert panel_hash("s", 7, ("p1", "p2")) == hashlib.sha256(b's\n007\n["p1","p2"]').hexdigest()
    assert leaf("s", "p1", {"wijk": "Noord"}) == hashlib.sha256(b's\np1\n{"wijk":"Noord"}').hexdigest()


def test_limit_of_the_protocol_is_stated(protocol, read):
    assert (
        "Daarom telt alleen een controlecode die ergens anders openbaar is gemaakt"
        in read(pdf(draw_protocol_document(protocol))).text
    )


def test_rehearsal_is_marked_on_every_page(protocol, read):
    seen = read(pdf(draw_protocol_document(replace(protocol, commitment=None))))

    assert all("PROEFLOTING" in page for page in seen.pages)
    assert "Vooraf vastgelegd" not in seen.text


def test_committed_draw_that_counts_is_not_marked(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    assert "PROEFLOTING" not in text
    assert "INGETROKKEN" not in text
    assert "Getuigen griffier, twee inwoners" in text


def test_withdrawn_draw_stays_readable_with_its_reason(protocol, read):
    gone = Withdrawal(reason="De lijst was <b>niet</b> volledig.", at=protocol.masthead.made_at)

    seen = read(pdf(draw_protocol_document(replace(protocol, withdrawn=gone))))

    assert all("INGETROKKEN" in page for page in seen.pages)
    assert "Reden: De lijst was <b>niet</b> volledig." in seen.text
    assert "417" in seen.text


def test_before_the_number_nobody_is_named(protocol, read):
    quotas = tuple(replace(line, panel=None) for line in protocol.quotas)

    text = read(pdf(draw_protocol_document(replace(protocol, drawn=None, quotas=quotas)))).text

    assert "Niemand weet wie er in het panel zit" in text
    assert "A-1013" not in text


def test_lowest_chance_is_that_of_people_with_a_chance(protocol, read):
    text = read(pdf(draw_protocol_document(protocol))).text

    assert "Laagste kans 4,8 %" in text


def test_unproven_limit_is_said_to_be_unproven(protocol, read):
    text = read(pdf(draw_protocol_document(replace(protocol, upper_bound="0.061000000000")))).text

    assert "is niet bewezen" in text


@pytest.mark.parametrize("highest", [0.0004, 0.024, 0.13, 0.5, 1.0])
def test_axis_runs_from_zero_to_above_the_highest_chance_in_few_steps(highest):
    steps = ticks(highest)

    assert steps[0] == 0
    assert steps[-1] >= highest
    assert 2 <= len(steps) <= 8


def test_panel_of_hundreds_and_pool_of_thousands_fit(protocol, read):
    big = replace(
        protocol,
        chances=tuple(0.04 + n / 1e6 for n in range(2000)),
        drawn=replace(protocol.drawn, panel=tuple(f"nummer-{n:05d}" for n in range(400))),
    )

    text = read(pdf(draw_protocol_document(big))).text

    assert all(f"nummer-{n:05d}" in text for n in range(400))


def test_protocol_repeats_byte_for_byte_with_every_font_embedded(protocol, read):
    data = pdf(draw_protocol_document(protocol))

    assert data == pdf(draw_protocol_document(protocol))
    assert all(read(data).fonts().values())
