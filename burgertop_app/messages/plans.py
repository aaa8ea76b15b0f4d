"""Proposals in words: who does what, what only asks, where one came from, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.differences import Mode, PartChange, passages
from burgertop_app.i18n import _, language, listed, mark, ngettext, number
from burgertop_app.messages.boards import field_words
from burgertop_app.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from burgertop_app.domain.form_parts import ItemField
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.outcomes import ProposalText
    from burgertop_app.domain.proposal_views import Owner, WishList

TEXTS = {
    "title": mark("The proposal in one sentence"),
    "text": mark("Explanation"),
    "why": mark("Why this is needed"),
    "ourselves": mark("This we do ourselves"),
    "asked": mark("This is asked"),
    "minority": mark("Who thought differently, and why"),
}
"""The texts of a proposal, in the order in which they are read."""


def text_name(name: str) -> str:
    """What a text of a proposal is called."""
    return _(TEXTS[name])


def money(euros: int | None) -> str:
    """An amount as people write it, "" for none."""
    return "" if euros is None else _("€ {amount}").format(amount=number(euros))


def owners_words(owners: Sequence[Owner]) -> str:
    """Who pulls it, for the organiser: numbers and organisations."""
    return listed(
        [_("number {number}").format(number=one.number) if one.number else one.words for one in owners]
    )


def owners_public(owners: Sequence[Owner]) -> str:
    """Who pulls it, for everybody: organisations, and how many people besides, without a number."""
    people = sum(not owner.words for owner in owners)
    said = [owner.words for owner in owners if owner.words]
    if people:
        said.append(ngettext("{count} resident", "{count} residents", people).format(count=number(people)))
    return listed(said)


def wish_sentence(found: WishList) -> str:
    """How many proposals only ask, with what one could do; "" while there are none."""
    if not found.total:
        return ""
    if not found.only_asking:
        return _("Every proposal says what residents do themselves.")
    said = ngettext(
        "{count} of {total} proposals asks something and does not say yet what residents do themselves.",
        "{count} of {total} proposals ask something and do not say yet what residents do themselves.",
        found.only_asking,
    ).format(count=number(found.only_asking), total=number(found.total))
    return said + " " + _("That is allowed; a table may still know something.")


def lineage(line: ProposalLine) -> str:
    """What a proposal came from and what it became; "" for neither."""
    said = []
    if line.earlier:
        said.append(_("Made of proposal {numbers}.").format(numbers=listed([str(no) for no in line.earlier])))
    if line.later:
        said.append(
            _("Went on as proposal {numbers}.").format(numbers=listed([str(no) for no in line.later]))
        )
    return " ".join(said)


def plan_changes(
    before: ProposalText,
    after: ProposalText,
    fields: Sequence[ItemField],
    addressee: Callable[[str], str],
    spoken: str = "",
) -> tuple[PartChange, ...]:
    """What changed between two wordings of a proposal, text by text; `fields` are those of the form."""
    spoken = spoken or language()
    old, new = (dict(_said(text, fields, addressee, spoken)) for text in (before, after))
    if before.kind is None:
        # Words of before these were kept say nothing about them.
        for name in (_("Who must act"), _("Cost"), _("Where")):
            old.pop(name, None)
            new.pop(name, None)
    return tuple(
        PartChange("proposal", 0, name, _mode(old.get(name, ""), said), passages(old.get(name, ""), said))
        for name, said in new.items()
        if said != old.get(name, "")
    )


def _said(
    text: ProposalText, fields: Sequence[ItemField], addressee: Callable[[str], str], spoken: str
) -> Iterator[tuple[str, str]]:
    for name in TEXTS:
        yield text_name(name), getattr(text, name)
    yield _("Of whom it is asked"), addressee(text.addressee) if text.addressee else ""
    yield _("Who must act"), word(text.kind) if text.kind else ""
    yield _("Cost"), money(text.cost)
    yield _("Where"), text.area
    for asked in fields:
        name = asked.name.say(spoken)
        yield name[:1].upper() + name[1:], field_words(asked, text.fields.get(asked.code, ""), spoken, {})


def _mode(before: str, after: str) -> Mode:
    return Mode.ADDED if not before.strip() else Mode.REMOVED if not after.strip() else Mode.CHANGED
