"""What leaves of a survey: paper, sheets, a list of codes, drafts of e-mails, and the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.surveys import SurveyPaper, SurveyResultsPaper
from burgertop_app.domain.people_import import Field
from burgertop_app.domain.processes import Process
from burgertop_app.domain.surveys import Survey, SurveyReply, results
from burgertop_app.exchange.exports import write_table, write_workbook
from burgertop_app.exchange.mail_drafts import Draft, write_drafts
from burgertop_app.exchange.survey_sheet import write_form
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.importing import field_words
from burgertop_app.messages.surveys import survey_text
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.printing import shared

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.services.surveys import Surveys


class SurveyFiles:
    """Writes the files of a survey."""

    def __init__(self, context: Context, surveys: Surveys) -> None:
        self._work = context.work
        self._clock = context.clock
        self._surveys = surveys

    def paper(self, survey_id: UUID) -> SurveyPaper:
        """The questions, to be filled in by hand."""
        with self._work.reading() as store:
            survey = store.get(Survey, survey_id)
            process = store.get(Process, survey.process_id)
            return SurveyPaper(
                masthead=shared.masthead(store, process, self._clock()),
                title=survey.title,
                intro=survey.intro,
                questions=survey.questions,
                closes_on=survey.closes_on,
                anonymous=survey.anonymous,
            )

    def results_paper(self, survey_id: UUID) -> SurveyResultsPaper:
        """What came out."""
        with self._work.reading() as store:
            survey = store.get(Survey, survey_id)
            process = store.get(Process, survey.process_id)
            return SurveyResultsPaper(
                masthead=shared.masthead(store, process, self._clock()),
                title=survey.title,
                results=results(survey, store.find(SurveyReply, survey_id=survey_id)),
                closes_on=survey.closes_on,
            )

    def save_form(self, survey_id: UUID, path: Path) -> Path:
        """Write an empty sheet with a column per question, for any web form tool; gives `path`."""
        survey, language = self._read(survey_id)
        with speaking(language):
            write_form(path, survey)
        return path

    def save_codes(self, survey_id: UUID, path: Path) -> Path:
        """Write who has which code, for mail merge; leaves a record.

        Raises:
            NotPossible: nobody has a code.
            InvalidInput: the file cannot be written there.
        """
        survey, language = self._read(survey_id)
        friends = self._surveys.friends(survey_id)
        if not friends:
            raise NotPossible("survey_no_codes", title=survey.title)
        with speaking(language):
            headings = (_("Number"), _("Name"), field_words(Field.EMAIL), _("Code"))
            rows = [(one.number, one.name, one.email, shown_code(one.code)) for one in friends]
            write_table(path, headings, rows)
            leaving = Leaving(
                "survey_codes", path.name, len(friends), headings, survey.title, survey.process_id
            )
        record_of_file(self._work, "export", leaving, path)
        return path

    def save_drafts(self, survey_id: UUID, folder: Path) -> int:
        """Write a draft with the questions and the code for everyone with an e-mail address.

        Returns:
            How many friends have no e-mail address.

        Raises:
            NotPossible: nobody has a code, or nobody an e-mail address.
            InvalidInput, Conflict: the folder cannot be written, or has something in it.
        """
        survey, language = self._read(survey_id)
        friends = self._surveys.friends(survey_id)
        reached = [one for one in friends if one.email.strip()]
        if not friends:
            raise NotPossible("survey_no_codes", title=survey.title)
        if not reached:
            raise NotPossible("letter_no_email")
        with speaking(language):
            drafts = [
                Draft(
                    one.number,
                    one.email,
                    survey.title,
                    "\n\n".join((_("Dear {name},").format(name=one.name), survey_text(survey, one.code))),
                )
                for one in reached
            ]
            write_drafts(folder, drafts)
            leaving = Leaving(
                "survey_drafts",
                folder.name,
                len(drafts),
                (_("Name"), field_words(Field.EMAIL), _("Code")),
                survey.title,
                survey.process_id,
            )
        record_of_file(self._work, "export", leaving, folder)
        return len(friends) - len(reached)

    def save_results(self, survey_id: UUID, path: Path) -> Path:
        """Write the results as a workbook: a sheet with counts and one with what people wrote."""
        paper = self.results_paper(survey_id)
        with speaking(paper.masthead.language):
            counts = [
                (result.question.text, one.said, one.people, round(one.share, 4), result.answered)
                for result in paper.results.questions
                for one in result.counts
            ]
            means = [
                (result.question.text, _("mean"), None, round(result.mean, 2), result.answered)
                for result in paper.results.questions
                if result.mean is not None
            ]
            texts = [
                (result.question.text, said) for result in paper.results.questions for said in result.texts
            ]
            few = [
                (result.question.text, _("too few to show"), None, None, result.answered)
                for result in paper.results.questions
                if not result.enough
            ]
            total = paper.results
            write_workbook(
                path,
                {
                    _("Response"): (
                        (_("Asked"), _("Replies"), _("Replies by code"), _("Response")),
                        [(total.asked, total.replies, total.by_code, total.rate)],
                    ),
                    _("Answers"): (
                        (_("Question"), _("Answer"), _("People"), _("Share or mean"), _("Answers")),
                        [*counts, *means, *few],
                    ),
                    _("In their own words"): ((_("Question"), _("Answer")), texts),
                },
            )
        return path

    def _read(self, survey_id: UUID) -> tuple[Survey, str]:
        with self._work.reading() as store:
            survey = store.get(Survey, survey_id)
            return survey, store.get(Process, survey.process_id).language
