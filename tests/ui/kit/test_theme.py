"""Colours hold their contrast, and the whole application follows the mode."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QIcon, QPalette

from burgertop_app.ui.kit import icons
from burgertop_app.ui.kit.theme import RESOURCES, SHEET, Mode, sheet, theme
from burgertop_app.ui.kit.tokens import DARK, LIGHT, STATE_ICONS, State, contrast, state_colours

GROUNDS = ("surface", "bg", "sunken", "soft")
CHARTS = ("c1", "c2", "c3", "c4", "c5")


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def look(request):
    return request.param


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(look, ink, ground):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_can_be_seen_on_every_ground(look, ground):
    assert contrast(look.ctl, getattr(look, ground)) >= 3


@pytest.mark.parametrize("state", list(State))
def test_chips_can_be_read(look, state):
    ink, fill, _edge = state_colours(look, state)

    assert contrast(ink, fill or look.surface) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), [("on", "accent"), ("on", "accent_hover"), ("surface", "text")])
def test_words_on_filled_grounds_can_be_read(look, ink, ground):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("ink", ["late", "warn", "ok"])
def test_state_words_can_be_read_on_a_card(look, ink):
    assert contrast(getattr(look, ink), look.surface) >= 4.5


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("ground", ["surface", "floor"])
def test_chart_colours_can_be_seen(look, chart, ground):
    assert contrast(getattr(look, chart), getattr(look, ground)) >= 3


def test_style_sheet_uses_only_known_colours(look):
    assert re.findall(r"\$\w+", sheet(look)) == []


def test_style_sheet_names_no_colour_of_its_own():
    assert re.findall(r"#[0-9A-Fa-f]{6}", SHEET.read_text(encoding="utf-8")) == []


def test_choosing_dark_changes_the_palette_of_the_application(dressed):
    theme().choose(Mode.DARK)

    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg


def test_icon_takes_the_colour_of_the_mode(dressed):
    icon = icons.icon("square", "text")
    light = _darkest(icon)

    theme().choose(Mode.DARK)

    assert (light, _darkest(icon)) == (LIGHT.text.lower(), DARK.text.lower())


def test_icon_is_sharp_on_a_double_screen(dressed):
    made = icons.pixmap("users", "text", 18, ratio=2.0)

    assert (made.width(), made.devicePixelRatio()) == (36, 2.0)


def test_every_state_has_its_icon_on_disk():
    assert set(filter(None, STATE_ICONS.values())) <= set(icons.names())


def test_unknown_icon_is_refused(dressed):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_fonts_and_icons_come_with_their_licences():
    assert list((RESOURCES / "fonts").glob("LICENSE*"))
    assert (RESOURCES / "icons" / "LICENSE-Lucide.txt").exists()


def _darkest(icon: QIcon) -> str:
    image = icon.pixmap(24, 24).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    return inked[0].name()
