"""Instruments that a recipe names: questions and mirrors, filled in and compared over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.evaluations import Evaluation, Filled, check_answer, question_of
from burgertop_app.domain.items import Answer, Instrument
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import recipes

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.form_parts import Instrument as InstrumentForm
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Evaluating:
    """What an organiser does with the instruments of a form."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def evaluation(self, process_id: UUID) -> Evaluation:
        """Every filling-in with its answers, by day."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            begun = store.find(Instrument, order_by="on", process_id=process_id)
            given: dict[UUID, dict[str, Answer]] = {one.id: {} for one in begun}
            for answer in store.find(Answer, instrument_id=list(given)):
                given[answer.instrument_id][answer.question] = answer
        filled = tuple(Filled(one, given[one.id]) for one in begun)
        return Evaluation(recipes.from_snapshot(process.recipe), process.language, filled)

    def begin(self, process_id: UUID, code: str, on: date, title: str = "") -> Change:
        """Begin a new filling-in of an instrument.

        Raises:
            NotFound: the form has no such instrument.
            InvalidInput: the day is in the future.
        """
        self._check_day(on)
        with self._work.writing("instrument.begin") as store:
            _form(store, process_id, code)
            kept = store.add(
                Instrument(id=store.new_id(), process_id=process_id, code=code, title=title.strip(), on=on)
            )
        return changed(Topic.EVALUATION, row=kept.id)

    def describe(self, instrument_id: UUID, on: date, title: str) -> Change:
        """Change the day and the title of a filling-in.

        Raises:
            InvalidInput: the day is in the future.
        """
        self._check_day(on)
        with self._work.writing("instrument.edit") as store:
            store.change(store.get(Instrument, instrument_id), on=on, title=title.strip())
        return changed(Topic.EVALUATION, row=instrument_id)

    def answer(
        self, instrument_id: UUID, question: str, *, score: int | None = None, text: str = "", step: str = ""
    ) -> Change:
        """Keep an answer; a later one to the same question replaces it, the log keeps both.

        `text` is the words, the saying beside a mark, or the code of a choice.

        Raises:
            InvalidInput: there is no such question, or the answer does not fit it.
        """
        with self._work.writing("instrument.answer") as store:
            begun = store.get(Instrument, instrument_id)
            form = _form(store, begun.process_id, begun.code)
            check_answer(question_of(form, question), score, text)
            kept = store.first(Answer, instrument_id=instrument_id, question=question)
            given = Answer(
                id=kept.id if kept else store.new_id(),
                instrument_id=instrument_id,
                question=question,
                score=score,
                text=text.strip(),
                step=step.strip(),
            )
            if kept is None:
                store.add(given)
            else:
                store.change(kept, score=given.score, text=given.text, step=given.step)
        return changed(Topic.EVALUATION, row=instrument_id)

    def remove(self, instrument_id: UUID) -> Change:
        """Take a filling-in with its answers away; the log keeps them."""
        with self._work.writing("instrument.remove") as store:
            for answer in store.find(Answer, instrument_id=instrument_id):
                store.remove(answer)
            store.remove(store.get(Instrument, instrument_id))
        return changed(Topic.EVALUATION, row=instrument_id)

    def bring_back(self, filled: Filled) -> Change:
        """Put back a filling-in that was taken away, with its answers."""
        with self._work.writing("instrument.restore") as store:
            store.add(filled.instrument)
            for answer in filled.answers.values():
                store.add(answer)
        return changed(Topic.EVALUATION, row=filled.instrument.id)

    def _check_day(self, on: date) -> None:
        if on > self._today():
            raise InvalidInput("answer_day_future", on=on.isoformat())


def _form(store: Store, process_id: UUID, code: str) -> InstrumentForm:
    recipe = recipes.from_snapshot(store.get(Process, process_id).recipe)
    found = next((one for one in recipe.instruments if one.code == code), None)
    if found is None:
        raise NotFound("instrument_unknown", instrument=code)
    return found
