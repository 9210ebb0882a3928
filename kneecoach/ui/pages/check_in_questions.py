"""The five questions of the check-in, the chips that a yes opens, and what happened to the knee."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.answered import NewInjury
from kneecoach.domain.check_in import FAMILY_FLAGS, Family
from kneecoach.domain.flag import Flag, Mechanism
from kneecoach.ui.pages.check_in_rows import AskRow
from kneecoach.ui.pages.check_in_words import CHIPS, DAYS_AGO, MECHANISMS, NONE_OF_THESE, QUESTIONS, SIGNS
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.text import Label, Role, Tone

LISTED = "listed"
NOTHING = "nothing"
INNER_ROW_PX = 44


class InjuryForm(QWidget):
    """What a yes to question four asks: what happened, when, four signs, and where it is sore now."""

    changed = Signal()

    def __init__(self, *, listed: bool, parent: QWidget | None = None) -> None:
        """`listed` offers an injury that was told already instead of a new one."""
        super().__init__(parent)
        self._lists = listed
        happened = [*MECHANISMS, *([(LISTED, "One I told already")] if listed else [])]
        self.what = ChipOne(happened, name="What happened")
        self.when = Segmented(DAYS_AGO, name="How many days ago", compact=True)
        self.signs = {asks: YesNo(name=text) for asks, text in SIGNS}
        flags = [flag for flag in FAMILY_FLAGS[Family.INJURY] if flag is not Flag.FAST_SWELLING]
        self.sore = ChipRow([*((flag, CHIPS[flag]) for flag in flags), (NOTHING, NONE_OF_THESE)], name="Any of these")
        self._before: frozenset = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(Label("What happened?", Role.SMALL, Tone.INK2, parent=self))
        column.addWidget(self.what)
        self._more = QWidget(self)
        rows = QVBoxLayout(self._more)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(AskRow("How many days ago?", self.when, role=Role.SMALL, height_px=INNER_ROW_PX))
        for asks, text in SIGNS:
            rows.addWidget(AskRow(text, self.signs[asks], role=Role.SMALL, height_px=INNER_ROW_PX))
        rows.addWidget(Label("Is any of this true now?", Role.SMALL, Tone.INK2, parent=self._more))
        rows.addSpacing(8)
        rows.addWidget(self.sore)
        column.addWidget(self._more)
        self._more.hide()
        self.what.changed.connect(self._tell)
        self.when.changed.connect(self._tell)
        for control in self.signs.values():
            control.changed.connect(self._tell)
        self.sore.changed.connect(self._choose_sore)

    def injury(self) -> NewInjury | None:
        """The injury as far as it was told; None until it is said what happened and when."""
        what, when = self.what.one(), self.when.value()
        if not isinstance(what, Mechanism) or not isinstance(when, int):
            return None
        signs = {asks.value: _yes(control) for asks, control in self.signs.items()}
        return NewInjury(when, what, **signs)

    def ticked(self) -> tuple[Flag, ...]:
        return tuple(flag for flag in CHIPS if flag in self.sore.value())

    def sore_asked(self) -> bool:
        """Whether the signs under it were answered, by one of them or by none."""
        return bool(self.sore.value())

    def is_listed(self) -> bool:
        """Whether the yes means an injury that was told already."""
        return self.what.one() == LISTED

    def missing(self) -> int:
        """How many answers are still to be given."""
        if self.is_listed():
            return 0
        if self.what.one() is None and self._lists:
            # One that was told already asks nothing more
            return 1
        parts = [
            self.what.one(),
            self.when.value(),
            *(control.value() for control in self.signs.values()),
            self.sore.value() or None,
        ]
        return sum(part is None for part in parts)

    def _tell(self, _value: object) -> None:
        self._more.setVisible(isinstance(self.what.one(), Mechanism))
        self.changed.emit()

    def _choose_sore(self, chosen: frozenset) -> None:
        # "None of these" and a sign exclude each other: the newer one stays
        if NOTHING in chosen and len(chosen) > 1:
            chosen = chosen - {NOTHING} if NOTHING in self._before else frozenset({NOTHING})
            self.sore.set_value(chosen)
        self._before = chosen
        self.changed.emit()


class ChipOne(ChipRow):
    """Chips of which at most one is chosen."""

    _one: object = None

    def one(self) -> object:
        """The chosen value, or None."""
        return self._one

    def _changed(self) -> None:
        fresh = self.value() - {self._one}
        self._one = next(iter(fresh), None)
        self.set_value(fresh)
        super()._changed()


class QuestionRow(QWidget):
    """One of the five: yes or no, and under a yes its chips or the injury form."""

    changed = Signal()
    opened = Signal(object)
    """A yes opened this widget."""

    def __init__(self, family: Family, *, listed_injury: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = family
        self.answer = YesNo(name=QUESTIONS[family])
        self.row = AskRow(QUESTIONS[family], self.answer, parent=self)
        self.injury_form: InjuryForm | None = None
        self.chips: ChipRow | None = None
        if family is Family.INJURY:
            self.injury_form = InjuryForm(listed=listed_injury)
            self.injury_form.changed.connect(self.changed)
            self._opened: QWidget = self.injury_form
        else:
            self.chips = ChipRow([(flag, CHIPS[flag]) for flag in FAMILY_FLAGS[family]], name=QUESTIONS[family])
            self.chips.changed.connect(self._chosen)
            self._opened = self._framed(self.chips)
        self._opened.setParent(self)
        self.row.below.addWidget(self._opened)
        self._opened.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.answer.changed.connect(self._answered)

    def _framed(self, chips: ChipRow) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(16, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(Label("Which of these? At least one", Role.SMALL, Tone.INK2, parent=held))
        column.addWidget(chips)
        return held

    def yes(self) -> bool | None:
        return _yes(self.answer)

    def ticked(self) -> tuple[Flag, ...]:
        """The chosen chips; nothing while the answer is no."""
        if not self.yes():
            return ()
        if self.injury_form is not None:
            return () if self.injury_form.is_listed() else self.injury_form.ticked()
        chosen = self.chips.value() if self.chips else frozenset()
        return tuple(flag for flag in FAMILY_FLAGS[self.family] if flag in chosen)

    def named(self) -> bool:
        """Whether a yes says what it is, enough to be kept."""
        if self.injury_form is not None:
            return self.injury_form.is_listed() or self.injury_form.injury() is not None
        return bool(self.ticked())

    def missing(self) -> int:
        """How many answers are still to be given here."""
        if self.yes() is None:
            return 1
        if not self.yes():
            return 0
        if self.injury_form is not None:
            return self.injury_form.missing()
        return 0 if self.ticked() else 1

    def _answered(self, yes: object) -> None:
        self._opened.setVisible(bool(yes))
        self.row.set_strong(bool(yes))
        self.changed.emit()
        if yes:
            self.opened.emit(self)

    def _chosen(self, _flags: frozenset) -> None:
        self.changed.emit()


class QuestionsCard(Card):
    """The five rows under their title."""

    changed = Signal()
    opened = Signal(object)

    def __init__(self, *, listed_injury: bool, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 6), parent=parent)
        title = QHBoxLayout()
        title.addWidget(Label("Is any of this true today?", Role.H3, parent=self))
        title.addStretch(1)
        title.addWidget(Label("A yes asks which", Role.SMALL, Tone.INK2, parent=self))
        self.body.setSpacing(0)
        self.body.addLayout(title)
        self.body.addSpacing(8)
        self.rows: dict[Family, QuestionRow] = {}
        for family in Family:
            row = QuestionRow(family, listed_injury=listed_injury, parent=self)
            row.changed.connect(self.changed)
            row.opened.connect(self.opened)
            self.rows[family] = row
            self.body.addWidget(row)
        self.body.addStretch(1)

    def answers(self) -> tuple[tuple[Family, bool], ...]:
        """The questions whose answer can be kept: every no, and each yes that says what it is."""
        given = [(family, row.yes(), row.named()) for family, row in self.rows.items()]
        return tuple((family, yes) for family, yes, named in given if yes is False or (yes and named))

    def ticked(self) -> tuple[Flag, ...]:
        return tuple(flag for row in self.rows.values() for flag in row.ticked())

    def bare(self) -> tuple[QuestionRow, ...]:
        """The rows whose yes does not say yet what it is: that can't be kept."""
        return tuple(row for row in self.rows.values() if row.yes() and not row.named())

    def sore_asked(self) -> bool:
        form = self.rows[Family.INJURY].injury_form
        return form is None or form.sore_asked()

    def injury(self) -> NewInjury | None:
        row = self.rows[Family.INJURY]
        return row.injury_form.injury() if row.yes() and row.injury_form else None

    def missing(self) -> int:
        return sum(row.missing() for row in self.rows.values())


def _yes(control: YesNo) -> bool | None:
    value = control.value()
    return value if isinstance(value, bool) else None
