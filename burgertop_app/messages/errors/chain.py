"""Sentences for what goes wrong along the chain: processes, people, cards, proposals, advice, answers."""

from burgertop_app.i18n import mark

SENTENCES = {
    "process_title_empty": mark("The process has no title. Give it a name."),
    "process_seats": mark("A panel needs at least 1 seat; {seats} is not possible. Enter a higher number."),
    "form_unknown": mark("There is no form “{form}”. Choose one from the list."),
    "import_purpose_empty": mark("The import has no purpose. Write in a few words what the data are for."),
    "import_keep_until_past": mark("{day} is in the past. Choose a later day until which the data are kept."),
    "consent_in_future": mark("{day} has yet to come. Fill in the day on which this person agreed."),
    "import_nobody_left": mark("Every row of {file} was skipped, so nobody was added."),
    "person_number": mark(
        "“{number}” cannot be a number. Use at most 16 letters, digits, full stops and hyphens."
    ),
    "person_number_bsn": mark(
        "This number looks like a citizen service number (BSN). That may not be used here. Leave the field "
        "empty: then this person gets the next free number."
    ),
    "person_erased": mark("The data of number {number} were erased. There is nothing left to change."),
    "person_not_drawn": mark(
        "Number {number} was not drawn and is no reserve, so this person cannot take part in the panel. "
        "Nobody was changed."
    ),
    "person_name_empty": mark("This person has no name. Fill in the name."),
    "person_number_taken": mark("Number {number} is taken. Choose another one or leave the field empty."),
    "round_minutes": mark("A round of {minutes} minutes is not possible. Choose between 1 and 600 minutes."),
    "table_seats": mark("A table for {low} to {high} people is not possible. Check both numbers."),
    "quotas_missing": mark("There are no quotas yet. Say first what the panel must reflect."),
    "quota_share": mark("“{value}” is no percentage. Type a number from 0 to 100, such as 21,5."),
    "quota_seats": mark("{feature} {group}: “{value}” is no number of seats. Type a whole number."),
    "quotas_nothing_declared": mark(
        "Nobody told anything about themselves yet. Import people first, or take quotas from a sheet."
    ),
    "person_value_unknown": mark(
        "Number {number} has “{value}” for {feature}, and no quota knows that. Correct it on the page "
        "People, or add that group to the quotas."
    ),
    "person_value_missing": mark(
        "Number {number} has no value for {feature}. Fill it in on the page People."
    ),
    "draw_outdated": mark(
        "People, quotas or seats changed since draw {attempt} was calculated. Calculate again first."
    ),
    "draw_people_erased": mark(
        "{people} people of draw {attempt} were erased, so the full folder can no longer be made. A folder "
        "that was made earlier stays right, and the public part can still be made."
    ),
    "draw_pool_changed": mark(
        "People or quotas changed while the draw was calculated, so nothing was kept. Calculate again."
    ),
    "draw_commitment_incomplete": mark(
        "Say where the number comes from, when, and where this is published beforehand."
    ),
    "population_amount": mark(
        "“{value}” is no figure. Type a number such as 12.345 or 21,5; leave it empty when it is unknown."
    ),
    "population_cell": mark(
        "Row {row} of {file}: “{value}” in the column “{column}” is no figure. Correct it; unknown is an "
        "empty cell, a dot or -99997."
    ),
    "population_columns": mark(
        "{file} has no population figures. Needed is a column “groep” with a column “aantal” or “aandeel”, "
        "or the key figures of Statistics Netherlands per area. The columns are: {header}."
    ),
    "population_paste": mark(
        "{lines} lines were pasted for {groups} groups. Paste the name of a group and its figure on each "
        "line."
    ),
    "cool_down_months": mark("The rest between two panels is from 0 to {most} months. {months} is not."),
    "draw_other_panel": mark(
        "Draw {attempt} for panel {panel} waits for its number. Draw that number or withdraw that draw "
        "first; else somebody could be drawn twice."
    ),
    "draw_panel_first": mark("Draw panel {panel} first. Another panel is drawn from who is left."),
    "draw_panel_used": mark("Panel {panel} stays: there was a draw for it, or it is the only panel."),
    "mark_not_registered": mark(
        "Number {number} is not somebody who registered and waits for a draw. Only for those you can say how "
        "they take part in it."
    ),
    "mark_reason": mark("“{reason}” follows from another draw. Choose one of the other reasons."),
    "draw_stands": mark("Draw {attempt} stands. Withdraw it with a reason before you draw again."),
    "draw_is_prepared": mark("Draw {attempt} is only prepared. Record it first."),
    "draw_is_committed": mark("Draw {attempt} is recorded and can no longer change."),
    "draw_is_drawn": mark("Draw {attempt} has its number already."),
    "draw_is_withdrawn": mark("Draw {attempt} was withdrawn."),
    "draw_people_came": mark("People of this draw have come to a meeting. It can no longer be withdrawn."),
    "event_title_empty": mark("The meeting has no name. Give it a name."),
    "rounds_none": mark("A meeting needs at least one round. Add a round."),
    "tables_count": mark("{count} tables is not possible. Choose between 1 and {most} tables."),
    "seats_full": mark("There is no free seat there. Give the tables one more seat, or make a new plan."),
    "plan_replaced": mark("A new table plan has come meanwhile, so this can no longer be undone."),
    "plan_moved_while_printing": mark(
        "Somebody got another seat while the cards were made, so nothing was saved. Save them again."
    ),
    "route_cards_not_printed": mark("No route cards were printed yet. Print those of everybody first."),
    "route_cards_unchanged": mark(
        "Everybody still has the right route card: no seat changed since printing."
    ),
    "seating_table_left_empty": mark(
        "Nobody would be left at the table. Change seats with somebody instead."
    ),
    "seating_no_tables": mark("There are no rounds or tables yet. Add them first."),
    "seating_few_people": mark("There are {people} people for {tables} tables. Take away tables."),
    "seating_seats_do_not_fit": mark(
        "{people} people do not fit in round {round}: the tables seat {least} to {most}. Change the tables "
        "or their seats."
    ),
    "seating_changed": mark(
        "People or tables changed while the plan was calculated, so nothing was kept. Calculate again."
    ),
    "seat_locked": mark("One of these seats is locked. Unlock it first."),
    "seat_missing": mark("One of these people has no seat in this round."),
    "facilitators_none": mark("There are no table facilitators yet. Add them on the page People first."),
    "pair_same": mark("A rule needs two different people. Choose another one."),
    "need_of_no_table": mark("No table can serve that need. Choose wheelchair, hearing or quiet."),
    "table_number_unknown": mark("There is no table {number}; the tables are 1 to {most}."),
    "table_numbers": mark("“{text}” is no number of a table. Write numbers such as 1-4, 9."),
    "facilitator_twice": mark(
        "Facilitator {number} leads {tables} tables in round {round}. Choose one of them."
    ),
    "plan_missing": mark("There is no table plan yet. Make a plan first."),
    "card_times": mark("A card cannot count {times} times. Choose between 1 and 999."),
    "card_text_empty": mark("The card is empty. Write what is on the card."),
    "card_text_long": mark(
        "This card has {letters} letters, and a card holds {most} at most. Nothing was saved; split the text "
        "into several cards."
    ),
    "paste_empty": mark("There is no text to paste. Copy the list first, then paste it again."),
    "paste_long": mark(
        "These are {lines} lines, and at most {most} go in at once. Nothing was entered; read the list in as "
        "a file, or paste it in parts."
    ),
    "paste_bsn": mark(
        "Card {line} of the list seems to hold a citizen service number (BSN). Take it out or skip that "
        "card; nothing was saved."
    ),
    "paste_card_long": mark(
        "Card {line} of the list has {letters} letters, and a card holds {most} at most. Split it or skip "
        "it; nothing was saved."
    ),
    "card_went_on": mark(
        "Card {label} went on in a later card, which counts in its place. Change that one, or undo the "
        "merging or splitting."
    ),
    "card_not_counting": mark(
        "Card {label} does not count: it was withdrawn or went on in another card. Leave it out of your "
        "choice."
    ),
    "card_no_succession": mark("Card {label} was not merged or split, so there is nothing to undo."),
    "cards_merge_two": mark("Choose two or more cards to merge."),
    "cards_split_two": mark("Write the words of two or more cards, so that this one is split."),
    "card_agreed_reason": mark(
        "The table agreed with the words on card {label}. Say why they change, or that only typing errors "
        "are put right."
    ),
    "cards_agreed_already": mark("The table agreed with these cards already, so nothing was marked."),
    "card_label_taken": mark("There is a card {label} already. Choose another number."),
    "import_no_card_left": mark("Every row of {file} was skipped, so no card was added."),
    "card_in_use": mark(
        "A proposal, a statement or another card rests on card {label} by now, or its table agreed with it, "
        "so it stays. Withdraw it with a reason instead."
    ),
    "theme_title_empty": mark("The theme has no name. Give it a name."),
    "theme_exists": mark("There is a theme “{title}” already. Choose another name."),
    "proposal_title_empty": mark("The proposal has no title. Say it in one sentence."),
    "proposal_not_on_ballot": mark("This proposal is not on the ballot, so it cannot get votes."),
    "count_negative": mark("A number of votes cannot be below zero. Check the count."),
    "ballot_open_already": mark("The vote is open already. Its rule can no longer change."),
    "ballot_withdrawn_already": mark("This vote was withdrawn already."),
    "ballot_empty": mark("There is nothing to vote on. Make a proposal first."),
    "ballot_proposal_gone": mark(
        "A proposal that you chose does not count any more. Look again which proposals come on the ballot."
    ),
    "ballot_not_open": mark("The vote is not open yet. Fix the rule first."),
    "advice_title_empty": mark("The advice has no title. Give it a name."),
    "advice_empty": mark("The advice has no recommendation yet. Add at least one."),
    "advice_unchanged": mark("Nothing changed since version {version}. Change something first."),
    "advice_not_published": mark(
        "No version of the advice is fixed yet. Fix a version first, then offer it."
    ),
    "advice_not_fixed_as_it_stands": mark(
        "There is no fixed version of the advice as it stands now. Fix a version first, then make the copy "
        "with names."
    ),
    "nobody_named": mark(
        "Nobody who took part agreed to stand in the advice by name. Tick it with each person who agrees, on "
        "the page about people."
    ),
    "advice_not_offered": mark("The advice was not offered yet. Record the offer first."),
    "advice_received_already": mark("The receipt of this advice is recorded already."),
    "advice_not_received": mark("The college has not received the advice yet. Record the receipt first."),
    "advice_withdrawn": mark("This advice was withdrawn, so no version of it can be fixed."),
    "advice_is_withdrawn": mark(
        "This advice was withdrawn ({reason}). Nothing more can be recorded with it; begin a new advice."
    ),
    "offer_in_future": mark("{on} is in the future. Record the offer on the day itself."),
    "advice_changed_meanwhile": mark(
        "The advice changed while the document was being made. Nothing was fixed. Look at it and try again."
    ),
    "advice_document_missing": mark(
        "No document was kept with version {version}. Fix a new version to keep one."
    ),
    "recommendation_number_public": mark(
        "Recommendation {number} stands in a fixed version, so its number stays. Withdraw it instead."
    ),
    "proposals_none_to_take_over": mark(
        "There is no proposal left that carried the vote and stands in no recommendation yet."
    ),
    "offer_to_empty": mark("Fill in to whom the advice was offered."),
    "recommendation_title_empty": mark("The recommendation is empty. Say it in one sentence."),
    "receipt_proof_empty": mark("Write how we know that the college received the advice."),
    "receipt_before_offer": mark(
        "The college cannot receive the advice on {on}, before it was offered on {offered}. Check the date."
    ),
    "receipt_in_future": mark("{on} is in the future. Record the receipt on the day itself."),
    "recess_half": mark("The recess needs a first and a last day. Fill in both, or leave both empty."),
    "reminder_in_future": mark("{on} is in the future. Record the reminder on the day it is sent."),
    "answer_in_future": mark("{on} is in the future. Fill in the day on which the answer came."),
    "answer_before_receipt": mark(
        "The college cannot answer on {on}, before it received the advice on {received}. Check the date."
    ),
    "answer_fixed": mark(
        "This answer was recorded earlier and stays as it is. Record a new answer beside it."
    ),
    "recommendation_withdrawn": mark("Recommendation {number} was withdrawn, so it needs no answer."),
    "rating_marks": mark("Fill in five numbers of zero or more: how many people gave a 1, 2, 3, 4 and 5."),
    "reason_empty": mark("Give a reason; it stays readable for everyone."),
    "rating_nothing_answered": mark(
        "The college has not answered anything yet, so there is nothing to rate."
    ),
    "commitment_text_empty": mark("The commitment is empty. Write what was promised."),
}
