"""Draws the picture that stands in the advice of the sample: one street before and after insulation.

python installer/sample_picture.py       writes resources/sample/straat.png
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TOP = Path(__file__).parents[1]
TARGET = TOP / "resources" / "sample" / "straat.png"
LETTERS = TOP / "resources" / "fonts" / "DejaVuSans.ttf"
WIDE, HIGH, TWICE = 1200, 460, 2
INK, TEAL, WARM, SKY, WALL = "#17201F", "#0B5C66", "#C8501E", "#EEF4F3", "#E8DFD2"


def main() -> None:
    """Draw it twice as large and scale it down, so that slanting lines are smooth."""
    picture = Image.new("RGB", (WIDE * TWICE, HIGH * TWICE), SKY)
    pen = ImageDraw.Draw(picture)
    letters = ImageFont.truetype(str(LETTERS), 30 * TWICE)
    halves = ((40, "Nu: de warmte gaat weg", True), (640, "Straks: de warmte blijft binnen", False))
    for left, words, warm in halves:
        pen.text((left * TWICE, 24 * TWICE), words, fill=INK, font=letters)
        for place in range(3):
            house(pen, left + 14 + place * 172, leaking=warm)
        line(pen, (left, 420), (left + 530, 420), INK, 5)
    line(pen, (600, 30), (600, 430), "#9AA8A5", 3)
    picture.resize((WIDE, HIGH), Image.Resampling.LANCZOS).quantize(48).save(TARGET, optimize=True)


def house(pen: ImageDraw.ImageDraw, left: int, *, leaking: bool) -> None:
    """A house of 150 wide; its edge is thin when it leaks and thick when it does not."""
    edge, roof, thick = (INK, "#8C6A58", 4) if leaking else (TEAL, TEAL, 13)
    box(pen, (left + 10, 230, left + 140, 420), WALL, edge, thick)
    gable = [(left, 236), (left + 75, 150), (left + 150, 236)]
    pen.polygon([(x * TWICE, y * TWICE) for x, y in gable], fill=roof)
    box(pen, (left + 58, 340, left + 92, 420), "#6B4A3A", INK, 3)
    for across in (28, 96):
        window = "#BFD3E6" if leaking else "#FFD98A"
        box(pen, (left + across, 262, left + across + 28, 300), window, INK, 3)
    if leaking:
        for across in (45, 75, 105):
            arrow(pen, left + across, 146, 96)


def arrow(pen: ImageDraw.ImageDraw, left: int, foot: int, top: int) -> None:
    """An arrow upwards."""
    line(pen, (left, foot), (left, top + 10), WARM, 6)
    tip = [(left - 10, top + 14), (left, top), (left + 10, top + 14)]
    pen.polygon([(x * TWICE, y * TWICE) for x, y in tip], fill=WARM)


def box(pen: ImageDraw.ImageDraw, at: tuple[int, int, int, int], fill: str, edge: str, thick: int) -> None:
    """A rectangle."""
    pen.rectangle([each * TWICE for each in at], fill=fill, outline=edge, width=thick * TWICE)


def line(
    pen: ImageDraw.ImageDraw, start: tuple[int, int], end: tuple[int, int], colour: str, thick: int
) -> None:
    """A line."""
    pen.line([(x * TWICE, y * TWICE) for x, y in (start, end)], fill=colour, width=thick * TWICE)


if __name__ == "__main__":
    main()
