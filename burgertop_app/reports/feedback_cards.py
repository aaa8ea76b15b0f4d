"""The cards on a feedback sheet: own cards in full, others per recommendation, the rest by theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.words import word
from burgertop_app.reports.answered import short_answer_box
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Role,
    Span,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from burgertop_app.domain.papers.feedback import CardStory, Outcome, Promise
    from burgertop_app.reports.pieces import Piece, Words


def ended(cards: Iterable[CardStory]) -> tuple[Outcome, ...]:
    """Every recommendation that one of the cards ended in, once, by advice and number."""
    found = {outcome.place: outcome for card in cards for outcome in card.outcomes}
    return tuple(found[place] for place in sorted(found))


def own_cards(cards: Sequence[CardStory]) -> tuple[Piece, ...]:
    """The cards that the participant signed, each with the whole way it went; an answer is told once."""
    if not cards:
        return ()
    made: list[Piece] = [Heading(2, _("Your own cards"))]
    told: set[tuple[int, int]] = set()
    for card in cards:
        made += _story(card, told)
        told.update(outcome.place for outcome in card.outcomes)
    return tuple(made)


def rested(cards: Sequence[CardStory], told: Collection[tuple[int, int]]) -> tuple[Piece, ...]:
    """Per recommendation its answer and the cards under it as one-liners; what is in `told` is not repeated.

    What the college has not answered yet stands last, under one sentence.
    """
    outcomes = ended(cards)
    if not outcomes:
        return ()
    answered = [outcome for outcome in outcomes if outcome.disposal is not None]
    waiting = [outcome for outcome in outcomes if outcome.disposal is None]
    return (
        Heading(2, _("The cards of your tables")),
        *(_recommendation(outcome, cards, told) for outcome in answered),
        *_waiting(waiting, cards),
    )


def stopped(cards: Sequence[CardStory]) -> tuple[Piece, ...]:
    """The cards that led to no recommendation, by theme, under one sentence that explains it."""
    left = [card for card in cards if not card.outcomes]
    groups: dict[str, list[CardStory]] = {}
    for card in left:
        groups.setdefault(card.stopped or _not_advised(), []).append(card)
    if not groups:
        return ()
    said = ngettext(
        "{count} card of your tables did not lead to a recommendation. It does stand, word for word, "
        "behind the advice.",
        "{count} cards of your tables did not lead to a recommendation. They do stand, word for word, "
        "behind the advice.",
        len(left),
    ).format(count=number(len(left)))
    return (
        Heading(2, _("Cards that were read and kept")),
        Paragraph(said),
        *(piece for reason in groups for piece in _kept(reason, groups[reason])),
    )


def _story(card: CardStory, told: Collection[tuple[int, int]]) -> tuple[Piece, ...]:
    way: tuple[tuple[str, Words], ...] = (
        (
            _("Came from"),
            "\n".join(_("{card}: “{text}”").format(card=no, text=said) for no, said in card.earlier),
        ),
        (_("Theme"), card.theme),
        (_("Proposal"), "\n".join(card.proposals)),
    )
    steps = tuple(step for step in way if step[1])
    return (
        Together(
            (
                Heading(3, _("Card {number}").format(number=card.number), listed=False),
                *_new(card.new_since),
                Box((Paragraph(_("“{text}”").format(text=card.text)), *_note(card))),
                *((Facts(steps, label_share=0.18),) if steps else ()),
            )
        ),
        *(piece for outcome in card.outcomes for piece in _outcome(outcome, told)),
        *(() if card.outcomes else (Paragraph(card.stopped or _not_advised()),)),
    )


def _outcome(outcome: Outcome, told: Collection[tuple[int, int]]) -> tuple[Piece, ...]:
    said = Paragraph(_title(outcome), Role.STRONG)
    if outcome.place in told:
        return (said, Paragraph(_("What the college says to this, you read above."), Role.SMALL))
    return (Together((said, *_new(outcome.new_since), _answer(outcome))), *_promises(outcome))


def _recommendation(outcome: Outcome, cards: Sequence[CardStory], told: Collection[tuple[int, int]]) -> Piece:
    above = Paragraph(_("What the college says to this, you read above."), Role.SMALL)
    answer = above if outcome.place in told else _answer(outcome)
    news = () if outcome.place in told else _new(outcome.new_since)
    done = () if outcome.place in told else _promises(outcome)
    return Together((*_under(outcome, cards), *news, answer, *done))


def _waiting(outcomes: Sequence[Outcome], cards: Sequence[CardStory]) -> tuple[Piece, ...]:
    if not outcomes:
        return ()
    said = Box((Paragraph(_("To these the college has not answered yet."), Role.STRONG),), tight=True)
    rows = tuple((_numbered(outcome), _joined(_lines_under(outcome, cards))) for outcome in outcomes)
    return (Together((said, Facts(rows, label_share=0.42))),)


def _under(outcome: Outcome, cards: Sequence[CardStory]) -> tuple[Piece, ...]:
    lines = _lines_under(outcome, cards)
    return (Heading(3, _numbered(outcome), listed=False), Bullets(lines, small=True))


def _lines_under(outcome: Outcome, cards: Sequence[CardStory]) -> tuple[tuple[Span, ...], ...]:
    """The cards under a recommendation, the whole words only where they stand for the first time."""
    under = [card for card in cards if outcome in card.outcomes]
    first = [card for card in under if _place(card, outcome) == 0]
    again = [card.number for card in under if _place(card, outcome) > 0]
    lines = [_one_line(card) for card in first]
    if again:
        also = _("Also: {cards}, whose words stand elsewhere here.").format(cards=", ".join(again))
        lines.append((Span(also),))
    return tuple(lines)


def _one_line(card: CardStory) -> tuple[Span, ...]:
    new = f" ({_new_words(card.new_since)})" if card.new_since else ""
    note = f" [{card.note}]" if card.note else ""
    origin = (
        _(" (from {cards})").format(cards=", ".join(no for no, _said in card.earlier)) if card.earlier else ""
    )
    return (Span(card.number, bold=True), Span(f"{origin}  {card.text}{note}{new}"))


def _note(card: CardStory) -> tuple[Piece, ...]:
    """Whether the table agreed, where that is told of each card."""
    return (Paragraph(f"[{card.note}]", Role.SMALL),) if card.note else ()


def _new(since: date | None) -> tuple[Piece, ...]:
    """That something is new, in words of its own so that it can be found without colour."""
    return (Paragraph((Span(_new_words(since), bold=True),), Role.SMALL),) if since else ()


def _new_words(since: date | None) -> str:
    return _("new since {date}").format(date=day(since)) if since else ""


def _promises(outcome: Outcome) -> tuple[Piece, ...]:
    """What was promised after the answer, and how far it is."""
    if not outcome.promises:
        return ()
    lines = tuple((Span(promised(one)),) for one in outcome.promises)
    return (Paragraph(_("What was promised, and how far it is:"), Role.SMALL), Bullets(lines, small=True))


def promised(one: Promise) -> str:
    """A promise in one line: what, how far, who, when, and what was done."""
    when = _("ready on {date}").format(date=day(one.due_on)) if one.due_on else ""
    about = ", ".join(filter(None, (word(one.state), one.owner, when)))
    said = _("{promise} ({about})").format(promise=one.text.strip().rstrip("."), about=about)
    return ". ".join(filter(None, (said, one.progress.strip())))


def _joined(lines: Sequence[tuple[Span, ...]]) -> Words:
    """Lines as one text with line ends between them."""
    spans: list[Span] = []
    for first, *rest in lines:
        spans += [replace(first, text=f"\n{first.text}" if spans else first.text), *rest]
    return tuple(spans)


def _numbered(outcome: Outcome) -> str:
    return f"{outcome.recommendation}. {outcome.sentence}"


def _place(card: CardStory, outcome: Outcome) -> int:
    """Where a recommendation stands among those of the card, in the order in which the sheet tells them."""
    ordered = sorted(card.outcomes, key=lambda each: (each.disposal is None, each.place))
    return ordered.index(outcome)


def _kept(reason: str, cards: Sequence[CardStory]) -> tuple[Piece, ...]:
    themes: dict[str, list[CardStory]] = {}
    for card in sorted(cards, key=lambda card: (not card.theme, card.theme.casefold(), card.number)):
        themes.setdefault(card.theme or _("No theme"), []).append(card)
    rows = tuple((theme, _joined([_one_line(card) for card in themes[theme]])) for theme in themes)
    return (Paragraph(reason, Role.STRONG), Facts(rows, label_share=0.22))


def _answer(outcome: Outcome) -> Box:
    return short_answer_box(outcome.disposal, outcome.reason, outcome.owner, outcome.due_on)


def _title(outcome: Outcome) -> str:
    return _("Recommendation {number}: {sentence}").format(
        number=outcome.recommendation, sentence=outcome.sentence
    )


def _not_advised() -> str:
    return _("This card did not lead to a recommendation. It does stand, word for word, behind the advice.")
