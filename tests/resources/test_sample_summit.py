"""The summit of the sample, as its files tell it."""

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from burgertop_app.domain.ballot_methods import BallotRule
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.exchange.recipes import read_recipe

TOP = Path(__file__).parents[2]
SAMPLE = TOP / "resources" / "sample"
SUMMIT = tomllib.loads((SAMPLE / "summit.toml").read_text(encoding="utf-8"))
with (SAMPLE / "summit-cards.csv").open(encoding="utf-8", newline="") as handle:
    CARDS = list(csv.DictReader(handle, delimiter=";", strict=True))
LABELS = {card["nummer"] for card in CARDS}
PLANS = [*SUMMIT["proposal"], *SUMMIT["joined"]]
JOINED = {key for plan in SUMMIT["joined"] for key in plan["of"]}
STANDING = [plan for plan in PLANS if plan["key"] not in JOINED]
BOXES = {box for boxes in SUMMIT["groups"].values() for box in boxes}


def test_cards_are_numbered_per_table():
    for table in {card["tafel"] for card in CARDS}:
        numbers = [card["nummer"] for card in CARDS if card["tafel"] == table]
        assert numbers == [f"{table}-{number:02d}" for number in range(1, len(numbers) + 1)]


def test_cards_lie_on_the_tables_and_in_the_rounds_of_the_day():
    tables = {str(number) for number in range(1, SUMMIT["event"]["tables"] + 1)}

    assert {card["tafel"] for card in CARDS} == tables
    assert {card["ronde"] for card in CARDS} == {str(turn["no"]) for turn in SUMMIT["event"]["round"]}


def test_cards_use_the_words_of_the_form():
    recipe = read_recipe(TOP / "resources" / "forms" / "burgertop.toml")

    assert {card["soort"] for card in CARDS} == {kind.name.say("nl") for kind in recipe.card_kinds}
    assert {card["voor"] for card in CARDS} == {one.name.say("nl") for one in recipe.addressees}


def test_no_two_cards_are_the_same():
    assert len({re.sub(r"\W", "", card["tekst"].casefold()) for card in CARDS}) == len(CARDS)


def test_everything_about_cards_is_about_cards_that_exist():
    told = SUMMIT["cards"]
    named = [
        *told["unsigned"],
        *told["examples"],
        *(one["card"] for one in (*told["reword"], *told["split"])),
    ]
    named += [label for one in told["merge"] for label in one["cards"]]
    named += [label for plan in SUMMIT["proposal"] for label in plan["cards"]]

    assert set(named) <= LABELS


def test_plans_say_who_does_what():
    for plan in STANDING:
        assert plan["ourselves" if ProposalKind(plan["kind"]) is ProposalKind.OURS else "asked"].strip()
        assert plan["why"].strip()
        assert plan["cost"] > 0


def test_plans_lie_in_three_areas_and_some_have_a_minority_view():
    assert Counter(plan["area"] for plan in STANDING).keys() == {"Havenwijk", "Oosterpolder", "Zuiderveen"}
    assert 8 <= len(STANDING) <= 12
    assert sum("minority" in plan for plan in STANDING) >= 4


@pytest.mark.parametrize("plan", STANDING, ids=lambda plan: plan["key"])
def test_leans_are_of_groups_that_the_slip_asks_about(plan):
    assert set(plan["lean"]) - {"base"} <= BOXES


def test_every_rule_of_a_vote_has_a_quorum_and_a_seed():
    assert {BallotRule(vote["rule"]) for vote in SUMMIT["vote"]} == {BallotRule.SCHULZE, BallotRule.THRESHOLD}
    assert all(vote["quorum"] > 0 and vote["seed"] for vote in SUMMIT["vote"])


def test_the_budget_names_plans_and_areas_that_exist():
    told = SUMMIT["budget"]

    assert {key for group in told["apart"] for key in group} <= {plan["key"] for plan in STANDING}
    assert set(told["ceilings"]) <= {plan["area"] for plan in STANDING}
    assert sum(plan["cost"] for plan in STANDING) * 100 > told["cents"]


def test_statements_are_short_and_every_group_leans():
    told = SUMMIT["opinion"]

    assert 15 <= len(told["statement"]) <= 20
    assert all(set(one["lean"]) == set(told["voters"]) for one in told["statement"])
    assert max(len(one["text"]) for one in told["statement"]) <= 140


def test_some_intentions_may_not_be_shown():
    assert {one["share"] for one in SUMMIT["intention"]} == {True, False}
