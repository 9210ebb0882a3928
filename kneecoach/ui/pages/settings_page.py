"""Settings: person and knee, display, sound and voice, the data, and the limits. Saved as they are changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching import people, thresholds
from kneecoach.coaching.check_in import read_record
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.flag import Flag
from kneecoach.domain.once import ONCE, OnceAnswer, last_entry, said_last
from kneecoach.domain.person import Person
from kneecoach.domain.settings import Settings
from kneecoach.installing import voice_advice
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.storage.database import Store
from kneecoach.ui import words
from kneecoach.ui.changes import Changes
from kneecoach.ui.diary_files import DiaryFiles
from kneecoach.ui.edges import Edges
from kneecoach.ui.limits_files import LimitsFiles
from kneecoach.ui.notice import Notice
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.pages.settings_cards import DataCard, DisplayCard, OnceCard, PersonCard
from kneecoach.ui.pages.settings_limits import LimitsCard
from kneecoach.ui.pages.settings_sound import LISTEN, Asking, SoundCard
from kneecoach.ui.sound_doctor import look
from kneecoach.ui.sounds import Beep
from kneecoach.ui.widgets.buttons import QuietButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

STAYS_OPEN = "Saved. What you noted before stays open until the check-in hears that it is gone, or has been seen."
CANCER_WITHDRAWN = "Saved. The safety rule for people who have had cancer no longer looks at your pain."


class SettingsPage(Area):
    """Each card tells what was changed as a new value; the page keeps it and offers Undo."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        changes: Changes,
        edges: Edges,
        notice: Notice,
        files: DiaryFiles,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._store, self._folder, self._changes, self._notice = store, folder, changes, notice
        self._wall, self._sounds, self._voice, self._prompts = edges.wall, edges.sounds, edges.voice, edges.prompts
        self.setAccessibleName("Settings")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.person = PersonCard(edges.wall().year, parent=self)
        self.once = OnceCard(parent=self)
        self.display = DisplayCard(parent=self)
        self.sound = SoundCard(parent=self)
        self.data = DataCard(parent=self)
        self.limits = LimitsCard(parent=self)
        self.files = files
        self.limits_files = LimitsFiles(
            store, lambda: self._person.id, changes=changes, notice=notice, wall=edges.wall, parent=self
        )
        self.about = QuietButton("About and licences", icon="info", parent=self)
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading("Settings", parent=self), 0, Qt.AlignmentFlag.AlignBaseline)
        saved = Label("Saved as you change them", Role.BODY, Tone.INK2, parent=self)
        head.addWidget(saved, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.about)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.person, self.display, self.data)), (right, (self.once, self.sound))):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card, 1 if card is cards[-1] else 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inside = Area()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(grid, 1)
        column.addWidget(self.limits)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside, parent=self))

    def _connect(self) -> None:
        self.person.changed.connect(self._change_person)
        self.once.cancer_answered.connect(self._change_cancer)
        self.once.flag_answered.connect(self._answer_once)
        self.display.changed.connect(self._change_settings)
        self.display.units_changed.connect(self._change_units)
        self.sound.changed.connect(self._change_settings)
        self.sound.test_requested.connect(self.test_sound)
        self.sound.volume_chosen.connect(self._play_volume)
        self.sound.heard_both.connect(self._note_heard)
        self.sound.heard_not_both.connect(self._note_unheard)
        self.sound.doctor_requested.connect(self._show_doctor)
        self.data.open_requested.connect(self._open_folder)
        self.data.export_requested.connect(self.files.ask_where)
        self.data.import_requested.connect(self.files.ask_which)
        self.files.doing_changed.connect(self.data.show_doing)
        self.data.show_doing(self.files.doing)
        self.limits.choose_requested.connect(self.limits_files.ask_which)
        self.limits.copy_requested.connect(self.limits_files.ask_where)
        self.limits.usual_requested.connect(self.limits_files.go_back)
        self.about.clicked.connect(self._show_about)
        for changed in (self._changes.person, self._changes.diary, self._changes.settings):
            changed.connect(self._read)

    def _read(self) -> None:
        """Show what is on disk."""
        with self._store.begin() as tx:
            self._person = people_table.ensure(tx)
            self._settings = settings_table.read(tx)
            self._once = people_table.once_answers(tx, self._person.id)
        record = read_record(self._store, self._person.id)
        self._holding = thresholds.holding(self._store, self._person.id)
        self._noted = {flag: last_entry(flag, record.flags) for flag in ONCE}
        self._show()

    def _show(self) -> None:
        self.person.show_person(self._person)
        for flag, entry in self._noted.items():
            self.once.show_flag(flag, said_last(self._once.get(flag), entry), entry, self._wall().date())
        self.once.show_cancer(self._person.cancer_history)
        self.display.show_settings(self._settings, self._person.units)
        self.sound.show_settings(self._settings)
        self._show_voice()
        self.data.show_folder(self._folder)
        self.limits.show_limits(self._holding, self._person.units, self._wall().date())

    def _change_person(self, person: Person, sentence: str = "Saved.") -> None:
        """Only the fields that differ are written, and put back: the others may change in between."""
        before, whose = self._person, self._person.id
        if person == before:
            return
        self._keep(
            sentence,
            lambda: people.change_person(self._store, whose, **person.unlike(before)),
            lambda: people.change_person(self._store, whose, **before.unlike(person)),
        )

    def _change_units(self, units) -> None:
        self._change_person(replace(self._person, units=units))

    def _change_cancer(self, answer: bool) -> None:  # noqa: FBT001
        person = replace(self._person, cancer_history=answer)
        self._change_person(person, CANCER_WITHDRAWN if self._person.cancer_history and not answer else "Saved.")

    def _answer_once(self, flag: Flag, yes: bool) -> None:  # noqa: FBT001
        whose, entry, before = self._person.id, self._noted[flag], self._once.get(flag)
        is_open = entry is not None and entry.is_open
        if said_last(before, entry) is yes and (is_open or not yes):
            return
        changes = []

        def answer() -> None:
            changes.append(people.answer_once(self._store, whose, OnceAnswer(flag, yes, self._wall())))

        def take_back() -> None:
            people.take_back_once(self._store, whose, changes[0], self._wall())

        said_no = STAYS_OPEN if is_open else "Saved."
        self._keep("Noted. The check-in asks about it from now on." if yes else said_no, answer, take_back)

    def _change_settings(self, settings: Settings) -> None:
        before = self._settings
        if settings == before:
            return
        self._keep(
            "Saved.",
            lambda: people.change_settings(self._store, **settings.unlike(before)),
            lambda: people.change_settings(self._store, **before.unlike(settings)),
        )

    def _keep(self, sentence: str, do: Callable[[], object], undo: Callable[[], object]) -> None:
        if self._do(do):
            self._notice.offer_undo(sentence, lambda: self._do(undo))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KneeCoachError as error:
            # What is on disk is still what was read last
            self._notice.say(str(error))
            self._show()
            return False
        self._changes.settings.emit()
        self._changes.person.emit()
        return True

    def test_sound(self) -> None:
        """Two tones, then the voice, which is chosen anew; then the question, or what is in the way of hearing both."""
        self.sound.show_asking(Asking.LISTENING, LISTEN)
        self._voice.test(partial(self._ask, self._sounds.test()))

    def _ask(self, played: str, said: str) -> None:
        self._show_voice()
        if self._sounds.available and self._voice.available:
            self.sound.ask(f"{played} {said}")
            return
        self.sound.show_asking(Asking.UNHEARD, f"{played} {said}")
        if self.isVisible():
            self._show_doctor()

    def _note_heard(self) -> None:
        self.sound.show_answer(self._wall(), heard=True)

    def _note_unheard(self) -> None:
        self.sound.show_answer(self._wall(), heard=False)
        self._show_doctor()

    def _show_doctor(self) -> None:
        from kneecoach.ui.dialogs.sound_doctor import SoundDoctor  # noqa: PLC0415

        self._sounds.open()
        doctor = SoundDoctor(look(self._sounds, self._voice, self._settings), parent=self.window())
        doctor.test_requested.connect(self.test_sound)
        doctor.open()

    def _play_volume(self) -> None:
        self._sounds.open()
        self._sounds.play(Beep.TICK)

    def _show_voice(self) -> None:
        if self._voice.settled:
            trouble = "" if self._voice.available else self._voice.trouble
            self.sound.show_engine(words.voice_name(self._voice.name), voice_advice(trouble) or trouble)

    def _open_folder(self) -> None:
        if not self._prompts.open_folder(self._folder):
            self._notice.say("This desktop has nothing to show folders with. The path stands above, to copy.")

    def _show_about(self) -> None:
        from kneecoach.ui.dialogs.about import About  # noqa: PLC0415

        About(parent=self.window()).open()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.test_sound()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._show_voice()
        self.data.show_folder(self._folder)
