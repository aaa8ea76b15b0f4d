"""The pages about one advice: its versions, the words of each, and the answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState, SectionKind
from burgertop_app.i18n import _, day
from burgertop_app.messages.words import word
from burgertop_app.reports.parts import labelled
from burgertop_app.reports.pieces import Box, Bullets, Facts, Heading, Paragraph, Role, Span, Together, Tone
from burgertop_app.reports.response import response_overview_document
from burgertop_app.reports.site import places
from burgertop_app.reports.site.pages import hash_words, standing_box
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.site import SiteAdvice, SiteRecommendation, SiteVersion
    from burgertop_app.reports.pieces import Piece, Words

Pieces = tuple["Piece", ...]
Images = dict[int, bytes]

_BEFORE = (SectionKind.SUMMARY, SectionKind.ASSIGNMENT, SectionKind.METHOD, SectionKind.PARTICIPANTS)
_AFTER = (SectionKind.OURSELVES, SectionKind.COUNCIL, SectionKind.FOLLOW_UP)


def advice(shown: SiteAdvice) -> Pieces:
    """How an advice stands, its recommendations, and every fixed version with its document and hash."""
    latest = shown.versions[-1]
    summary = dict(latest.sections).get(SectionKind.SUMMARY, "")
    listed = tuple(f"{item.sentence}" for item in latest.recommendations)
    answer = places.link(_("What the college does with each recommendation"), places.answer(shown.number))
    return (
        standing_box(shown),
        *((Heading(2, _("Summary")), *body(summary, images=dict(latest.images))) if summary else ()),
        Heading(2, _("The recommendations")),
        Bullets(listed, numbered=True),
        Paragraph((answer,)),
        Heading(2, _("The versions")),
        *(piece for version in reversed(shown.versions) for piece in _listed(shown, version)),
    )


def _listed(shown: SiteAdvice, version: SiteVersion) -> Pieces:
    read = places.link(
        _("Read version {version}").format(version=version.version),
        places.version(version.version, shown.number),
    )
    rows: list[tuple[str, Words]] = [
        (_("Established on"), day(version.on)),
        (_("As a page"), (read,)),
        (_("As a document"), _document(shown, version)),
        (_("Hash of the content"), hash_words(version.sha256)),
    ]
    if version.document is not None:
        rows.append((_("Hash of the document"), hash_words(version.document_sha256)))
    return (Heading(3, _("Version {version}").format(version=version.version)), Facts(tuple(rows)))


def _document(shown: SiteAdvice, version: SiteVersion) -> Words:
    if version.document is None:
        return _("Not here, since a person can be found in it. Ask for it.")
    words = _("PDF of version {version}").format(version=version.version)
    return (places.link(words, places.document(version.version, shown.number)),)


def version(shown: SiteAdvice, told: SiteVersion) -> Pieces:
    """The words of one fixed version."""
    withdrawn = shown.state is AdviceState.WITHDRAWN
    reason = _("This advice was withdrawn: {reason}").format(reason=shown.withdrawn_reason)
    newer = told is not shown.versions[-1]
    link = places.link(_("There is a newer version of this advice."), places.advice(shown.number))
    facts = Facts(((_("Established on"), day(told.on)), (_("Hash of the content"), hash_words(told.sha256))))
    sections, images = dict(told.sections), dict(told.images)
    return (
        *((Box((Paragraph(reason, Role.STRONG),), Tone.WARN),) if withdrawn else ()),
        *((Box((Paragraph((link,)),), Tone.WARN),) if newer else ()),
        *((Box((Paragraph(_left_out()),), Tone.WARN),) if told.left_out else ()),
        facts,
        *(piece for kind in _BEFORE for piece in _chapter(kind, sections, images)),
        Heading(2, _("Our recommendations")),
        *(Together(_recommendation(item, images)) for item in told.recommendations),
        *(piece for kind in _AFTER for piece in _chapter(kind, sections, images)),
    )


def _left_out() -> str:
    return _(
        "A name or an address was left out of these words, because the data of that person were erased. The "
        "version itself was not changed and is kept; the hash below is that of the version itself."
    )


def _chapter(kind: SectionKind, sections: dict[SectionKind, str], images: Images) -> Pieces:
    text = sections.get(kind, "")
    return (Heading(2, word(kind)), *body(text, images=images)) if text.strip() else ()


def _recommendation(item: SiteRecommendation, images: Images) -> Pieces:
    cards = (
        Heading(4, _("Cards that this rests on")),
        Paragraph((places.link(" · ".join(item.cards), places.CARDS),)),
    )
    return (
        Heading(3, f"{item.number}. {item.sentence}"),
        *body(item.reason, images=images),
        *(
            piece
            for label, text in (
                (_("Who does what"), item.roles),
                (_("What it costs"), item.costs),
                (_("Who thought differently"), item.minority),
                (_("What residents do themselves"), item.ourselves),
                (_("Remark"), item.note),
            )
            for piece in labelled(label, text, 4, images=images)
        ),
        *(cards if item.cards else ()),
    )


def answer(shown: SiteAdvice) -> Pieces:
    """The answer per recommendation, with the reason, who does it, and when it is ready."""
    parts = response_overview_document(shown.answer).parts[1:]
    back = Paragraph(
        (
            Span(_("This is the answer to an advice of residents.") + " "),
            places.link(_("Read the advice"), places.advice(shown.number)),
        )
    )
    withdrawn = shown.state is AdviceState.WITHDRAWN
    return (back, *((standing_box(shown),) if withdrawn else ()), *parts)
