from dataclasses import replace
from datetime import UTC, date, datetime
from email import policy
from email.parser import BytesParser

import pytest
import vobject

from burgertop_app.domain.addressees import AddresseeRole
from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.reminding import Occasion
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.responses import MonitorMeeting
from burgertop_app.domain.terms import Effect, Recess
from burgertop_app.services.postponing import PostponementForm
from burgertop_app.services.receiving import Confirmation
from tests.beginnings import beginning

DAY = date(2026, 3, 2)
LATER = PostponementForm(
    reason="Het onderzoek is nog niet klaar.", told_on=DAY, until=date(2026, 5, 4), by="wethouder Wonen"
)


@beginning
def offered(house, process):
    advice = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(advice, RecommendationForm(title="Begin met isoleren."))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF-advies")
    house.advising.offer(advice, to="College", on=DAY, copies=("Griffie", " "))
    return advice


@beginning
def received(house, offered):
    house.receiving.receive(offered, on=DAY, proof="Bon 12")
    return offered


def at(clock, day):
    clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def state_of(house, process):
    return house.advising.all(process)[0].state


def addressed(house, process):
    """Keep e-mail addresses for everybody."""
    wanted = tuple(
        replace(one, email=f"{one.role}@waterrijk.example", address="Postbus 1\n1234 AB Waterrijk")
        for one in house.addressing.all(process)
    )
    house.addressing.keep(process, wanted)


def test_an_offer_keeps_who_got_a_copy(house, offered):
    assert house.advising.offers(offered)[0].copies == ("Griffie",)


def test_a_withdrawn_offer_stays_with_its_reason_and_counts_no_more(house, process, offered):
    offer = house.advising.offers(offered)[0]

    house.receiving.withdraw_offer(offer.id, "Verkeerde versie.")

    assert house.advising.offers(offered) == ()
    assert [one.withdrawn_reason for one in house.advising.every_offer(offered)] == ["Verkeerde versie."]
    assert state_of(house, process) is AdviceState.PUBLISHED


def test_of_several_offers_the_last_that_stands_is_received(house, process, offered):
    house.advising.offer(offered, to="College en griffie", on=DAY)
    house.receiving.withdraw_offer(house.advising.offers(offered)[0].id, "Dubbel.")

    assert state_of(house, process) is AdviceState.OFFERED
    house.receiving.receive(offered, on=DAY, proof="Bon 12")
    assert house.receiving.term(offered).receipt.offer_id == house.advising.offers(offered)[0].id


@pytest.mark.parametrize(("reason", "code"), [(" ", "reason_empty"), ("Fout.", "offer_has_receipt")])
def test_an_offer_that_was_received_is_not_withdrawn(house, received, reason, code):
    with pytest.raises(BurgertopError, match=code):
        house.receiving.withdraw_offer(house.advising.offers(received)[0].id, reason)


def test_a_receipt_keeps_by_whom_how_and_the_file(house, offered, tmp_path):
    scan = tmp_path / "bon.pdf"
    scan.write_bytes(b"%PDF-bon")

    house.receiving.receive(
        offered, on=DAY, proof="Bon 12", told=Confirmation("griffier", "per e-mail", scan)
    )

    receipt = house.receiving.term(offered).receipt
    assert (receipt.by, receipt.how) == ("griffier", "per e-mail")
    assert house.receiving.proof(receipt.attachment_id).content == b"%PDF-bon"


def test_a_file_that_is_no_proof_leaves_the_receipt_unrecorded(house, process, offered, tmp_path):
    program = tmp_path / "bon.pdf"
    program.write_bytes(b"MZ\x00")

    with pytest.raises(BurgertopError, match="proof_kind"):
        house.receiving.receive(offered, on=DAY, proof="Bon", told=Confirmation(file=program))

    assert house.receiving.term(offered) is None


def agree(house, process, **told):
    house.receiving.agree(replace(house.receiving.agreement(process), **told))


def test_a_term_may_begin_with_the_offer(house, process, offered, clock):
    agree(house, process, start="offer")
    at(clock, date(2026, 3, 9))

    house.receiving.receive(offered, on=date(2026, 3, 9), proof="Bon 12")

    assert house.receiving.term(offered).deadline.due_on == date(2026, 4, 13)


def test_a_term_may_begin_with_the_council(house, process, offered):
    agree(house, process, start="council")

    with pytest.raises(BurgertopError, match="council_day_missing"):
        house.receiving.receive(offered, on=DAY, proof="Bon 12")
    with pytest.raises(BurgertopError, match="council_day_before_offer"):
        house.receiving.receive(offered, on=DAY, proof="B", told=Confirmation(council_on=date(2026, 2, 1)))
    house.receiving.receive(offered, on=DAY, proof="B", told=Confirmation(council_on=date(2026, 3, 30)))

    term = house.receiving.term(offered)
    assert (term.due.begun, term.last) == (date(2026, 3, 30), date(2026, 5, 11))


def test_an_agreement_keeps_everything(house, process):
    recess = Recess(date(2026, 4, 20), date(2026, 5, 3), Effect.EXTENDS)

    agree(
        house,
        process,
        weeks=0,
        months=2,
        recesses=(recess,),
        ordinance="Verordening burgerparticipatie",
        article="6, tweede lid",
        ordinance_weeks=8,
    )

    kept = house.receiving.agreement(process)
    assert (kept.months, kept.recesses, kept.article, kept.ordinance_weeks) == (
        2,
        (recess,),
        "6, tweede lid",
        8,
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"weeks": 0}, "term_weeks"),
        ({"weeks": 6, "days": 30}, "term_two_lengths"),
        ({"weeks": 0, "days": 5}, "term_days"),
        ({"weeks": 0, "months": 25}, "term_months"),
    ],
)
def test_a_length_that_cannot_be_is_refused(house, process, told, code):
    with pytest.raises(BurgertopError, match=code):
        agree(house, process, **told)


def test_a_postponement_stands_beside_the_agreed_day(house, received):
    house.postponing.postpone(received, LATER)

    term = house.receiving.term(received)
    line = house.overview.terms()[0]
    assert (term.deadline.due_on, term.last, term.days_left) == (date(2026, 4, 13), date(2026, 5, 4), 63)
    assert (line.agreed_on, line.due_on, line.postponed) == (date(2026, 4, 13), date(2026, 5, 4), True)
    assert term.postponed[0].reason == "Het onderzoek is nog niet klaar."


def test_the_reply_workbook_tells_the_day_after_a_postponement(house, received):
    house.postponing.postpone(received, LATER)

    said = house.reply_workbooks.sheet(received).term

    assert "maandag 4 mei 2026" in said
    assert "maandag 13 april 2026" in said
    assert said.index("4 mei") < said.index("13 april")


def test_a_postponement_in_weeks_counts_from_the_present_day_and_moves_on(house, received):
    assert house.postponing.day_after(received, 3) == date(2026, 5, 4)

    house.postponing.postpone(received, replace(LATER, until=None, weeks=3))
    house.postponing.postpone(received, replace(LATER, until=None, weeks=2))

    # Two weeks after 4 May is 18 May.
    assert house.receiving.term(received).last == date(2026, 5, 18)
    assert len(house.receiving.term(received).postponed) == 2


def test_a_withdrawn_postponement_stays_and_the_earlier_day_holds(house, received):
    house.postponing.postpone(received, LATER)
    kept = house.receiving.term(received).postponements[0]

    house.postponing.withdraw(kept.id, "Verkeerd begrepen.")

    term = house.receiving.term(received)
    assert term.last == date(2026, 4, 13)
    assert [one.withdrawn_reason for one in term.postponements] == ["Verkeerd begrepen."]
    with pytest.raises(BurgertopError, match="postponement_withdrawn"):
        house.postponing.withdraw(kept.id, "Nog eens.")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (replace(LATER, reason=" "), "postponement_reason_empty"),
        (replace(LATER, until=date(2026, 4, 13)), "postponement_not_later"),
        (replace(LATER, until=None, weeks=0), "postponement_not_later"),
        (replace(LATER, told_on=date(2026, 3, 3)), "postponement_told_in_future"),
    ],
)
def test_a_postponement_without_reason_or_later_day_is_refused(house, received, form, code):
    with pytest.raises(BurgertopError, match=code):
        house.postponing.postpone(received, form)

    assert house.receiving.term(received).postponements == ()


def test_a_day_that_is_put_in_the_table_counts_for_the_next_term_only(house, process, received):
    house.days_off.add(date(2026, 4, 14), "Stcrt. 2026, 1")

    assert house.receiving.expected(process, date(2026, 3, 3)).day == date(2026, 4, 15)
    assert house.receiving.term(received).last == date(2026, 4, 13)


def test_the_table_of_days_off_is_kept(house, process):
    house.days_off.add(date(2029, 5, 11), "Stcrt. 2028, 1")
    house.days_off.remove(date(2026, 5, 15), "Stcrt. 2026, 2")
    house.days_off.extend(date(2031, 12, 31), "Stcrt. 2028, 1")

    table = house.days_off.table()
    assert table.last == date(2031, 12, 31)
    assert house.receiving.expected(process, date(2026, 4, 3)).day == date(2026, 5, 15)
    assert [(one.day, one.removed) for one in table.amendments] == [
        (date(2026, 5, 15), True),
        (date(2029, 5, 11), False),
    ]


def test_addresses_are_proposed_and_kept(house, process):
    assert [one.role for one in house.addressing.all(process)] == [
        AddresseeRole.COLLEGE,
        AddresseeRole.COUNCIL,
        AddresseeRole.CLERK,
    ]

    addressed(house, process)
    house.addressing.keep(process, house.addressing.all(process)[:2])

    assert [one.email for one in house.addressing.all(process)] == [
        "college@waterrijk.example",
        "council@waterrijk.example",
    ]


def test_there_is_always_one_college_with_a_possible_address(house, process):
    every = house.addressing.all(process)

    with pytest.raises(BurgertopError, match="addressee_college"):
        house.addressing.keep(process, every[1:])
    with pytest.raises(BurgertopError, match="addressee_email"):
        house.addressing.keep(process, (replace(every[0], email="geen adres"),))


def test_the_offering_draft_carries_the_frozen_advice_and_the_letter(house, process, offered, tmp_path):
    addressed(house, process)
    paper = house.printing.offering_letter(offered)

    house.term_files.offering_draft(offered, paper, b"%PDF-brief", tmp_path / "aanbieding.eml")

    message = BytesParser(policy=policy.default).parsebytes((tmp_path / "aanbieding.eml").read_bytes())
    assert message["X-Unsent"] == "1"
    assert message["To"] == "college@waterrijk.example"
    assert message["Cc"] == "council@waterrijk.example, clerk@waterrijk.example"
    assert [part.get_content() for part in message.iter_attachments()] == [b"%PDF-advies", b"%PDF-brief"]
    assert {part.get_content_type() for part in message.iter_attachments()} == {"application/pdf"}
    assert "maandag 13 april, een werkdag" in " ".join(message.get_body().get_content().split())


def test_a_draft_needs_an_address_of_the_college(house, offered, tmp_path):
    with pytest.raises(BurgertopError, match="mail_no_college"):
        house.term_files.offering_draft(
            offered, house.printing.offering_letter(offered), b"%PDF", tmp_path / "x.eml"
        )

    assert not (tmp_path / "x.eml").exists()


def test_the_reminder_fits_the_day_and_tells_of_the_postponement(house, process, received, clock, tmp_path):
    addressed(house, process)
    assert house.printing.reminder_letter(received).occasion is Occasion.TWO_WEEKS_BEFORE
    house.postponing.postpone(received, LATER)
    at(clock, date(2026, 5, 5))

    paper = house.printing.reminder_letter(received)
    house.term_files.reminder_draft(received, paper, b"%PDF", tmp_path / "h.eml")

    assert (paper.occasion, paper.due_on, paper.agreed_on) == (
        Occasion.DAY_AFTER,
        date(2026, 5, 4),
        date(2026, 4, 13),
    )
    assert [delay.by for delay in paper.delays] == ["wethouder Wonen"]
    message = BytesParser(policy=policy.default).parsebytes((tmp_path / "h.eml").read_bytes())
    assert message["Subject"] == "Het antwoord op het advies “Warm wonen” is te laat"


def test_a_reminder_of_today_is_no_earlier_one(house, received, clock):
    at(clock, date(2026, 3, 31))
    house.receiving.remind(received, on=date(2026, 3, 30), text="Dag")
    house.receiving.remind(received, on=date(2026, 3, 31), text="Dag")

    assert house.printing.reminder_letter(received).earlier_reminders == (date(2026, 3, 30),)


def calendar(house, path):
    house.term_files.calendar(path)
    return {event.uid.value: event for event in vobject.readOne(path.read_text("utf-8")).vevent_list}


def test_the_calendar_moves_with_the_last_day_and_keeps_its_names(house, process, received, tmp_path):
    before = calendar(house, tmp_path / "a.ics")
    house.postponing.postpone(received, LATER)
    after = calendar(house, tmp_path / "b.ics")
    house.postponing.withdraw(house.receiving.term(received).postponements[0].id, "Fout.")
    again = calendar(house, tmp_path / "c.ics")

    (uid,) = before
    assert set(after) == set(again) == {uid}
    assert [one[uid].dtstart.value for one in (before, after, again)] == [
        date(2026, 4, 13),
        date(2026, 5, 4),
        date(2026, 4, 13),
    ]
    assert [one[uid].sequence.value for one in (before, after, again)] == ["0", "1", "2"]


def test_a_receipt_recorded_anew_makes_the_sequence_grow(house, received, tmp_path):
    house.receiving.withdraw_receipt(received, "Verkeerde dag.")
    house.receiving.receive(received, on=DAY, proof="Bon 13")

    assert [one.sequence.value for one in calendar(house, tmp_path / "a.ics").values()] == ["1"]


def test_monitor_meetings_stand_in_the_calendar(house, process, received, tmp_path):
    with house.workspace.context.work.writing("followup.meet") as store:
        store.add(MonitorMeeting(id=store.new_id(), process_id=process, on=date(2026, 9, 1), note="Agenda"))

    days = sorted(event.dtstart.value for event in calendar(house, tmp_path / "a.ics").values())

    assert days == [date(2026, 4, 13), date(2026, 9, 1)]


def test_without_a_running_term_there_is_no_calendar(house, offered, tmp_path):
    with pytest.raises(BurgertopError, match="calendar_nothing"):
        house.term_files.calendar(tmp_path / "a.ics")


def test_the_start_page_is_told_of_the_reminder_that_is_due(house, received, clock):
    at(clock, date(2026, 3, 30))
    assert house.overview.terms()[0].reminder.occasion is Occasion.TWO_WEEKS_BEFORE

    house.receiving.remind(received, on=date(2026, 3, 30), text="Dag", planned_on=date(2026, 3, 30))

    assert house.overview.terms()[0].reminder.on == date(2026, 4, 10)


def test_the_overview_of_the_answer_tells_of_the_postponement(house, received):
    house.postponing.postpone(received, LATER)

    paper = house.printing.response_overview(received)

    assert paper.due_on == date(2026, 5, 4)
    assert "De laatste dag is nu maandag 4 mei 2026" in paper.term
    assert "Afgesproken was maandag 13 april 2026" in paper.term
    assert "van 13 april 2026 naar maandag 4 mei 2026. De reden: Het onderzoek" in paper.term
