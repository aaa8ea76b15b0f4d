"""A form of participation as a recipe: which pages, words, items, questions and rules; never code."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (read at run time from the type hints)
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from burgertop_app.domain.form_parts import (
    Defaults,
    FieldKind,
    Instrument,
    ItemField,
    ItemKind,
    Label,
    Text,
    check_code,
    check_once,
)
from burgertop_app.domain.form_rules import (
    FrozenDuring,
    PanelSize,
    RepeatedAfter,
    Rule,
    TopN,
    refuse,
    within,
)

SCHEMA = 1
LINES = 3
R = TypeVar("R", bound=Rule)


class Page(StrEnum):
    """A page of the program that a form may show."""

    OVERVIEW = "overview"
    PLAN = "plan"
    PEOPLE = "people"
    LETTERS = "letters"
    DRAW = "draw"
    TABLES = "tables"
    CARDS = "cards"
    PROPOSALS = "proposals"
    ADVICE = "advice"
    RESPONSE = "response"
    FOLLOWUP = "followup"
    EVALUATION = "evaluation"
    BOARD = "board"
    YEAR = "year"
    LOG = "log"


class Word(StrEnum):
    """A word of the house that a form may call something else.

    A word with the code of a page is also the name of that page.
    """

    PROCESS = "process"
    POOL = "pool"
    PANEL = "panel"
    RESERVE = "reserve"
    EVENT = "event"
    ROUND = "round"
    TABLE = "table"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"
    PARTICIPANT = "participant"
    CARD = "card"
    THEME = "theme"
    PROPOSAL = "proposal"
    BALLOT = "ballot"
    ADVICE = "advice"
    RECOMMENDATION = "recommendation"
    RESPONSE = "response"
    COMMITMENT = "commitment"
    TERM = "term"
    BOARD = "board"
    TABLES = "tables"
    CARDS = "cards"
    PROPOSALS = "proposals"


@dataclass(frozen=True)
class Recipe:
    """A form of participation. `summary` says in three lines what it is for.

    `proposal_fields` is what a proposal of this form says besides the usual. `tomorrow` is the question with
    which people leave the meeting, "What do I do tomorrow?"; None where it is not asked.

    Raises:
        InvalidInput: something does not fit; the error names the key.
    """

    schema: int
    code: str
    version: int
    name: Text
    summary: tuple[Text, ...]
    pages: tuple[Page, ...]
    words: Mapping[Word, Text] = field(default_factory=dict)
    items: tuple[ItemKind, ...] = ()
    card_kinds: tuple[Label, ...] = ()
    addressees: tuple[Label, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    rules: tuple[Rule, ...] = ()
    defaults: Defaults = field(default_factory=Defaults)
    proposal_fields: tuple[ItemField, ...] = ()
    tomorrow: Text | None = None

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            refuse("recipe_schema", "schema", schema=self.schema, known=SCHEMA)
        check_code(self.code)
        within("version", self.version, 1, 9999)
        if len(self.summary) != LINES:
            refuse("recipe_count", "summary", wanted=LINES)
        if not self.pages:
            refuse("recipe_count", "pages", wanted=1)
        check_once("pages", self.pages)
        for key in ("items", "card_kinds", "addressees", "instruments", "proposal_fields"):
            check_once(key, (known.code for known in getattr(self, key)))
        self._check_pages()
        for place, asked in enumerate(self.proposal_fields, 1):
            if asked.kind is FieldKind.PERSON_ROLE:
                refuse("recipe_role", f"proposal_fields[{place}].kind")
        _check_rules(self)

    def _check_pages(self) -> None:
        for page, key, content in (
            (Page.BOARD, "items", self.items),
            (Page.EVALUATION, "instruments", self.instruments),
        ):
            if (page in self.pages) != bool(content):
                refuse("recipe_page", key, page=page)

    @property
    def seats(self) -> int:
        """How many people are drawn unless the organiser says otherwise."""
        return self.defaults.seats

    def page_name(self, page: Page) -> Text | None:
        """What the form calls a page; None when it keeps the name that the program gives it."""
        return next((text for word, text in self.words.items() if word.value == page.value), None)

    def rule(self, kind: type[R]) -> R | None:
        """The first rule of `kind`, if the form has one."""
        return next(iter(self.rules_of(kind)), None)

    def rules_of(self, kind: type[R]) -> tuple[R, ...]:
        """Every rule of `kind`."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind))

    def item(self, code: str) -> ItemKind | None:
        """The kind of item with that code."""
        return next((kind for kind in self.items if kind.code == code), None)


def _check_rules(recipe: Recipe) -> None:
    check_once("rules", (f"{rule.name} {getattr(rule, 'kind', '')}".strip() for rule in recipe.rules))
    for place, rule in enumerate(recipe.rules, 1):
        key = f"rules[{place}]"
        if isinstance(rule, (TopN, FrozenDuring)):
            kind = recipe.item(rule.kind)
            if kind is None:
                refuse("recipe_reference", f"{key}.kind", value=rule.kind)
            if isinstance(rule, FrozenDuring) and rule.stage not in {stage.code for stage in kind.stages}:
                refuse("recipe_reference", f"{key}.stage", value=rule.stage)
        if isinstance(rule, RepeatedAfter) and rule.instrument not in {
            one.code for one in recipe.instruments
        }:
            refuse("recipe_reference", f"{key}.instrument", value=rule.instrument)
        if isinstance(rule, PanelSize):
            within("defaults.seats", recipe.seats, rule.low, rule.high)
