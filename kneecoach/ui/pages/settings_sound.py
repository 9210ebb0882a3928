"""The card of sound and voice in Settings: what is heard, how loud, and a test that asks whether it was."""

from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.settings import Settings
from kneecoach.ui.pages.settings_cards import RowsCard
from kneecoach.ui.voice import NO_VOICE
from kneecoach.ui.widgets.buttons import LinkButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.needle_scale import NeedleSlider
from kneecoach.ui.widgets.switch import Switch
from kneecoach.ui.widgets.text import Label, Role, Tone

HINT = "Test plays two tones, says a few words, and asks whether you heard both."
LISTEN = "Listen: two tones, then a few words."
NOT_TESTED = "Test finds out what speaks on this computer"
COUNTED = "Tempo and repetitions; off: only what is left"


class Asking(Enum):
    """What the foot of the card shows."""

    HINT = auto()
    LISTENING = auto()
    QUESTION = auto()
    HEARD = auto()
    UNHEARD = auto()


class SoundCard(RowsCard):
    """Tells a changed Settings; the page plays the test and says what came of it."""

    changed = Signal(object)
    volume_chosen = Signal()
    """The beeps got another volume, which wants to be heard."""
    test_requested = Signal()
    heard_both = Signal()
    heard_not_both = Signal()
    doctor_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Sound and voice", parent=parent)
        self._settings = Settings()
        self.test = SecondaryButton("Test", icon="sound", size=Size.SMALL, parent=self)
        self._head.addWidget(self.test)
        self.voice = Switch("Voice", parent=self)
        self.voice_volume = NeedleSlider("Voice volume", parent=self)
        self.count_aloud = Switch("Count aloud", parent=self)
        self.beeps = Switch("Beeps, 3-2-1 and end", parent=self)
        self.volume = NeedleSlider("Beep volume", parent=self)
        self._engine = self.add_row("Voice", self.voice, detail=NOT_TESTED)
        self._command = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._command.hide()
        self.body.addWidget(self._command)
        self.add_row("Voice volume", self.voice_volume)
        self.add_row("Count aloud", self.count_aloud, detail=COUNTED)
        self.add_row("Beeps, 3-2-1 and end", self.beeps)
        self.add_row("Beep volume", self.volume)
        self._add_foot()
        self._connect()
        self.show_asking(Asking.HINT, HINT)

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.voice.setChecked(settings.voice)
        self.voice_volume.set_value(settings.voice_volume)
        self.count_aloud.setChecked(settings.count_aloud)
        self.beeps.setChecked(settings.beeps)
        self.volume.set_value(settings.volume)
        for control in (self.voice_volume, self.count_aloud):
            control.setEnabled(settings.voice)
        self.volume.setEnabled(settings.beeps)

    def show_engine(self, name: str, advice: str = "") -> None:
        """What speaks; without a name nothing does, and `advice` says what would help, or why."""
        self._engine.setText(name or NO_VOICE)
        self._command.setText(advice)
        self._command.setVisible(bool(advice))

    def show_asking(self, asking: Asking, text: str) -> None:
        """What the foot of the card says and offers."""
        self.outcome.set_tone({Asking.HEARD: Tone.OK, Asking.UNHEARD: Tone.WARN}.get(asking, Tone.INK2))
        self.outcome.setText(text)
        self._tick.setVisible(asking is Asking.HEARD)
        self.yes.setVisible(asking is Asking.QUESTION)
        self.no.setVisible(asking is Asking.QUESTION)
        self.find_out.setVisible(asking in {Asking.HEARD, Asking.UNHEARD})

    def ask(self, outcome: str) -> None:
        """What was played and said, and the question. Who uses the keyboard is at the No, which vouches for nothing."""
        self.show_asking(Asking.QUESTION, f"{outcome} Heard both?")
        if self.test.hasFocus():
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, at: datetime, *, heard: bool) -> None:
        words = f"Both heard at {at:%H:%M}. Heard nothing later?" if heard else f"Not heard at {at:%H:%M}."
        self.show_asking(Asking.HEARD if heard else Asking.UNHEARD, words)

    def _add_foot(self) -> None:
        self.body.addWidget(Hairline(parent=self))
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 6, 0, 6)
        foot.setSpacing(8)
        self._tick = Icon("check", 16, Tone.OK, parent=self)
        self.outcome = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.yes = SecondaryButton("Yes", size=Size.SMALL, parent=self)
        self.no = SecondaryButton("No", size=Size.SMALL, parent=self)
        self.find_out = LinkButton("Find out why", parent=self)
        foot.addWidget(self._tick)
        foot.addWidget(self.outcome, 1)
        for button in (self.yes, self.no, self.find_out):
            foot.addWidget(button)
        self.yes.setAccessibleName("Yes, heard both")
        self.no.setAccessibleName("No, not both heard")
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.test.clicked.connect(self.test_requested)
        self.yes.clicked.connect(self.heard_both)
        self.no.clicked.connect(self.heard_not_both)
        self.find_out.clicked.connect(self.doctor_requested)
        for switch in (self.voice, self.count_aloud, self.beeps):
            switch.clicked.connect(self._tell)
        self.voice_volume.changed.connect(self._tell)
        self.volume.changed.connect(self._tell_volume)

    def _tell_volume(self) -> None:
        self._tell()
        self.volume_chosen.emit()

    def _tell(self) -> None:
        told = replace(
            self._settings,
            voice=self.voice.isChecked(),
            voice_volume=self.voice_volume.value(),
            count_aloud=self.count_aloud.isChecked(),
            beeps=self.beeps.isChecked(),
            volume=self.volume.value(),
        )
        self.changed.emit(told)
