"""One open finding: how strong it is, what to do, the numbers read, and what clears it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.engine import is_red
from kneecoach.domain.finding import Finding
from kneecoach.domain.red_flag_words import capital
from kneecoach.ui.pages.advice_words import clears_words, sign_of
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import RADIUS_PX
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.marked_text import MarkedText
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.text import Label, Role, Tone

WHY = "Why this advice"
NUMBERS_PX, BESIDE_FROM_PX = 252, 560
MOST_NUMBERS = 3
RULE_PX = 4


class RuledCard(QWidget):
    """A card with a coloured rule at its left; a red one is tinted."""

    def __init__(self, tone: Tone, *, tinted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._tinted = tone, tinted

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(
            painter,
            self.rect(),
            tokens.line,
            tokens.stop_tint if self._tinted else tokens.surface,
            radius=RADIUS_PX,
        )
        rule, edge = QPainterPath(), QPainterPath()
        rule.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        edge.addRect(0, 0, RULE_PX, self.height())
        painter.fillPath(rule & edge, getattr(tokens, self._tone.value))


class FindingCard(RuledCard):
    """`why` has the keyboard for the whole card."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding, *, parent: QWidget | None = None) -> None:
        sign = sign_of(finding)
        super().__init__(sign.tone, tinted=is_red(finding), parent=parent)
        self.finding = finding
        self.setAccessibleName(f"{sign.words}. {finding.title}")
        self._icon = Icon(sign.icon, 16, sign.tone, parent=self)
        self._level = Label(sign.words, Role.SMALL_BOLD, sign.tone, parent=self)
        self.why = LinkButton(WHY, parent=self)
        self.why.setAccessibleName(f"{WHY}: {finding.title}")
        self.title = MarkedText(finding.title.rstrip("."), Role.H3, parent=self)
        self.text = MarkedText(finding.text, Role.BODY, Tone.INK2, parent=self)
        self.numbers = Label(
            "\n".join(capital(line) for line in finding.because[:MOST_NUMBERS]), Role.SMALL, wrap=True, parent=self
        )
        self.clears = Label(clears_words(finding), Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._lay_out()
        self.why.clicked.connect(self._ask_why)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self._level, 1)
        head.addWidget(self.why)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(24)
        self._middle.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        self._middle.addWidget(self.numbers, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(Icon("check", 14, Tone.INK2, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.clears, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 20, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addSpacing(2)
        column.addLayout(self._middle)
        column.addSpacing(6)
        column.addLayout(foot)
        self._fit()

    def mark(self, words: Sequence[str]) -> None:
        """Mark what was searched for."""
        for part in (self.title, self.text):
            part.set_marks(words)

    def _ask_why(self) -> None:
        self.why_requested.emit(self.finding)

    def _fit(self) -> None:
        """The numbers beside the sentence while there is room, else below it."""
        beside = self.width() >= BESIDE_FROM_PX * tokens_of(self).text_scale
        right = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(24 if beside else 4)
        self.numbers.setAlignment(right | Qt.AlignmentFlag.AlignTop)
        self.numbers.setMaximumWidth(NUMBERS_PX if beside else 16_777_215)
        self.numbers.setMinimumWidth(NUMBERS_PX if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_middle"):
            self._fit()
