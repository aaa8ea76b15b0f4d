"""One paper of every kind that the program prints; whoever adds a kind adds it here.

Long because every kind has its sample, whole, in one place.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from burgertop_app.domain.budget_votes import BudgetVote
from burgertop_app.domain.budgeting import BudgetLimits, BudgetProblem, BudgetProject
from burgertop_app.domain.name_order import by_family
from burgertop_app.domain.opinion_map import Dot, NoGroups, OpinionMap, Said, StatementResult, Typical
from burgertop_app.domain.papers.answers import EarlierAnswer, RatingFormPaper
from burgertop_app.domain.papers.budgets import BudgetPaperDocument
from burgertop_app.domain.papers.day_kit import (
    BlankCardsPaper,
    DoorLine,
    DoorListPaper,
    LateChangesPaper,
    LateSlip,
    NameBadge,
    NameBadgesPaper,
    SeatMove,
    TableSign,
    TableSignsPaper,
    VotingSlipsPaper,
)
from burgertop_app.domain.papers.feedback_overview import FeedbackOverviewPaper, OverviewEnd, OverviewTheme
from burgertop_app.domain.papers.opinions import OpinionPaper
from burgertop_app.domain.papers.progress import (
    AgendaPaper,
    HeldMeeting,
    MovedDay,
    OwnerLetter,
    OwnerLettersPaper,
    PledgeItem,
    ProgressGroup,
    ProgressItem,
    ProgressPaper,
)
from burgertop_app.domain.papers.representation import RepresentationPaper
from burgertop_app.domain.papers.room_plan import PlanRound, PlanTable, RoomPlanPaper
from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
from burgertop_app.domain.papers.surveys import SurveyPaper, SurveyResultsPaper
from burgertop_app.domain.papers.votes import ResultBar, ResultGroup, VoteResultPaper, VoteRulePaper
from burgertop_app.domain.processes import PledgeState
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.responses import CommitmentState, CouncilNeed, Disposal, Step
from burgertop_app.domain.surveys import (
    Counted,
    QuestionResult,
    SurveyKind,
    SurveyQuestion,
    SurveyResults,
)
from burgertop_app.services.budgets import count_all
from tests.reports.plan_papers import plan_papers

OLDER = (
    *("advice", "card_book", "feedback", "letters", "offering", "protocol"),
    *("reminder", "response", "route_cards", "rules", "script", "table_sheets"),
)
NEWER = (
    *(
        "agenda",
        "budget",
        "opinions",
        "opinions_none",
        "feedback_overview",
        "owner_letters",
        "progress",
        "rating_form",
    ),
    *("representation_statement", "room_plan", "sign_off", "survey", "survey_results"),
    *("badges", "blank_cards", "door_list", "late_changes", "signs", "voting_slips", "voting_lines"),
    *("vote_rule", "vote_result", "vote_dots", "vote_consent"),
    *("proposal_book", "tomorrow_form", "intentions"),
)
PAPERS = tuple(sorted((*OLDER, *NEWER)))
ON = date(2026, 12, 10)


@pytest.fixture
def papers(request):
    """One paper of every kind by name."""
    older = {name: request.getfixturevalue(name) for name in OLDER}
    newer = _newer(older, request.getfixturevalue("representation"))
    return older | newer | {"room_plan": _room_plan(older["route_cards"])}


def _votes(head):
    options = (("1", "Eén loket voor alle vragen"), ("3", "Meer groen in de wijk"), ("4", "Bus in de avond"))
    rows = ("1. Eén loket voor alle vragen", "3. Meer groen in de wijk", "4. Bus in de avond")
    told = {
        "masthead": head,
        "title": "Stemming op de paneldag",
        "method": "Stippen",
        "rule": ("Alle stippen worden opgeteld.", "Er wordt 1 voorstel gekozen."),
    }
    return {
        "vote_rule": VoteRulePaper(
            **told,
            how="U heeft 5 stippen.",
            options=options,
            fixed_at=datetime(2026, 3, 2, 19, 30, tzinfo=UTC),
            sha256="ab" * 32,
        ),
        "vote_result": VoteResultPaper(
            **told,
            told=("Er zijn 27 briefjes ingeleverd.", "Gekozen is “1. Eén loket”."),
            bars=tuple(
                ResultBar(name=name, share=1 - at / 3, words=f"{14 - at} stippen", chosen=not at)
                for at, name in enumerate(rows)
            ),
            options=tuple((name, "Gekozen: plaats 1.") for name in rows),
            spread=(("Voorstel", "1", "2", "leeg"), *((name, "3", "4", "0") for name in rows)),
            pairs=(("Voorstel", "1", "3", "4"), *((name, "–", "12", "9") for name in rows)),
            support="Steun is het deel van de briefjes met ten minste één stip.",
            groups=(
                ResultGroup(
                    question="Wijk",
                    groups=("Noord (14)", "Zuid (13)"),
                    rows=tuple((name, "60 %", "–", "45 %") for name in rows),
                ),
            ),
            lowest=("1. Eén loket: iedereen 60 %, laagste groep 45 % (Wijk: Zuid).",),
            objections=((rows[0], "te duur", "eerst een proef"),),
            sha256="ab" * 32,
        ),
        "vote_dots": VotingSlipsPaper(
            masthead=head,
            title="Stemming",
            slips=2,
            options=options,
            numbers=("48213", "90122"),
            how="U heeft 5 stippen.",
            boxes=(),
            questions=(("Wijk", ("Noord", "Zuid")),),
        ),
        "vote_consent": VotingSlipsPaper(
            masthead=head,
            title="Stemming",
            slips=2,
            options=options,
            numbers=("48213", "90122"),
            boxes=("Ik stem in", "Ik laat het over", "Ik heb bezwaar"),
            reasons=True,
        ),
    }


def _room_plan(cards):
    """With so many tables that the page lies on its side."""
    people = [card.person for card in cards.cards]
    tables = tuple(
        PlanTable(
            table=str(no),
            topic="Hulp aan huis",
            facilitator="Karima el Idrissi",
            people=tuple(people[no % 3 :: 3]),
        )
        for no in range(12)
    )
    rounds = tuple(PlanRound(no=no, tables=tables) for no in (1, 2))
    return RoomPlanPaper(masthead=cards.masthead, event=cards.event, rounds=rounds)


def _newer(older, representation):
    head = older["advice"].masthead
    themes = (OverviewTheme(name="Wonen", cards=9, advised=4, recommendations=(1, 2)),)
    outcomes = [
        outcome for sheet in older["feedback"].sheets for card in sheet.cards for outcome in card.outcomes
    ]
    ends = tuple(OverviewEnd(outcome=outcome, cards=("1-1", "2-3")) for outcome in outcomes[:2])
    return {
        **_followed(head),
        **_votes(head),
        **plan_papers(head, older["card_book"].groups[0].themes[0].cards),
        "feedback_overview": FeedbackOverviewPaper(
            masthead=head,
            advice_title="Warm wonen",
            cards=149,
            proposed=80,
            advised=60,
            answered=50,
            adopted=40,
            promises=6,
            done=2,
            themes=themes,
            ends=ends,
            next_step="In maart kijken wij opnieuw.",
            contact="panel@waterrijk.example",
        ),
        "rating_form": RatingFormPaper(
            masthead=head,
            advice_title="Warm wonen",
            college="college van burgemeester en wethouders",
            recommendations=tuple(
                replace(
                    one,
                    budget="€ 12.500",
                    council=CouncilNeed.YES,
                    policy="Woonvisie",
                    earlier=(EarlierAnswer(on=ON, disposal=Disposal.PARTLY, reason="Eerst zo."),),
                )
                for one in older["response"].recommendations
                if one.disposal
            ),
            return_to="Gemeentehuis, Waterrijk",
        ),
        "representation_statement": RepresentationPaper(
            masthead=head,
            shown=replace(
                representation,
                response="Van de 2.000 genodigden meldden zich er 240 aan.",
                done="Een tweede brief.",
                unknown=("Van de genodigden kennen wij alleen de wijk.",),
            ),
        ),
        "sign_off": SignOffSheetPaper(
            masthead=head, advice=older["advice"], content_hash="ab12" * 16, members=("1", "2", "17")
        ),
        **_surveys(head),
        **_counted(head),
        **_of_the_day(head, older["route_cards"]),
    }


def _of_the_day(head, routes):
    """The loose papers of a meeting, for the people on the route cards."""
    people = [card.person for card in routes.cards]
    event = routes.event
    vote = VotingSlipsPaper(masthead=head, title="Stemming op de Paneldag", slips=9)
    return {
        "badges": NameBadgesPaper(
            masthead=head,
            event=event,
            badges=tuple(
                NameBadge(person=one, role="gespreksleider" if place == 3 else "", table=str(place or ""))
                for place, one in enumerate(people)
            ),
        ),
        "signs": TableSignsPaper(
            masthead=head,
            event=event,
            signs=(TableSign(table="1", note="Grote zaal · Hulp aan huis"), TableSign(table="42")),
        ),
        "door_list": DoorListPaper(
            masthead=head,
            event=event,
            rounds=(1, 2, 3),
            lines=tuple(
                DoorLine(person=one, tables=("1", "12", ""))
                for one in sorted(people[:5], key=lambda one: by_family(one.name, one.number))
            ),
        ),
        "blank_cards": BlankCardsPaper(
            masthead=head,
            event=event,
            tables=(("1", tuple(range(19, 25))), ("2", tuple(range(19, 25)))),
            kinds=("aanbeveling", "tip", "uitspraak", "vraag"),
        ),
        "voting_slips": replace(
            vote,
            options=tuple((str(no), f"Begin met isoleren in wijk {no}.") for no in range(1, 4)),
            rule="Een voorstel is aangenomen bij: minstens twee derde voor.",
        ),
        "voting_lines": vote,
        "late_changes": LateChangesPaper(
            masthead=head,
            event=event,
            slips=tuple(
                LateSlip(
                    person=one,
                    moves=(
                        SeatMove(round_no=1, table="7", earlier="4"),
                        SeatMove(round_no=2, table="" if place else "3"),
                    ),
                )
                for place, one in enumerate(people[:9])
            ),
        ),
    }


def _item(said, state):
    return ProgressItem(
        text=said,
        state=state,
        step=Step.DO,
        standing="Onderweg, negen dagen te laat.",
        owner="Afdeling Wonen",
        due_on=date(2026, 12, 1),
        late=9,
        budget=1_250_000,
        outcome="Het loket is open.",
        withdrawn="Dubbel geteld." if state is CommitmentState.DROPPED else "",
        source="Aanbeveling 2",
        changes=("De laatste dag is verzet.",),
        notes=((date(2026, 12, 2), "De eerste straat is klaar."),),
        moved=(MovedDay(was_on=date(2026, 11, 1), now_on=date(2026, 12, 1), reason="Geen mensen."),),
        evidence=(("Foto van het loket", "https://waterrijk.example/loket"),),
        questions=("Wie doet het?",),
    )


def _followed(head):
    every = tuple(_item(f"Toezegging {place}.", state) for place, state in enumerate(CommitmentState, 1))
    pledges = tuple(
        PledgeItem(by="De raad", text="Bespreekt het advies.", state=state, on=ON, note="In december.")
        for state in PledgeState
    )
    group = ProgressGroup(number=1, sentence="Begin in de Havenwijk.", disposal=Disposal.ADOPTS, items=every)
    met = HeldMeeting(on=date(2026, 12, 9), present=3, note="Goed gesprek.", decisions="Elke maand bellen.")
    letter = OwnerLetter(owner="Afdeling Wonen", contact="De teamleider", items=every)
    return {
        "progress": ProgressPaper(
            masthead=head,
            number=2,
            on=ON,
            groups=(group,),
            others=every[:1],
            plans=every[1:2],
            pledges=pledges,
            meetings=(met,),
            next_meeting=date(2027, 6, 9),
            since=date(2026, 6, 1),
            draft=False,
            content_hash="cd34" * 16,
        ),
        "agenda": AgendaPaper(
            masthead=head,
            number=2,
            on=ON,
            items=every,
            plans=every[1:2],
            ended=every[2:3],
            pledges=pledges,
            since=date(2026, 6, 1),
            decisions="Elke maand bellen.",
        ),
        "owner_letters": OwnerLettersPaper(
            masthead=head,
            on=ON,
            place="Waterrijk",
            sender=("Burgerpanel Waterrijk", "Postbus 1"),
            letters=(letter, replace(letter, owner="Afdeling Groen", contact="")),
            next_meeting=date(2027, 6, 9),
            reply_to="panel@waterrijk.example",
        ),
    }


def _counted(head):
    problem = BudgetProblem(
        5_000_000,
        (
            BudgetProject("1", 2_000_000, "Speeltuin", "Noord"),
            BudgetProject("2", 1_000_000, "Bomen in de straat", "Zuid"),
            BudgetProject("3", 2_500_000, "Fietspad", ""),
        ),
        ((0, 2),) * 6 + ((1,),) * 4,
        BudgetLimits(support=2),
        unit=100,
    )
    budget = BudgetVote(
        id=UUID(int=1),
        process_id=UUID(int=2),
        title="Wijkbudget",
        cents=5_000_000,
        support=2,
        sha256="ab12" * 16,
        frozen_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )
    said = (Said(20, 2, 1), Said(3, 15, 2))
    results = tuple(
        StatementResult(number, Said(23, 17, 3), said if number % 2 else said[::-1], 0.5, 0.1, 0.7)
        for number in range(4)
    )
    found = OpinionMap(
        dots=tuple(Dot(one, one % 7 - 3.0, one % 5 - 2.0, int(one >= 23)) for one in range(43)),
        sizes=(23, 20),
        statements=results,
        typical=((Typical(0, True, 0.9, 4.5),), (Typical(1, False, 0.8, 3.0),)),
        voters=45,
        left_out=2,
        sharpness=0.6,
        by_chance=0.2,
        shown=0.5,
    )
    texts = {
        number: f"Stelling {number}: meer groen, ook als dat parkeerplaatsen kost." for number in range(4)
    }
    bare = OpinionMap(
        statements=tuple(replace(one, groups=()) for one in results),
        agreed=(0,),
        rejected=(1,),
        voters=19,
        left_out=1,
        why=NoGroups.FEW_PEOPLE,
    )
    opinions = OpinionPaper(
        masthead=head, title="Groen in de wijk", intro="Wat vindt u?", found=found, texts=texts
    )
    return {
        "budget": BudgetPaperDocument(
            masthead=head, budget=budget, problem=problem, columns=count_all(problem, UNHEARD)
        ),
        "opinions": opinions,
        "opinions_none": replace(opinions, found=bare, stale=True),
    }


def _surveys(head):
    choices = ("Ja", "Nee", "Weet ik niet")
    questions = (
        SurveyQuestion("Kent u het panel?", SurveyKind.CHOICE, choices),
        SurveyQuestion("Wat las u?", SurveyKind.SEVERAL, choices),
        SurveyQuestion("Hoe tevreden bent u?", SurveyKind.SCALE),
        SurveyQuestion("Hoe vaak kwam u?", SurveyKind.NUMBER),
        SurveyQuestion("Wat wilt u ons zeggen?", SurveyKind.TEXT),
    )
    chosen = tuple(
        Counted(choice, count, count / 12) for choice, count in zip(choices, (7, 3, 2), strict=True)
    )
    marked = tuple(Counted(str(mark), mark, mark / 15) for mark in range(1, 6))
    counted = (
        QuestionResult(questions[0], 12, chosen),
        QuestionResult(questions[1], 12, chosen),
        QuestionResult(questions[2], 15, marked, mean=3.7, median=4),
        QuestionResult(questions[3], 12, mean=2.5, median=2),
        QuestionResult(questions[4], 10, texts=("Ga zo door.", "Meer avonden.")),
    )
    return {
        "survey": SurveyPaper(
            masthead=head,
            title="Hoe gaat het met het panel?",
            intro="Het kost u vijf minuten.",
            questions=questions,
            closes_on=ON,
        ),
        "survey_results": SurveyResultsPaper(
            masthead=head,
            title="Hoe gaat het met het panel?",
            results=SurveyResults(asked=24, replies=15, by_code=12, questions=counted),
            closes_on=ON,
        ),
    }
