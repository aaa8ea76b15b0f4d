"""The group that is asked for on a slip, and slips that two people typed."""

from __future__ import annotations

from burgertop_app.domain.ballot_methods import GroupQuestion
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.voting import Slip

AREA = GroupQuestion("Wijk", ("Noord", "Zuid"))


def entered(house, ballot, many=24):
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        for no in range(many):
            area = "Noord" if no % 2 else "Zuid"
            marks = {0: 3, 1: 2} if no % 3 else {2: 3, no % 2: 1}
            slip = Slip(number=str(100 + no), marks=marks, cells={"Wijk": area})
            house.vote_entering.enter(ballot, batch, slip, by)
