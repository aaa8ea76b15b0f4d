"""One word per state, role and kind, for screen and paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState, SectionKind
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.draw_records import DrawState, Outcome
from burgertop_app.domain.outcomes import ProposalKind, Standing
from burgertop_app.domain.people import EventKind, NeedKind, Role, State
from burgertop_app.domain.processes import Frame, Phase, PledgeState
from burgertop_app.domain.responses import CommitmentState, CouncilNeed, Disposal, Side, Step
from burgertop_app.domain.surveys import SurveyKind
from burgertop_app.domain.year import Asked, PlanState
from burgertop_app.i18n import _, mark

if TYPE_CHECKING:
    from enum import StrEnum

WORDS: dict[type[StrEnum], dict[str, str]] = {
    State: {
        State.INVITED: mark("invited"),
        State.REGISTERED: mark("registered"),
        State.DRAWN: mark("drawn"),
        State.RESERVE: mark("reserve"),
        State.CONFIRMED: mark("takes part"),
        State.PRESENT: mark("was there"),
        State.ABSENT: mark("did not come"),
        State.FED_BACK: mark("got feedback"),
        State.DECLINED: mark("declined"),
        State.WITHDRAWN: mark("withdrew"),
        State.ERASED: mark("erased"),
    },
    EventKind: {
        EventKind.INVITED: mark("Invited"),
        EventKind.REGISTERED: mark("Registered"),
        EventKind.DRAWN: mark("Drawn"),
        EventKind.RESERVE: mark("Became a reserve"),
        EventKind.CONFIRMED: mark("Said yes"),
        EventKind.DECLINED: mark("Said no"),
        EventKind.SEATED: mark("Got a seat"),
        EventKind.PRESENT: mark("Was there"),
        EventKind.ABSENT: mark("Did not come"),
        EventKind.WROTE: mark("Wrote cards"),
        EventKind.FED_BACK: mark("Got feedback"),
        EventKind.WITHDRAWN: mark("Withdrew"),
        EventKind.ERASED: mark("Data erased"),
        EventKind.INVITATION_SENT: mark("Got the invitation"),
        EventKind.REMINDER_SENT: mark("Got a reminder"),
        EventKind.CONFIRMATION_SENT: mark("Got a confirmation"),
        EventKind.DRAWN_SENT: mark("Got the letter about being drawn"),
        EventKind.RESERVE_SENT: mark("Got the letter for reserves"),
        EventKind.NOT_DRAWN_SENT: mark("Got the letter about not being drawn"),
        EventKind.THANKS_SENT: mark("Got thanks"),
        EventKind.REPLIED_AGAIN: mark("Replied twice"),
        EventKind.REPLIED_FOR: mark("Somebody else replied"),
        EventKind.DECIDED: mark("Difference with the list decided"),
    },
    Role: {
        Role.RESIDENT: mark("resident"),
        Role.FACILITATOR: mark("table facilitator"),
        Role.OBSERVER: mark("observer"),
        Role.EXPERT: mark("expert"),
        Role.ORGANISER: mark("organiser"),
        Role.FRIEND: mark("friend of the panel"),
    },
    NeedKind: {
        NeedKind.INTERPRETER: mark("interpreter"),
        NeedKind.LANGUAGE: mark("table in another language"),
        NeedKind.WHEELCHAIR: mark("wheelchair"),
        NeedKind.HEARING: mark("hearing loop"),
        NeedKind.QUIET: mark("quiet place"),
        NeedKind.OTHER: mark("something else"),
    },
    Phase: {
        Phase.PLAN: mark("Plan"),
        Phase.RECRUIT: mark("Recruiting"),
        Phase.DRAW: mark("Draw"),
        Phase.MEET: mark("Meeting"),
        Phase.ADVISE: mark("Advice"),
        Phase.ANSWER: mark("Answer"),
        Phase.FOLLOW_UP: mark("Follow-up"),
        Phase.CLOSED: mark("Closed"),
    },
    Frame: {
        Frame.FIXED: mark("fixed"),
        Frame.OPEN: mark("open"),
        Frame.UNKNOWN: mark("not known yet"),
    },
    DrawState: {
        DrawState.PREPARED: mark("prepared, not recorded yet"),
        DrawState.COMMITTED: mark("recorded, number not drawn yet"),
        DrawState.DRAWN: mark("drawn"),
        DrawState.WITHDRAWN: mark("withdrawn"),
    },
    Outcome: {
        Outcome.PANEL: mark("in the panel"),
        Outcome.RESERVE: mark("reserve"),
        Outcome.REMAINING: mark("not drawn"),
        Outcome.KEPT_OUT: mark("kept out"),
    },
    Standing: {
        Standing.ACTIVE: mark("counts"),
        Standing.WITHDRAWN: mark("withdrawn"),
        Standing.WENT_ON: mark("went on"),
    },
    ProposalKind: {
        ProposalKind.OURS: mark("we do this ourselves"),
        ProposalKind.ASKED: mark("this is asked"),
        ProposalKind.BOTH: mark("we do a part, and ask a part"),
    },
    BallotRule: {
        BallotRule.MAJORITY: mark("more votes for than against"),
        BallotRule.TWO_THIRDS: mark("at least two thirds for"),
        BallotRule.THRESHOLD: mark("the agreed part for"),
        BallotRule.CONSENT: mark("nobody against"),
        BallotRule.DOTS: mark("the most dots"),
        BallotRule.APPROVAL: mark("ticked by the most people"),
        BallotRule.SCORE: mark("the highest mean mark"),
        BallotRule.BORDA: mark("the most points for places"),
        BallotRule.SCHULZE: mark("wins two by two"),
        BallotRule.TOP: mark("named by the most people"),
        BallotRule.TEMPERATURE: mark("temperature check, nothing is decided"),
    },
    AdviceState: {
        AdviceState.DRAFT: mark("draft"),
        AdviceState.PUBLISHED: mark("established"),
        AdviceState.OFFERED: mark("offered"),
        AdviceState.RECEIVED: mark("received"),
        AdviceState.ANSWERED: mark("answered"),
        AdviceState.WITHDRAWN: mark("withdrawn"),
    },
    SectionKind: {
        SectionKind.SUMMARY: mark("Summary"),
        SectionKind.ASSIGNMENT: mark("Assignment and room"),
        SectionKind.METHOD: mark("How we worked"),
        SectionKind.PARTICIPANTS: mark("Who took part"),
        SectionKind.OURSELVES: mark("What we do ourselves"),
        SectionKind.COUNCIL: mark("Question to the council"),
        SectionKind.FOLLOW_UP: mark("How the answer is followed"),
    },
    Disposal: {
        Disposal.ADOPTS: mark("adopts"),
        Disposal.PARTLY: mark("partly"),
        Disposal.INVESTIGATES: mark("investigates"),
        Disposal.REJECTS: mark("does not adopt"),
        Disposal.NOT_OURS: mark("not up to the college"),
    },
    CouncilNeed: {
        CouncilNeed.UNKNOWN: mark("not known yet"),
        CouncilNeed.YES: mark("yes, the council decides"),
        CouncilNeed.NO: mark("no, the council is not needed"),
    },
    CommitmentState: {
        CommitmentState.OPEN: mark("still to begin"),
        CommitmentState.UNDER_WAY: mark("under way"),
        CommitmentState.STALLED: mark("stands still"),
        CommitmentState.DONE: mark("done"),
        CommitmentState.DROPPED: mark("dropped"),
    },
    Side: {
        Side.COLLEGE: mark("promised by the college"),
        Side.RESIDENTS: mark("we do this ourselves"),
    },
    PledgeState: {
        PledgeState.OPEN: mark("still open"),
        PledgeState.KEPT: mark("kept"),
        PledgeState.NOT_KEPT: mark("not kept"),
    },
    Asked: {
        Asked.COLLEGE: mark("asked by the college"),
        Asked.UNASKED: mark("unasked"),
    },
    PlanState: {
        PlanState.PLANNED: mark("still to begin"),
        PlanState.SHOULD_START: mark("should have begun"),
        PlanState.WRITING: mark("being written"),
        PlanState.LATE: mark("should be ready"),
        PlanState.OFFERED: mark("offered"),
        PlanState.ANSWERED: mark("answered"),
        PlanState.DROPPED: mark("withdrawn"),
    },
    SurveyKind: {
        SurveyKind.CHOICE: mark("one choice"),
        SurveyKind.SEVERAL: mark("several choices"),
        SurveyKind.SCALE: mark("a mark from 1 to 5"),
        SurveyKind.NUMBER: mark("a number"),
        SurveyKind.TEXT: mark("in their own words"),
    },
    Step: {
        Step.PLAN: mark("plan"),
        Step.DO: mark("do"),
        Step.CHECK: mark("check"),
        Step.ACT: mark("adjust"),
    },
}


def word(code: StrEnum) -> str:
    """The word for `code` in the language now spoken."""
    return _(WORDS[type(code)][code])


def choices(kind: type[StrEnum]) -> dict[str, str]:
    """Every word of one kind by its code, in order, to choose from."""
    return {code.value: word(code) for code in kind}
