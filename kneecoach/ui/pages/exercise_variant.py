"""The easier and the harder variant: a card that opens it where it is an exercise of its own, else a sentence."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.card import RADIUS_PX
from kneecoach.ui.widgets.figure_thumbnail import FigureThumbnail
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.text import Label, Role, Tone

THUMBNAIL_PX = QSize(72, 56)


class VariantCard(Focusable, QAbstractButton):
    """`clicked` means: open that exercise. A variant that is only a sentence cannot be pressed."""

    def __init__(self, label: str, thumbnail: FigureThumbnail, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = label
        self.thumbnail = thumbnail
        self._label = Label(label, Role.LABEL, Tone.INK2, parent=self)
        self._name = Label("", Role.H3, wrap=True, parent=self)
        self._text = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._arrow = Icon("chev", 16, Tone.INK3, parent=self)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        for line in (self._label, self._name, self._text):
            lines.addWidget(line)
        lines.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 11, 16, 11)
        self._row.setSpacing(14)
        self._row.addWidget(thumbnail)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self._arrow)
        for line in (self._label, self._name, self._text):
            # In a button the words of a child would be painted as those of the button
            line.setForegroundRole(QPalette.ColorRole.WindowText)
        for part in (thumbnail, self._label, self._name, self._text, self._arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(THUMBNAIL_PX.height() + 26)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_variant(self, name: str, text: str, *, opens: bool, more: str = "") -> None:
        """An exercise by its name and dose, or with no name a sentence. `more` is in the tool tip."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._text.setText(text)
        self.thumbnail.setVisible(opens)
        self._arrow.setVisible(opens)
        self._row.setContentsMargins(12 if opens else 16, 11, 16, 11)
        self.setEnabled(opens)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.setAccessibleName(f"{self._word}: {name or text}")
        self.setAccessibleDescription(f"{text}. {more}" if name else "")
        self.setToolTip(more)
        self.updateGeometry()

    def words(self) -> tuple[str, str]:
        """The name and the text that are shown."""
        return self._name.text(), self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            # For the page, where they lead from phase to phase
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        outline(painter, self.rect(), tokens.line2 if over else tokens.line, tokens.surface, radius=RADIUS_PX)
