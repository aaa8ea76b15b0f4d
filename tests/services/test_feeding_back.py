"""Feedback: everyone the first time, then whoever something changed for; letters, lists and drafts."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pypdf
import pytest

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.feedback import Sent
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.reaching import Way, way_of
from burgertop_app.domain.requests import (
    DispositionForm,
    NewCard,
    NewProposal,
    PersonForm,
    RecommendationForm,
)
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal, Feedback
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.services.feedback_files import enclosures
from burgertop_app.services.printing.rendering import render
from burgertop_app.storage import advice_store
from tests.beginnings import beginning


@beginning
def people(house, process):
    """Three who came: with both ways, with e-mail only, with nothing."""
    house.processes.edit(process, contact="Bel Noor, 010-5550123.")
    forms = (
        PersonForm(name="Fatma Çelik", address="Kade 1", postcode="1234 AB", place="Testdam", email="f@x.nl"),
        PersonForm(name="Jan Jansen", email="jan@x.nl"),
        PersonForm(name="Bo Zonder"),
    )
    for form in forms:
        house.people.add(process, replace(form, state=State.PRESENT))
    return [line.participation_id for line in house.people.lines(process)]


@beginning
def answered(house, process, people):
    """A signed card of the first and one of the second, each in its recommendation, offered and received."""
    advice = house.advising.start(process, "Warm wonen").id
    theme = house.cards.add_theme(process, "Thuis").id
    found = []
    for author, words in zip(people, ("tocht", "huur"), strict=False):
        card = house.cards.add(process, NewCard(text=words, theme_id=theme, authors=(author,))).id
        proposal = house.proposals.add(process, NewProposal(title=words, card_ids=(card,))).id
        form = RecommendationForm(title=f"Doe iets met {words}.", proposal_ids=(proposal,))
        found.append(house.advising.recommend(advice, form).id)
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")
    return found


def numbers(house, process, **told):
    return [person.number for person in house.feeding_back.people(process, **told)]


def tell_all(house, process, how=Sent.LETTER):
    house.feeding_back.sent(house.feeding_back.people(process), how)


def test_the_first_time_everyone_who_came_hears(house, process, people):
    assert numbers(house, process) == ["1", "2", "3"]


def test_who_did_not_come_hears_nothing(house, process, people):
    house.people.add(process, PersonForm(name="Wim Weg", state=State.ABSENT))
    house.people.add(process, PersonForm(name="Ali Later", state=State.REGISTERED))

    assert numbers(house, process) == ["1", "2", "3"]


def test_who_was_told_waits_for_nothing(house, process, answered):
    tell_all(house, process)

    standing = house.feeding_back.standing(process)
    assert numbers(house, process) == []
    assert (standing.people, standing.never, standing.news) == (3, 0, 0)
    assert standing.last_on == date(2026, 3, 2)


def test_an_answer_afterwards_concerns_only_whose_card_it_is(house, process, answered):
    tell_all(house, process)
    house.responding.answer(answered[1], DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))

    assert numbers(house, process) == ["2"]
    assert house.feeding_back.standing(process).news == 1


def test_progress_on_a_promise_is_news(house, process, answered, clock):
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))
    disposition = disposition_of(house, answered[0])
    promise = Commitment(id=process, process_id=process, text="Begin", disposition_id=disposition)
    kept = house.promising.keep(promise).id
    tell_all(house, process)

    house.promising.edit(kept, state=CommitmentState.DONE, outcome="De eerste straat is klaar.")

    (sheet,) = house.lettering.feedback(process, house.feeding_back.people(process)).sheets
    (outcome,) = sheet.cards[0].outcomes
    assert sheet.person.number == "1"
    assert outcome.new_since == date(2026, 3, 2)
    assert outcome.promises[0].progress == "De eerste straat is klaar."


def disposition_of(house, recommendation):
    with house.workspace.context.work.reading() as store:
        return advice_store.disposition(store, recommendation).id


def test_a_better_word_on_a_card_is_no_news(house, process, answered):
    tell_all(house, process)
    card = next(line for line in house.cards.lines(process) if line.text == "tocht")

    house.cards.reword(card.card.id, "tocht bij het raam", "tikfout")

    assert numbers(house, process) == []


def test_what_was_told_is_what_stood_in_the_letter(house, process, answered):
    """An answer that comes between making and noting the letters was not in them."""
    made = house.feeding_back.people(process)
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS))

    house.feeding_back.sent(made, Sent.LETTER)

    assert numbers(house, process) == ["1"]


def test_sending_can_be_undone_to_what_was_told_before(house, process, answered, clock):
    tell_all(house, process)
    clock.on(days=30)
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS))
    (person,) = house.feeding_back.people(process)
    house.feeding_back.sent([person], Sent.EMAIL)

    house.feeding_back.unsent([person.participation_id])

    (again,) = house.feeding_back.people(process)
    assert (again.number, again.told_on) == ("1", date(2026, 3, 2))
    assert house.people.story(person.participation_id).line.state is State.FED_BACK


def test_undoing_the_only_sending_makes_somebody_present_again(house, process, people):
    tell_all(house, process)

    house.feeding_back.unsent(people)

    assert {line.state for line in house.people.lines(process)} == {State.PRESENT}
    assert house.feeding_back.standing(process).never == 3


def test_the_letter_marks_what_is_new_and_nothing_else(house, process, answered, clock):
    tell_all(house, process)
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))
    clock.on(days=30)

    text = pdf_text(house.lettering.feedback(process, house.feeding_back.people(process, again=True)))

    assert text.count("nieuw sinds 2 maart 2026") == 1 + 2  # the mark; letter and sheet say to look for it
    assert "Sinds 2 maart 2026 is er niets veranderd." in text


def pdf_text(paper):
    pages = pypdf.PdfReader(BytesIO(render(paper, UNHEARD).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_letter_goes_before_the_sheet_and_is_the_organisers(house, process, answered):
    house.lettering.keep_wording(process, MailKind.FEEDBACK, "Uw kaarten", "Dag {naam}. {in het kort}")

    text = pdf_text(house.lettering.feedback(process, house.feeding_back.people(process)[:1]))

    assert "Uw kaarten Dag Fatma Çelik. Aan uw tafels" in text
    assert "Kade 1" in text
    assert "Beste Fatma" not in text


def test_signed_cards_are_only_for_who_signed_them(house, process, answered):
    sheets = house.lettering.feedback(process, house.feeding_back.people(process)).sheets

    assert [[card.text for card in sheet.cards] for sheet in sheets] == [["tocht"], ["huur"], []]


def test_the_merge_list_has_a_row_a_person_and_a_text_a_card(house, process, answered, tmp_path):
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))

    house.feedback_files.save_merge_list(process, house.feeding_back.people(process), tmp_path / "lijst.xlsx")

    header, *rows = openpyxl.load_workbook(tmp_path / "lijst.xlsx").active.iter_rows(values_only=True)
    first = dict(zip(header, rows[0], strict=True))
    assert len(rows) == 3
    assert first["Adres"] == "Kade 1"
    assert "Aanbeveling 1: Doe iets met tocht. Het college neemt dit over." in first["Kaarttekst 1"]
    assert rows[2][header.index("Kaarttekst 1")] is None
    assert [(kept.kind, kept.people) for kept in records(house)] == [("feedback_list", 3)]


def records(house):
    with house.workspace.context.work.reading() as store:
        return store.find(ExportRecord)


def test_each_draft_has_the_pdf_of_that_one_person(house, process, answered, tmp_path):
    people = house.feeding_back.people(process)
    paper = house.feedback_files.drafts_paper(process, people)
    left = house.feedback_files.save_drafts(
        process, paper, enclosures(paper, UNHEARD), people, tmp_path / "mails"
    )

    draft = email.message_from_bytes((tmp_path / "mails/2.eml").read_bytes(), policy=email.policy.default)
    (file,) = draft.iter_attachments()
    text = " ".join(page.extract_text() for page in reader(file).pages)
    assert (draft["To"], draft["X-Unsent"]) == ("jan@x.nl", "1")
    assert "huur" in text
    assert "tocht" not in text
    assert "Fatma" not in text
    assert [person.number for person in left] == ["3"]
    assert [(kept.kind, kept.people) for kept in records(house)] == [("drafts", 2)]


def test_the_email_tells_of_an_attachment_and_its_letter_of_the_pages_behind(
    house, process, answered, tmp_path
):
    paper = house.feedback_files.drafts_paper(process, house.feeding_back.people(process))
    house.feedback_files.save_drafts(
        process, paper, enclosures(paper, UNHEARD), house.feeding_back.people(process), tmp_path / "mails"
    )

    draft = email.message_from_bytes((tmp_path / "mails/2.eml").read_bytes(), policy=email.policy.default)
    body = " ".join(draft.get_body().get_content().split())
    (file,) = draft.iter_attachments()
    letter = " ".join(" ".join(page.extract_text() for page in reader(file).pages).split())
    assert ("In de bijlage leest u" in body, "Achter deze brief" in body) == (True, False)
    assert ("In de bijlage leest u" in letter, "Achter deze brief" in letter) == (False, True)


def reader(file):
    return pypdf.PdfReader(BytesIO(file.get_content()))


def test_without_an_email_address_there_are_no_drafts(house, process, people):
    nobody = [person for person in house.feeding_back.people(process) if person.number == "3"]

    with pytest.raises(NotPossible, match="letter_no_email"):
        house.feedback_files.drafts_paper(process, nobody)


@pytest.mark.parametrize(
    ("prefers", "address", "mail", "way"),
    [
        ("", True, True, Way.EMAIL),
        ("", True, False, Way.POST),
        ("post", True, True, Way.POST),
        ("email", True, False, Way.POST),
        ("post", False, True, Way.EMAIL),
        ("post", False, False, Way.NONE),
    ],
)
def test_the_way_is_the_preferred_one_that_is_open(prefers, address, mail, way):
    assert way_of(prefers, address=address, email=mail) is way


def test_a_wish_for_post_is_kept_and_who_has_no_address_is_named(house, process, people):
    house.feeding_back.prefer({people[0]: "post"})

    found = house.feeding_back.people(process)
    assert [person.way for person in found] == [Way.POST, Way.EMAIL, Way.NONE]
    assert house.feeding_back.standing(process).unreachable == ("3",)


def test_the_overview_counts_and_names_nobody(house, process, answered):
    house.responding.answer(answered[0], DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))
    house.cards.add(process, NewCard(text="stilte"))

    paper = house.feeding_back.overview(process)

    counts = (paper.cards, paper.proposed, paper.advised, paper.answered, paper.adopted)
    assert counts == (3, 2, 2, 1, 1)
    assert [(theme.name, theme.cards, theme.advised) for theme in paper.themes] == [
        ("Thuis", 2, 2),
        ("Geen thema", 1, 0),
    ]
    text = pdf_text(paper)
    assert "1 leidde tot een aanbeveling die het college helemaal of voor een deel overneemt." in text
    assert not any(name in text for name in ("Fatma", "Jansen", "Zonder"))


def test_nothing_personal_stands_in_the_log_of_a_sending(house, process, answered):
    tell_all(house, process)

    entries = [entry for entry in house.workspace.log() if entry.action == "feedback.sent"]
    said = " ".join(str(entry.before) + str(entry.after) for entry in entries)
    assert entries
    assert not any(name in said for name in ("Fatma", "Jansen", "jan@"))


def test_an_erasure_empties_what_somebody_was_told(house, process, answered):
    tell_all(house, process)
    line = house.people.lines(process)[0]
    erase(house, line.participation_id)

    with house.workspace.context.work.reading() as store:
        (told,) = store.find(Feedback, participation_id=line.participation_id)
    assert (told.told, told.how) == ({}, "")
    assert numbers(house, process, again=True) == ["2", "3"]


def erase(house, participation_id):
    with house.workspace.context.work.reading() as store:
        person = store.get(Participation, participation_id).person_id
    house.privacy.erase(person)
