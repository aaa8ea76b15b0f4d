"""The start page, who took part, the cards, the follow-up, the draws, accessibility and contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.responses import CommitmentState
from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.answers import counted
from burgertop_app.reports.parts import chopped, mandate_pieces
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Columns,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Role,
    Span,
    Tone,
)
from burgertop_app.reports.representation import representation_pieces
from burgertop_app.reports.site import places
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.papers.site import (
        SiteAdvice,
        SiteCard,
        SiteDraw,
        SitePaper,
        SitePromise,
        SiteTheme,
    )
    from burgertop_app.reports.pieces import Piece, Words

Pieces = tuple["Piece", ...]

_PROMISES = {
    CommitmentState.UNDER_WAY: Tone.ACCENT,
    CommitmentState.STALLED: Tone.WARN,
    CommitmentState.DONE: Tone.OK,
}


def home(paper: SitePaper) -> Pieces:
    """What was asked, where it stands, and the thread in numbers."""
    mandate = mandate_pieces(paper.mandate) if paper.mandate else ()
    room = (Heading(3, _("The room there was")), *mandate) if mandate else ()
    asked = (*body(paper.topic, Role.LEAD), *body(paper.assignment), *room)
    return (
        *((Heading(2, _("What was asked")), *asked) if asked else ()),
        Heading(2, _("Where it stands")),
        *(piece for advice in paper.advices for piece in _standing(advice)),
        *(() if paper.advices else (Paragraph(_("No advice has been established yet.")),)),
        Heading(2, _("From letter to answer, in numbers")),
        *_numbers(paper),
    )


def _standing(advice: SiteAdvice) -> Pieces:
    title = _("Advice {number}: {title}").format(number=advice.number, title=advice.title)
    links = Paragraph(
        (
            places.link(_("Read advice {number}").format(number=advice.number), places.advice(advice.number)),
            Span(" · "),
            places.link(
                _("Answer to advice {number}").format(number=advice.number), places.answer(advice.number)
            ),
        )
    )
    return (Heading(3, title), standing_box(advice), links)


def standing_box(advice: SiteAdvice) -> Box:
    """How far an advice is, in words."""
    if advice.state is AdviceState.WITHDRAWN:
        reason = _("This advice was withdrawn: {reason}").format(reason=advice.withdrawn_reason)
        return Box((Paragraph(reason, Role.STRONG),), Tone.WARN)
    said = counted([item.disposal for item in advice.answer.recommendations])
    latest = advice.versions[-1]
    lines: list[Piece] = [
        Paragraph(
            _("Version {version} was established on {date}.").format(
                version=latest.version, date=day(latest.on)
            ),
            Role.STRONG,
        )
    ]
    if advice.answer.received_on is None:
        lines.append(Paragraph(_("The college has not received it yet.")))
    elif advice.answer.answered_on is not None:
        answered = _("The college answered on {date}.").format(date=day(advice.answer.answered_on))
        lines.append(Paragraph(answered))
    else:
        lines += body(advice.answer.term)
    if advice.answer.received_on is not None:
        lines.append(Paragraph(_("Recommendations: {parts}.").format(parts=", ".join(said))))
    done = advice.answer.answered_on is not None
    return Box(tuple(lines), Tone.OK if done else Tone.ACCENT)


def _numbers(paper: SitePaper) -> Pieces:
    told = paper.numbers
    shown = (
        (told.invited if told.invited > told.registered else 0, _("people invited")),
        (told.registered, _("people registered")),
        (told.drawn, _("people drawn")),
        (told.present, _("people present")),
        (told.cards, _("cards written")),
        (told.proposals, _("proposals made")),
        (told.recommendations, _("recommendations given")),
        (told.answered, _("recommendations answered")),
    )
    figures = tuple(
        (Paragraph(number(count), Role.BIG), Paragraph(words, Role.SMALL)) for count, words in shown if count
    )
    return (Columns(figures),) if figures else (Paragraph(_("Nothing has been counted yet.")),)


def people(paper: SitePaper) -> Pieces:
    """The representativity statement."""
    shown = representation_pieces(paper.representation) if paper.representation else ()
    how = _(
        "Small groups are put together, so that nobody can be found in the figures: a group has at least five"
        " people in the pool and three seats."
    )
    return (
        Paragraph(_("Who could take part, who did, and who was missing.")),
        *shown,
        Paragraph(how, Role.SMALL),
    )


def cards(paper: SitePaper) -> Pieces:
    """Every card by theme, and the recommendation it ended in."""
    every = [card for theme in paper.themes for card in theme.cards]
    used = sum(bool(card.ends) for card in every)
    told = ngettext(
        "{count} card was written. {used} of all cards stand behind a recommendation.",
        "{count} cards were written. {used} of them stand behind a recommendation.",
        len(every),
    ).format(count=number(len(every)), used=number(used))
    return (
        Paragraph(" ".join(filter(None, (told, paper.agreement)))),
        *_behind(paper, every),
        *(piece for theme in paper.themes for piece in _theme(theme)),
    )


def _behind(paper: SitePaper, every: Sequence[SiteCard]) -> Pieces:
    """Per recommendation how many cards it rests on."""
    rows: list[tuple[Words, ...]] = []
    for advice in paper.advices:
        if advice.state is AdviceState.WITHDRAWN:
            continue
        for item in advice.versions[-1].recommendations:
            count = sum((advice.number, item.number) in card.ends for card in every)
            name = f"{advice.number}.{item.number}"
            rows.append((name, (places.link(item.sentence, places.answer(advice.number)),), number(count)))
    if not rows:
        return ()
    head = (_("No."), _("Recommendation"), _("Cards"))
    return (Heading(2, _("Per recommendation")), Grid(head, tuple(rows), (10, 75, 15), "llr"))


def _theme(theme: SiteTheme) -> Pieces:
    rows = tuple(
        (
            card.number + (f" ({card.times}x)" if card.times > 1 else ""),
            card.text + "".join(f" [{one}]" for one in (card.origin, card.note) if one),
            ", ".join(f"{advice}.{item}" for advice, item in card.ends) or "–",
        )
        for card in theme.cards
    )
    count = ngettext("{count} card", "{count} cards", len(rows)).format(count=number(len(rows)))
    head = (_("Card"), _("What it says"), _("Recommendation"))
    return (Heading(2, f"{theme.name} ({count})"), Grid(head, rows, (13, 67, 20), row_headers=True))


def follow_up(paper: SitePaper) -> Pieces:
    """What was promised and how far it is, what residents do, and the last report."""
    if paper.looked_on:
        looked = _("These promises were last looked at on {date}.").format(date=day(paper.looked_on[-1]))
    else:
        looked = _("Nobody has looked at these promises together yet.")
    if not paper.promises:
        return (Paragraph(_("Nothing has been promised yet.")), *_report(paper))
    promised = tuple(_promise(promise) for promise in paper.promises if not promise.residents)
    plans = tuple(_promise(promise) for promise in paper.promises if promise.residents)
    return (
        Paragraph(looked),
        *_late(paper),
        *_report(paper),
        *_under(_("What was promised"), promised),
        *_under(_("What residents do themselves"), plans),
    )


def _under(title: str, pieces: Pieces) -> Pieces:
    """Pieces below a heading; nothing when there are none."""
    return (Heading(2, title), *pieces) if pieces else ()


def _late(paper: SitePaper) -> Pieces:
    """How many promises are late on the day of these pages."""
    late = sum(promise.late for promise in paper.promises)
    if not late:
        return ()
    told = ngettext(
        "On {date} {count} promise was late.", "On {date} {count} promises were late.", late
    ).format(date=day(paper.on), count=number(late))
    return (Paragraph(told, Role.STRONG),)


def _report(paper: SitePaper) -> Pieces:
    """The last fixed progress report, to read here or to save."""
    made = paper.report
    if made is None:
        words = _("The last progress report is not here, since a person can be found in it. Ask for it.")
        return (Paragraph(words),) if paper.report_withheld else ()
    title = _("Progress report {number}").format(number=made.number)
    line: Words = (
        Span(_("{title} of {date}:").format(title=title, date=day(made.on)) + " "),
        places.link(_("read the report"), places.report(made.number, "html")),
        Span(" · "),
        places.link(_("the report as PDF"), places.report(made.number, "pdf")),
    )
    return (Paragraph(line),)


def _promise(promise: SitePromise) -> Box:
    """One promise: what, how it goes, who does it, when it is ready, how far it is in words."""
    facts: list[tuple[str, Words]] = [(_("How far"), promise.standing)]
    if promise.withdrawn:
        facts.append((_("Why"), promise.withdrawn))
    if promise.owner:
        facts.append((_("Who does it"), promise.owner))
    if promise.due_on is not None:
        facts.append((_("Ready on"), day(promise.due_on)))
    if promise.outcome:
        dropped = promise.state is CommitmentState.DROPPED
        facts.append((_("Why") if dropped else _("What was achieved"), promise.outcome))
    if promise.told_on is not None:
        facts.append((_("Last heard on"), day(promise.told_on)))
    tone = Tone.LATE if promise.late else _PROMISES.get(promise.state, Tone.PLAIN)
    return Box(
        (Paragraph(promise.text, Role.STRONG), *body(promise.told), Facts(tuple(facts))),
        Tone.PLAIN if promise.withdrawn else tone,
    )


def draws(paper: SitePaper, files: Sequence[Mapping[str, bytes]]) -> Pieces:
    """How the draw can be checked, with the files for it."""
    steps = (
        _("Save all files of the draw below in one folder on your computer."),
        _("Compare the hashes: the list SHA256SUMS has one for every file, made by the tool sha256sum."),
        _("Install Python from python.org if you do not have it; the checker needs nothing else."),
        _("Open a terminal in that folder and type: python controleer_loting.py"),
        _("The checker reads the files, follows every step and says in words whether all is right."),
    )
    return (
        Paragraph(
            _(
                "Chance decided who was drawn. The lottery stood fixed in public before the number was known"
                " that points out the panel, so nobody could steer it. You can check that yourself."
            )
        ),
        Heading(2, _("How you check the draw")),
        Bullets(steps, numbered=True),
        Paragraph(_("No names stand in these files, and nobody can be found in them.")),
        *(piece for draw, found in zip(paper.draws, files, strict=True) for piece in _draw(draw, found)),
    )


def _draw(draw: SiteDraw, files: Mapping[str, bytes]) -> Pieces:
    title = _("Draw of {title}, attempt {attempt}").format(title=draw.title, attempt=draw.attempt)
    told: list[Piece] = [Heading(2, title)]
    if draw.withdrawn_at is not None:
        words = _("This draw was withdrawn: {reason}").format(reason=draw.withdrawn_reason)
        told.append(Box((Paragraph(words),), Tone.WARN))
    if draw.withheld:
        words = _("The files of this draw are not here, since a person can be found in them. Ask for them.")
        return (*told, Paragraph(words))
    lines = tuple(
        (
            places.link(name, places.draw_file(draw.panel, draw.attempt, name)),
            Span(": " + _file_words(name)),
        )
        for name in sorted(files)
    )
    return (*told, Bullets(lines))


def _file_words(name: str) -> str:
    return {
        "toezegging.json": _("what was fixed before the number was known"),
        "opening.json": _("what was opened after the draw"),
        "vervangingen.json": _("who took whose place, by number"),
        "protocol.pdf": _("the protocol to read"),
        "controleer_loting.py": _("the program that checks the draw"),
        "SHA256SUMS": _("the hash of every file"),
    }.get(name, _("a file of the draw"))


def access(paper: SitePaper) -> Pieces:
    """The accessibility statement."""
    made = day(paper.masthead.made_at.astimezone().date())
    return (
        Paragraph(_("Everybody must be able to read these pages.")),
        Heading(2, _("What was done for that")),
        Bullets(
            (
                _("The pages are made to meet the guideline WCAG 2.1, level AA, which EN 301 549 asks for."),
                _("They work with a keyboard, with a screen reader, on a telephone and enlarged to 400 %."),
                _("They need no scripts and keep nothing about their readers."),
                _("Every picture of figures has the same figures in a table."),
                _("What a document in PDF says stands on a page too."),
            )
        ),
        Heading(2, _("What people still look at")),
        Paragraph(
            _(
                "A program checked these pages. It cannot judge whether the words are plain, and whether the"
                " description of a picture says enough. That is for whoever publishes them, who also takes"
                " them up in the accessibility statement of the organisation."
            )
        ),
        Heading(2, _("Does something not work for you?")),
        Paragraph(
            (
                Span(_("Tell us, and you will get it in another form.") + " "),
                places.link(_("How you reach us"), places.CONTACT),
            )
        ),
        Paragraph(_("These pages are of {date}.").format(date=made), Role.SMALL),
    )


def contact(paper: SitePaper) -> Pieces:
    """How to reach who publishes this."""
    ways = paper.contact or (_("Ask the municipality."),)
    return (
        Paragraph(_("Do you have a question about this process or about these pages?")),
        Bullets(tuple(_way(way) for way in ways)),
        Heading(2, _("Your privacy")),
        Paragraph(
            _(
                "No names of participants stand on these pages. Whoever took part can ask the organisation"
                " what is kept about them, and have it erased."
            )
        ),
    )


def _way(way: str) -> Words:
    mail = "@" in way and " " not in way
    return (Span(way, url=f"mailto:{way}"),) if mail else way


def hash_words(sha256: str) -> Words:
    """A whole hash in groups of four."""
    return (Span(" ".join(chopped(sha256[place:]) for place in range(0, 64, 16)), mono=True),)
