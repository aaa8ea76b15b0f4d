from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.papers.common import Masthead
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
from burgertop_app.domain.processes import PledgeState
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.responses import CommitmentState, Disposal, Step
from burgertop_app.services.printing.rendering import render

HOSTILE = (
    "<b>&amp;<img src='/etc/passwd'> \u202e \x00\x07 {count} %s [a](javascript:1) </para><onDraw/> "
    + "x" * 3000
    + " einde"
)
MADE = datetime(2026, 12, 10, 9, tzinfo=UTC)
HEAD = Masthead(organisation="Waterrijk", process="Burgerpanel", made_at=MADE)


def item(said, state=CommitmentState.UNDER_WAY):
    return ProgressItem(
        text=said,
        state=state,
        step=Step.DO,
        standing=said,
        owner=said,
        due_on=date(2026, 12, 1),
        late=9,
        budget=12,
        outcome=said,
        withdrawn=said,
        source=said,
        changes=("nieuw",),
        notes=((date(2026, 12, 2), said),),
        moved=(MovedDay(was_on=date(2026, 11, 1), now_on=None, reason=said),),
        evidence=((said[:200], "https://waterrijk.example/a"),),
        questions=("Wie doet het?",),
    )


def papers(said):
    every = tuple(item(said, state) for state in CommitmentState)
    pledges = tuple(PledgeItem(by="Raad", text=said, state=state, note=said) for state in PledgeState)
    group = ProgressGroup(number=1, sentence="Begin", disposal=Disposal.ADOPTS, items=every)
    return (
        ProgressPaper(
            masthead=HEAD,
            number=0,
            on=date(2026, 12, 10),
            groups=(group,),
            others=every,
            plans=every,
            pledges=pledges,
            meetings=(HeldMeeting(on=date(2026, 12, 9), present=3, note=said, decisions=said),),
            since=date(2026, 6, 1),
        ),
        AgendaPaper(
            masthead=HEAD,
            number=1,
            on=date(2026, 12, 10),
            items=every,
            plans=every,
            ended=every,
            pledges=pledges,
        ),
        OwnerLettersPaper(
            masthead=HEAD,
            on=date(2026, 12, 10),
            place="Waterrijk",
            sender=("Panel",),
            letters=(OwnerLetter(owner="Wonen", contact="", items=every),),
        ),
    )


@pytest.mark.parametrize("place", [0, 1, 2], ids=["progress", "agenda", "letters"])
def test_hostile_text_is_only_text_in_every_paper(place):
    made = render(papers(HOSTILE)[place], UNHEARD).content

    assert made.startswith(b"%PDF")
    assert b"root:" not in made
