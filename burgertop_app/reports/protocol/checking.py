"""How anyone can check the draw without trusting the organiser, and what no check can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.reports.pdf.pieces import Box, Bullets, Facts, Heading, Paragraph, Role, Span, Tone

if TYPE_CHECKING:
    from burgertop_app.domain.papers.draw import DrawProtocolPaper
    from burgertop_app.reports.pdf.pieces import Piece

_NUMBER = r'SHA-256("burgertop/number/1\n" + lottery_sha256 + "\n" + seed + "\n" + c)'
_PANEL = r'SHA-256(salt + "\n" + drawn_number + "\n" + panel)'
_PERSON = r'SHA-256(salt + "\n" + number + "\n" + features)'


def checking(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """The chapter with the hashes, the recipe and the limit."""
    return (
        Heading(1, _("How you check this")),
        Paragraph(
            _("You need no trust in the organiser and no program of ours. With the published files you can:")
        ),
        Bullets(_public_steps(), numbered=True),
        Paragraph(_("Who has the full folder of the draw, such as the notary, can also:")),
        Bullets(_full_steps(), numbered=True),
        Paragraph(
            _(
                "Were you registered? Ask the organiser for your secret code. With it you can see that you"
                " were in the pool, with the features you gave."
            )
        ),
        Heading(2, _("The hashes")),
        _hashes(paper),
        Heading(2, _("The recipe, to the letter")),
        *_recipe(paper.panels),
        Heading(2, _("What this cannot show")),
        Box((Paragraph(_limit()),), Tone.WARN),
    )


def _public_steps() -> tuple[str, ...]:
    return (
        _("Lay the hash of the lottery below beside the one that was published before the number was drawn."),
        _("Calculate the number yourself from that hash and the seed."),
        _(
            "Calculate the mark of the drawn panel yourself from opening.json. It is the one that"
            " toezegging.json has at that number; the first one there is number 0."
        ),
    )


def _full_steps() -> tuple[str, ...]:
    return (
        _("Calculate the hash of the lottery yourself, from the file lottery.json, with the recipe below."),
        _("Look up the panel with that number in the list. Those are the people who were drawn."),
        _(
            "Count whether every panel in the list meets the quotas, and how often each person is in"
            " the list."
        ),
    )


def _hashes(paper: DrawProtocolPaper) -> Facts:
    return Facts(
        tuple(
            (label, (Span(value, mono=True),))
            for label, value in (
                (_("Lottery"), paper.lottery_sha256),
                (_("Pool"), paper.pool_sha256),
                (_("Quotas"), paper.quotas_sha256),
            )
        ),
        label_share=0.16,
    )


def _recipe(panels: int) -> tuple[Piece, ...]:
    return (
        Paragraph(_("The hash of the lottery"), Role.STRONG),
        Paragraph(
            _(
                "Take the object in lottery.json without the fields lottery_sha256, rehearsal, seed and"
                " drawn_number. Write it as canonical JSON: keys sorted, a comma and a colon without"
                " spaces, text in Unicode form NFC, encoded as UTF-8. There are no numbers with decimals"
                " in it: chances are text with twelve decimals. The SHA-256 of those bytes is the hash."
            )
        ),
        Paragraph(_("The number"), Role.STRONG),
        Paragraph(
            _(
                "Strip white space around the seed, make each run of white space in it one space, and put"
                " it in form NFC. For c = 0, 1, 2, … calculate"
            )
        ),
        Box((Paragraph(_NUMBER, Role.HASH),)),
        Paragraph(
            _(
                "in UTF-8, where a backslash with an n stands for one line feed. Read the first 8 bytes as"
                " a number v, the most important byte first. The first v that is smaller than"
                " 2^64 - (2^64 mod {panels}) counts: the number drawn is v mod {panels}. A number that was"
                " drawn by hand, with balls for instance, is entered as itself."
            ).format(panels=panels)
        ),
        *_marks(),
    )


def _marks() -> tuple[Piece, ...]:
    return (
        Paragraph(_("The mark of a panel and of a person"), Role.STRONG),
        Box((Paragraph(_PANEL, Role.HASH), Paragraph(_PERSON, Role.HASH))),
        Paragraph(
            _(
                "in the same way. The drawn number has three digits. The panel is its list of numbers in"
                " order, the features are what you gave per feature, both as canonical JSON. The mark of a"
                " person stands among the leaves in toezegging.json."
            )
        ),
    )


def _limit() -> str:
    return _(
        "Whoever has the data can rehearse on a copy as often as they like. A protocol cannot show"
        " that this did"
        " not happen. Therefore only a hash counts that was published elsewhere before the number"
        " could be known."
    )
