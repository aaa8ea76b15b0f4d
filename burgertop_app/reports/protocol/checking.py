"""How anyone can check the draw without trusting the organiser, and what no check can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.reports.pieces import Box, Bullets, Facts, Heading, Paragraph, Role, Span, Tone
from burgertop_app.reports.protocol.recipe import recipe

if TYPE_CHECKING:
    from burgertop_app.domain.papers.draw import DrawProtocolPaper
    from burgertop_app.reports.pieces import Piece

_LABEL = 0.16
_COMMAND = "python3 controleer_loting.py"


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
        *_machine(paper),
        Heading(2, _("The hashes")),
        _hashes(paper),
        *_meaning(paper),
        Heading(2, _("What this cannot show")),
        Box((Paragraph(_limit()),), Tone.WARN),
        *recipe(paper.panels),
    )


def _public_steps() -> tuple[str, ...]:
    return (
        _("Lay the hashes of commitment and lottery below beside those that were published before the draw."),
        _("Calculate the number yourself from the hash of the lottery and the seed."),
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


def _machine(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """The stand-alone checker: what it is, how it is run, and by which hash it is known."""
    if not paper.checker_sha256:
        return ()
    return (
        Heading(2, _("Let the computer do it")),
        Paragraph(
            _(
                "With this protocol comes a small program, controleer_loting.py. It needs only Python, and"
                " fits on two sheets of paper, so that a programmer can read it through. Put it in the folder"
                " with the files and type:"
            )
        ),
        Box((Paragraph(_COMMAND, Role.HASH),)),
        Paragraph(
            _(
                "It says what is right and what is not. Its outcome is 0 when all is right and 3 when"
                " something is not. It follows the recipe below: whoever does not trust it can write it anew."
            )
        ),
        Paragraph(_("Is it the real one? This is the hash of the program itself:")),
        Facts(((_("Program"), (Span(paper.checker_sha256, mono=True),)),), label_share=_LABEL),
    )


def _hashes(paper: DrawProtocolPaper) -> Facts:
    return Facts(
        tuple(
            (label, (Span(value, mono=True),))
            for label, value in (
                (_("The commitment"), paper.commitment_sha256),
                (_("Lottery"), paper.lottery_sha256),
                (_("Pool"), paper.pool_sha256),
                (_("Quotas"), paper.quotas_sha256),
            )
            if value
        ),
        label_share=_LABEL,
    )


def _meaning(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    if not paper.commitment_sha256:
        return ()
    said = _(
        "The hash of the commitment holds the organiser to everything that was published beforehand; the hash"
        " of the lottery holds the thousand panels, and the number follows from it."
    )
    return (Paragraph(said),)


def _limit() -> str:
    return _(
        "Whoever has the data can rehearse on a copy as often as they like. A protocol cannot show that this"
        " did not happen. Therefore only a hash counts that was published elsewhere before the number could"
        " be known."
    )
