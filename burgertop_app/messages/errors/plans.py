"""Sentences about proposals, who pulls them, what they cost, and what people do tomorrow."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "cost_unclear": mark("“{text}” is not one amount. Write the cost in whole euros, for example 12.500."),
    "cost_two_ways": mark(
        "“{text}” can be read in two ways. Write thousands with a point, for example 12.500, without cents."
    ),
    "cost_cents": mark("“{text}” has cents. Write the cost in whole euros, for example 12.500."),
    "cost_out_of_bounds": mark("A cost lies between 0 and {most} euros. Check the zeros."),
    "proposal_owner_empty": mark(
        "Nobody was filled in. Write a number of somebody who takes part, or the name of an organisation."
    ),
    "proposal_owner_unknown": mark(
        "Nobody takes part under number {number}. Look the number up under People, or write an organisation."
    ),
    "proposal_owner_named": mark(
        "This is the name of somebody who takes part. Write their number; names stay with the addresses."
    ),
    "merge_two": mark("Merging takes two proposals or more. Choose another one as well."),
    "split_two": mark("Splitting makes two proposals or more. Write a sentence for each."),
    "split_cards_left": mark(
        "These cards go along with no part yet: {cards}. Choose at least one part for each card."
    ),
    "split_card_strange": mark("A card was chosen that does not lie under this proposal. Open it again."),
    "proposal_not_counting": mark(
        "Proposal {number} does not count any more. Put it back first, or leave it out."
    ),
    "proposal_is_voted_on": mark(
        "People vote on proposal {number}, so it stays as it is. Withdraw the vote first if it must change."
    ),
    "proposal_followed": mark(
        "Proposal {number} went on in another one, which counts in its place. Change that one, or undo the "
        "merging or splitting."
    ),
    "proposal_went_on": mark(
        "Something else was made of proposal {number} meanwhile, so this cannot be undone. "
        "Nothing was changed."
    ),
    "intention_empty": mark("There are no words yet. Write what somebody does tomorrow."),
    "tomorrow_not_asked": mark(
        "This form does not ask what people do tomorrow, so there is nothing to print."
    ),
    "intention_number": mark(
        "Nobody takes part under number {number}. Look at the form again, or write the table: tafel 3."
    ),
    "intention_table": mark("There is no table {number}. Write a number from 1 to 999, as in: tafel 3."),
    "intention_whose": mark(
        "“{text}” is no number of somebody who takes part and no table. Write for example 17 or tafel 3."
    ),
    "intention_reworded": mark(
        "Intention {number} got other words meanwhile, so it stays. Withdraw it if it must not count."
    ),
    "intention_withdrawn": mark("Intention {number} does not count any more. Put it back first."),
    "intention_long": mark(
        "These are {count} signs, and {most} fit. Make it shorter, or make two intentions of it."
    ),
}
