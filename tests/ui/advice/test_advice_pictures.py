"""Pictures of the page about the advice, for the eye."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle
from waterrijk import SAMPLE

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.differences import passages
from burgertop_app.domain.errors import Conflict
from burgertop_app.ui.advice.conflict import ConflictForm
from burgertop_app.ui.advice.mark_dialogs import LinkForm, MarkHelp, NoteForm, PictureForm, TableForm
from burgertop_app.ui.advice.page import AdvicePage
from burgertop_app.ui.advice.sign_off_form import AgreementForm
from burgertop_app.ui.advice.version_acts import CompareForm

WINDOW, SMALL = (1232, 844), (972, 664)


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = AdvicePage(waterrijk_desk)
    qtbot.addWidget(made)
    made.resize(*WINDOW)
    made.show_process(waterrijk.process)
    made.show()
    settled(qtbot, waterrijk_desk, made)
    return made


def settled(qtbot, desk, page):
    """Wait until the document has been made and is on screen."""
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not page.maker.busy, timeout=30_000)
    qtbot.wait(700)


def test_pictures_of_a_recommendation(qtbot, page, waterrijk, waterrijk_desk):
    page.focus_on(waterrijk.recommendations[3])
    settled(qtbot, waterrijk_desk, page)

    paths = [
        *photograph(page, "advice", size=WINDOW),
        *photograph(page, "advice", scale=2, size=WINDOW),
    ]
    page.resize(*SMALL)
    settled(qtbot, waterrijk_desk, page)
    paths += photograph(page, "advice-small", size=SMALL)

    assert all(path.stat().st_size > 20_000 for path in paths)


def test_pictures_of_the_other_parts(qtbot, page, waterrijk_desk):
    for key in ("title", "summary", "method", "recommendations", "pictures", "members"):
        page._go(key)
        settled(qtbot, waterrijk_desk, page)

        assert all(path.exists() for path in photograph(page, f"advice-{key}", size=WINDOW))


def test_pictures_of_the_forms(qtbot, page, house, waterrijk, waterrijk_desk, clock):
    both = passages("Een warm huis voor iedereen.", "Een koud huis voor iedereen, nu.")
    house.advising.write(waterrijk.advice, SectionKind.SUMMARY, "Een heel andere samenvatting.")
    version = house.advising.versions(waterrijk.advice)[0]
    contents = {
        version.version: json.loads(version.content),
        0: house.advising.present_content(waterrijk.advice),
    }
    picture = PictureForm(page, lambda _form: None)
    picture.show_picture(SAMPLE / "straat.png", house.picturing.ready(SAMPLE / "straat.png"))
    agreement = AgreementForm(page, house.signing.state(waterrijk.advice), clock().date())
    agreement._on_unfold()
    forms = {
        "table": TableForm(page),
        "link": LinkForm(page, "het plan"),
        "note": NoteForm(page),
        "picture": picture,
        "help": MarkHelp(page),
        "agreement": agreement,
        "compare": CompareForm(page, contents, 1),
        "conflict": ConflictForm(page, Conflict("advice_part_changed"), both),
    }
    for name, form in forms.items():
        qtbot.addWidget(form)

        assert all(path.exists() for path in photograph(form, f"advice-form-{name}", size=None))
