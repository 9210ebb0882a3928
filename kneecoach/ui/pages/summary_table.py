"""What was done, exercise by exercise; counts are corrected where they stand."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from kneecoach.domain.dosage import MAX_REPS
from kneecoach.domain.exercise import Side
from kneecoach.domain.session_record import SetRecord, SetStatus
from kneecoach.domain.timeline import PlannedSet, Timeline
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.player_words import clock
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import SIDES, dose

TIME_WIDTH_PX = 56
PADDING_PX = 8


def done_words(planned: Sequence[PlannedSet], records: Sequence[SetRecord]) -> str:
    """ "30 of 40 reps", or "4 of 4 sets" for timed work."""
    if planned[0].dosage.reps is None:
        done = sum(record.status is SetStatus.DONE for record in records)
        return f"{done} of {len(planned)} {'set' if len(planned) == 1 else 'sets'}"
    done = sum(record.reps or 0 for record in records)
    return f"{done} of {sum(one.dosage.reps or 0 for one in planned)} reps"


class DoneCell(Focusable, QAbstractButton):
    """What was done; pressed, it opens the counts of its sets. Timed work cannot be corrected."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_done(self, text: str, *, complete: bool, editable: bool, exercise: str) -> None:
        self.setText(text)
        self._complete = complete
        self.setEnabled(editable)
        self.setAccessibleName(f"{exercise}: {text}")
        self.setAccessibleDescription("Press to correct the counts." if editable else "")
        self.setToolTip("Correct the counts" if editable else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if editable else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _font(self):
        return font(TEXT, 15 * tokens_of(self).text_scale, 400 if self._complete else 600)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        tail = 22 if self.isEnabled() else 0
        return QSize(
            metrics.horizontalAdvance(self.text()) + 26 + tail + 2 * PADDING_PX, max(36, metrics.height() + 12)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            outline(painter, self.rect(), tokens.line2 if self.isChecked() else tokens.line, tokens.sunken, radius=4)
        middle = self.height() / 2
        icon, colour = ("check", tokens.ok) if self._complete else ("warn", tokens.warn)
        paint_icon(painter, icon, QRectF(PADDING_PX, middle - 9, 18, 18), colour)
        painter.setFont(self._font())
        painter.setPen(tokens.ink)
        at = QRectF(PADDING_PX + 26, 0, self.width(), self.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isEnabled():
            paint_icon(painter, "chevd", QRectF(self.width() - 16 - PADDING_PX, middle - 8, 16, 16), tokens.ink3)


class ExerciseRow(QWidget):
    """One exercise. `corrected` carries the index of a set and its true count."""

    corrected = Signal(int, int)

    def __init__(self, planned: Sequence[PlannedSet], *, done_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned = tuple(planned)
        exercise = planned[0].exercise
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(Label(exercise.name, Role.H3, wrap=True, parent=self))
        names.addWidget(
            Label(dose(planned[0].dosage, exercise.each_side), Role.SMALL, Tone.INK2, wrap=True, parent=self)
        )
        self.done = DoneCell(parent=self)
        self._time = Label(parent=self)
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._time.setMinimumWidth(TIME_WIDTH_PX)
        cell = QWidget(self)
        cell.setMinimumWidth(done_width)
        inside = QHBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.done)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(names, 1)
        row.addWidget(cell)
        row.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(10)
        column.addLayout(row)
        self._counts = QWidget(self)
        self._counts.hide()
        self._boxes = self._make_boxes()
        column.addWidget(self._counts)
        self.done.toggled.connect(self._open)

    def boxes(self) -> dict[int, QSpinBox]:
        """The counts by the index of their set."""
        return self._boxes

    def show_records(self, records: Sequence[SetRecord]) -> None:
        by_index = {record.index: record for record in records}
        complete = all(one.index in by_index and by_index[one.index].status is SetStatus.DONE for one in self._planned)
        self.done.set_done(
            done_words(self._planned, records),
            complete=complete,
            editable=bool(self._boxes),
            exercise=self._planned[0].exercise.name,
        )
        self._time.setText(clock(sum(record.seconds for record in records)))
        for index, box in self._boxes.items():
            record = by_index.get(index)
            box.blockSignals(True)  # noqa: FBT003
            box.setValue((record.reps or 0) if record else 0)
            box.blockSignals(False)  # noqa: FBT003
            box.setEnabled(record is not None)

    def _make_boxes(self) -> dict[int, QSpinBox]:
        if self._planned[0].dosage.reps is None:
            return {}
        flow = FlowLayout(self._counts, gap_px=12)
        boxes = {}
        for one in self._planned:
            side = "" if one.side is Side.BOTH else f" {SIDES[one.side].lower()}"
            label = Label(f"Set {one.number}{side}", Role.LABEL, Tone.INK2, parent=self._counts)
            box = QSpinBox(self._counts)
            box.setRange(0, MAX_REPS)
            box.setKeyboardTracking(False)
            box.setFixedSize(76, 40)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.setAccessibleName(f"{one.exercise.name}, set {one.number}{side}, repetitions")
            box.setProperty("index", one.index)
            box.valueChanged.connect(self._correct)
            label.setBuddy(box)
            pair = QWidget(self._counts)
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(6)
            inside.addWidget(label)
            inside.addWidget(box)
            flow.addWidget(pair)
            boxes[one.index] = box
        return boxes

    def _open(self, shown: bool) -> None:  # noqa: FBT001
        self._counts.setVisible(shown)
        if shown and (first := next(iter(self._boxes.values()), None)):
            first.setFocus(Qt.FocusReason.TabFocusReason)
            first.selectAll()

    def _correct(self, reps: int) -> None:
        self.corrected.emit(self.sender().property("index"), reps)


class DoneTable(QWidget):
    """All exercises of a session, in order."""

    corrected = Signal(int, int)

    def __init__(self, timeline: Timeline, *, done_width: int = 190, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heads(done_width))
        column.addWidget(Hairline(strong=True, parent=self))
        self.rows: list[ExerciseRow] = []
        self._sets: list[tuple[PlannedSet, ...]] = []
        for _, sets in groupby(timeline.sets, key=lambda planned: planned.item):
            planned = tuple(sets)
            row = ExerciseRow(planned, done_width=done_width, parent=self)
            row.corrected.connect(self.corrected)
            self.rows.append(row)
            self._sets.append(planned)
            column.addWidget(row)
            column.addWidget(Hairline(parent=self))

    def show_records(self, sets: Sequence[SetRecord]) -> None:
        for row, planned in zip(self.rows, self._sets, strict=True):
            indices = {one.index for one in planned}
            row.show_records([record for record in sets if record.index in indices])

    def _heads(self, done_width: int) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, 0, 8)
        heads.setSpacing(12)
        heads.addWidget(Label("Exercise", Role.LABEL, parent=self), 1)
        done = Label("Done", Role.LABEL, parent=self)
        done.setMinimumWidth(done_width)
        heads.addWidget(done)
        time = Label("Time", Role.LABEL, parent=self)
        time.setAlignment(Qt.AlignmentFlag.AlignRight)
        time.setMinimumWidth(TIME_WIDTH_PX)
        heads.addWidget(time)
        return heads
