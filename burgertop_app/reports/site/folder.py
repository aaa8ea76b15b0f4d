"""From what a website tells to its files: pages that link to each other and to the documents beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day
from burgertop_app.reports.document import Document
from burgertop_app.reports.html.document import Frame, page, stylesheet
from burgertop_app.reports.html.text import text
from burgertop_app.reports.parts import running
from burgertop_app.reports.site import advices, pages, places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.papers.site import SitePaper
    from burgertop_app.domain.progress import Progress
    from burgertop_app.reports.pieces import Piece

SiteFiles = dict[str, bytes]

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True)
class Leaf:
    """A page: where it stands, its title, its words in the menu (none: not there), its pieces."""

    place: str
    title: str
    menu: str
    pieces: tuple[Piece, ...]


def site_files(paper: SitePaper, drawn: Sequence[Mapping[str, bytes]], progress: Progress) -> SiteFiles:
    """Every file of the website; `drawn` has the files of each draw of the paper, by name.

    Raises:
        Cancelled: asked for through `progress`.
    """
    leaves = _leaves(paper, drawn)
    files: SiteFiles = {places.STYLE: stylesheet(paper.masthead.look).encode("utf-8")}
    for draw, found in zip(paper.draws, drawn, strict=True):
        files |= {places.draw_file(draw.panel, draw.attempt, name): found[name] for name in found}
    for advice in paper.advices:
        for version in advice.versions:
            if version.document is not None:
                files[places.document(version.version, advice.number)] = version.document
    if paper.report is not None:
        files[places.report(paper.report.number, "pdf")] = paper.report.document
        files[places.report(paper.report.number, "html")] = paper.report.web
    links = {places.address(place): place for place in (*files, *(leaf.place for leaf in leaves))}
    for at, leaf in enumerate(leaves):
        progress.checkpoint("site_pages", at / len(leaves))
        files[leaf.place] = _made(paper, leaf, leaves, links, files)
    return files


def _leaves(paper: SitePaper, drawn: Sequence[Mapping[str, bytes]]) -> list[Leaf]:
    name = paper.masthead.process
    leaves = [Leaf(places.HOME, name, _("Start"), pages.home(paper))]
    for advice in paper.advices:
        words = _("Advice {number}").format(number=advice.number)
        leaves.append(Leaf(places.advice(advice.number), advice.title, words, advices.advice(advice)))
        title = _("The answer to “{advice}”").format(advice=advice.title)
        words = _("Answer {number}").format(number=advice.number)
        leaves.append(Leaf(places.answer(advice.number), title, words, advices.answer(advice)))
        for told in advice.versions:
            title = _("{title}, version {version}").format(title=told.title, version=told.version)
            place = places.version(told.version, advice.number)
            leaves.append(Leaf(place, title, "", advices.version(advice, told)))
    shown = (
        (paper.promises or paper.report, places.FOLLOW_UP, _("What became of it"), pages.follow_up(paper)),
        (paper.representation, places.PEOPLE, _("Who took part"), pages.people(paper)),
        (paper.themes, places.CARDS, _("All cards"), pages.cards(paper)),
        (paper.draws, places.DRAWS, _("The draw"), pages.draws(paper, drawn)),
    )
    leaves += [Leaf(place, title, title, made) for there, place, title, made in shown if there]
    leaves.append(Leaf(places.ACCESS, _("Accessibility"), "", pages.access(paper)))
    leaves.append(Leaf(places.CONTACT, _("Contact"), _("Contact"), pages.contact(paper)))
    return leaves


def _made(
    paper: SitePaper, leaf: Leaf, leaves: Sequence[Leaf], links: Mapping[str, str], files: SiteFiles
) -> bytes:
    """One page; the pictures on it become files beside it."""

    def source(content: bytes, media_type: str) -> str:
        name = f"beeld-{hashlib.sha256(content).hexdigest()[:16]}.{_ENDINGS[media_type]}"
        files[name] = content
        return name

    head = paper.masthead
    title = leaf.title if leaf.place == places.HOME else f"{leaf.title} – {head.process}"
    document = Document(
        title=title,
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=_("{organisation}, {date}").format(
            organisation=head.organisation, date=day(head.made_at.astimezone().date())
        ),
        parts=leaf.pieces,
        look=head.look,
    )
    frame = Frame(
        look=f'<link rel="stylesheet" href="{places.STYLE}">',
        above=_menu(leaf, leaves),
        below=_below(leaf),
        source=source,
        links=links,
        heading=leaf.title,
    )
    return page(document, frame)


def _menu(leaf: Leaf, leaves: Sequence[Leaf]) -> str:
    items = "".join(
        f"<li>{_item(each.place, each.menu, here=each.place == leaf.place)}</li>"
        for each in leaves
        if each.menu
    )
    name = text(_("Pages"))
    return f'<nav class="site" aria-label="{name}"><ul>{items}</ul></nav>'


def _below(leaf: Leaf) -> str:
    words = _("Accessibility")
    return f"<p>{_item(places.ACCESS, words, here=leaf.place == places.ACCESS)}</p>"


def _item(place: str, words: str, *, here: bool) -> str:
    now = ' aria-current="page"' if here else ""
    return f'<a href="{place}"{now}>{text(words)}</a>'
