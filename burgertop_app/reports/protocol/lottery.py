"""The lottery: how the panels were chosen, and everyone's chance."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, number, percent
from burgertop_app.messages.draw_methods import method_words, proof_sentences
from burgertop_app.reports.pictures import Bars, Dots, Fill, Series
from burgertop_app.reports.pieces import Facts, Figure, Heading, Paragraph, Role
from burgertop_app.reports.protocol.rules import counts

if TYPE_CHECKING:
    from burgertop_app.domain.papers.draw import DrawProtocolPaper, ProtocolBin
    from burgertop_app.reports.pieces import Piece

_STEPS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25)


def lottery(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """The chapter on the lottery."""
    words = method_words(paper.method)
    numbered = _(
        "The lottery is a list of {panels} panels, numbered {first} to {last}. One number is drawn"
        " afterwards;"
        " the panel with that number is the panel. Each number has the same chance."
    ).format(panels=number(paper.panels), first=f"{0:03d}", last=f"{paper.panels - 1:03d}")
    return (
        Heading(1, _("The lottery")),
        Paragraph(words.name, Role.LEAD),
        Paragraph(numbered),
        *((Paragraph(words.explained),) if words.explained else ()),
        *_certificate(paper),
        *(
            (Paragraph(_("Source: {source}").format(source=words.source), Role.SMALL),)
            if words.source
            else ()
        ),
        *_chances(paper),
        *counts(_("Registered, but without a chance"), paper.without_chance),
    )


def _certificate(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    lowest, bound = float(paper.min_probability), float(paper.upper_bound)
    exact = " ".join(proof_sentences(paper.method, lowest, bound))
    if paper.largest_deviation is None:
        return (Paragraph(exact),)
    rounded = _(
        "Through rounding to whole panels nobody’s chance differs more than {deviation} from the calculated"
        " one."
    ).format(deviation=percent(paper.largest_deviation, 2))
    return (Paragraph(f"{exact} {rounded}"),)


def _chances(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    return _histogram(paper) if paper.public else _dots(paper)


def _histogram(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """How many people have which chance, as it was published: no dot for each person."""
    filled = [place for place, part in enumerate(paper.histogram) if part.people]
    if not filled:
        return ()
    shown = paper.histogram[filled[0] : filled[-1] + 1]
    most = max(part.people for part in shown)
    rows = tuple((_band(part), (part.people / most,), (number(part.people),)) for part in shown)
    alt = _("How many people have which chance: {parts}.").format(
        parts="; ".join(f"{name}: {said[0]}" for name, _shares, said in rows)
    )
    series = (Series(_("People"), Fill.SOLID),)
    return (
        Heading(2, _("Everyone’s chance")),
        Paragraph(
            _(
                "How many people have which chance. Everyone’s own chance stays in the full protocol: with it"
                " some could be recognised."
            )
        ),
        Figure(Bars(series, rows, 1.0, legend=False), alt),
    )


def _band(part: ProtocolBin) -> str:
    return _("{low} to {high}").format(low=percent(part.low), high=percent(part.high))


def _dots(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    chances = sorted(chance for chance in paper.chances if chance > 0)
    if not chances:
        return ()
    lowest, middle, highest = percent(chances[0], 1), percent(median(chances), 1), percent(chances[-1], 1)
    alt = _(
        "Each dot is a person, from the lowest to the highest chance. Lowest {lowest}, middle {middle},"
        " highest {highest}."
    ).format(lowest=lowest, middle=middle, highest=highest)
    share = paper.seats / len(chances)
    picture = Dots(
        values=tuple(chances),
        ticks=tuple((value, percent(value, 1)) for value in ticks(chances[-1])),
        low_words=_("lowest chance"),
        high_words=_("highest chance"),
        line=share if share <= chances[-1] else None,
        line_words=_("if all chances were equal: {share}").format(share=percent(share, 1)),
    )
    return (
        Heading(2, _("Everyone’s chance")),
        Paragraph(alt),
        Figure(picture, alt),
        Facts(
            (
                (_("Lowest chance"), lowest),
                (_("Middle chance"), middle),
                (_("Highest chance"), highest),
            )
        ),
    )


def ticks(highest: float) -> tuple[float, ...]:
    """Four to eight round values from zero to just over the highest."""
    step = next((step for step in _STEPS if highest / step <= 6), _STEPS[-1])
    values = [0.0]
    while values[-1] < highest - 1e-12:
        values.append(round(step * len(values), 6))
    return tuple(values)
