"""A website about a process: a folder of pages that a municipality can put online as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.draw import Withdrawal
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import site_folder
from burgertop_app.exchange.draw_sums import PUBLISHED
from burgertop_app.i18n import speaking
from burgertop_app.messages import terms as term_sentences
from burgertop_app.reports.site.folder import SiteFiles, site_files
from burgertop_app.services import site_reading
from burgertop_app.services.draw_folders import public_files
from burgertop_app.services.draw_public_paper import Occasion
from burgertop_app.services.leaving import Leaving, record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.papers.site import SiteDraw, SitePaper
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context
    from burgertop_app.services.receiving import Receiving


@dataclass(frozen=True)
class SiteMaking:
    """Reads what a website tells and writes the folder; `made` makes the pages between the two."""

    context: Context
    receiving: Receiving

    def prepare(self, process_id: UUID) -> SitePaper:
        """What the website tells now.

        Raises:
            NotPossible: there is no fixed version of an advice, and nothing was drawn in public.
        """
        with self.context.work.reading() as store:
            advices = store.find(Advice, process_id=process_id)
            spoken = store.get(Process, process_id).language
        with speaking(spoken):
            terms = {advice.id: self._term(advice.id) for advice in advices}
            with self.context.work.reading() as store:
                paper = site_reading.site_paper(
                    store, process_id, terms, self.context.clock(), self.context.today()
                )
        if not paper.advices and not paper.draws:
            raise NotPossible("site_nothing")
        return paper

    def place(self, chosen: Path, name: str) -> Path:
        """The folder itself when it is empty or holds an earlier website, else a folder `name` in it."""
        return chosen if site_folder.free(chosen) else chosen / name

    def keep(self, process_id: UUID, folder: Path, files: Mapping[str, bytes]) -> Path:
        """Put the website in `folder`, instead of an earlier one there, and record that it was made.

        Raises:
            Conflict: the folder holds other files; nothing was written.
            InvalidInput: it cannot be written; what stood there is unchanged.
        """
        leaving = Leaving("website", folder.name, 0, (), "publication", process_id)
        with site_folder.replaced(folder, files) as written:
            record(self.context.work, "site.make", leaving)
        return written

    def _term(self, advice_id: UUID) -> str:
        term = self.receiving.term(advice_id)
        return term_sentences.explained(term.due, term.last) if term else ""


def made(paper: SitePaper, progress: Progress) -> SiteFiles:
    """Every file of the website, by its path; pure, so that it can run in another process.

    Raises:
        Cancelled: asked for through `progress`.
    """
    with speaking(paper.masthead.language):
        drawn: list[Mapping[str, bytes]] = []
        for place, draw in enumerate(paper.draws):
            progress.checkpoint("site_draws", place / len(paper.draws))
            drawn.append(_draw_files(draw) if draw.files else {})
        return site_files(paper, drawn, progress)


def _draw_files(draw: SiteDraw) -> dict[str, bytes]:
    """What was published of a draw with its protocol, its checker and the hashes, by name."""
    withdrawn = None
    if draw.withdrawn_at is not None:
        withdrawn = Withdrawal(reason=draw.withdrawn_reason, at=draw.withdrawn_at)
    told = Occasion(
        title=draw.title,
        organisation=draw.organisation,
        drawn_at=draw.drawn_at,
        quota_source=draw.quota_source,
        registration=draw.registration,
        withdrawn=withdrawn,
    )
    whole = public_files(dict(draw.files), told)
    return {name.removeprefix(PUBLISHED): content for name, content in whole.items()}
