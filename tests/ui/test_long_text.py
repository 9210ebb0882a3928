"""Every page at 1024 by 640 with words a third longer, as German is: everything is there and nothing is cut off."""

import math

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from kneecoach.domain.settings import Theme
from kneecoach.ui.pages.player_controls import PlayerControls
from kneecoach.ui.widgets.text import Label
from tests.scenes import SCENES, Scene, settle

LONGER = 1.35
pytestmark = pytest.mark.usefixtures("unmeasured")
SLACK_PX = 2


@pytest.fixture
def scene(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1024, 640))
    yield made
    made.close()


def longer(text):
    """A third more letters: a longer word where there is one, more words where there are several."""
    if len(text) < 4 or not any(sign.isalpha() for sign in text):
        return text
    missing = math.ceil(len(text) * (LONGER - 1))
    if missing < len(max(text.split(), key=len)):
        return text + "n" * missing
    return f"{text} {(text + ' ') * 2}"[: len(text) + missing].strip()


def stretch(window):
    for one in window.findChildren(QWidget):
        # The bar of the player sets its words anew whenever it fits them; its own tests make them long
        if isinstance(one, QAbstractButton | QLabel) and not isinstance(one.parentWidget(), PlayerControls):
            if one.text() != one.property("longer"):
                one.setText(longer(one.text()))
                one.setProperty("longer", one.text())
            one.updateGeometry()
    for _ in range(4):
        settle()


def _needed(one):
    if one.hasHeightForWidth():
        return one.heightForWidth(one.width())
    return one.minimumSizeHint().height()


def cut_off(window):
    """Texts with less room than they need, and controls that stick out of what holds them."""
    settle()
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QAbstractButton | Label):
            continue
        words = one.text()[:40]
        if one.height() + SLACK_PX < _needed(one):
            found.append(f"{type(one).__name__} {words!r} is {one.height()} high and needs {_needed(one)}")
        if isinstance(one, Label) and not one.wordWrap() and one.text():
            needed = one.fontMetrics().horizontalAdvance(one.text())
            if one.width() + SLACK_PX < needed:
                found.append(f"{type(one).__name__} {words!r} is {one.width()} wide and needs {needed}")
        if isinstance(one, QAbstractButton) and one.width() + SLACK_PX < one.minimumSizeHint().width():
            found.append(
                f"{type(one).__name__} {words!r} is {one.width()} wide and needs {one.minimumSizeHint().width()}"
            )
        found += _out_of_sight(one, words)
    return found


def _out_of_sight(one, words):
    at, holder = QRect(one.geometry()), one.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder.parentWidget(), QScrollArea):
            return []
        if not holder.rect().adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(at):
            return [f"{type(one).__name__} {words!r} at {at.getRect()} sticks out of {type(holder).__name__}"]
        at.translate(holder.pos())
        holder = holder.parentWidget()
    return []


@pytest.mark.parametrize("show", SCENES, ids=lambda show: show.__name__)
def test_nothing_is_cut_off_in_a_small_window(scene, show):
    found = {name: cut_off(scene.window) for name in show(scene)}

    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("show", SCENES, ids=lambda show: show.__name__)
def test_nothing_is_cut_off_when_words_are_a_third_longer(scene, show):
    found = {}
    for name in show(scene):
        stretch(scene.window)
        found[name] = cut_off(scene.window)

    assert {name: what for name, what in found.items() if what} == {}
