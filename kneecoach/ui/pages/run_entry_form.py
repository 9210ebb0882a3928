"""The left card of a run: how far, how long, what kind, on what, how hard, in which shoes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneecoach.coaching.shoes import ShoeGone
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.run_input import climb_m
from kneecoach.domain.shoe import Shoe
from kneecoach.ui.pages.effort_question import EffortQuestion, NoteEdit
from kneecoach.ui.pages.run_entry_words import KINDS, SURFACES, shoe_line
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.choice_grid import WRAPPED_PX, ChoiceGrid, YesNoUnknown
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.named import Named
from kneecoach.ui.widgets.run_figures import RunFigures
from kneecoach.ui.widgets.shoe_cards import ShoeCards, ShoeShown

CLIMB_PX, GAP_PX = 96, 16


class RunForm(QWidget):
    """Signals every change. What is wrong stays as it was written, with a sentence below it."""

    changed = Signal()
    times_changed = Signal()
    shoes_wanted = Signal(bool)
    """The list of all shoes, or, when True, the fields of a new pair."""

    def __init__(self, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._shoes: tuple[ShoeGone, ...] = ()
        self._counted_m: dict[UUID, int] = {}
        self._usual: UUID | None = None
        self.figures = RunFigures(units, parent=self)
        self.kind = ChoiceGrid(KINDS, name="Type", parent=self)
        self.surface = ChoiceGrid(SURFACES, name="Surface", parent=self)
        self.effort = EffortQuestion(parent=self)
        self.shoes = ShoeCards(parent=self)
        self.all_shoes = LinkButton("All shoes", parent=self)
        self.climb = LineField("Climb, metres", show_label=False, parent=self)
        self.climb.edit.setFixedWidth(CLIMB_PX)
        self.climb.edit.setFixedHeight(WRAPPED_PX)
        self.climb.edit.setMaxLength(12)
        self.limp = YesNoUnknown(name="Limped", parent=self)
        self.stopped = YesNoUnknown(name="Stopped early", parent=self)
        self.painkiller = YesNoUnknown(name="Painkiller before", parent=self)
        self.note = NoteEdit(parent=self)
        self._lay_out()
        self._connect()
        self.follow()

    def _lay_out(self) -> None:
        facts = QWidget(self)
        row = FlowLayout(facts, gap_px=24)
        for word, control in (
            ("Limped", self.limp),
            ("Stopped early", self.stopped),
            ("Painkiller before", self.painkiller),
            ("Climb, m", self.climb),
        ):
            row.addWidget(Named(word, control, fills=False, parent=facts))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        facts.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self.figures)
        column.addWidget(Named("Type", self.kind, parent=self))
        column.addWidget(Named("Surface", self.surface, parent=self))
        column.addWidget(self.effort)
        column.addWidget(Named("Shoes", self.shoes, end=self.all_shoes, parent=self))
        column.addWidget(facts)
        column.addWidget(self.note, 1)

    def _connect(self) -> None:
        self.figures.changed.connect(self._time)
        self.effort.scale.changed.connect(self.follow)
        self.effort.scale.cleared.connect(self.follow)
        self.shoes.changed.connect(self.follow)
        self.shoes.add_requested.connect(self._want_new_shoes)
        self.all_shoes.clicked.connect(self._want_all_shoes)
        self.climb.finished.connect(self._check_climb)
        self.note.textChanged.connect(self.changed)
        self.climb.changed.connect(self.changed)
        for one in (self.kind, self.surface, self.limp, self.stopped, self.painkiller):
            one.changed.connect(self.changed)

    def show_last(self, run: Run) -> None:
        """What is usually the same again: kind, surface and shoes."""
        self.kind.set_value(run.kind)
        self.surface.set_value(run.surface)
        self.shoes.set_value(run.shoe)
        self._usual = run.shoe
        self.follow()

    def show_run(self, run: Run) -> None:
        if run.shoe is not None:
            self._counted_m = {run.shoe: run.distance_m}
        self.figures.show_run(run.distance_m, run.seconds)
        self.show_last(run)
        self.effort.scale.set_value(run.effort)
        self.climb.set_text("" if run.climb_m is None else str(run.climb_m))
        for one, said in ((self.limp, run.limp), (self.stopped, run.stopped_early), (self.painkiller, run.painkiller)):
            one.set_value(said)
        self.note.setPlainText(run.note)
        self.follow()

    def show_shoes(self, shoes: Sequence[ShoeGone]) -> None:
        """All pairs; retired ones are offered only where they are chosen already."""
        self._shoes = tuple(shoes)
        self.follow()

    def climb_m(self) -> int | None:
        """None also while it makes no sense."""
        try:
            return climb_m(self.climb.text())
        except InvalidInput:
            return None

    def told(self) -> dict[str, Any]:
        """The fields of the run that are told here, for `Run`."""
        return {
            "seconds": self.figures.seconds(),
            "kind": _of(RunKind, self.kind.value()),
            "surface": _of(Surface, self.surface.value()),
            "climb_m": self.climb_m(),
            "shoe": self.shoes.value(),
            "effort": self.effort.scale.value(),
            "limp": self.limp.value(),
            "stopped_early": self.stopped.value(),
            "painkiller": self.painkiller.value(),
            "note": self.note.toPlainText().strip(),
        }

    def first_wrong(self) -> QWidget | None:
        """Say all that is wrong; the first control to go to, None when all is well."""
        fine = self.figures.check()
        self._check_climb()
        if not fine:
            return self.figures.first_wrong()
        return self.climb.edit if self.climb.error() else None

    def _check_climb(self, _text: str = "") -> None:
        try:
            climb_m(self.climb.text())
            self.climb.set_error("")
        except InvalidInput as refusal:
            self.climb.set_error(str(refusal))

    def _want_new_shoes(self) -> None:
        adding = True
        self.shoes_wanted.emit(adding)

    def _want_all_shoes(self) -> None:
        adding = False
        self.shoes_wanted.emit(adding)

    def _time(self) -> None:
        self.follow()
        self.times_changed.emit()

    def follow(self) -> None:
        """What follows from the rest: the load, and how far the shoes will have gone."""
        self.effort.show_load(self.figures.seconds())
        chosen, metres = self.shoes.value(), self.figures.metres()
        self.shoes.show_shoes(
            [
                self._shown(gone, chosen, metres)
                for gone in sorted(self._shoes, key=lambda one: one.shoe.id != self._usual)
                if gone.shoe.retired is None or gone.shoe.id in {chosen, *self._counted_m}
            ]
        )
        self.changed.emit()

    def _shown(self, gone: ShoeGone, chosen: UUID | None, metres: int | None) -> ShoeShown:
        shoe: Shoe = gone.shoe
        without = replace(gone, metres=gone.metres - self._counted_m.get(shoe.id, 0))
        line, said = shoe_line(without, self._units, this_run_m=metres if shoe.id == chosen else None)
        return ShoeShown(shoe.id, shoe.name, line, said)


def _of(kind: type, value: object):
    return value if isinstance(value, kind) else None
