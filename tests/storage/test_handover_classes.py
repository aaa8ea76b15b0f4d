"""Every table is thought about for two laptops: what is one, numbered, fixed, or plain."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from burgertop_app.storage.base import Row
from burgertop_app.storage.handover import frozen, naming, twins
from burgertop_app.storage.mapping import kept_rows

OWN = "each is something that happened or was said; both laptops' rows stay beside each other"
MADE = "comes into being with the row it belongs to, of which there is one"
SEVERAL = "a process may have several; the same made twice is seen and taken away by hand"
ORDER = "its place is only an order, in which two may stand alike"
BOOK = "the books of one laptop, which go along as they are"

PLAIN = {
    "addressee": SEVERAL,
    "attachment": OWN,
    "ballot_objection": "every answer stays and the last one counts",
    "ballot_option": MADE,
    "ballot_vote": "every entry stays; domain.voting compares those with one number, whoever typed them",
    "budget_intake": "every intake stays; one voter counts once, see storage.budget_store",
    "budget_line": MADE,
    "budget_paper": "one voter counts once; a hand-over with other choices is refused, see `frozen`",
    "call_attempt": OWN,
    "card_succession": "a card goes on once; what was done last holds, see `successions`",
    "closing": "every closing stays and the last one counts",
    "commitment": OWN,
    "commitment_note": OWN,
    "consent": OWN,
    "decision_rule": ORDER,
    "due_change": OWN,
    "event": SEVERAL,
    "evidence": OWN,
    "export_record": BOOK,
    "feedback": OWN,
    "import_batch": OWN,
    "instrument": SEVERAL,
    "invitation_area": MADE,
    "item": SEVERAL,
    "item_note": OWN,
    "mandate": ORDER,
    "milestone": SEVERAL,
    "name_mark": BOOK,
    "offer": OWN,
    "opinion_count": "every count stays and the last one is shown",
    "opinion_poll": SEVERAL,
    "pair_rule": SEVERAL,
    "person": "the same person entered twice is found by services.people and joined by hand",
    "planned_advice": SEVERAL,
    "pledge": SEVERAL,
    "postponement": OWN,
    "process": SEVERAL,
    "quota_line": MADE,
    "receipt": OWN,
    "reminder": OWN,
    "reply_reading": OWN,
    "reserve": MADE,
    "scenario": ORDER,
    "sign_off": OWN,
    "statement_vote": "domain.opinions counts one vote per voter and statement",
    "step_change": OWN,
    "survey_code": "both letters work",
    "survey_reply": OWN,
    "vote_intake": "every intake stays; one vote per voter and statement counts",
}
"""Tables of which a row is only itself, and why nothing can clash."""
ORDERED = {"position", "attempt", "table_no", "round_no", "drawn_number"}
"""Whole numbers that are an order, or part of what was drawn."""
TYPED = {
    ("ballot_objection", "number"): "the number on a slip",
    ("ballot_vote", "number"): "the number on a slip",
    ("closing", "no"): "how many said no",
    ("draw_entry", "number"): "part of a draw, of which there is one",
    ("reply_reading", "version"): "the version that was read, not one of its own",
}


def kept():
    return {row.__tablename__: Row.metadata.tables[row.__tablename__] for row in kept_rows()}


def classed():
    tables = (frozen.FIXED, frozen.SEALED, twins.KEYS, twins.BORN)
    names = (naming.LABELS, naming.NUMBERS, naming.VERSIONS, naming.LINKS, naming.LISTS)
    return {name for some in (*tables, *names, frozen.ONE) for name in some}


def test_somebody_thought_about_every_table():
    assert sorted(kept().keys() - classed() - PLAIN.keys()) == []


def test_no_table_is_plain_and_something_else_and_none_is_gone():
    assert sorted(PLAIN.keys() & classed()) == []
    assert sorted((PLAIN.keys() | classed()) - kept().keys()) == []


def test_every_column_that_is_named_is_there():
    named = [(name, cell) for some in (frozen.FIXED, naming.LISTS) for name in some for cell in some[name]]
    named += [(name, cell) for name, cell in (*naming.LABELS.items(), *naming.FOLLOWS.items())]
    named += [(n, c) for n, (seal, cells) in frozen.SEALED.items() for c in (seal, *cells)]
    named += [(n, c) for some in (naming.NUMBERS, naming.VERSIONS) for n in some for c in some[n]]
    named += [(name, cell) for name in naming.LINKS for cell in (*naming.LINKS[name], "since", "until")]
    tables = kept()

    assert [(name, cell) for name, cell in named if cell not in tables[name].columns] == []


def test_whatever_must_be_unique_is_one_or_gets_a_label_of_its_own():
    loose = []
    for name, table in kept().items():
        for unique in (one for one in table.constraints if isinstance(one, UniqueConstraint)):
            columns = tuple(column.name for column in unique.columns)
            if twins.KEYS.get(name) != columns and naming.LABELS.get(name) != columns[-1]:
                loose.append((name, columns))

    assert loose == []


def test_one_tie_holds_wherever_a_tie_can_end():
    ending = {name for name, table in kept().items() if {"since", "until"} <= set(table.columns.keys())}

    assert ending - {"card_succession"} == set(naming.LINKS)


def test_every_number_and_version_is_given_out_anew_or_cannot_clash():
    loose = [
        (name, column)
        for name, table in kept().items()
        for column in ("number", "version", "no", "running")
        if column in table.columns
        and (name, column) not in TYPED
        and column not in (naming.LABELS.get(name), *naming.NUMBERS.get(name, ()))
        and column not in (*naming.VERSIONS.get(name, ()), *twins.KEYS.get(name, ()))
        and name not in frozen.ONE
    ]

    assert loose == []
