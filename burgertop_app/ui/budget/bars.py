"""How each way of counting fills the budget: a bar per way, a part per paid project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.messages.budget_votes import way_words
from burgertop_app.messages.budgets import amount
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.patterns import Fill, paint_fill
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from burgertop_app.domain.budget_views import BudgetColumn
    from burgertop_app.domain.budgeting import BudgetProblem

ROW = 56
BAR = 22
GAP = 2
FILLS = (Fill.C1, Fill.C2)


class BudgetBars(QWidget):
    """The whole width is the budget; every part is a project, with its number where that fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._problem: BudgetProblem | None = None
        self._columns: tuple[BudgetColumn, ...] = ()
        self._stands = -1

    def put(self, problem: BudgetProblem, columns: tuple[BudgetColumn, ...], stands: int) -> None:
        """Show what each way pays; `stands` is the place of the way that was fixed."""
        self._problem, self._columns, self._stands = problem, columns, stands
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, ROW * max(len(self._columns), 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._problem is None:
            return
        painter = QPainter(self)
        for place, column in enumerate(self._columns):
            self._row(painter, self._problem, column, place)
        painter.end()

    def _row(self, painter: QPainter, problem: BudgetProblem, column: BudgetColumn, place: int) -> None:
        top = place * ROW
        stands = place == self._stands
        painter.setPen(QColor(tokens().text))
        painter.setFont(font(Type.SMALL, bold=stands))
        line = QRectF(0, top, self.width(), 24)
        told = painter.fontMetrics().elidedText(
            way_words(column), Qt.TextElideMode.ElideRight, int(self.width() * 0.6)
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
        spent = f"{amount(column.outcome.spent, problem.unit)} / {amount(problem.budget, problem.unit)}"
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, spent)
        bar = QRectF(0, top + 25, self.width(), BAR)
        paint_fill(painter, bar, Fill.EMPTY)
        left = bar.left()
        painter.setFont(font(Type.CAPTION, bold=True))
        measure = QFontMetrics(painter.font())
        for count, paid in enumerate(column.outcome.funded):
            project = problem.projects[paid.project]
            wide = bar.width() * project.cost / problem.budget
            part = QRectF(left, bar.top(), max(wide - GAP, 1), BAR)
            paint_fill(painter, part, FILLS[count % len(FILLS)])
            if measure.horizontalAdvance(project.code) + 10 < part.width():
                self._code(painter, part, project.code, measure)
            left += wide

    def _code(self, painter: QPainter, part: QRectF, code: str, measure: QFontMetrics) -> None:
        wide = measure.horizontalAdvance(code) + 8
        label = QRectF(part.center().x() - wide / 2, part.top() + 3, wide, BAR - 6)
        painter.fillRect(label, QColor(tokens().surface))
        painter.setPen(QColor(tokens().text))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, code)
