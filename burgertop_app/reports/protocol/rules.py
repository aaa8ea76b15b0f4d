"""What held before the draw: the rules, who was kept in or out, and the quotas."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.reports.pieces import Bullets, Grid, Heading, Paragraph, Role

if TYPE_CHECKING:
    from burgertop_app.domain.papers.draw import DrawProtocolPaper, ProtocolCount, ProtocolQuota
    from burgertop_app.reports.pieces import Piece


def rules(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """The chapters on rules and quotas."""
    source = _("Source of the quotas: {source}").format(source=paper.quota_source)
    return (
        Heading(1, _("What was fixed beforehand")),
        Bullets((*_sentences(paper), *paper.rules)),
        *counts(_("Kept out of the draw"), paper.kept_out),
        Heading(2, _("Quotas")),
        Paragraph(_("Every panel in the lottery has at least and at most this many people of each group.")),
        *((_quotas(paper),) if paper.quotas else ()),
        *_closed(paper),
        *_together(paper),
        *((Paragraph(source, Role.SMALL),) if paper.quota_source else ()),
    )


def _closed(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """Why a count is left open, where one is."""
    if paper.drawn is None or all(line.panel is not None for line in paper.quotas):
        return ()
    said = _(
        "A dash: this count is not published, because it would tell something of a person in the panel or"
        " because somebody was erased."
    )
    return (Paragraph(said, Role.SMALL),)


def _together(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """That small groups stand together in public, and which features are not shown at all."""
    if not paper.public or paper.quotas_sha256:
        return ()
    said = _(
        "Small groups stand together here, so that nobody can be recognised. The quotas of each group by"
        " itself stand in the full protocol; the hash of the lottery holds them too."
    )
    left_out = _("Not shown, because the groups are too small or the feature is sensitive: {features}.")
    return (
        Paragraph(said, Role.SMALL),
        *(
            (Paragraph(left_out.format(features=", ".join(paper.withheld)), Role.SMALL),)
            if paper.withheld
            else ()
        ),
    )


def counts(title: str, lines: tuple[ProtocolCount, ...]) -> tuple[Piece, ...]:
    """Reasons with how many people each concerns; nothing when there are none."""
    if not lines:
        return ()
    rows = tuple((line.reason, number(line.people)) for line in lines)
    return (Heading(2, title), Grid((_("Reason"), _("People")), rows, (80, 20), "lr", row_headers=True))


def _sentences(paper: DrawProtocolPaper) -> tuple[str, ...]:
    seats = ngettext("The panel has {count} seat.", "The panel has {count} seats.", paper.seats)
    people = ngettext(
        "One person could be drawn.", "{count} people had registered and could be drawn.", paper.people
    )
    kept = ngettext(
        "One person was in the panel beforehand.",
        "{count} people were in the panel beforehand.",
        paper.kept_in,
    )
    return (
        seats.format(count=number(paper.seats)),
        people.format(count=number(paper.people)),
        *((paper.registration,) if paper.registration else ()),
        *((kept.format(count=number(paper.kept_in)),) if paper.kept_in else ()),
    )


def _quotas(paper: DrawProtocolPaper) -> Grid:
    rows: list[tuple[str, ...]] = []
    for feature, lines in groupby(paper.quotas, key=lambda quota: quota.feature):
        rows.append((feature,))
        rows += [_quota(line) for line in lines]
    header: tuple[str, ...] = (_("Group"), _("At least"), _("At most"), _("Registered"), _("Panel"))
    if paper.public:
        header = (*header[:3], header[4])
        return Grid(header, tuple(rows), (43, 19, 19, 19), "lrrr", row_headers=True)
    return Grid(header, tuple(rows), (32, 17, 17, 18, 16), "lrrrr", row_headers=True)


def _quota(line: ProtocolQuota) -> tuple[str, ...]:
    panel = "–" if line.panel is None else number(line.panel)
    supply = () if line.supply is None else (number(line.supply),)
    return line.value, number(line.low), number(line.high), *supply, panel
