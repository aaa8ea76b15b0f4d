"""Kinds of rows that both laptops made or changed: one of it stays, each gets a number, or it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from burgertop_app.domain.advice import AdviceImage, Recommendation, RecommendationText
from burgertop_app.domain.draw_records import DrawRecord, DrawState, QuotaSet, Replacement
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.following import ProgressReport
from burgertop_app.domain.inviting import InvitationRound
from burgertop_app.domain.outcomes import ProposalOwner, ScreenCard
from burgertop_app.domain.people import Household, ImportBatch, Need, NeedKind
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm
from burgertop_app.domain.responses import Disposal, Disposition, MonitorMeeting, Response
from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.messages.handovers import saying_words
from tests.laptops import Team, alike, process_of

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.entities import Entity
    from tests.laptops import Laptop

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Base:
    """What the office had before the copies parted, and what both laptops build on."""

    process: UUID
    participation: UUID
    card: UUID
    proposal: UUID
    advice: UUID
    recommendation: UUID
    text: UUID
    response: UUID
    attachment: UUID
    batch: UUID
    draw: UUID


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    return team.first()


@pytest.fixture
def base(office):
    house, process = office.house, process_of(office)
    house.people.add(process, PersonForm(name="Truus Voorbeeld"))
    house.cards.add(process, NewCard(text="Meer bomen", table_no=1))
    house.proposals.add(process, NewProposal(title="Bomen"))
    advice = house.advising.start(process, "Advies").id
    new = house.workspace.context.work.new_id
    recommendation, text, response = new(), new(), new()
    attachment, batch, quotas, draw = new(), new(), new(), new()
    put(office, Recommendation(id=recommendation, advice_id=advice, number=1))
    put(office, RecommendationText(id=text, recommendation_id=recommendation, version=1, title="Bomen"))
    put(office, Response(id=response, advice_id=advice, received_on=date(2026, 2, 1)))
    put(office, Attachment(id=attachment, name="a.png", media_type="image/png", sha256="a", content=b"a"))
    put(office, imported(batch, process))
    put(office, QuotaSet(id=quotas, process_id=process, version=1, source="CBS"))
    put(office, drawn(draw, process, quotas))
    return Base(
        process=process,
        participation=house.people.lines(process)[0].participation_id,
        card=house.cards.lines(process)[0].card.id,
        proposal=house.proposals.lines(process)[0].proposal.id,
        advice=advice,
        recommendation=recommendation,
        text=text,
        response=response,
        attachment=attachment,
        batch=batch,
        draw=draw,
    )


@pytest.fixture
def hall(team, office, base):
    return team.copy(office, "ZAAL")


def imported(made, process):
    return ImportBatch(
        id=made,
        process_id=process,
        purpose="draw",
        keep_until=date(2027, 1, 1),
        file_name="lijst.csv",
        file_sha256="a",
        people=1,
        at=AT,
    )


def drawn(made, process, quotas):
    texts = ("method", "lottery_sha256", "pool_sha256", "quotas_sha256", "engine", "secret")
    return DrawRecord(
        id=made,
        process_id=process,
        quota_set_id=quotas,
        attempt=1,
        state=DrawState.COMMITTED,
        seats=1,
        people=9,
        min_probability="0",
        upper_bound="1",
        **dict.fromkeys(texts, "x"),
    )


def put(laptop: Laptop, value: Entity) -> UUID:
    with laptop.house.workspace.context.work.writing("test") as store:
        return store.add(value).id


def new(laptop: Laptop) -> UUID:
    return laptop.house.workspace.context.work.new_id()


def household(laptop, _base):
    return Household(id=new(laptop), key="1234AB 5")


def need(laptop, base):
    return Need(id=new(laptop), participation_id=base.participation, kind=NeedKind.HEARING, note=laptop.name)


def meeting(laptop, base):
    return MonitorMeeting(
        id=new(laptop), process_id=base.process, on=date(2026, 9, 1), number=1, note=laptop.name
    )


def extra_meeting(laptop, base):
    return MonitorMeeting(id=new(laptop), process_id=base.process, on=date(2026, 9, 1), note=laptop.name)


def disposition(laptop, base):
    return Disposition(
        id=new(laptop),
        response_id=base.response,
        recommendation_id=base.recommendation,
        text_id=base.text,
        version=1,
        disposal=Disposal.ADOPTS,
        reason=laptop.name,
    )


def image(laptop, base):
    return AdviceImage(
        id=new(laptop), advice_id=base.advice, number=1, attachment_id=base.attachment, wide=1, high=1
    )


def invitation_round(laptop, base):
    return InvitationRound(
        id=new(laptop),
        process_id=base.process,
        import_id=base.batch,
        number=1,
        letters=10,
        rows=100,
        area_feature="",
        list_sha256=laptop.name,
        seed_sha256="a",
        made_at=AT,
    )


def owner(laptop, base):
    return ProposalOwner(
        id=new(laptop),
        since=AT,
        by=laptop.name,
        proposal_id=base.proposal,
        participation_id=base.participation,
    )


def screen_card(laptop, base):
    return ScreenCard(id=new(laptop), since=AT, by=laptop.name, card_id=base.card)


def report(laptop, base):
    return ProgressReport(
        id=new(laptop), process_id=base.process, number=1, made_at=AT, content=laptop.name, sha256=laptop.name
    )


def replacement(laptop, base):
    return Replacement(
        id=new(laptop),
        draw_id=base.draw,
        running=1,
        leaves_id=base.participation,
        joins_id=None,
        reason=laptop.name,
        state_sha256="a",
        at=AT,
    )


def on_both(office, hall, base, made):
    for laptop in (office, hall):
        put(laptop, made(laptop, base))


@pytest.mark.parametrize(
    ("made", "name", "notes"),
    [(household, "household", 0), (need, "need", 1), (meeting, "monitor_meeting", 1)],
)
def test_the_same_thing_made_on_both_is_one_and_other_notes_are_shown(office, hall, base, made, name, notes):
    on_both(office, hall, base, made)
    alike(office, hall)

    assert len(office.rows(name)) == 1
    found = office.house.handing_over.differences()
    said = [{saying_words(one, each) for each in one.sayings} for one in found if one.column == "note"]
    assert (len(found), said) == (notes, [{"KANTOOR", "ZAAL"}] * notes)


def test_an_extra_meeting_of_each_laptop_stays(office, hall, base):
    on_both(office, hall, base, extra_meeting)
    alike(office, hall)

    assert {row["note"] for row in office.rows("monitor_meeting")} == {"KANTOOR", "ZAAL"}


@pytest.mark.parametrize(
    ("made", "name", "column", "kept"),
    [
        (disposition, "disposition", "version", "reason"),
        (image, "advice_image", "number", "id"),
        (invitation_round, "invitation_round", "number", "list_sha256"),
    ],
)
def test_each_of_two_keeps_a_number_of_its_own(office, hall, base, made, name, column, kept):
    on_both(office, hall, base, made)
    alike(office, hall)

    rows = office.rows(name)
    assert len({row[column] for row in rows}) == len({row[kept] for row in rows}) == 2
    assert min(row[column] for row in rows) == 1


@pytest.mark.parametrize(("made", "name"), [(owner, "proposal_owner"), (screen_card, "screen_card")])
def test_of_two_ties_one_holds_and_both_stay_readable(office, hall, base, made, name):
    on_both(office, hall, base, made)
    alike(office, hall)

    rows = office.rows(name)
    assert [row["until"] for row in rows].count(None) == 1
    assert {row["by"] for row in rows} == {"KANTOOR", "ZAAL"}


@pytest.mark.parametrize(
    ("made", "code"), [(report, "handover_two_reports"), (replacement, "handover_two_replacements")]
)
def test_what_may_be_there_once_is_refused_and_nothing_changes(office, hall, base, made, code):
    on_both(office, hall, base, made)
    for laptop, other in ((office, hall), (hall, office)):
        file, before = other.hand(), laptop.content()
        with pytest.raises(NotPossible) as error:
            laptop.read(file)
        assert (error.value.code, laptop.content()) == (code, before)


def survey(laptop, base):
    question = SurveyQuestion(text="Hoe was het?", kind=SurveyKind.SCALE)
    return Survey(id=new(laptop), process_id=base.process, title="Peiling", questions=(question,))


def sent(team, office, base, **changes):
    """The office has sent a survey, and the other laptop changes it."""
    made = put(office, survey(office, base))
    hall = team.copy(office, "ZAAL")
    change(office, made, sent_at=AT)
    change(hall, made, **changes)
    return hall


def test_a_survey_that_was_sent_keeps_its_promise(team, office, base):
    hall = sent(team, office, base, anonymous=True)

    for laptop, other in ((office, hall), (hall, office)):
        file, before = other.hand(), laptop.content()
        with pytest.raises(NotPossible) as error:
            laptop.read(file)
        assert (error.value.code, laptop.content()) == ("handover_frozen", before)


def test_a_survey_that_was_sent_may_get_another_title(team, office, base):
    hall = sent(team, office, base, title="Andere titel")
    alike(office, hall)

    (row,) = hall.rows("survey")
    assert (row["title"], row["sent_at"]) == ("Andere titel", AT)


def change(laptop, survey_id, **cells):
    with laptop.house.workspace.context.work.writing("test") as store:
        store.change(store.get(Survey, survey_id), **cells)
