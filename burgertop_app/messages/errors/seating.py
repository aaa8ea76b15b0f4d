"""Sentences for table plans: people to seat, sizes, locks, rules and effort."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "seating_nobody": mark("There is nobody to seat. Choose the people first."),
    "seating_too_few_people": mark("There is only {people} person to seat. At least two are needed."),
    "seating_too_many_people": mark(
        "There are {count} people to seat; at most {most} go in one plan. Split them over two meetings."
    ),
    "seating_person_twice": mark("Somebody is in the list of people twice. Leave one of the two out."),
    "seating_values_incomplete": mark(
        "Not every one of the {people} people has a value for each column to spread by. Choose the columns "
        "again."
    ),
    "seating_rounds": mark("{rounds} rounds is not possible. Choose 1 to {most} rounds."),
    "seating_sizes": mark(
        "In round {round} the tables have {seats} seats for {people} people. Make them the same, with at "
        "least one person at each table."
    ),
    "seating_table_size": mark("A table of {size} is too small. Choose tables of at least 2 people."),
    "seating_lock_unknown": mark(
        "There is no person {person} or no round {round} in this plan. Choose again."
    ),
    "seating_lock_table": mark(
        "A lock names table {table} in round {round}, but there are not so many tables. Correct the lock."
    ),
    "seating_lock_twice": mark(
        "Person {person} is locked twice in round {round}. Leave one of the two locks out."
    ),
    "seating_lock_full": mark(
        "{locked} people are locked at table {table} in round {round}, but it has {seats} seats. Take away "
        "some of those locks, or make the tables larger."
    ),
    "seating_effort_both": mark("Give either seconds or steps to search, not both."),
    "seating_steps": mark("{steps} steps is not possible. Give at least 1 step."),
    "seating_seconds": mark("{seconds} seconds is not possible. Give more than 0 and at most 86400 seconds."),
    "seating_seed": mark("The seed {seed} is below zero. Give 0 or a larger number."),
    "seating_plan_rounds": mark(
        "The plan has {rounds} rounds where {expected} are expected. Make a new table plan."
    ),
    "seating_plan_sizes": mark(
        "In round {round} of the plan somebody has no seat, or a table has another number of people than it "
        "should. Make a new table plan."
    ),
    "seating_no_swap": mark(
        "These two cannot change seats in round {round}: they share a table, or one of them is locked there."
    ),
    "seating_spread_none": mark("No column was given to spread people by. Name at least one."),
    "seating_spread_twice": mark(
        "The columns to spread by ({columns}) name one column twice. Leave one of the two out."
    ),
    "seating_spread_is_id": mark(
        "Column “{column}” of {file} tells people apart; people cannot be spread by it. Choose another one."
    ),
    "seating_spread_values": mark(
        "Column “{column}” of {file} has {count} different values; to spread by, it may have at most {most}. "
        "Choose a column with groups, such as age groups."
    ),
    "seating_no_id": mark(
        "The file {file} has no column id, person_id or nummer. Its header is: {header}. Say with --id which "
        "column tells people apart."
    ),
    "seating_rules_missing": mark("There is no file {file} with rules. Check the name and the folder."),
    "seating_rules_unreadable": mark(
        "The file {file} with rules cannot be read: {reason}. Choose another file."
    ),
    "seating_rules_line": mark(
        "Line {line} of {file} is no rule that can be read (TOML). Correct that line and try again."
    ),
    "seating_rules_not_toml": mark(
        "The file {file} with rules is no text. Save it as text in UTF-8 and try again."
    ),
    "seating_rule_kind": mark(
        "Line {line} of {file} has a rule “{kind}”, which is not known. Known are: {known}. Correct the "
        "heading; nothing was made."
    ),
    "seating_rule_form": mark(
        "Line {line} of {file} must give the rule “{kind}” under its own heading [[{kind}]]. Correct the "
        "heading."
    ),
    "seating_rule_field": mark(
        "The rule “{kind}” in line {line} of {file} has a field “{field}”, which is not known. It may have: "
        "{known}."
    ),
    "seating_rule_value": mark(
        "The rule “{kind}” in line {line} of {file} has no usable “{field}”. “burgertop seat "
        "--rules-template FILE” writes an example of every rule."
    ),
    "seating_rule_name": mark(
        "The rule “{kind}” in line {line} of {file} has “{value}” for “{field}”. Possible are: {known}."
    ),
    "seating_rule_person": mark(
        "The rule “{kind}” in line {line} of {file} names {person}, who is not in the file with people and "
        "is no facilitator. Correct the number."
    ),
    "seating_rule_namesake": mark(
        "The rule “{kind}” in line {line} of {file} gives the name {person}, which somebody has already. "
        "Give each facilitator a name of their own."
    ),
    "seating_rule_observer_leads": mark(
        "The rule “{kind}” in line {line} of {file} names {person}, who is a facilitator. Choose one of the "
        "two."
    ),
    "seating_alone": mark(
        "With tables of at most {size} for {people} people somebody would sit alone. Choose larger tables."
    ),
    "seating_rule_round_empty": mark(
        "With the rule “{kind}” in line {line} of {file} too few people are there in round {round}: "
        "{people}. At least two are needed."
    ),
    "seating_round_empty": mark(
        "In round {round} too few people are there: {people}. The others are absent. At least two are needed."
    ),
    "reseat_few_people": mark(
        "In round {round} {people} people are left, too few for the {tables} tables where somebody must sit "
        "by a lock or a need. Take some of those rules away, or let these tables be emptier."
    ),
    "seating_rule_again": mark(
        "The rule “{kind}” in line {line} of {file} is about the same as the one in line {earlier}. Leave "
        "one of the two out."
    ),
    "seating_rule_no_topics": mark(
        "The rule “{kind}” in line {line} of {file} is about topics, but round {round} has no topics. "
        "Correct the round, or give it topics."
    ),
    "seating_rule_two_topics": mark(
        "The rule “{kind}” in line {line} of {file} gives table {table} a second topic. Leave the table out "
        "of one of the two."
    ),
    "seating_rule_choice_twice": mark(
        "The rule “{kind}” in line {line} of {file} names “{topic}” twice. Name each topic once, the best "
        "liked first."
    ),
    "seating_rule_alone": mark(
        "The rule “{kind}” in line {line} of {file} lets somebody sit alone. Give each table at least 2 "
        "people."
    ),
    "seating_rule_sizes": mark(
        "The rule “{kind}” in line {line} of {file} gives {seats} seats, but {people} people are there. Make "
        "them the same."
    ),
    "seating_rule_lock_absent": mark(
        "The rule “{kind}” in line {line} of {file} puts {person} at a table in round {round}, but {person} "
        "is absent then. Leave one of the two out."
    ),
    "seating_rule_plan_missing": mark(
        "The rule “{kind}” in line {line} of {file} names the plan {plan}, which is not there. Correct the "
        "name."
    ),
    "seating_rule_plan_unusable": mark(
        "The rule “{kind}” in line {line} of {file} names the plan {plan}, which cannot be used. {told}"
    ),
    "seating_plan_gap": mark(
        "Round {round} is missing in {file}. Give every round from the first one, or number them anew."
    ),
    "reseat_leaders": mark(
        "The rules have facilitators, but it is not known which table each of them led. Give that with "
        "--facilitators, the file that “burgertop seat” wrote."
    ),
    "seating_rule_pair": mark(
        "The rule “{kind}” in line {line} of {file} must name at least two people, each of them once."
    ),
    "seating_rule_beyond": mark(
        "The rule “{kind}” in line {line} of {file} has {value} for “{field}”, but there are {most}. Correct "
        "the number."
    ),
    "seating_template_there": mark("There is a file {file} already. Choose another name."),
    "seating_calm": mark("The calm {calm} is not possible. Give 0 (best mix) to {most} (nobody moves)."),
    "plan_number": mark(
        "Row {row} of {file} has “{value}” for “{column}”. Give a whole number from 1 to {most}."
    ),
    "plan_seat_twice": mark(
        "Row {row} of {file}: person {person} sits twice in round {round}. Leave one of the two rows out."
    ),
    "reseat_stranger": mark(
        "Row {row} of {file}: person {person} is not in the file with people. Correct the number."
    ),
    "reseat_not_in_people": mark(
        "Person {person} of the plan {file} is not in {people}. Give the people that the plan was made with."
    ),
    "reseat_walk_in_known": mark(
        "Person {person} in {file} is in the file with people too. Leave one of the two out."
    ),
    "reseat_all_absent": mark("Everybody is absent, so there is nobody to seat. Check the list of absent."),
    "seating_out_is_input": mark(
        "The plan cannot be written to {file}, because that file is read. Choose another name."
    ),
    "seating_lock_absent": mark(
        "Person {person} must sit at a table in round {round}, but is not there then. Take the lock away, or "
        "mark the person present."
    ),
    "seating_lock_barred": mark(
        "Person {person} is locked at table {table} in round {round}, but may not sit there by another rule. "
        "Choose which of the two holds."
    ),
    "seating_nowhere": mark(
        "In round {round} no table suits person {person} ({need}). Adapt a table, or let the person choose "
        "another one."
    ),
    "seating_too_few_places": mark(
        "In round {round} {people} people need a particular table ({need}), but these tables have {seats} "
        "seats. Adapt another table, or make one larger."
    ),
    "seating_apart_and_together": mark(
        "Persons {one} and {other} must sit together and apart in round {round}. Take one of the two rules "
        "away."
    ),
    "seating_apart_same_table": mark(
        "Persons {one} and {other} must sit apart in round {round}, but only one table suits both. Take one "
        "of the rules away."
    ),
    "seating_apart_too_many": mark(
        "In round {round} {people} people must all sit apart from each other, but there are {tables} tables. "
        "Take some of those rules away, or set up more tables."
    ),
    "seating_together_elsewhere": mark(
        "Persons {one} and {other} must sit together in round {round}, but no table suits both. Take one of "
        "the rules away, or adapt a table."
    ),
    "seating_together_too_large": mark(
        "In round {round} {people} people must sit together, but the largest table that suits them has "
        "{seats} seats. Make a table larger, or split the group."
    ),
    "seating_together_leaders": mark(
        "Facilitators {one} and {other} must sit together in round {round}, but each leads a table of their "
        "own. Take that rule away."
    ),
    "seating_lock_leaders": mark(
        "Facilitators {one} and {other} are both locked at table {table} in round {round}. Leave one of the "
        "two locks out."
    ),
    "seating_leaders_lacking": mark(
        "In round {round} {tables} tables, such as table {first}, need a facilitator who can lead them, and "
        "only {leaders} can. Find another facilitator, or change what these tables ask."
    ),
    "seating_rules_broken": mark(
        "These rules could not all be kept; {count} were broken in the best plan that was found. {first} "
        "Change a rule and try again."
    ),
}
