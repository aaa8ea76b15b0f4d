"""What a check of a workspace looked at and found, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.log import ChainFault
from burgertop_app.domain.workspaces import Place
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.log import ChainReport
    from burgertop_app.domain.workspaces import CheckReport

FAULTS = {
    ChainFault.ALTERED: mark("Log of {site}: entry {entry} was altered afterwards."),
    ChainFault.MISSING: mark("Log of {site}: entry {entry} is missing."),
    ChainFault.PAYLOAD_ALTERED: mark("Log of {site}: what entry {entry} tells was altered afterwards."),
    ChainFault.PAYLOAD_MISSING: mark(
        "Log of {site}: what entry {entry} told is gone, and no erasure explains it."
    ),
}


PLACES = {
    Place.NETWORK: mark("This file stands on the network: one person at a time can have it open."),
    Place.SYNCED: mark(
        "This file stands in a folder that is synchronised: close it before you open it on another computer."
    ),
}


def place_line(place: Place) -> str:
    """What somebody must know about where the file stands; nothing for a disk of this computer."""
    return _(PLACES[place]) if place in PLACES else ""


def check_lines(report: CheckReport) -> tuple[str, ...]:
    """A sentence for each thing that was checked."""
    if report.faults:
        return (_("The file is damaged: {fault}").format(fault=report.faults[0]),)
    return (
        ngettext(
            "File: sound, {count} row in all tables.", "File: sound, {count} rows in all tables.", report.rows
        ).format(count=number(report.rows)),
        _references(report.orphans),
        *(chain_line(chain) for chain in report.chains),
        _version(report),
    )


def chain_line(chain: ChainReport) -> str:
    """Whether the log of one copy of the workspace is whole."""
    if chain.fault is not None:
        return _(FAULTS[chain.fault]).format(site=chain.site_name, entry=chain.broken_at)
    return ngettext(
        "Log of {site}: {count} entry, whole; {erased} of them erased.",
        "Log of {site}: {count} entries, whole; {erased} of them erased.",
        chain.entries,
    ).format(site=chain.site_name, count=number(chain.entries), erased=number(chain.erased))


def _references(orphans: int) -> str:
    if not orphans:
        return _("References between rows: complete.")
    return ngettext(
        "References: {count} row refers to something that is not there.",
        "References: {count} rows refer to something that is not there.",
        orphans,
    ).format(count=number(orphans))


def _version(report: CheckReport) -> str:
    if report.revision == report.current:
        return _("Version of the file: {version}, the newest.").format(version=report.revision)
    return _("Version of the file: {version}. It is brought up to date when it is opened.").format(
        version=report.revision
    )
