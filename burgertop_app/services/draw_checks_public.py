"""Checks on what was made public of a draw: no people are needed, and none are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain.draw_protocol import SEAL, number_from_seed, panel_hash, sealed
from burgertop_app.domain.draw_requests import Checked, Level, Verification
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.public_quotas import line_value
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.services.draw_checks_published import refuse_unknown
from burgertop_app.services.draw_reading import drawn_number

if TYPE_CHECKING:
    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.exchange.draw_folder import Files

_OPENING = frozenset(
    (
        *("format", "kind", "draw", "lottery_sha256", SEAL, "rehearsal", "seed", "drawn_number"),
        *("panel", "salt", "quotas"),
    )
)
_BEYOND = ("beyond_published", "beyond_members", "beyond_lottery", "beyond_chances")


def checked(files: Files) -> Verification:
    """The commitment by itself, and the opening against it when there is one.

    Raises:
        CheckFailed: naming what was changed.
    """
    try:
        return _checked(files)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CheckFailed("verify_file_damaged", file=folder.COMMITMENT) from error


def _checked(files: Files) -> Verification:
    committed = folder.json_object(files, folder.COMMITMENT)
    refuse_unknown(committed, folder.COMMITMENT)
    right = [_shape(committed)]
    if committed.get(SEAL) != sealed(committed)[SEAL]:
        raise CheckFailed("verify_lottery_hash", file=folder.COMMITMENT)
    beyond = [Checked(code) for code in _BEYOND]
    if folder.OPENING not in files:
        return Verification(Level.PUBLIC, tuple(right), (*beyond, Checked("beyond_number")))
    opened = folder.json_object(files, folder.OPENING)
    drawn = drawn_number(opened)
    if drawn is None:
        raise CheckFailed("verify_number_format")
    for part in sorted(opened.keys() ^ _OPENING):
        raise CheckFailed("verify_part", file=folder.OPENING, part=part)
    expected = {part: committed[part] for part in ("draw", "lottery_sha256", "rehearsal", SEAL)}
    for part, wanted in (expected | {"format": committed["format"], "kind": "opening"}).items():
        if not folder.same(opened[part], wanted):
            raise CheckFailed("verify_part", file=folder.OPENING, part=part)
    right += _number(committed, drawn)
    right.append(_opening(committed, opened, drawn))
    if not drawn.seed:
        beyond.append(Checked("beyond_by_hand"))
    return Verification(Level.PUBLIC, tuple(right), tuple(beyond))


def _shape(committed: dict[str, Any]) -> Checked:
    leaves, panels = committed["leaves"], committed["panels"]
    if leaves != sorted(leaves) or len(set(leaves)) != committed["people"]:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="leaves")
    if len(panels) != PANELS:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="panels")
    counted = sum(part["people"] for part in committed["chances"])
    if counted + sum(committed["kept_out"].values()) != committed["people"]:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="chances")
    return Checked("right_shape", (("people", committed["people"]), ("lottery", committed["lottery_sha256"])))


def _number(committed: dict[str, Any], drawn: DrawnNumber) -> list[Checked]:
    if not drawn.seed:
        return []
    if number_from_seed(committed["lottery_sha256"], drawn.seed) != drawn.number:
        raise CheckFailed("verify_number", number=f"{drawn.number:03d}")
    return [Checked("right_number", (("number", f"{drawn.number:03d}"),))]


def _opening(committed: dict[str, Any], opened: dict[str, Any], drawn: DrawnNumber) -> Checked:
    """The drawn panel is the one that was committed under its number, and its counts meet the quotas."""
    panel = tuple(opened["panel"])
    if panel_hash(opened["salt"], drawn.number, panel) != committed["panels"][drawn.number]:
        raise CheckFailed("verify_opening", number=f"{drawn.number:03d}")
    if len(set(panel)) != committed["seats"]:
        raise CheckFailed("verify_seats", number=f"{drawn.number:03d}")
    plain = [{key: line[key] for key in line if key != "count"} for line in opened["quotas"]]
    if plain != committed["quotas"]:
        raise CheckFailed("verify_part", file=folder.OPENING, part="quotas")
    _counts(opened["quotas"], committed["seats"], drawn.number)
    return Checked("right_public_opening", (("number", f"{drawn.number:03d}"),))


def _counts(lines: list[dict[str, Any]], seats: int, number: int) -> None:
    """Counts meet the quotas and add up; a feature whose counts are withheld has none at all."""
    totals: dict[str, list[int | None]] = {}
    for line in lines:
        totals.setdefault(line["feature"], []).append(line["count"])
        if line["count"] is not None and not line["low"] <= line["count"] <= line["high"]:
            raise CheckFailed(
                "verify_quota_missed", number=f"{number:03d}", feature=line["feature"], value=line_value(line)
            )
    for counts in totals.values():
        withheld = all(count is None for count in counts)
        if not withheld and sum(count or 0 for count in counts) != seats:
            raise CheckFailed("verify_part", file=folder.OPENING, part="quotas")
