"""Distance, time and pace in one row of large digits, and below them what is wrong."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
from kneecoach.domain.run_input import PACE_WORDS, pace_text, refuse_unlikely
from kneecoach.ui.widgets.big_field import UNKNOWN, BigField, BigValue
from kneecoach.ui.widgets.distance_field import DistanceField
from kneecoach.ui.widgets.duration_field import DurationField
from kneecoach.ui.widgets.text import Label, Role, Tone

MOST_PX, LEAST_PX, STEP_PX = 72, 32, 2
GAP_PX = 40


class FigureRow(QWidget):
    """Large figures side by side, all as large as the width allows and in rows when it allows too little."""

    def __init__(self, parts: list[BigField | BigValue], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tab_stops(self) -> list[QWidget]:
        return list(self._parts)

    def size_px(self, width: int) -> int:
        """The digits at this width."""
        for size in range(MOST_PX, LEAST_PX, -STEP_PX):
            if self._width_at(size) <= width:
                return size
        return LEAST_PX

    def _width_at(self, size: int) -> int:
        return sum(part.usual_width_at(size) for part in self._parts) + self._gap(size) * (len(self._parts) - 1)

    def _gap(self, size: int) -> int:
        return round(GAP_PX * size / MOST_PX)

    def _sized(self, width: int) -> list[QRect]:
        size = self.size_px(width)
        for part in self._parts:
            part.set_size_px(size)
        made, x, y, high = [], 0, 0, 0
        for part in self._parts:
            hint = part.sizeHint()
            wide = part.width_at(size)
            if x and x + wide > width:
                x, y, high = 0, y + high + 8, 0
            made.append(QRect(x, y, wide, hint.height()))
            x, high = x + wide + self._gap(size), max(high, hint.height())
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(at.bottom() + 1 for at in self._sized(width))

    def sizeHint(self) -> QSize:
        return QSize(self._width_at(MOST_PX), self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        widest = max(part.width_at(LEAST_PX) for part in self._parts)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self.place()
            self.updateGeometry()
        return super().event(event)

    def place(self) -> None:
        for part, at in zip(self._parts, self._sized(self.width()), strict=True):
            part.setGeometry(at)


class RunFigures(QWidget):
    """Pace follows from the other two at every key. What is wrong is said when a field is left, or by `check`."""

    changed = Signal()

    def __init__(self, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._asked = False
        self._kept: tuple[int | None, int | None] | None = None
        self.distance = DistanceField(units, parent=self)
        self.time = DurationField(parent=self)
        self.pace = BigValue("Pace", unit=PACE_WORDS[units], parent=self)
        self.row = FigureRow([self.distance, self.time, self.pace], parent=self)
        self._error = Label("", Role.SMALL, Tone.STOP, wrap=True, parent=self)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.row)
        column.addWidget(self._error)
        for one in (self.distance, self.time):
            one.changed.connect(self._follow)
            one.edit.editingFinished.connect(self._finish)
        self._follow()

    def metres(self) -> int | None:
        """None while it makes no sense."""
        try:
            return self.distance.metres()
        except InvalidInput:
            return None

    def seconds(self) -> int | None:
        """None while it makes no sense or was not written."""
        try:
            return self.time.seconds()
        except InvalidInput:
            return None

    def show_run(self, metres: int, seconds: int | None) -> None:
        self.distance.set_metres(metres)
        self.time.set_seconds(seconds)
        self._kept = (self.metres(), self.seconds())
        self._show()

    def error(self) -> str:
        return self._error.text()

    def check(self, *, whole: bool = True) -> bool:
        """Whether all is well; what is not is marked and said. Not the `whole`: what is empty is left in peace,
        unless that was what was wrong before.
        """
        self._asked = whole = whole or self._asked
        wrong = [self._mark(one, whole=whole) for one in (self.distance, self.time)]
        metres, seconds = self.metres(), self.seconds()
        # What a stage was cut short at is kept already: pain can be added to it
        if metres is not None and (metres, seconds) != self._kept:
            try:
                refuse_unlikely(metres, seconds, self._units)
            except InvalidInput as refusal:
                wrong.append(str(refusal))
                for one in (self.distance, self.time):
                    one.set_error(str(refusal))
        self._say(" ".join(sentence for sentence in wrong if sentence))
        self._asked = bool(self._asked and self.error())
        self._show()
        return not self.error()

    def first_wrong(self) -> QWidget | None:
        return next((one.edit for one in (self.distance, self.time) if one.error()), None)

    def _mark(self, one: DistanceField | DurationField, *, whole: bool) -> str:
        sentence = ""
        if whole or one.text().strip():
            try:
                one.metres() if isinstance(one, DistanceField) else one.seconds()
            except InvalidInput as refusal:
                sentence = str(refusal)
        one.set_error(sentence)
        return sentence

    def _follow(self) -> None:
        """While it is written on, a sentence may go but none comes."""
        if self.error():
            self.check(whole=False)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        metres, seconds = self.metres(), self.seconds()
        known = metres is not None and seconds is not None and not self.error()
        self.pace.set_text(pace_text(1_000 * seconds / metres, self._units) if known else UNKNOWN)  # type: ignore[operator]
        self.row.place()
        self.row.updateGeometry()

    def _finish(self) -> None:
        self.check(whole=False)
        self._show()

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.distance.edit.setFocus(Qt.FocusReason.OtherFocusReason)
