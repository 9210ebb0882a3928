"""One new run of an import: what the file knows, and the two questions that no file can answer."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.person import Units
from kneecoach.domain.run import RunKind
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import NewRun
from kneecoach.ui.pages.run_entry_words import KINDS
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.effort_scale import EffortScale
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.switch import CheckBox
from kneecoach.ui.widgets.text import Label, Role, Tone

CELL_PX, SCALE_GAP_PX, KM_PX = 46, 20, 104
BESIDE_FROM_PX = 2 * 320 + SCALE_GAP_PX
"""From this width on the two scales stand beside each other."""
UNKNOWN_KIND = "Kind"


class KindChoice(QComboBox):
    """The kind of a run, guessed from its name or unknown."""

    ICON_PX = 16

    def __init__(self, what: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItem(UNKNOWN_KIND, None)
        for kind, name in KINDS:
            self.addItem(name, kind)
        self.setAccessibleName(f"Kind of the run, {what}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def kind(self) -> RunKind | None:
        return self.currentData()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        at = QRectF(self.width() - 12 - self.ICON_PX, (self.height() - self.ICON_PX) / 2, self.ICON_PX, self.ICON_PX)
        paint_icon(QPainter(self), "chevd", at, tokens_of(self).ink)


class Tick(CheckBox):
    """A box whose words stand beside it."""

    def sizeHint(self) -> QSize:
        return QSize(self.BOX + 2, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class RunRow(QWidget):
    """Digits answer the scale that has the keyboard, E goes on to the effort, Space ticks."""

    changed = Signal()

    def __init__(self, new: NewRun, units: Units, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = new
        moment = words.long_moment(new.run.at, today)
        self.tick = Tick("", parent=self)
        self.tick.setAccessibleName(f"Add the run of {moment}")
        self.tick.setChecked(new.ticked)
        self.kind = KindChoice(moment, parent=self)
        self.kind.setCurrentIndex(max(0, self.kind.findData(new.kind)))
        self.strip = PainStrip(name=f"{words.PAIN}, {moment}", cell_px=CELL_PX, words=False, parent=self)
        self.effort = EffortScale(name=f"Effort, {moment}", cell_px=CELL_PX, parent=self)
        for scale, value in ((self.strip, new.pain), (self.effort, new.effort)):
            scale.make_clearable()
            scale.set_value(value)
        self._lay_out(moment, units)
        self._connect()

    def _lay_out(self, moment: str, units: Units) -> None:
        run = self.new.run
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.tick)
        far = QHBoxLayout()
        far.setSpacing(8)
        number = Label(words.short_distance(run.distance_m, units), Role.H1, parent=self)
        far.addWidget(number, 0, Qt.AlignmentFlag.AlignBaseline)
        far.addWidget(Label(words.unit(units), Role.BODY, Tone.INK2, parent=self), 0, Qt.AlignmentFlag.AlignBaseline)
        far.addStretch(1)
        room = QWidget(self)
        room.setMinimumWidth(KM_PX)
        room.setLayout(far)
        far.setContentsMargins(0, 0, 0, 0)
        head.addWidget(room)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(Label(moment, Role.H3, wrap=True, parent=self))
        detail = words.run_detail(run, self.new.found.file, units)
        said.addWidget(Label(detail, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        if self.new.found.remark:
            said.addWidget(Label(self.new.found.remark, Role.SMALL, Tone.WARN, wrap=True, parent=self))
        head.addLayout(said, 1)
        head.addWidget(self.kind)
        column.addLayout(head)
        column.addSpacing(4)
        column.addLayout(self._scales())
        column.addSpacing(16)

    def _scales(self) -> QBoxLayout:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(SCALE_GAP_PX)
        self._labels = []
        for name, scale in ((words.PAIN, self.strip), (words.EFFORT, self.effort)):
            one = QVBoxLayout()
            one.setSpacing(4)
            label = Label(name, Role.LABEL, Tone.INK2, wrap=True, parent=self)
            label.hide()
            self._labels.append(label)
            one.addWidget(label)
            one.addStretch(1)
            one.addWidget(scale)
            self._both.addLayout(one, 1)
        return self._both

    def _connect(self) -> None:
        self.tick.toggled.connect(self._take)
        self.kind.currentIndexChanged.connect(self._take)
        for scale in (self.strip, self.effort):
            scale.changed.connect(self._take)
            scale.cleared.connect(self._take)

    def _take(self, _value: object = None) -> None:
        self.new.ticked, self.new.kind = self.tick.isChecked(), self.kind.kind()
        self.new.pain, self.new.effort = self.strip.value(), self.effort.value()
        self.changed.emit()

    def beside(self) -> bool:
        """Whether the scales stand beside each other, under the heads of their columns."""
        return self.width() >= BESIDE_FROM_PX

    def show_ticked(self) -> None:
        """As it was ticked from elsewhere."""
        self.tick.setChecked(self.new.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.effort.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Space:
            self.tick.toggle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.beside()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted is not self._both.direction() or beside is self._labels[0].isVisibleTo(self):
            self._both.setDirection(wanted)
            self._both.setSpacing(SCALE_GAP_PX if beside else 10)
            for label in self._labels:
                label.setVisible(not beside)
