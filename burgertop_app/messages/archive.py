"""The archive in words: kinds of documents, what a check found, and the texts that lie in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.archive import DocumentKind
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.archive import ArchiveCheck

KINDS = {
    DocumentKind.ADVICE: mark("Advice"),
    DocumentKind.RECEIVED: mark("Received document"),
    DocumentKind.OFFER: mark("Offering letter"),
    DocumentKind.ANSWER: mark("Answer of the college"),
    DocumentKind.RULES: mark("Rules of the game"),
    DocumentKind.CARDS: mark("Card book"),
    DocumentKind.PROPOSALS: mark("Book of proposals"),
    DocumentKind.FEEDBACK: mark("Overview of all cards"),
    DocumentKind.PROGRESS: mark("Progress report"),
    DocumentKind.PICTURE: mark("Picture in an advice"),
    DocumentKind.DRAW: mark("Record of the draw"),
}
MOST_NAMED = 5


def kind_words(kind: DocumentKind) -> str:
    """What a document is."""
    return _(KINDS[kind])


def check_sentences(check: ArchiveCheck) -> tuple[str, ...]:
    """What a check found; what is wrong first."""
    said = [
        _listed(
            ngettext(
                "{count} file was altered: {names}.",
                "{count} files were altered: {names}.",
                len(check.altered),
            ),
            check.altered,
        ),
        _listed(
            ngettext(
                "{count} file is lacking: {names}.", "{count} files are lacking: {names}.", len(check.missing)
            ),
            check.missing,
        ),
        _listed(
            ngettext(
                "{count} file was added later: {names}.",
                "{count} files were added later: {names}.",
                len(check.unlisted),
            ),
            check.unlisted,
        ),
        _listed(
            ngettext(
                "The log was altered in {count} place: {names}.",
                "The log was altered in {count} places: {names}.",
                len(check.broken),
            ),
            check.broken,
        ),
    ]
    if check.sound:
        said.append(
            ngettext(
                "The archive is whole: {count} file is as it was made.",
                "The archive is whole: {count} files are as they were made.",
                check.files,
            ).format(count=number(check.files))
        )
        said.append(
            ngettext(
                "The log is whole: {count} entry follows from the one before.",
                "The log is whole: {count} entries follow from each other.",
                check.entries,
            ).format(count=number(check.entries))
        )
    return tuple(filter(None, said))


def _listed(sentence: str, names: tuple[str, ...]) -> str:
    if not names:
        return ""
    told = ", ".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")
    return sentence.format(count=number(len(names)), names=told)


def reading_guide(title: str, *, contacts: bool, ground: str, named: tuple[str, ...] = ()) -> str:
    """What lies where in the archive, for somebody who opens it in many years.

    `named` are the documents in which somebody is named whose data were erased.
    """
    people = (
        _("Names and addresses of people lie in personen/contactgegevens. Ground: {ground}").format(
            ground=ground
        )
        if contacts
        else _("Names and addresses of people are not in this archive. People stand in it by number.")
    )
    still = (
        _(
            "The data of a person were erased, but the name stands in these documents. They were fixed or "
            "received before, and are kept as they were (Archiefwet; article 17 paragraph 3 of the AVG). Do "
            "not make them public as they are:"
        ),
        *(f"  {path}" for path in named),
        "",
    )
    return "\n".join(
        (
            _("Archive of {title}").format(title=title),
            "",
            people,
            "",
            *(still if named else ()),
            _("documenten/  every established advice as it was, received documents, letters and reports."),
            _("In documenten/ontvangen/ names may stand: those documents are as they were received."),
            _("loting/  for each draw everything to check it again, with its own explanation."),
            _("dossier.xlsx  the whole process in sheets: people by number, cards, votes, advice, answers."),
            _("gegevens/  the same and more as plain tables (CSV): one file for each table of the program."),
            _("logboek/  all that was done, in a chain of hashes. LEESMIJ-logboek.txt says how to check it."),
            _(
                "metadata/  metadata after MDTO {version} (XML), one file for the dossier and one per file."
            ).format(version="1.0.1"),
            _("metadata.json  the same in short."),
            _("SHA256SUMS  the hash of each file. To check all of them: sha256sum -c SHA256SUMS"),
            "",
            _("Everything is in open formats: PDF/A, XLSX, CSV, XML, JSON and plain text."),
            "",
        )
    )


def log_guide() -> str:
    """How to check the chain of the log without this program."""
    return "\n".join(
        (
            _("How to check the log without Burgertop"),
            "",
            _("Each copy of the workspace (site) has a chain of its own, numbered from 1."),
            _(
                "The first link follows SHA-256 of the text “burgertop site ” with the 16 bytes of the site"
                " behind it."
            ),
            _("Each next link follows the link before it, in hexadecimal letters."),
            "",
            _("A link is the SHA-256 of this list, as JSON without spaces, in UTF-8:"),
            '  ["link before","who","at","action","operation","table","row","digest"]',
            "",
            _("at is the moment in UTC with six decimals and +00:00, exactly as it stands in logboek.csv."),
            _(
                "digest is the SHA-256 of a secret and of what stood in the entry. Those are not in the"
                " archive: they may tell about people. So one can check that no entry was altered, added"
                " or left out."
            ),
            "",
        )
    )


def woo_guide(title: str, subject: str, *, personal: tuple[str, ...]) -> str:
    """What lies in the folder for a request for information, and what is still to be done."""
    lines = [
        _("Documents for a request under the Dutch open government act (Woo)"),
        _("Process: {title}").format(title=title),
        _("Request: {subject}").format(subject=subject or "–"),
        "",
        _(
            "inventarislijst.xlsx  numbers all documents. Fill in for each: public, partly or not, and the"
            " ground."
        ),
        _("documenten/  the documents under the same numbers."),
        _("logboek.csv  what was done and when, without what stood in it and without who did it."),
        "",
        _("No names and addresses of participants are in this folder. People stand in it by number."),
    ]
    if personal:
        lines += [
            "",
            _(
                "These documents are on the list but not in the folder, because people may stand in them by"
                " name. Look at them yourself, black out what may not be told, and add them:"
            ),
            *(f"  {name}" for name in personal),
        ]
    return "\n".join((*lines, ""))
