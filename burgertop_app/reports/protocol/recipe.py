"""The recipe of every hash and of the number, to the letter, so that a programmer can write it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.reports.pieces import Box, Heading, Paragraph, Role, Together

if TYPE_CHECKING:
    from burgertop_app.reports.pieces import Piece

_NUMBER = r'SHA-256("burgertop/number/1\n" + lottery_sha256 + "\n" + seed + "\n" + c)'
_PANEL = r'SHA-256(salt + "\n" + drawn_number + "\n" + panel)'
_PERSON = r'SHA-256(salt + "\n" + number + "\n" + features)'
_STATE = r'SHA-256(lottery_sha256 + "\n" + seed + "\n" + "replacement" + "\n" + running + "\n" + before)'
_SALT = r'HMAC-SHA-256(panel_secret, "burgertop/panel/1\n" + drawn_number)'


def recipe(panels: int) -> tuple[Piece, ...]:
    """The section with the recipe."""
    return (
        Heading(2, _("The recipe, to the letter")),
        *_hashes(),
        *_number(panels),
        *_marks(),
        *_replacements(),
        _step(_("Every file to the last byte"), Paragraph(_sums())),
    )


def _step(title: str, *said: Piece) -> Together:
    """A part of the recipe, not torn from its title."""
    return Together((Paragraph(title, Role.STRONG), *said))


def _hashes() -> tuple[Piece, ...]:
    lottery = _(
        "Take the object in lottery.json without the fields lottery_sha256, rehearsal, seed and"
        " drawn_number. Write it as canonical JSON: keys sorted, a comma and a colon without"
        " spaces, text in Unicode form NFC, encoded as UTF-8. There are no numbers with decimals"
        " in it: chances are text with twelve decimals. The SHA-256 of those bytes is the hash."
    )
    commitment = _(
        "In the same way: the SHA-256 of the object in toezegging.json without the field"
        " commitment_sha256, as canonical JSON."
    )
    rest = _(
        "In the same way: the quotas as a list of objects with feature, value, low and high, sorted"
        " by feature and value; the pool as a list of objects with id and features, sorted by id. Who"
        " shares a home has household in it too, when the rule on households holds."
    )
    public = _(
        "In toezegging.json values of a feature stand together where one of them has fewer than 5 people in"
        " the pool or a quota below 3. Low and high of such a group are those of its values in lottery.json,"
        " added up; a count in opening.json is that of the values together. A feature is withheld when it is"
        " sensitive, or when only one group is left of it."
    )
    return (
        _step(_("The hash of the lottery"), Paragraph(lottery)),
        _step(_("The hash of the commitment"), Paragraph(commitment)),
        _step(_("The hashes of pool and quotas"), Paragraph(rest)),
        _step(_("The quotas in public"), Paragraph(public)),
    )


def _number(panels: int) -> tuple[Piece, ...]:
    seed = _(
        "Strip white space around the seed, make each run of white space in it one space, and put"
        " it in form NFC. For c = 0, 1, 2, … calculate"
    )
    taken = _(
        "in UTF-8, where a backslash with an n stands for one line feed. Read the first 8 bytes as"
        " a number v, the most important byte first. The first v that is smaller than"
        " 2^64 - (2^64 mod {panels}) counts: the number drawn is v mod {panels}. A number that was"
        " drawn by hand, with balls for instance, is entered as itself."
    ).format(panels=panels)
    return (
        _step(_("The number"), Paragraph(seed), Box((Paragraph(_NUMBER, Role.HASH),))),
        Paragraph(taken),
    )


def _marks() -> tuple[Piece, ...]:
    marks = Box((Paragraph(_PANEL, Role.HASH), Paragraph(_PERSON, Role.HASH)))
    told = _(
        "in the same way. The drawn number has three digits. The panel is its list of numbers in"
        " order, the features are what you gave per feature, both as canonical JSON. The mark of a"
        " person stands among the leaves in toezegging.json."
    )
    salts = _(
        "The salt of a person and the secret of the panels stand in salts.json of the full folder."
        " The salt of each panel follows from that secret, whose hexadecimal digits are read as"
        " bytes, and is written in hexadecimal digits:"
    )
    return (
        _step(_("The mark of a panel and of a person"), marks, Paragraph(told)),
        Together((Paragraph(salts), Box((Paragraph(_SALT, Role.HASH),)))),
    )


def _replacements() -> tuple[Piece, ...]:
    told = _(
        "A replacement gets no new seed. Its state in vervangingen.json follows from the draw and from what"
        " went before: the mark of the replacement before it, or start for the first one. After a number"
        " drawn by hand, its three digits stand in the place of the seed."
    )
    return (_step(_("A replacement"), Paragraph(told), Box((Paragraph(_STATE, Role.HASH),))),)


def _sums() -> str:
    return _(
        "SHA256SUMS has a line for each file beside it: its SHA-256, two spaces and its name. The"
        " tool sha256sum can read it. The full folder has a list of its own."
    )
