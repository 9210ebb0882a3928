"""The cards of Settings: each shows a value, and tells a changed one when the person changes it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.person import Country, Person, Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.ui.diary_files import Doing
from kneecoach.ui.pages.person_words import (
    CANCER,
    COUNTRIES,
    KNEES,
    ONCE,
    UNANSWERED,
    UNITS,
    birth_year,
    checked_name,
    once_detail,
)
from kneecoach.ui.widgets.buttons import SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.field import Combo, LineField
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.switch import Switch
from kneecoach.ui.widgets.text import Label, Role, Tone

FIELD_PX = 36
NAME_PX, YEAR_PX, COUNTRY_PX = 190, 90, 236
THEMES = ((Theme.SYSTEM, "System"), (Theme.LIGHT, "Light"), (Theme.DARK, "Dark"))
MOTION = ((False, "Full"), (True, "Reduced"))
EXPORT, IMPORT = "Export diary", "Import diary"
MEGABYTE = 1_000_000


class RowsCard(Card):
    """A titled card of rows with a hairline above each."""

    def __init__(self, title: str, *, row_px: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 14, 24, 6), parent=parent)
        self._row_px = row_px
        self.body.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(Label(title, Role.H3, parent=self), 1)
        self.body.addLayout(self._head)
        self.body.addSpacing(8)

    def add_row(self, text: str, *controls: QWidget, detail: str = "") -> Label:
        """A row with its word at the left; the label of `detail` is given back."""
        self.body.addWidget(Hairline(parent=self))
        holder = QWidget(self)
        holder.setMinimumHeight(self._row_px)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Label(text, wrap=True, parent=holder))
        below = Label(detail, Role.SMALL, Tone.INK2, wrap=True, parent=holder)
        below.setVisible(bool(detail))
        said.addWidget(below)
        row.addLayout(said, 1)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(holder)
        return below

    def add_value(self, value: Label, below: Label, control: QWidget) -> None:
        """A row with what holds, a smaller line under it, and what can be done with it."""
        self.body.addWidget(Hairline(parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(value)
        said.addWidget(below)
        row.addLayout(said, 1)
        row.addWidget(control)
        self.body.addLayout(row)


class PersonCard(RowsCard):
    """Name, year of birth, knee and country."""

    changed = Signal(object)

    def __init__(self, this_year: int, *, parent: QWidget | None = None) -> None:
        super().__init__("You and your knee", parent=parent)
        self._this_year = this_year
        self._person: Person | None = None
        self.name = _short_field("Name", NAME_PX, parent=self)
        self.year = _short_field("Year of birth", YEAR_PX, parent=self)
        self.knee = Segmented(KNEES, name="Knee", compact=True, parent=self)
        self.country = Combo("Country", parent=self)
        self.country.setMinimumWidth(COUNTRY_PX)
        self.country.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.country.set_options(list(COUNTRIES))
        self.add_row("Name", self.name)
        self.add_row("Year of birth", self.year, detail="Used by one safety rule, nothing else")
        self.add_row("Knee", self.knee)
        self.add_row("Country", self.country, detail="For the emergency number")
        self.body.addStretch(1)
        self.name.finished.connect(self._take_name)
        self.year.finished.connect(self._take_year)
        self.knee.changed.connect(self._take_knee)
        self.country.activated.connect(self._take_country)

    def show_person(self, person: Person) -> None:
        self._person = person
        if not self.name.error():
            self.name.set_text(person.name)
        if not self.year.error():
            self.year.set_text("" if person.birth_year is None else str(person.birth_year))
        self.knee.set_value(person.knee)
        self.country.set_value(person.country)

    def _take_name(self) -> None:
        name, why = checked_name(self.name.text())
        self.name.set_error(why)
        if not why:
            self._tell(name=name)

    def _take_year(self) -> None:
        year, why = birth_year(self.year.text(), self._this_year)
        self.year.set_error(why)
        if not why:
            self._tell(birth_year=year)

    def _take_knee(self) -> None:
        self._tell(knee=self.knee.value())

    def _take_country(self) -> None:
        country = self.country.value()
        self._tell(country=country if isinstance(country, Country) else Country.UNKNOWN)

    def _tell(self, **changes) -> None:
        if self._person is not None and (told := replace(self._person, **changes)) != self._person:
            self.changed.emit(told)


class OnceCard(RowsCard):
    """The five questions that first run asked, each no, yes or not answered, which looks like neither."""

    flag_answered = Signal(object, bool)
    cancer_answered = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Asked once, and open to change", row_px=42, parent=parent)
        self.flags: dict[Flag, YesNo] = {}
        self._details: dict[Flag, Label] = {}
        for flag, question in ONCE.items():
            answer = YesNo(name=question, parent=self)
            answer.setProperty("flag", flag.value)
            answer.changed.connect(self._tell_flag)
            self.flags[flag] = answer
            self._details[flag] = self.add_row(question, answer)
        self.cancer = YesNo(name=CANCER, parent=self)
        self._cancer_detail = self.add_row(CANCER, self.cancer)
        self.body.addStretch(1)
        self.cancer.changed.connect(self._tell_cancer)

    def show_flag(self, flag: Flag, said: bool | None, entry: FlagEntry | None, today: date) -> None:  # noqa: FBT001
        """What was said last, None for nothing, and under it what became of the entry."""
        self.flags[flag].set_value(said)
        _show_detail(self._details[flag], once_detail(said, entry, today))

    def show_cancer(self, said: bool | None) -> None:  # noqa: FBT001 - a setter
        self.cancer.set_value(said)
        _show_detail(self._cancer_detail, UNANSWERED if said is None else "")

    def detail(self, flag: Flag) -> str:
        """The line under a question; empty when there is none."""
        return self._details[flag].text()

    def _tell_flag(self, yes: object) -> None:
        answer = self.sender()
        assert isinstance(answer, YesNo), "only the questions tell this"
        self.flag_answered.emit(Flag(answer.property("flag")), yes is True)

    def _tell_cancer(self, yes: object) -> None:
        self.cancer_answered.emit(yes is True)


class DisplayCard(RowsCard):
    """Distance, theme, motion, and whether the screen stays on."""

    changed = Signal(object)
    units_changed = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Display", parent=parent)
        self._settings = Settings()
        self.units = Segmented(UNITS, name="Distance", compact=True, parent=self)
        self.theme = Segmented(THEMES, name="Theme", compact=True, parent=self)
        self.motion = Segmented(MOTION, name="Motion", compact=True, parent=self)
        self.awake = Switch("Keep the screen awake in a session", parent=self)
        self.add_row("Distance", self.units)
        self.add_row("Theme", self.theme)
        self.add_row(
            "Motion", self.motion, detail="Reduced: still pictures, two with an arrow before each set; nothing slides"
        )
        self.add_row("Keep the screen awake in a session", self.awake)
        self.body.addStretch(1)
        self.units.changed.connect(self.units_changed)
        for told in (self.theme.changed, self.motion.changed, self.awake.clicked):
            told.connect(self._tell)

    def show_settings(self, settings: Settings, units: Units) -> None:
        self._settings = settings
        self.units.set_value(units)
        self.theme.set_value(settings.theme)
        self.motion.set_value(settings.reduced_motion)
        self.awake.setChecked(settings.keep_awake)

    def _tell(self) -> None:
        theme = self.theme.value()
        told = replace(
            self._settings,
            theme=theme if isinstance(theme, Theme) else Theme.SYSTEM,
            reduced_motion=self.motion.value() is True,
            keep_awake=self.awake.isChecked(),
        )
        self.changed.emit(told)


class DataCard(RowsCard):
    """Where everything is and how much it is, and the diary as a file, out and in."""

    open_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Your data", parent=parent)
        self._add_files()
        self.open = SecondaryButton("Open", size=Size.SMALL, parent=self)
        self.open.setAccessibleName("Open the data folder")
        self.path = Label("", Role.BODY, wrap=True, parent=self)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._size = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.add_value(self.path, self._size, self.open)
        self.body.addStretch(1)
        self.open.clicked.connect(self.open_requested)

    def _add_files(self) -> None:
        self.export = SecondaryButton(EXPORT, size=Size.SMALL, parent=self)
        self.bring = SecondaryButton(IMPORT, size=Size.SMALL, parent=self)
        self._files = (
            (self.export, EXPORT, "Export the diary to a file", Doing.WRITING),
            (self.bring, IMPORT, "Import a diary from a file", Doing.READING),
        )
        self._had_focus: SecondaryButton | None = None
        self.show_doing(None)
        self._head.setSpacing(12)
        self._head.addWidget(self.export)
        self._head.addWidget(self.bring)
        self.export.clicked.connect(self.export_requested)
        self.bring.clicked.connect(self.import_requested)

    def show_doing(self, doing: Doing | None) -> None:
        """What is being done stands on its button; nothing else can be begun meanwhile."""
        if doing is not None:
            self._had_focus = next((one for one in (self.export, self.bring) if one.hasFocus()), None)
        for button, words, name, own in self._files:
            busy = doing is not None and (doing is Doing.WRITING) is (own is Doing.WRITING)
            button.setMinimumWidth(button.width() if busy and button.isVisible() else 0)
            button.set_words(words if doing is None or not busy else doing.value)
            button.setAccessibleName(button.text() if busy else name)
            button.setEnabled(doing is None)
        if doing is None and self._had_focus is not None:
            if self.open.hasFocus():
                self._had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self._had_focus = None

    def show_folder(self, folder: Path) -> None:
        size = sum(file.stat().st_size for file in folder.glob("*") if file.is_file())
        # A zero-width space after each slash lets a long path wrap
        self.path.setText(str(folder).replace("/", "/\u200b"))
        self._size.setText(f"Everything is here, {size / MEGABYTE:.1f} MB. Nothing leaves this computer.")


def _show_detail(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _short_field(name: str, width_px: int, *, parent: QWidget) -> LineField:
    field = LineField(name, show_label=False, parent=parent)
    field.edit.setMinimumHeight(FIELD_PX)
    field.setFixedWidth(width_px)
    return field
