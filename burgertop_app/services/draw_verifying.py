"""Checking a kept draw: its files are written out, checked as anyone would, and the lottery made again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_requests import Checked, Level, Verification
from burgertop_app.exchange import draw_folder
from burgertop_app.services import draw_checks, draw_checks_full, draw_checks_public
from burgertop_app.services import draw_checks_replacement as replaced

if TYPE_CHECKING:
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.draw_export import Evidence


def check(evidence: Evidence, progress: Progress) -> Verification:
    """What is right in a kept draw, and what cannot be seen any more; in a folder that is gone afterwards.

    Raises:
        CheckFailed: something differs; the error names what was changed.
        Cancelled: asked for through `progress`.
    """
    progress.checkpoint("checking")
    if evidence.erased:
        return _without_people(evidence)
    with tempfile.TemporaryDirectory(prefix="burgertop-") as place:
        folder, people, quotas = Path(place, "draw"), Path(place, "people.csv"), Path(place, "quotas.csv")
        draw_folder.write_folder(folder, evidence.files)
        people.write_bytes(evidence.people)
        quotas.write_bytes(evidence.quotas)
        found = draw_checks.verify(folder, people, quotas, progress)
    inside = ("right_given_people", "right_given_quotas")
    right = tuple(each for each in found.right if each.code not in inside)
    return Verification(found.level, right, (*found.beyond, Checked("beyond_people")))


def _without_people(evidence: Evidence) -> Verification:
    """The lottery against its commitment, and what was made public."""
    draw_checks_full.check_lottery(evidence.files)
    shown = draw_checks_public.checked(evidence.files)
    beyond = [each for each in shown.beyond if each.code not in ("beyond_lottery", "beyond_chances")]
    gone = Checked("beyond_erased", (("people", evidence.erased),))
    return Verification(
        Level.FULL,
        (Checked("right_hash"), Checked("right_chances"), *shown.right, *replaced.marked(evidence.files)),
        (gone, *(each for each in beyond if each.code != "beyond_members")),
    )
