"""The book of proposals, put together from what is kept; no participant stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.forms import Word
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.common import Support
from burgertop_app.domain.papers.proposals import BookProposal, ProposalBookPaper
from burgertop_app.domain.processes import Process
from burgertop_app.domain.proposal_views import wish_list
from burgertop_app.exchange import recipes
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.boards import field_words
from burgertop_app.messages.cards import card_words
from burgertop_app.messages.plans import lineage, money, owners_public, text_name, wish_sentence
from burgertop_app.messages.votes import result_sentence, rule_sentence
from burgertop_app.messages.words import word
from burgertop_app.services.printing import shared
from burgertop_app.services.site_reading import guard
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.forms import Recipe
    from burgertop_app.domain.outcome_views import CardLine, ProposalLine
    from burgertop_app.storage.unit_of_work import Store


def proposal_book(store: Store, process_id: UUID, made_at: datetime) -> ProposalBookPaper:
    """Every proposal that counts, by number, with all it says and the cards behind it that count.

    Where a text names somebody who takes part, the name is left out.
    """
    process = store.get(Process, process_id)
    recipe = recipes.from_snapshot(process.recipe)
    cards = {line.card.id: line for line in shared.lines_of_cards(store, process)}
    lines = [
        line
        for line in outcome_store.proposal_lines(store, process_id)
        if line.proposal.standing is Standing.ACTIVE
    ]
    named = recipe.words.get(Word.PROPOSALS)
    with speaking(process.language):
        paper = ProposalBookPaper(
            masthead=shared.masthead(store, process, made_at),
            name=named.say(process.language) if named else _("Proposals"),
            proposals=tuple(_proposal(line, recipe, process.language, cards) for line in lines),
            wish=wish_sentence(wish_list(lines)),
            voted=any(line.count is not None for line in lines),
        )
        return guard(store).cleared(paper, _("[left out]"))


def _proposal(
    line: ProposalLine, recipe: Recipe, spoken: str, cards: Mapping[UUID, CardLine]
) -> BookProposal:
    said, count, rule = line.text, line.count, line.rule
    behind = shared.counting(cards[card_id] for card_id in line.card_ids)
    agreement, notes = shared.agreement(behind)
    texts = (("" if name == "text" else text_name(name), getattr(said, name)) for name in _TEXTS)
    return BookProposal(
        number=line.proposal.number,
        title=said.title,
        texts=tuple((name, text) for name, text in texts if text.strip()),
        facts=tuple((name, text) for name, text in _facts(line, recipe, spoken) if text),
        lineage=lineage(line),
        support=Support(
            in_favour=count.in_favour,
            against=count.against,
            abstained=count.blank,
            rule=rule_sentence(rule, line.method) if rule else "",
        )
        if count
        else None,
        result=result_sentence(rule, count, line.method) if rule and count else "",
        agreement=agreement,
        cards=tuple(shared.printed_card(card, notes[card.card.id]) for card in behind),
    )


_TEXTS = ("text", "why", "ourselves", "asked", "minority")


def _facts(line: ProposalLine, recipe: Recipe, spoken: str) -> Iterator[tuple[str, str]]:
    said, about = line.text, line.proposal
    yield _("Who must act"), word(about.kind)
    yield (
        _("Of whom it is asked"),
        card_words(recipe, spoken).addressee(said.addressee) if said.addressee else "",
    )
    yield _("Who pulls this"), owners_public(line.owners)
    yield _("Cost"), money(about.cost)
    yield _("Where"), about.area
    for asked in recipe.proposal_fields:
        name = asked.name.say(spoken)
        yield name[:1].upper() + name[1:], field_words(asked, said.fields.get(asked.code, ""), spoken, {})
    yield _("Themes"), ", ".join(line.themes)
