from datetime import UTC, date, datetime

from burgertop_app.domain.outcomes import Duplicate, Standing
from burgertop_app.domain.requests import (
    DispositionForm,
    NewCard,
    NewProposal,
    RecommendationForm,
)
from burgertop_app.domain.responses import Disposal
from tests.beginnings import beginning

ADOPTED = DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen", due_on=date(2026, 10, 1))


def kinds(path):
    return [step.kind for step in path.steps]


def labels(path):
    return [f"{step.kind} {step.label}".strip() for step in path.steps]


def through(paths, kind):
    return {step.label for path in paths for step in path.steps if step.kind == kind}


@beginning
def cards(house, process):
    """Four cards by their words; the first two lie in a theme."""
    found = {}
    for text in ("wind", "tocht", "loket", "huur"):
        request = NewCard(text=text, table_no=3, round_no=2)
        found[text] = house.cards.add(process, request).id
    kou = house.cards.add_theme(process, "Kou").id
    house.cards.move([found["wind"], found["tocht"]], kou)
    return found


@beginning
def chain(house, process, cards):
    """Proposals 1 (wind, tocht, loket) and 2 (loket); recommendations 1 (both) and 2 (2)."""
    first = house.proposals.add(
        process,
        NewProposal(title="Isoleren", card_ids=(cards["wind"], cards["tocht"], cards["loket"])),
    ).id
    second = house.proposals.add(process, NewProposal(title="Loket", card_ids=(cards["loket"],))).id
    advice = house.advising.start(process, "Warm wonen").id
    one = house.advising.recommend(
        advice, RecommendationForm(title="Begin met isoleren.", proposal_ids=(first, second))
    ).id
    two = house.advising.recommend(
        advice, RecommendationForm(title="Open een loket.", proposal_ids=(second,))
    ).id
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")
    return {"advice": advice, "first": first, "second": second, "one": one, "two": two}


def test_a_card_that_lies_still_is_a_path_of_its_own(house, process, cards):
    paths = house.threads.through(process, cards["huur"])

    assert [labels(path) for path in paths] == [["card 3-04"]]
    assert paths[0].steps[0].note == "3/2"


def test_a_card_goes_by_its_theme_to_the_commitment(house, process, cards, chain):
    house.responding.answer(chain["one"], ADOPTED)
    house.promising.make(chain["advice"])

    paths = house.threads.through(process, cards["wind"])

    assert [labels(path) for path in paths] == [
        [
            "card 3-01",
            "theme",
            "proposal 1",
            "recommendation 1",
            "answer adopts",
            "commitment Wonen",
        ]
    ]


def test_a_card_under_two_proposals_takes_every_way(house, process, cards, chain):
    paths = house.threads.through(process, cards["loket"])

    assert [labels(path)[1:] for path in paths] == [
        ["proposal 1", "recommendation 1"],
        ["proposal 2", "recommendation 1"],
        ["proposal 2", "recommendation 2"],
    ]


def test_a_recommendation_tells_every_card_and_its_table(house, process, chain):
    paths = house.threads.through(process, chain["one"])

    assert [labels(path) for path in paths] == [
        ["card 3-01", "theme", "proposal 1", "recommendation 1"],
        ["card 3-02", "theme", "proposal 1", "recommendation 1"],
        ["card 3-03", "proposal 1", "recommendation 1"],
        ["card 3-03", "proposal 2", "recommendation 1"],
    ]
    assert {path.steps[0].note for path in paths} == {"3/2"}


def test_a_recommendation_that_rests_on_nothing_still_has_a_path(house, process, chain):
    alone = house.advising.recommend(chain["advice"], RecommendationForm(title="Zomaar.")).id

    assert [labels(path) for path in house.threads.through(process, alone)] == [["recommendation 3"]]


def test_a_proposal_without_cards_is_not_lost_on_the_way(house, process, chain):
    bare = house.proposals.add(process, NewProposal(title="Zonder kaarten")).id
    alone = house.advising.recommend(
        chain["advice"], RecommendationForm(title="Zomaar.", proposal_ids=(bare,))
    ).id

    paths = house.threads.through(process, alone)

    assert [labels(path) for path in paths] == [["proposal 3", "recommendation 3"]]


def test_both_ways_tell_the_same_ties(house, process, cards, chain):
    forth = {
        (path.steps[0].id, step.id)
        for card in cards.values()
        for path in house.threads.through(process, card)
        for step in path.steps
        if step.kind == "recommendation"
    }

    back = {
        (path.steps[0].id, recommendation)
        for recommendation in (chain["one"], chain["two"])
        for path in house.threads.through(process, recommendation)
    }

    assert forth == back
    assert len(forth) == 4


def test_moving_cards_to_one_proposal_loses_none(house, process, cards, chain):
    house.proposals.rest_on(chain["second"], [cards["wind"], cards["tocht"], cards["loket"], cards["huur"]])
    house.proposals.rest_on(chain["first"], [])

    paths = house.threads.through(process, chain["one"])

    assert through(paths, "card") == {"3-01", "3-02", "3-03", "3-04"}
    assert through(paths, "proposal") == {"1", "2"}


def test_a_double_goes_on_where_the_other_card_goes(house, process, cards, chain):
    with house.workspace.context.work.writing("cards.describe") as store:
        store.add(Duplicate(id=store.new_id(), card_id=cards["huur"], of_id=cards["wind"]))

    forth = house.threads.through(process, cards["huur"])
    back = house.threads.through(process, chain["one"])

    assert [kinds(path) for path in forth] == [["card", "proposal", "recommendation"]]
    assert through(back, "card") == {"3-01", "3-02", "3-03", "3-04"}


def test_withdrawn_cards_and_recommendations_stay_on_the_thread_as_withdrawn(house, process, cards, chain):
    house.cards.withdraw(cards["wind"], "Dubbel geschreven.")
    house.advising.withdraw_recommendation(chain["one"], "Past niet meer.")

    steps = house.threads.through(process, cards["wind"])[0].steps

    assert [step.standing for step in steps if step.kind != "theme"] == [
        Standing.WITHDRAWN,
        Standing.ACTIVE,
        Standing.WITHDRAWN,
    ]
    assert steps[-1].note == "Past niet meer."


def test_a_withdrawn_card_is_not_counted_under_a_recommendation(house, process, cards, chain):
    def counted():
        path = house.threads.through(process, cards["tocht"])[0]
        return next(step.figures for step in path.steps if step.kind == "recommendation")

    before = counted()

    house.cards.withdraw(cards["wind"], "Dubbel geschreven.")

    assert (before, counted()) == ((3,), (2,))


def test_a_commitment_at_an_earlier_answer_stays_on_the_thread(house, process, cards, chain):
    house.responding.answer(chain["one"], ADOPTED)
    house.promising.make(chain["advice"])

    house.responding.answer(chain["one"], DispositionForm(disposal=Disposal.PARTLY, reason="Minder."))

    path = house.threads.through(process, cards["wind"])[0]
    assert labels(path)[-2:] == ["answer partly", "commitment Wonen"]


def test_every_path_through_a_step_runs_from_card_to_end(house, process, cards, chain):
    house.responding.answer(chain["two"], ADOPTED)

    paths = house.threads.through(process, chain["second"])

    assert [labels(path) for path in paths] == [
        ["card 3-03", "proposal 2", "recommendation 1"],
        ["card 3-03", "proposal 2", "recommendation 2", "answer adopts"],
    ]


def test_walks_start_from_recommendations_and_cards(house, process, cards, chain):
    starts = house.threads.starts(process)

    assert [step.kind for step in starts] == ["recommendation"] * 2 + ["card"] * 4


def test_a_withdrawn_advice_is_off_the_thread(house, process, cards, chain):
    house.advising.withdraw(chain["advice"], "Overgedaan.")

    assert [labels(path)[-1] for path in house.threads.through(process, cards["wind"])] == ["proposal 1"]
    assert house.threads.through(process, chain["one"]) == ()


def test_an_answer_of_a_later_day_shows_its_last_day(house, process, cards, chain, clock):
    clock.now = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    house.responding.answer(chain["one"], ADOPTED)

    answer = house.threads.through(process, cards["wind"])[0].steps[-1]

    assert (answer.kind, answer.note, answer.due_on) == ("answer", "Wonen", date(2026, 10, 1))


def test_the_card_that_goes_furthest_is_told_first(house, process, cards, chain):
    house.responding.answer(chain["two"], ADOPTED)

    walks = house.threads.walks(process)

    assert [path.steps[0].label for path in walks] == ["3-03", "3-01", "3-02", "3-04"]
    assert kinds(walks[0]) == ["card", "proposal", "recommendation", "answer"]


def test_steps_tell_how_many_hang_on_them(house, process, cards, chain):
    path = house.threads.through(process, cards["wind"])[0]

    assert [(step.kind, step.figures) for step in path.steps] == [
        ("card", ()),
        ("theme", (2,)),
        ("proposal", ()),
        ("recommendation", (3,)),
    ]


def test_a_merged_card_goes_on_where_the_later_card_goes_and_counts_once(house, process, cards, chain):
    _change, label = house.card_merging.merge([cards["wind"], cards["huur"]], "wind en huur")

    earlier = house.threads.through(process, cards["huur"])
    walked = {path.steps[0].label for path in house.threads.walks(process)}

    assert "recommendation 1" in labels(earlier[0])
    assert walked == {"3-02", "3-03", label}
    (one,) = {
        step.figures
        for path in house.threads.through(process, chain["one"])
        for step in path.steps
        if step.id == chain["one"]
    }
    assert one == (3,)
