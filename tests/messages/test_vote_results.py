"""The result of a vote on slips, in plain Dutch."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

import pytest

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion, lot_order
from burgertop_app.domain.ballots import Ballot, Count
from burgertop_app.domain.vote_results import Turnout
from burgertop_app.domain.voting import BallotOption, VoteResult
from burgertop_app.engines.ballots.counting import count
from burgertop_app.engines.ballots.groups import support
from burgertop_app.messages.vote_methods import how_to_vote, method_help, rule_lines, support_means
from burgertop_app.messages.vote_results import lowest_sentence, option_sentence, result_lines
from burgertop_app.messages.votes import count_words, result_sentence

ID = UUID(int=1)
LABELS = ("Loket", "Groen", "Bus")


def result(rule, papers, cells=(), blank=0, **told):
    """The result of these slips."""
    method = BallotMethod(rule=rule, seed="6 2 4", **told)
    options = tuple(BallotOption(UUID(int=at), at + 1, said) for at, said in enumerate(LABELS))
    turnout = Turnout(len(papers), blank, 0, method.electorate, method.quorum)
    return VoteResult(
        Ballot(id=ID, process_id=ID, title="Stemming", rule=rule, method=method),
        options,
        count(method, papers, turnout, lot_order("6 2 4", LABELS)),
        support(method, papers, cells or [{} for _paper in papers], len(options)),
    )


def test_turnout_and_what_was_chosen_come_first():
    found = result(BallotRule.DOTS, [(3, 1, None), (2, None, 1)], blank=1, electorate=6)

    assert result_lines(found) == (
        (
            "3 briefjes ingeleverd van de 6 mensen die mogen stemmen (50\u00a0%): "
            "2 geldig, 1 blanco, 0 ongeldig."
        ),
        "Gekozen is “1. Loket”.",
    )
    assert option_sentence(found, 0) == "Gekozen: plaats 1, 5 stippen."


def test_one_voter_agrees_in_the_singular():
    found = result(BallotRule.CONSENT, [(1, 1, -1)])

    assert option_sentence(found, 0) == "Aangenomen: 1 stemt in en niemand heeft bezwaar."


def test_without_a_quorum_there_is_no_result():
    found = result(BallotRule.DOTS, [(3, 1, None)], quorum=2)

    assert result_lines(found)[1].startswith("Er waren ten minste 2 briefjes nodig.")
    assert option_sentence(found, 0).startswith("Geen uitslag")


def test_the_lot_is_told_with_the_number_and_the_order():
    said = " ".join(result_lines(result(BallotRule.APPROVAL, [(1, None, None), (None, 1, None)])))

    assert "stonden gelijk op de grens. Het openbare nummer “6 2 4” zet ze in deze volgorde." in said


def test_schulze_tells_whether_the_winner_wins_from_all():
    plain = result(BallotRule.SCHULZE, [(1, 2, 3)])
    circle = result(BallotRule.SCHULZE, [(1, 2, 3)] * 3 + [(3, 1, 2)] * 2 + [(2, 3, 1)] * 2)

    assert result_lines(plain)[-1] == "“1. Loket” wint twee aan twee van elk ander voorstel."
    assert result_lines(circle)[-1].startswith("Geen voorstel wint twee aan twee van alle andere.")


def test_the_lowest_group_stands_beside_everyone():
    papers = [(1 if at % 4 else -1, 1 if at % 3 else -1, 0) for at in range(24)]
    cells = [{"Wijk": "Noord" if at % 2 else "Zuid"} for at in range(24)]

    found = result(BallotRule.MAJORITY, papers, cells, groups=(GroupQuestion("Wijk", ("Noord", "Zuid")),))

    assert lowest_sentence(found, 1) == "2. Groen: iedereen 67\u00a0%; laagste groep 67\u00a0% (Wijk: Noord)."
    assert lowest_sentence(found, 0) == ""


def test_a_score_has_its_mean_and_its_middle():
    found = result(BallotRule.SCORE, [(10, 1, 2), (5, 1, 2), (5, 1, 2)])

    assert option_sentence(found, 0) == "Gekozen: plaats 1, gemiddeld een 6,67. Het middelste cijfer is 5."


def test_a_temperature_check_says_that_nothing_is_decided():
    assert result_lines(result(BallotRule.TEMPERATURE, [(5, 3, 1)]))[1] == (
        "Dit was een temperatuurmeting: er is niets besloten."
    )


def test_a_threshold_names_how_many_votes_were_needed():
    kept = Count(id=ID, option_id=ID, in_favour=7, against=3, chosen=False)
    method = BallotMethod(rule=BallotRule.THRESHOLD, needed=3, out_of=4)

    assert result_sentence(BallotRule.THRESHOLD, kept, method) == (
        "Niet aangenomen: 7 van de 10 stemmen zijn voor. Er waren er 8 nodig."
    )


def test_a_place_is_told_where_there_is_no_for_and_against():
    kept = Count(id=ID, option_id=ID, in_favour=14, against=0, score=Fraction(31), place=2, chosen=False)

    assert count_words(kept) == "plaats 2, op 14 briefjes"


@pytest.mark.parametrize("rule", BallotRule)
def test_every_method_is_explained_whole(rule):
    method = BallotMethod(rule=rule, seed="6 2 4", electorate=40, groups=(GroupQuestion("Wijk", ("a", "b")),))
    said = (method_help(rule), how_to_vote(method), *rule_lines(method), support_means(rule))

    assert all(line.strip() and "{" not in line for line in said)
    assert len(set(said)) == len(said)
