import csv
import re
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfbase.ttfonts import TTFont
from scipy.optimize import Bounds, LinearConstraint, milp

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.ballots import BallotRule, Count, carried
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.processes import Frame, Phase
from burgertop_app.domain.responses import CommitmentState, Disposal, Step
from burgertop_app.domain.terms import Rule, Term
from burgertop_app.services.terms import Terms

TOP = Path(__file__).parents[2]
SAMPLE = TOP / "resources" / "sample"
FONT = TOP / "resources" / "fonts" / "DejaVuSans.ttf"
SEATS = 30
PRESENT = 27


def sheet(name, delimiter):
    with (SAMPLE / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=delimiter, strict=True))


def toml(name):
    return tomllib.loads((SAMPLE / name).read_text(encoding="utf-8"))


PEOPLE = sheet("people.csv", ";")
QUOTAS = sheet("quotas.csv", ",")
POPULATION = sheet("population.csv", ",")
FACILITATORS = sheet("facilitators.csv", ";")
CARDS = sheet("cards.csv", ";")
PROCESSES = toml("process.toml")
EVENT = toml("event.toml")
PROPOSALS = toml("proposals.toml")
ADVICE = toml("advice.toml")
RESPONSE = toml("response.toml")
FEATURES = ("leeftijd", "gender", "opleiding", "wijk", "wonen")
NUMBERS = {card["nummer"] for card in CARDS}


def test_the_sample_is_as_large_as_promised():
    assert len(PEOPLE) >= 450
    assert len(FACILITATORS) >= 40
    assert len(CARDS) >= 140
    assert len(PROPOSALS["proposal"]) == 13
    assert len(ADVICE["recommendation"]) == 13
    assert len(PROCESSES["process"]) == 2


def test_everyone_has_a_number_of_their_own():
    assert [person["nummer"] for person in PEOPLE] == [str(number) for number in range(1, len(PEOPLE) + 1)]


@pytest.mark.parametrize("feature", FEATURES)
def test_quotas_population_and_people_know_the_same_values(feature):
    quotas = {row["value"] for row in QUOTAS if row["feature"] == feature}

    assert quotas == {row["value"] for row in POPULATION if row["feature"] == feature}
    assert quotas == {person[feature] for person in PEOPLE}


def test_quotas_are_about_the_features_and_nothing_else():
    assert {row["feature"] for row in QUOTAS} == set(FEATURES)


@pytest.mark.parametrize("feature", FEATURES)
def test_shares_of_the_population_are_whole(feature):
    shares = [float(row["share"]) for row in POPULATION if row["feature"] == feature]

    assert sum(shares) == pytest.approx(1)


def test_quotas_give_way_outwards_only():
    for row in QUOTAS:
        low, high, least, most = (int(row[name]) for name in ("min", "max", "min_flex", "max_flex"))
        assert least <= low <= high <= most


def test_every_resident_fits_in_some_panel():
    types = Counter(tuple(person[feature] for feature in FEATURES) for person in PEOPLE)
    has = np.array([[row["value"] in kind for kind in types] for row in QUOTAS], dtype=float)
    quotas = LinearConstraint(has, [int(row["min"]) for row in QUOTAS], [int(row["max"]) for row in QUOTAS])
    seats = LinearConstraint(np.ones((1, len(types))), SEATS, SEATS)
    supply = np.array(list(types.values()))

    stuck = []
    for place, kind in enumerate(types):
        least = np.zeros(len(types))
        least[place] = 1
        found = milp(
            np.zeros(len(types)),
            constraints=[quotas, seats],
            bounds=Bounds(least, supply),
            integrality=np.ones(len(types)),
        )
        if not found.success:
            stuck.append(kind)

    assert stuck == []


def test_the_pool_leans_as_real_pools_do():
    theoretical = sum(person["opleiding"] == "theoretisch" for person in PEOPLE) / len(PEOPLE)
    older = sum(person["leeftijd"] == "65+" for person in PEOPLE) / len(PEOPLE)

    assert theoretical > 0.40
    assert older > 0.28


def test_some_people_share_an_address_and_some_need_something():
    addresses = Counter((person["adres"], person["postcode"]) for person in PEOPLE)
    sharing = sum(count for count in addresses.values() if count > 1) / len(PEOPLE)
    needing = sum(bool(person["nodig"]) for person in PEOPLE) / len(PEOPLE)

    assert 0.06 <= sharing <= 0.10
    assert 0.04 <= needing <= 0.08


def test_mail_goes_to_reserved_domains_only():
    reserved = re.compile(r"[^@\s]+@([\w-]+\.example|example\.(org|net|com))")
    addresses = [row["e-mail"] for row in (*PEOPLE, *FACILITATORS) if row["e-mail"]]

    assert [address for address in addresses if not reserved.fullmatch(address)] == []
    assert len(set(addresses)) > 0.98 * len(addresses)


def test_every_text_about_the_sample_names_no_real_domain():
    texts = [file.read_text(encoding="utf-8") for file in SAMPLE.glob("*.toml")]
    domains = re.findall(r"[\w.-]+@([\w.-]+\w)|https?://([\w.-]+)", "\n".join(texts))

    assert {name for pair in domains for name in pair if name} <= {"waterrijk.example"}


def test_phone_numbers_are_not_handed_out():
    assert {person["telefoon"][:5] for person in PEOPLE if person["telefoon"]} == {"06 00"}


def test_every_character_has_a_glyph_on_paper():
    known = TTFont("sample", str(FONT)).face.charToGlyph
    files = [file for file in SAMPLE.iterdir() if file.suffix in {".csv", ".toml"}]

    missing = {
        (file.name, character)
        for file in files
        for character in file.read_text(encoding="utf-8")
        if character != "\n" and ord(character) not in known
    }

    assert missing == set()


@pytest.mark.parametrize("script", ["\u0131", "ş", "ğ", "Ç", "Ł", "ś", "ż", "IJ", "Ш", "ح", "ק", "ễ", "λ"])
def test_names_try_the_fonts(script):
    assert any(script in person["naam"] for person in PEOPLE)


def test_names_try_the_columns():
    lengths = sorted(len(person["naam"]) for person in PEOPLE)

    assert lengths[0] <= 6
    assert lengths[-1] >= 80
    assert any(" " not in person["naam"] for person in PEOPLE)


def test_cards_are_numbered_per_table():
    for table in {card["tafel"] for card in CARDS}:
        cards = [card["nummer"] for card in CARDS if card["tafel"] == table]
        assert cards == [f"{table}-{number:02d}" for number in range(1, len(cards) + 1)]


def test_cards_lie_on_tables_and_in_rounds_of_the_event():
    tables = {str(table["no"]) for table in EVENT["table"]}
    rounds = {str(item["no"]) for item in EVENT["round"]}

    assert {card["tafel"] for card in CARDS} == tables
    assert {card["ronde"] for card in CARDS} == rounds


def test_cards_are_of_every_kind_and_for_everyone():
    assert {card["soort"] for card in CARDS} == {"aanbeveling", "tip", "uitspraak", "vraag"}
    assert {card["voor"] for card in CARDS} == {"gemeente", "bewoners", "politiek", "organisator"}


def test_cards_have_seven_or_eight_themes_and_some_have_none():
    themes = Counter(card["thema"] for card in CARDS)

    assert 8 <= themes.pop("") <= 12
    assert 7 <= len(themes) <= 8
    assert min(themes.values()) >= 8


def test_no_two_cards_are_the_same():
    words = [re.sub(r"\W", "", card["tekst"].casefold()) for card in CARDS]

    assert len(set(words)) == len(CARDS)


def test_proposals_rest_on_cards_that_exist():
    for proposal in PROPOSALS["proposal"]:
        assert len(proposal["cards"]) >= 2
        assert set(proposal["cards"]) <= NUMBERS
        assert len(set(proposal["cards"])) == len(proposal["cards"])
        assert ProposalKind(proposal["kind"])


def test_everybody_present_voted_on_every_proposal():
    assert PROPOSALS["ballot"]["voters"] == PRESENT
    for proposal in PROPOSALS["proposal"]:
        assert sum(proposal["votes"].values()) == PRESENT


def test_the_advice_holds_exactly_what_was_carried():
    rule = BallotRule(PROPOSALS["ballot"]["rule"])
    counts = {
        item["number"]: Count(id=None, option_id=None, **item["votes"]) for item in PROPOSALS["proposal"]
    }

    used = [number for item in ADVICE["recommendation"] for number in item["proposals"]]

    assert sorted(set(used)) == [number for number, count in counts.items() if carried(rule, count)]
    assert len(set(used)) < len(counts)


def test_a_reworded_proposal_says_why():
    histories = [item for proposal in PROPOSALS["proposal"] for item in proposal.get("history", [])]

    assert histories
    assert all(item["reason"].strip() for item in histories)


def test_sections_and_recommendations_are_complete():
    assert set(ADVICE["section"]) == {kind.value for kind in SectionKind}
    assert all(text.strip() for text in ADVICE["section"].values())
    assert [item["number"] for item in ADVICE["recommendation"]] == list(
        range(1, len(ADVICE["recommendation"]) + 1)
    )
    assert all(
        item["title"].count(".") == 1 and item["reason"].count(".") >= 2 for item in ADVICE["recommendation"]
    )


def test_numbers_in_the_advice_are_those_of_the_sample():
    text = " ".join(ADVICE["section"].values())

    assert f"{len(PEOPLE)} mensen" in text
    assert f"Dat werden er {len(CARDS)}." in text
    assert f"zaten {PRESENT} van ons" in text


def test_answers_and_promises_are_about_recommendations_that_exist():
    numbers = {item["number"] for item in ADVICE["recommendation"]}
    answered = [item["recommendation"] for item in RESPONSE["response"]["disposition"]]

    assert set(answered) < numbers
    assert len(set(answered)) == len(answered)
    assert {item["recommendation"] for item in RESPONSE["commitment"]} <= set(answered)
    assert {Disposal(item["disposal"]) for item in RESPONSE["response"]["disposition"]} == {
        kind for kind in Disposal if kind is not Disposal.NOT_OURS
    }
    assert all(item["reason"].strip() for item in RESPONSE["response"]["disposition"])
    assert all(sum(item["marks"]) <= PRESENT for item in RESPONSE["response"]["disposition"])


def test_promises_have_an_owner_and_one_is_late():
    late = [
        item
        for item in RESPONSE["commitment"]
        if item["due_on"] < PROCESSES["today"] and CommitmentState(item["state"]) is not CommitmentState.DONE
    ]

    assert len(late) == 1
    assert all(item["owner"] and Step(item["step"]) for item in RESPONSE["commitment"])


def test_the_days_follow_each_other():
    days = [
        PROPOSALS["ballot"]["on"],
        ADVICE["published_on"],
        RESPONSE["offer"]["on"],
        RESPONSE["receipt"]["on"],
        RESPONSE["response"]["received_on"],
        RESPONSE["reminder"][0]["on"],
        PROCESSES["today"],
    ]

    assert EVENT["on"] == days[0]
    assert all(earlier <= later for earlier, later in pairwise(days))


def test_the_term_of_the_sample_ends_after_christmas():
    agreement = PROCESSES["process"][0]["agreement"]

    found = Terms().due(RESPONSE["receipt"]["on"], Term(agreement["weeks"], Rule(agreement["rule"])))

    assert found.day == date(2026, 12, 28)
    assert "28 december 2026" in RESPONSE["reminder"][0]["text"]


def test_tables_seat_the_panel_and_are_led():
    names = {person["naam"] for person in FACILITATORS}

    assert sum(table["low"] for table in EVENT["table"]) <= PRESENT
    assert sum(table["high"] for table in EVENT["table"]) >= SEATS
    assert {table["facilitator"] for table in EVENT["table"]} <= names
    assert set(EVENT["spread"]) == set(FEATURES)
    assert all(len(item["questions"]) == 2 for item in EVENT["round"])


def test_processes_use_the_words_of_the_program():
    for process in PROCESSES["process"]:
        assert Phase(process["phase"])
        assert all(Frame(item["frame"]) for item in process["mandate"])
    assert {item["frame"] for item in PROCESSES["process"][0]["mandate"]} == {frame.value for frame in Frame}


def test_people_are_made_again_the_same(tmp_path):
    script = tmp_path / "installer" / "sample_people.py"
    script.parent.mkdir()
    (tmp_path / "resources" / "sample").mkdir(parents=True)
    for name in ("sample_people.py", "sample_names.toml"):
        (script.parent / name).write_bytes((TOP / "installer" / name).read_bytes())

    subprocess.run([sys.executable, str(script)], check=True)

    for name in ("people.csv", "population.csv", "quotas.csv"):
        made = (tmp_path / "resources" / "sample" / name).read_text(encoding="utf-8")
        assert made == (SAMPLE / name).read_text(encoding="utf-8")


MILESTONES = {
    "Aanmelding gesloten": PROCESSES["process"][0]["registered_by"],
    "Loting in de bibliotheek": PROCESSES["process"][0]["drawn_on"],
    "Paneldag in Sporthal De Sluis": EVENT["on"],
    "Advies vastgesteld door de leden": ADVICE["published_on"],
    "Advies aangeboden aan het college": RESPONSE["offer"]["on"],
}


@pytest.mark.parametrize(("title", "day"), MILESTONES.items())
def test_planning_names_the_day_on_which_it_happened(title, day):
    planned = next(stop for stop in PROCESSES["process"][0]["milestone"] if stop["title"] == title)

    assert (planned["due_on"], planned["done_on"]) == (day, day)


def test_what_happened_stands_in_order():
    first = PROCESSES["process"][0]
    days = [
        *(first["starts_on"], first["registered_by"], first["drawn_on"], EVENT["on"]),
        *(ADVICE["published_on"], RESPONSE["offer"]["on"], RESPONSE["receipt"]["on"]),
        *(RESPONSE["response"]["received_on"], RESPONSE["reminder"][0]["on"], PROCESSES["today"]),
    ]

    assert days == sorted(days)
    assert PROPOSALS["ballot"]["on"] == EVENT["on"]
