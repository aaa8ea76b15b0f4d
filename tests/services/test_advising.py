"""The advice: writing it, fixing versions that never change, offering and withdrawing it."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date

import pytest
from pypdf import PdfReader

from burgertop_app.domain.advice import AdviceState, AdviceVersion, RecommendationText, SectionKind
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm, RecommendationForm, Votes
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.services.printing.rendering import render
from tests.beginnings import beginning


@pytest.fixture
def advice(house, process):
    return house.advising.start(process, "Warm wonen").id


@pytest.fixture
def one(house, advice):
    """The id of the first recommendation."""
    return house.advising.recommend(advice, RecommendationForm(title="Eén loket", reason="Scheelt tijd")).id


@beginning
def voted(house, process):
    """Ids of three proposals: carried, not carried, and carried but for residents themselves."""
    card = house.cards.add(process, NewCard(text="Eén balie", table_no=1)).id
    ids = [
        house.proposals.add(process, NewProposal(title=title, text="Uitleg", kind=kind, card_ids=(card,))).id
        for title, kind in (
            ("Eén loket", ProposalKind.ASKED),
            ("Alles gratis", ProposalKind.ASKED),
            ("Samen inkopen", ProposalKind.OURS),
        )
    ]
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    counts = [Votes(in_favour=yes, against=23 - yes) for yes in (20, 2, 19)]
    house.proposals.enter_votes(process, dict(zip(ids, counts, strict=True)))
    return ids


def words(house, recommendation_id):
    """Every wording of a recommendation, the oldest first."""
    with house.workspace.context.work.reading() as store:
        found = store.find(RecommendationText, order_by="version", recommendation_id=recommendation_id)
    return [text.title for text in found]


def fix(house, advice):
    """Fix a version with its document; gives the document."""
    ready = house.publishing.prepare(advice, "Geen ronde.")
    document = render(ready.paper, UNHEARD).content
    house.publishing.publish(ready, document)
    return document


def said(document):
    """The text of every page."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)


def test_a_proposal_takes_all_it_says_along_into_the_advice(house, advice, voted):
    house.proposal_writing.edit(
        voted[0],
        ProposalWords(
            title="Eén loket",
            text="Op het plein",
            why="Nu zoekt iedereen",
            ourselves="Wij bemensen de balie",
            asked="betaalt de huur",
            addressee="municipality",
            minority="Twee willen het digitaal",
            cost=12_500,
        ),
    )

    house.recommending.take_over(advice)

    text = house.advising.recommendations(advice)[0].text
    assert (text.reason, text.ourselves) == ("Op het plein\n\nNu zoekt iedereen", "Wij bemensen de balie")
    assert (text.roles, text.costs) == ("Gemeente: betaalt de huur", "€ 12.500")
    assert text.minority == "Twee willen het digitaal"


def test_words_are_put_right_in_place_before_a_version_is_fixed(house, one):
    house.advising.edit(one, RecommendationForm(title="Eén balie"))

    assert words(house, one) == ["Eén balie"]


def test_words_in_a_fixed_version_stay_beside_the_new_ones(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    house.advising.edit(one, RecommendationForm(title="Eén balie"))
    house.advising.edit(one, RecommendationForm(title="Eén balie op het plein"))

    assert words(house, one) == ["Eén loket", "Eén balie op het plein"]


def test_college_answers_the_words_that_were_fixed(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    house.advising.edit(one, RecommendationForm(title="Eén balie"))

    assert [line.text.title for line in house.responding.recommendations(advice)] == ["Eén loket"]


def test_unchanged_advice_is_not_fixed_twice(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    with pytest.raises(NotPossible, match="advice_unchanged"):
        house.publishing.prepare(advice)


def test_advice_without_recommendations_cannot_be_fixed(house, advice):
    with pytest.raises(NotPossible, match="advice_empty"):
        house.publishing.prepare(advice)


def test_document_of_a_version_is_given_byte_for_byte(house, advice, one):
    document = fix(house, advice)
    house.advising.edit(one, RecommendationForm(title="Heel anders"))
    version = house.advising.versions(advice)[0]

    kept = house.publishing.document(version.id)

    assert kept == document
    with house.workspace.context.work.reading() as store:
        assert store.get(Attachment, version.attachment_id).sha256 == hashlib.sha256(document).hexdigest()


def test_document_carries_the_number_and_hash_of_its_version(house, advice, one):
    text = PdfReader(io.BytesIO(fix(house, advice))).pages[0].extract_text().replace(" ", "")
    version = house.advising.versions(advice)[0]

    assert version.sha256 in text.replace("\n", "")
    assert "concept" not in text.lower()


def named(house, process, name="Roodkapje Vossestaart", state=State.PRESENT):
    form = PersonForm(name=name, state=state, named_on=date(2026, 3, 2))
    return house.people.add(process, form).id


def test_only_a_copy_made_apart_holds_the_name_of_who_agreed(house, process, advice, one):
    named(house, process)

    fix(house, advice)

    kept = house.publishing.document(house.advising.versions(advice)[0].id)
    afresh = render(house.printing.advice(advice), UNHEARD).content
    copy = render(house.printing.advice_with_names(advice), UNHEARD).content
    assert "Vossestaart" not in said(kept)
    assert "Vossestaart" not in said(afresh)
    assert "Vossestaart" in said(copy)


def test_copy_with_names_leaves_out_who_did_not_agree_or_was_not_there(house, process, advice, one):
    person = named(house, process)
    named(house, process, "Bram Vos", State.REGISTERED)
    named(house, process, "Cora Klein", State.ABSENT)
    house.people.add(process, PersonForm(name="Dirk Groot", state=State.PRESENT))
    withdrawn = named(house, process, "Els Wit")
    house.people.edit(withdrawn, PersonForm(name="Els Wit"))
    fix(house, advice)

    assert house.printing.advice_with_names(advice).participants == ("Roodkapje Vossestaart",)

    house.privacy.erase(house.people.story(person).contact.person_id)
    with pytest.raises(NotPossible, match="nobody_named"):
        house.printing.advice_with_names(advice)


def test_copy_with_names_needs_a_fixed_version_that_says_the_same(house, process, advice, one):
    named(house, process)

    with pytest.raises(NotPossible, match="advice_not_fixed_as_it_stands"):
        house.printing.advice_with_names(advice)

    fix(house, advice)
    house.advising.write(advice, SectionKind.SUMMARY, "Toch iets anders.")
    with pytest.raises(NotPossible, match="advice_not_fixed_as_it_stands"):
        house.printing.advice_with_names(advice)


def test_copy_with_names_leaves_a_record(house, process, advice, one, tmp_path):
    named(house, process)
    fix(house, advice)
    paper = house.printing.advice_with_names(advice)

    house.exporting.save_paper(process, paper, b"%PDF", tmp_path / "namen.pdf")

    (record,) = house.privacy.exports(process)
    assert (record.kind, record.people, record.file_name) == ("advice", 1, "namen.pdf")


def test_change_between_making_and_fixing_is_refused(house, advice, one):
    ready = house.publishing.prepare(advice, "Geen ronde.")
    house.advising.write(advice, SectionKind.SUMMARY, "Nog gauw iets erbij.")

    with pytest.raises(Conflict, match="advice_changed_meanwhile"):
        house.publishing.publish(ready, b"%PDF")

    assert house.advising.versions(advice) == ()


def test_version_without_a_document_says_so(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    with house.workspace.context.work.writing("old") as store:
        version = store.one(AdviceVersion, advice_id=advice)
        store.change(version, attachment_id=None)

    with pytest.raises(NotPossible, match="advice_document_missing"):
        house.publishing.document(house.advising.versions(advice)[0].id)


def test_offer_needs_a_fixed_version(house, advice, one):
    with pytest.raises(NotPossible, match="advice_not_published"):
        house.advising.offer(advice, to="het college", on=date(2026, 3, 2))


def test_offer_names_whom(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    with pytest.raises(InvalidInput, match="offer_to_empty"):
        house.advising.offer(advice, to=" ", on=date(2026, 3, 2))


def test_withdrawn_advice_stays_with_its_reason_and_versions(house, process, advice, one):
    fix(house, advice)

    house.advising.withdraw(advice, "Er stond een fout in.")

    kept = house.advising.all(process)[0]
    assert (kept.state, kept.withdrawn_reason) == (AdviceState.WITHDRAWN, "Er stond een fout in.")
    assert len(house.advising.versions(advice)) == 1
    with pytest.raises(NotPossible, match="advice_withdrawn"):
        house.publishing.prepare(advice)


def test_withdrawn_recommendation_stays_out_of_the_next_version(house, advice, one):
    house.advising.recommend(advice, RecommendationForm(title="Meer groen"))
    house.advising.withdraw_recommendation(one, "Dubbel")

    paper = house.publishing.prepare(advice, "Geen ronde.").paper

    assert [line.sentence for line in paper.recommendations] == ["Meer groen"]
    assert [line.recommendation.withdrawn_reason for line in house.advising.recommendations(advice)] == [
        "Dubbel",
        "",
    ]


def test_recommendation_is_not_withdrawn_without_a_reason(house, one):
    with pytest.raises(InvalidInput, match="reason_empty"):
        house.advising.withdraw_recommendation(one, " ")


def test_recommendations_change_places(house, advice, one):
    two = house.advising.recommend(advice, RecommendationForm(title="Meer groen")).id

    house.recommending.swap(one, two)

    assert [line.text.title for line in house.advising.recommendations(advice)] == ["Meer groen", "Eén loket"]


def test_number_in_a_fixed_version_does_not_move(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    two = house.advising.recommend(advice, RecommendationForm(title="Meer groen")).id

    with pytest.raises(NotPossible, match="recommendation_number_public"):
        house.recommending.swap(two, one)


def test_carried_proposals_become_recommendations_with_their_cards(house, advice, voted):
    house.recommending.take_over(advice)

    line = house.advising.recommendations(advice)[0]
    assert (line.text.title, line.text.reason, line.in_favour) == ("Eén loket", "Uitleg", 20)
    assert line.cards == ("1-01",)
    assert len(house.advising.recommendations(advice)) == 1


def test_proposals_are_taken_over_only_once(house, process, advice, voted):
    house.recommending.take_over(advice)

    assert house.recommending.to_take_over(process) == ()
    with pytest.raises(NotPossible, match="proposals_none_to_take_over"):
        house.recommending.take_over(advice)


def test_taking_over_can_be_undone(house, process, advice, voted):
    made = house.recommending.take_over(advice)

    house.recommending.put_back(advice, made)

    assert house.advising.recommendations(advice) == ()
    assert [line.text.title for line in house.recommending.to_take_over(process)] == ["Eén loket"]


def test_recommendation_in_a_fixed_version_is_not_taken_away(house, advice, one):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    with pytest.raises(NotPossible, match="recommendation_number_public"):
        house.recommending.put_back(advice, (one,))


def test_checks_name_the_recommendation_without_a_reason(house, advice, one):
    house.advising.recommend(advice, RecommendationForm(title="Meer groen"))

    lacking = [check for check in house.publishing.standing(advice).checks if check.code == "reason"]

    assert [(check.done, check.number) for check in lacking] == [(False, 2)]


def test_checks_see_that_a_part_was_written(house, advice):
    before = {check.code: check.done for check in house.publishing.standing(advice).checks}
    house.advising.write(advice, SectionKind.SUMMARY, "Kort gezegd.")
    after = {check.code: check.done for check in house.publishing.standing(advice).checks}

    assert (before["summary"], after["summary"]) == (False, True)
    assert not after["recommendations"]


def test_text_about_those_present_stands_in_the_document(house, advice, one):
    house.advising.write(advice, SectionKind.PARTICIPANTS, "Wij waren met zijn dertigen.")

    assert house.printing.advice(advice).who == "Wij waren met zijn dertigen."


def test_a_withdrawn_card_does_not_stand_behind_a_recommendation(house, process, advice):
    kept, gone = (house.cards.add(process, NewCard(text=text, table_no=1)).id for text in ("Eén", "Twee"))
    proposal = house.proposals.add(process, NewProposal(title="Eén loket", card_ids=(kept, gone))).id
    house.advising.recommend(advice, RecommendationForm(title="Eén loket", proposal_ids=(proposal,)))

    house.cards.withdraw(gone, "Niet van een deelnemer.")
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")

    (line,) = house.advising.recommendations(advice)
    (frozen,) = house.advising.versions(advice)
    (printed,) = house.printing.advice(advice).recommendations
    assert line.cards == ("1-01",)
    assert json.loads(frozen.content)["recommendations"][0]["cards"] == ["1-01"]
    assert [card.number for card in printed.cards] == ["1-01"]
    assert house.proposals.lines(process)[0].cards == ("1-01", "1-02")
