"""Where the name of an erased person still stands, and what an organiser does about it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.name_marks import Fixed, Verdict
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.name_marks import ErasureOutlook, MarkLine

MOST_NAMED = 4
UNREAD = mark("The program cannot look inside this file. Open it, and write down what you found.")
TO_DO = {
    Fixed.ADVICE_VERSION: mark(
        "Fix a new version, in which the name is left out; the website shows this one without the name. Or "
        "withdraw the advice, with the reason."
    ),
    Fixed.PROGRESS_REPORT: mark(
        "Withdraw this report with the reason, and make a new one. The website does not show it."
    ),
    Fixed.DRAW: mark("The draw stays as it was. The website does not show these files any more."),
    Fixed.ATTACHMENT: mark(
        "The file stays as it was received. Take the name out of any copy that you give to others."
    ),
}
DECIDED = {
    Verdict.KEPT: mark("Kept as it is, out of the public eye: {reason}"),
    Verdict.OTHER: mark("Somebody else, or an ordinary word: {reason}"),
}


def target_words(line: MarkLine) -> str:
    """What it is in which a name stands."""
    match line.mark.kind:
        case Fixed.ADVICE_VERSION:
            return _("Version {version} of advice {advice}, “{title}”").format(
                version=line.number, advice=line.advice, title=line.title
            )
        case Fixed.PROGRESS_REPORT:
            return _("Progress report {number}").format(number=line.number)
        case Fixed.DRAW:
            return _("What was published of the draw, attempt {attempt}").format(attempt=line.number)
        case Fixed.ATTACHMENT:
            return _("The file “{name}”").format(name=line.title)


def what_to_do(line: MarkLine) -> str:
    """What an organiser can do about a mark."""
    if line.mark.verdict is not Verdict.OPEN:
        return _(DECIDED[line.mark.verdict]).format(reason=line.mark.reason)
    return _(UNREAD if line.mark.unread else TO_DO[line.mark.kind])


def copy_sentence() -> str:
    """What an organiser is told who saves a document in which such a name stands."""
    return _(
        "This document still holds the name or the address of somebody whose data were erased: you may keep "
        "it, but do not publish it or pass it on like this."
    )


def outlook_sentences(outlook: ErasureOutlook) -> tuple[str, ...]:
    """What an organiser is told before an erasure: where the name stays, and what was not looked into."""
    said = []
    if not outlook.sought:
        said.append(
            _(
                "The name is missing, or too short to look for in texts. Search for it yourself in cards, "
                "notes and documents."
            )
        )
    if outlook.found:
        said.append(
            ngettext(
                "The name or an address stays in {count} thing that was fixed or received, and that may not "
                "be changed: {names}.",
                "The name or an address stays in {count} things that were fixed or received, and that may "
                "not be changed: {names}.",
                len(outlook.found),
            ).format(count=number(len(outlook.found)), names=_listed(outlook.found))
        )
        said.append(
            _(
                "That is allowed: what was published or received is kept by law (Archiefwet; article 17 "
                "paragraph 3 of the AVG). It does not go on a website as it is. The page Log says what to do."
            )
        )
    if outlook.unread:
        said.append(
            ngettext(
                "The program could not look inside {count} file: {names}.",
                "The program could not look inside {count} files: {names}.",
                len(outlook.unread),
            ).format(count=number(len(outlook.unread)), names=_listed(outlook.unread))
        )
    return tuple(said)


def outcome_sentence(found: int, unread: int) -> str:
    """What an organiser is told after an erasure that left a name; "" when it left none."""
    said = []
    if found:
        said.append(
            ngettext(
                "The name or an address still stands in {count} thing that may not be changed.",
                "The name or an address still stands in {count} things that may not be changed.",
                found,
            ).format(count=number(found))
        )
    if unread:
        said.append(
            ngettext(
                "The program could not look inside {count} file.",
                "The program could not look inside {count} files.",
                unread,
            ).format(count=number(unread))
        )
    if said:
        said.append(_("The page Log lists them and says what to do."))
    return " ".join(said)


def _listed(lines: Sequence[MarkLine]) -> str:
    names = [target_words(line) for line in lines[:MOST_NAMED]]
    more = len(lines) - MOST_NAMED
    if more > 0:
        names.append(ngettext("and {count} more", "and {count} more", more).format(count=number(more)))
    return "; ".join(names)
