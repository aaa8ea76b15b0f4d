"""Adding and editing one person in the drawer; every field is kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.requests import PersonForm
from burgertop_app.i18n import _
from burgertop_app.services.people import form_of
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.people.actions import Typing
from burgertop_app.ui.people.form import PersonFields

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.requests import Keeping
    from burgertop_app.domain.views import PeopleView, PersonStory
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.people.actions import PeopleActions
    from burgertop_app.ui.people.panel import PersonPanel


class Editing:
    """The fields in the drawer of `page`; `tell` shows a person again when the fields go."""

    def __init__(
        self,
        page: Page[PeopleView],
        panel: PersonPanel,
        act: PeopleActions,
        tell: Callable[[UUID], None],
    ) -> None:
        self._page = page
        self._panel = panel
        self._act = act
        self._tell = tell
        self.fields: PersonFields | None = None

    def add(self, found: PeopleView, keeping: Keeping) -> None:
        """Open the fields for somebody new."""
        if self._page.process is None:
            return
        fields = PersonFields(PersonForm(), found.features, keeping, self._page.desk.today())
        typing = Typing(self._page, self._page.process)
        self._panel.story = None
        title, caption = _("Add somebody"), _("Kept as soon as there is a name")
        self._open(fields, typing, title, caption, lambda: self._done_adding(typing))

    def edit(self, found: PeopleView, story: PersonStory) -> None:
        """Open the fields for somebody who is there."""
        if self._page.process is None:
            return
        before = form_of(story)
        fields = PersonFields(before, found.features, today=self._page.desk.today())
        typing = Typing(self._page, self._page.process, story.line.participation_id)
        caption = _("Participant {number}").format(number=story.line.number)
        self._open(fields, typing, story.line.name, caption, lambda: self._done_editing(story, before))

    def leave(self) -> None:
        """Keep what was typed last; the fields go when the drawer shows something else."""
        if self.fields is not None:
            for field in self.fields.every:
                field.flush()
        self.fields = None

    def _open(
        self, fields: PersonFields, typing: Typing, title: str, caption: str, done: Callable[[], None]
    ) -> None:
        fields.edited.connect(lambda form: self._keep(typing, form))
        self._panel.open(title, caption, fields, buttons=[small(_("Done"), done, "check")])
        self.fields = fields
        fields.name.setFocus()

    def _keep(self, typing: Typing, form: PersonForm) -> None:
        if self.fields is None:
            return
        new, keeping = typing.participation_id is None, self.fields.keeping
        self._page.ask(
            lambda: typing.keep(form, keeping), lambda _change: self._kept(typing) if new else None
        )

    def _kept(self, typing: Typing) -> None:
        if self.fields is not None:
            self.fields.added()
        typing.tell_about_the_file()

    def _done_adding(self, typing: Typing) -> None:
        self.leave()
        if typing.participation_id is None:
            self._panel.close_up()
        else:
            self._tell(typing.participation_id)

    def _done_editing(self, story: PersonStory, before: PersonForm) -> None:
        after = self.fields.form if self.fields is not None else before
        self.leave()
        if after != before:
            self._act.edited(story, before, after)
        self._tell(story.line.participation_id)
