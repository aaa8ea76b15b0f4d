"""Tables in HTML: a caption, headers that say what they are above, cells over more columns or rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.reports.grids import laid
from burgertop_app.reports.html.text import direction, inline, text

if TYPE_CHECKING:
    from burgertop_app.reports.grids import Line, Slot
    from burgertop_app.reports.html.run import Run
    from burgertop_app.reports.pieces import Grid


def table(grid: Grid, run: Run) -> str:
    """The table in a frame that scrolls sideways by itself when it is wider than the screen."""
    made = laid(grid)
    name = text(grid.caption or run.heading)
    caption = f"<caption>{name}</caption>" if grid.caption else f'<caption class="unseen">{name}</caption>'
    letters = grid.align.ljust(made.wide, "l")
    head = "".join(
        _cell(slot, "th" if not slot.empty else "td", "col", letters, run) for slot in made.head.slots
    )
    bodies = "".join(_bodies(made.lines, letters, run, headed=grid.row_headers))
    look = ' class="compact"' if grid.compact else ""
    return (
        f'<div class="table" role="group" tabindex="0" aria-label="{name}"><table{look}>{caption}'
        f"<thead><tr>{head}</tr></thead>{bodies}</table></div>"
    )


def _bodies(rows: tuple[Line, ...], letters: str, run: Run, *, headed: bool) -> list[str]:
    """The rows; every group row begins a body of its own."""
    bodies: list[list[str]] = [[]]
    for line in rows:
        if line.group and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(line, letters, run, headed=headed))
    return [f"<tbody>{''.join(body)}</tbody>" for body in bodies if body]


def _row(line: Line, letters: str, run: Run, *, headed: bool) -> str:
    if line.group:
        return f'<tr class="group">{_cell(line.slots[0], "th", "rowgroup", letters, run)}</tr>'
    cells = (
        _cell(slot, "th", "row", letters, run)
        if headed and slot.column == 0 and not slot.empty
        else _cell(slot, "td", "", letters, run)
        for slot in line.slots
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(slot: Slot, tag: str, scope: str, letters: str, run: Run) -> str:
    marks = f' scope="{scope}"' if tag == "th" else ""
    marks += f' colspan="{slot.wide}"' if slot.wide > 1 else ""
    marks += f' rowspan="{slot.tall}"' if slot.tall > 1 else ""
    marks += ' class="right"' if letters[slot.column] == "r" and scope != "rowgroup" else ""
    return f"<{tag}{marks}{direction(slot.words)}>{inline(slot.words, run)}</{tag}>"
