"""What each key means in the player: keyboard, presenter remote and media keys."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Wish(Enum):
    """What a key asks for; the page decides what that is in its present state."""

    MAIN = auto()
    TOGGLE = auto()
    PLAY = auto()
    PAUSE = auto()
    FORWARD = auto()
    BACKWARD = auto()
    BACK = auto()
    SKIP = auto()
    LONGER = auto()
    SHORTER = auto()
    RESTART = auto()
    SET_DONE = auto()
    HURTS = auto()
    MUTE = auto()
    VOICE = auto()
    LEAVE = auto()
    UNDO = auto()
    DISTANCE = auto()
    SCREEN = auto()


KEYS = {
    Qt.Key.Key_Space: Wish.MAIN,
    Qt.Key.Key_MediaPlay: Wish.PLAY,
    Qt.Key.Key_MediaPause: Wish.PAUSE,
    Qt.Key.Key_MediaTogglePlayPause: Wish.TOGGLE,
    Qt.Key.Key_MediaStop: Wish.PAUSE,
    Qt.Key.Key_Period: Wish.TOGGLE,
    Qt.Key.Key_B: Wish.TOGGLE,
    Qt.Key.Key_PageDown: Wish.FORWARD,
    Qt.Key.Key_PageUp: Wish.BACKWARD,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_MediaPrevious: Wish.BACK,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_MediaNext: Wish.SKIP,
    Qt.Key.Key_Plus: Wish.LONGER,
    Qt.Key.Key_Equal: Wish.LONGER,
    Qt.Key.Key_Minus: Wish.SHORTER,
    Qt.Key.Key_Home: Wish.RESTART,
    Qt.Key.Key_Return: Wish.SET_DONE,
    Qt.Key.Key_Enter: Wish.SET_DONE,
    Qt.Key.Key_P: Wish.HURTS,
    Qt.Key.Key_M: Wish.MUTE,
    Qt.Key.Key_V: Wish.VOICE,
    Qt.Key.Key_Escape: Wish.LEAVE,
    Qt.Key.Key_F11: Wish.DISTANCE,
}
CHORDS = {
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z): Wish.UNDO,
    (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_M): Wish.SCREEN,
}
REPEATING = {Wish.LONGER, Wish.SHORTER}


def wish_of(event: QKeyEvent) -> Wish | None:
    """The wish of a key press; a key that is held down asks once, except for more or less time."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if (chord := CHORDS.get((held, Qt.Key(event.key())))) is not None and not event.isAutoRepeat():
        return chord
    modifiers = held & ~Qt.KeyboardModifier.ShiftModifier
    wish = KEYS.get(Qt.Key(event.key())) if modifiers == Qt.KeyboardModifier.NoModifier else None
    return None if event.isAutoRepeat() and wish not in REPEATING else wish
