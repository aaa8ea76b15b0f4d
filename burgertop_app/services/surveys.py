"""Surveys to the friends of the panel: building, asking, taking in replies, closing and clearing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.codes import new_code
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.form_rules import SurveysAYear
from burgertop_app.domain.people import Contact, Participation, Role, State
from burgertop_app.domain.processes import Process
from burgertop_app.domain.stages import LEFT
from burgertop_app.domain.surveys import Survey, SurveyCode, SurveyKind, SurveyReply, results
from burgertop_app.exchange import recipes
from burgertop_app.exchange.survey_sheet import read_replies
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.storage import erasure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.surveys import ReplySheet, SurveyResults
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

SECRET_BYTES = 32


@dataclass(frozen=True)
class SurveyLine:
    """A survey with what came in until now."""

    survey: Survey
    results: SurveyResults


@dataclass(frozen=True)
class SurveysView:
    """Every survey, the last one first; how many friends can be asked; and how many a year are meant."""

    lines: tuple[SurveyLine, ...]
    friends: int
    with_email: int
    rule: SurveysAYear | None


@dataclass(frozen=True)
class Friend:
    """Somebody who gets a survey: number, name, address and code."""

    number: str
    name: str
    email: str
    code: str


class Surveys:
    """What an organiser does with surveys."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def view(self, process_id: UUID) -> SurveysView:
        """Every survey of the process with its results, and the friends."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            friends = _friends(store, process_id)
            contacts = store.find(Contact, person_id=[part.person_id for part in friends])
            found = store.find(Survey, process_id=process_id)
            lines = tuple(
                SurveyLine(survey, results(survey, store.find(SurveyReply, survey_id=survey.id)))
                for survey in sorted(found, key=lambda one: one.id.hex, reverse=True)
            )
        return SurveysView(
            lines,
            len(friends),
            sum(bool(contact.email.strip()) for contact in contacts),
            recipes.from_snapshot(process.recipe).rule(SurveysAYear),
        )

    def survey(self, survey_id: UUID) -> Survey:
        """One survey."""
        with self._work.reading() as store:
            return store.get(Survey, survey_id)

    def keep(self, survey: Survey) -> Change:
        """Keep a new survey (revision 0) or what was changed; questions stay once people were asked.

        Raises:
            NotPossible: the questions of a survey that was sent would change.
            InvalidInput: the last day to answer lies after the day the texts are cleared.
        """
        if survey.closes_on and survey.keep_until and survey.keep_until < survey.closes_on:
            raise InvalidInput("survey_keep_until")
        with self._work.writing("survey.keep") as store:
            if not survey.revision:
                secret = self._entropy(SECRET_BYTES).hex()
                kept = store.add(replace(survey, id=store.new_id(), secret=secret))
                return changed(Topic.YEAR, row=kept.id)
            kept = store.get(Survey, survey.id)
            begun = kept.sent_at is not None or store.count(SurveyReply, survey_id=kept.id)
            if begun and kept.questions != survey.questions:
                raise NotPossible("survey_was_sent", title=kept.title)
            store.change(
                kept,
                title=survey.title.strip(),
                intro=survey.intro.strip(),
                questions=survey.questions,
                closes_on=survey.closes_on,
                keep_until=survey.keep_until,
                anonymous=survey.anonymous,
            )
        return changed(Topic.YEAR, row=kept.id)

    def drop(self, survey_id: UUID) -> Change:
        """Take away a survey that nobody got and nobody answered.

        Raises:
            NotPossible: it was sent, or there are replies.
        """
        with self._work.writing("survey.drop") as store:
            kept = store.get(Survey, survey_id)
            if kept.sent_at is not None or store.count(SurveyReply, survey_id=survey_id):
                raise NotPossible("survey_was_sent", title=kept.title)
            store.remove(kept)
        return changed(Topic.YEAR)

    def ask(self, survey_id: UUID) -> Change:
        """Give every friend a code; from now on the questions stay. Who came later gets a code too.

        Raises:
            NotPossible: there are no questions or no friends, or the survey is closed.
        """
        with self._work.writing("survey.ask") as store:
            survey = store.get(Survey, survey_id)
            _refuse_closed(survey)
            if not survey.questions:
                raise NotPossible("survey_no_questions", title=survey.title)
            friends = _friends(store, survey.process_id)
            if not friends:
                raise NotPossible("survey_no_friends")
            held = {one.participation_id: one for one in store.find(SurveyCode, survey_id=survey_id)}
            taken = {one.code for one in held.values() if one.code}
            store.add_all(
                SurveyCode(
                    id=store.new_id(),
                    survey_id=survey_id,
                    participation_id=part.id,
                    code=new_code(self._entropy, taken),
                )
                for part in friends
                if part.id not in held
            )
            asked = len(held) + sum(part.id not in held for part in friends)
            store.change(survey, asked=asked, sent_at=survey.sent_at or store.now())
        return changed(Topic.YEAR, row=survey_id)

    def friends(self, survey_id: UUID) -> tuple[Friend, ...]:
        """Everyone who has a code for the survey, by number."""
        with self._work.reading() as store:
            held = {
                one.participation_id: one.code
                for one in store.find(SurveyCode, survey_id=survey_id)
                if one.code
            }
            parts = store.find(Participation, id=list(held)) if held else ()
            contacts = {
                contact.person_id: contact
                for contact in store.find(Contact, person_id=[part.person_id for part in parts])
            }
            return tuple(
                Friend(
                    part.number,
                    contacts[part.person_id].name,
                    contacts[part.person_id].email,
                    held[part.id] or "",
                )
                for part in sorted(parts, key=lambda part: (len(part.number), part.number))
                if part.person_id in contacts
            )

    def look(self, survey_id: UUID, path: Path) -> ReplySheet:
        """What a sheet with replies holds; nothing is kept yet.

        Raises:
            NotFound, InvalidInput: the file cannot be read as a table, or no column is a question.
            NotPossible: the survey is closed.
        """
        with self._work.reading() as store:
            survey = store.get(Survey, survey_id)
            _refuse_closed(survey)
            codes = [one.code for one in store.find(SurveyCode, survey_id=survey_id) if one.code]
            answered = frozenset(
                reply.mark for reply in store.find(SurveyReply, survey_id=survey_id) if reply.mark
            )
        found = read_replies(read_table(path), survey, codes, answered)
        if len(found.missing) == len(survey.questions):
            raise InvalidInput("survey_sheet_no_question", file=path.name)
        return found

    def take_in(self, survey_id: UUID, found: ReplySheet) -> tuple[UUID, ...]:
        """Keep the replies of a sheet; gives their ids, for `take_back`.

        Raises:
            NotPossible: the survey is closed, or there is no reply.
            Conflict: meanwhile somebody's reply came in another way.
        """
        if not found.replies:
            raise NotPossible("survey_no_replies")
        with self._work.writing("survey.replies") as store:
            survey = store.get(Survey, survey_id)
            _refuse_closed(survey)
            before = {reply.mark for reply in store.find(SurveyReply, survey_id=survey_id) if reply.mark}
            if before & {reply.mark for reply in found.replies}:
                raise Conflict("survey_replies_changed")
            kept = store.add_all(
                SurveyReply(
                    id=store.new_id(), survey_id=survey_id, answers=_by_place(reply.answers), mark=reply.mark
                )
                for reply in found.replies
            )
        return tuple(reply.id for reply in kept)

    def touched(self) -> Change:
        """Tells the pages to read surveys again."""
        return changed(Topic.YEAR)

    def take_back(self, reply_ids: tuple[UUID, ...]) -> Change:
        """Undo `take_in`."""
        with self._work.writing("survey.replies.undo") as store:
            for reply in store.find(SurveyReply, id=list(reply_ids)):
                store.remove(reply)
        return changed(Topic.YEAR)

    def close(self, survey_id: UUID) -> Change:
        """Close the survey: no reply comes in any more, and who had which code is forgotten for good.

        The secret goes too, so that a list of codes that was saved before tells nothing about the replies;
        neither stays in the log.
        """
        with self._work.writing("survey.close") as store:
            survey = store.get(Survey, survey_id)
            _refuse_closed(survey)
            codes = store.find(SurveyCode, survey_id=survey_id)
            store.change(survey, closed_at=store.now())
            erasure.overwrite(store, "survey_code", {code.id: {"code": None} for code in codes})
            erasure.overwrite(store, "survey", {survey_id: {"secret": ""}})
        return changed(Topic.YEAR, row=survey_id)

    def clear(self, survey_id: UUID) -> Change:
        """Erase what people wrote in their own words, in the log too; counts and marks stay.

        Raises:
            NotPossible: the survey is still open.
        """
        with self._work.writing("survey.clear") as store:
            survey = store.get(Survey, survey_id)
            if survey.closed_at is None:
                raise NotPossible("survey_still_open", title=survey.title)
            own = {
                str(place)
                for place, question in enumerate(survey.questions)
                if question.kind is SurveyKind.TEXT
            }
            left = {
                reply.id: {
                    "answers": {place: said for place, said in reply.answers.items() if place not in own}
                }
                for reply in store.find(SurveyReply, survey_id=survey_id)
            }
            store.change(survey, cleared_at=store.now())
            erasure.overwrite(store, "survey_reply", left)
        return changed(Topic.YEAR, row=survey_id)


def _friends(store: Store, process_id: UUID) -> tuple[Participation, ...]:
    found = store.find(Participation, order_by="number", process_id=process_id, role=Role.FRIEND)
    return tuple(part for part in found if part.state not in (*LEFT, State.ERASED))


def _by_place(answers: Mapping[int, str]) -> dict[str, str]:
    return {str(place): said for place, said in answers.items()}


def _refuse_closed(survey: Survey) -> None:
    if survey.closed_at is not None:
        raise NotPossible("survey_closed", title=survey.title)
