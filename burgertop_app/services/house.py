"""Every service of one open workspace, built in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.services.advising import Advising
from burgertop_app.services.calling import Calling
from burgertop_app.services.card_import import CardImport
from burgertop_app.services.cards import Cards
from burgertop_app.services.draw_comparing import DrawComparing
from burgertop_app.services.draw_export import DrawFolders
from burgertop_app.services.draw_marking import DrawMarking
from burgertop_app.services.draw_preparing import DrawPreparing
from burgertop_app.services.drawing import Drawing
from burgertop_app.services.evaluating import Evaluating
from burgertop_app.services.event_day import EventDay
from burgertop_app.services.exporting import Exporting
from burgertop_app.services.importing import Importing
from burgertop_app.services.inviting import Inviting
from burgertop_app.services.items import Items
from burgertop_app.services.letter_files import LetterFiles
from burgertop_app.services.lettering import Lettering
from burgertop_app.services.mailing import Mailings
from burgertop_app.services.meetings import Meetings
from burgertop_app.services.overview import Overview
from burgertop_app.services.people import People
from burgertop_app.services.printing.printer import Printing
from burgertop_app.services.privacy import Privacy
from burgertop_app.services.processes import Processes
from burgertop_app.services.promising import Promising
from burgertop_app.services.proposals import Proposals
from burgertop_app.services.publishing import Publishing
from burgertop_app.services.receiving import Receiving
from burgertop_app.services.recommending import Recommending
from burgertop_app.services.registration import Registration
from burgertop_app.services.replacing import Replacing
from burgertop_app.services.replying import Replying
from burgertop_app.services.responding import Responding
from burgertop_app.services.seating import Seating
from burgertop_app.services.site_making import SiteMaking
from burgertop_app.services.threads import Threads

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.services.preferences import Preferences
    from burgertop_app.services.workspaces import Workspace, Workspaces


@dataclass(frozen=True)
class Services:
    """What the window and the terminal may ask of one workspace."""

    workspace: Workspace
    processes: Processes
    people: People
    privacy: Privacy
    importing: Importing
    inviting: Inviting
    replying: Replying
    registration: Registration
    mailings: Mailings
    exporting: Exporting
    drawing: Drawing
    draw_preparing: DrawPreparing
    draw_comparing: DrawComparing
    draw_marking: DrawMarking
    draw_folders: DrawFolders
    calling: Calling
    replacing: Replacing
    meetings: Meetings
    event_day: EventDay
    seating: Seating
    cards: Cards
    card_import: CardImport
    proposals: Proposals
    advising: Advising
    recommending: Recommending
    publishing: Publishing
    receiving: Receiving
    responding: Responding
    promising: Promising
    threads: Threads
    overview: Overview
    items: Items
    lettering: Lettering
    letter_files: LetterFiles
    evaluating: Evaluating
    printing: Printing
    site_making: SiteMaking


def furnish(workspace: Workspace) -> Services:
    """The services of an open workspace."""
    context = workspace.context
    cards = Cards(context)
    lettering = Lettering(context)
    receiving = Receiving(context)
    return Services(
        workspace=workspace,
        processes=Processes(context),
        people=People(context),
        privacy=Privacy(context),
        importing=Importing(context),
        inviting=Inviting(context),
        replying=Replying(context),
        registration=Registration(context),
        mailings=Mailings(context),
        exporting=Exporting(context),
        drawing=Drawing(context),
        draw_preparing=DrawPreparing(context),
        draw_comparing=DrawComparing(context),
        draw_marking=DrawMarking(context),
        draw_folders=DrawFolders(context),
        calling=Calling(context),
        replacing=Replacing(context),
        meetings=Meetings(context),
        event_day=EventDay(context),
        seating=Seating(context),
        cards=cards,
        card_import=CardImport(context, cards),
        proposals=Proposals(context),
        advising=Advising(context),
        recommending=Recommending(context),
        publishing=Publishing(context),
        receiving=receiving,
        responding=Responding(context),
        promising=Promising(context),
        threads=Threads(context),
        overview=Overview(context),
        items=Items(context),
        lettering=lettering,
        letter_files=LetterFiles(context, lettering),
        evaluating=Evaluating(context),
        printing=Printing(context, receiving),
        site_making=SiteMaking(context, receiving),
    )


@dataclass(frozen=True)
class House:
    """What the window and the terminal start from.

    Attributes:
        workspaces: opens and makes workspaces.
        preferences: what this user prefers on this computer.
        clock: the moment, in UTC.
        entropy: so many unpredictable bytes.
    """

    workspaces: Workspaces
    preferences: Preferences
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes]

    def create(self, path: Path) -> Services:
        """The services of a new workspace at `path`; errors as `Workspaces.create`."""
        return furnish(self.workspaces.create(path))

    def open(self, path: Path) -> Services:
        """The services of the workspace at `path`; errors as `Workspaces.open`."""
        return furnish(self.workspaces.open(path))
