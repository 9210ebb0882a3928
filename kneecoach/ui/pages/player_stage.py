"""The work area of the player: name, side, digits, ruler or tempo, cue; all sizes are shares of the window's height."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import Timeline
from kneecoach.ui.pages.player_sizes import NEAR, Sizes
from kneecoach.ui.pages.player_text import BigWords
from kneecoach.ui.pages.player_words import (
    LEADS,
    announcement,
    digits,
    in_minutes,
    is_part,
    part_after,
    phase_word,
    set_of,
    unit,
    whole_seconds,
    working_line,
)
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.set_pips import SetPips
from kneecoach.ui.widgets.side_boxes import SideBoxes
from kneecoach.ui.widgets.tempo_bar import TempoBar
from kneecoach.ui.widgets.text import Role, Tone
from kneecoach.ui.widgets.time_ruler import TimeRuler
from kneecoach.ui.widgets.two_lines import Title

MINIMUM_UNIT = 0.08
"""Narrower than this share of the height, words beside the digits would not be read."""


@dataclass(frozen=True, slots=True)
class Form:
    """What decides where things stand: the same form needs no new placing."""

    counted: bool
    leading: bool
    minutes: bool
    sided: bool
    name: str
    words: tuple[str, ...]


class WorkStage(QWidget):
    """Shows a set's work and the get-ready or change of side before it."""

    digits_clicked = Signal()

    def __init__(
        self, *, reduced_motion: bool = False, lacking: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reduced_motion, self._lacking = reduced_motion, lacking
        self._window_height = 800
        self._sizes, self._reserved = NEAR, 0
        self._form: Form | None = None
        self._name = Title(role=Role.H1, parent=self)
        self._sides = SideBoxes(parent=self)
        self._set = BigWords(tone=Tone.INK2, tracking=0, parent=self)
        self._pips = SetPips(parent=self)
        self.digits = BigNumber(parent=self)
        self.digits.clicked.connect(self.digits_clicked)
        self._unit = BigWords(tone=Tone.INK2, parent=self)
        self._of = BigWords(tone=Tone.INK2, parent=self)
        self._target = BigWords(parent=self)
        self._phase = BigWords(parent=self)
        self._phase_left = BigWords(tone=Tone.ACCENT, parent=self)
        self._ruler = TimeRuler(parent=self)
        self._tempo = TempoBar(parent=self)
        self._cue = Title(role=Role.BODY_MEDIUM, parent=self)
        self._of.set_lines("of")

    def show_playing(self, playing: Playing, timeline: Timeline) -> None:
        """Cheap enough for thirty times a second."""
        planned = playing.planned
        counted = playing.working and playing.reps is not None
        lead = "" if playing.working else LEADS[planned.lead]
        line = working_line if playing.working else announcement
        cue_text = line(playing, timeline, self._lacking, self._has_room)
        self._name.set_text(planned.exercise.name)
        self._sides.set_side(planned.side)
        self._set.set_lines(part_after(planned, timeline) if is_part(planned) else set_of(planned))
        self._pips.setVisible(not is_part(planned))
        self._cue.set_text(cue_text)
        self.digits.set_text(digits(playing))
        self._unit.set_lines(*(lead.split() or unit(playing).split(maxsplit=1)))
        self._unit.set_tone(Tone.INK if lead else Tone.INK2)
        self._target.set_lines(str(playing.reps or ""))
        share = playing.elapsed_s / playing.length_s if playing.length_s else 0.0
        worked = share if playing.working else 0.0
        self._pips.set_sets(planned.number, planned.dosage.sets, round(worked, 2))
        self._show_pace(playing, share, counted=counted)
        form = Form(
            counted,
            bool(lead),
            in_minutes(playing),
            planned.side is not Side.BOTH,
            planned.exercise.name,
            (cue_text, lead or unit(playing), str(playing.reps), self._phase.text(), "0" * len(self.digits.text())),
        )
        if form != self._form:
            self._form = form
            self._place()

    def fit(self, window_height: int, sizes: Sizes = NEAR, *, reserved: int = 0) -> None:
        """Sizes from the window; `reserved` pixels at the right, above the ruler, are left to the figure."""
        self._window_height, self._sizes, self._reserved = window_height, sizes, reserved
        for widget in (self._sides, self._pips, self._ruler, self._tempo):
            widget.set_window_height(round(sizes.parts * window_height))
        self.digits.set_window_height(window_height)
        self._cue.set_size_px(sizes.cue * window_height)
        self._place()

    def pace_top(self) -> int:
        """Where the ruler or the tempo begins."""
        return (self._tempo if self._form is not None and self._form.counted else self._ruler).y()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()

    def _has_room(self, line: str) -> bool:
        return self._cue.holds(line, self.width())

    def _show_pace(self, playing: Playing, share: float, *, counted: bool) -> None:
        tempo = playing.planned.dosage.tempo
        if not counted or playing.phase_index is None:
            elapsed = int(playing.elapsed_s) if self._reduced_motion else playing.elapsed_s
            self._ruler.set_time(playing.length_s, elapsed / playing.length_s if playing.length_s else share)
        if playing.phase_index is None or is_part(playing.planned):
            self._phase.set_lines("")
            return
        phase = tempo[playing.phase_index]
        elapsed = int(playing.phase_elapsed_s) if self._reduced_motion else playing.phase_elapsed_s
        self._tempo.set_phases([(phase_word(part.phase), part.seconds) for part in tempo])
        self._tempo.set_now(playing.phase_index, elapsed / phase.seconds)
        self._phase.set_lines(phase_word(phase.phase))
        self._phase_left.set_lines(str(max(1, whole_seconds(phase.seconds - playing.phase_elapsed_s))))

    def _place(self) -> None:
        if self._form is None:
            return
        form, height, width, sizes = self._form, self._window_height, self.width(), self._sizes
        self.digits.set_share(*(sizes.reps if form.counted else sizes.minutes if form.minutes else sizes.seconds))
        beside = width - self._reserved
        top = self._place_head(form, beside, height)
        cue_height = self._cue.heightForWidth(width)
        pace = self._tempo if form.counted else self._ruler
        pace_height = pace.sizeHint().height()
        gap = round(0.008 * height) if form.counted else round(0.012 * height)
        cue_top = self.height() - cue_height
        pace_top = cue_top - gap - pace_height
        self._cue.setGeometry(0, cue_top, width, cue_height)
        pace.setGeometry(0, pace_top, width, pace_height)
        self._ruler.setVisible(not form.counted)
        self._tempo.setVisible(form.counted)
        self._place_digits(form, QRect(0, top, beside, pace_top - top))

    def _place_head(self, form: Form, width: int, height: int) -> int:
        sizes = self._sizes
        self._name.set_size_px(sizes.name * height)
        if self._name.sizeHint().width() > width:
            self._name.set_size_px(sizes.long_name * height)
        name_height = self._name.heightForWidth(width)
        self._name.setGeometry(0, 0, width, name_height)
        boxes = self._sides.sizeHint()
        row_top = name_height + round(0.010 * height)
        self._sides.setVisible(form.sided)
        self._sides.setGeometry(0, row_top, boxes.width(), boxes.height())
        pips = self._pips.sizeHint()
        pips_top = row_top + boxes.height() - pips.height() - round(0.008 * height)
        self._pips.setGeometry(width - pips.width(), pips_top, pips.width(), pips.height())
        self._set.put_right(width, pips_top - round(0.016 * height), sizes.set_of * height)
        return row_top + boxes.height()

    def _place_digits(self, form: Form, room: QRect) -> None:
        height = self._window_height
        wanted = self.digits.sizeHint()
        margin = round(0.012 * height)
        tall = min(wanted.height(), room.height() - 2 * margin)
        spare = room.height() - tall
        bottom = room.bottom() + 1 - max(margin, spare // 2)
        wide = min(round(wanted.width() * tall / wanted.height()), room.width())
        self.digits.setGeometry(0, bottom - tall, wide, tall)
        beside = round(0.024 * height)
        area = QRect(wide + beside, bottom - tall, room.width() - wide - beside, tall)
        for widget in (self._of, self._target):
            widget.setVisible(form.counted)
        for widget in (self._phase, self._phase_left):
            widget.setVisible(bool(self._phase.text()))
        self._unit.setVisible(not form.counted and area.width() > MINIMUM_UNIT * height)
        low = bottom - round(0.006 * height)
        if form.counted:
            self._place_count(area, low)
        else:
            sizes = self._sizes
            self._unit.put(area.left(), low, (sizes.lead if form.leading else sizes.unit) * height, room=area.width())
            phase = sizes.timed_phase * height
            self._place_phase(area, area.top() + round(0.02 * height + phase), phase)

    def _place_count(self, area: QRect, low: int) -> None:
        height = self._window_height
        sizes = self._sizes
        high = area.top() + round((sizes.target - 0.005) * height)
        self._of.put(area.left(), high, sizes.unit * height)
        self._target.put(self._of.geometry().right() + round(0.012 * height), high, sizes.target * height)
        self._place_phase(area, low, sizes.phase * height)

    def _place_phase(self, area: QRect, baseline: int, size_px: float) -> None:
        left = self._phase_left.put_right(area.right() + 1, baseline, size_px)
        room = left - area.left() - round(0.01 * self._window_height)
        self._phase.put(area.left(), baseline, size_px, room=max(1, room))
