"""Every page: each control has a name that is said, and Tab comes to all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QWidget

from kneecoach.domain.settings import Theme
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.choice_cards import ChoiceCards
from kneecoach.ui.widgets.segmented import Segmented
from tests.scenes import SCENES, Scene

GROUPS = (Segmented, ChoiceCards, ChipRow)
pytestmark = pytest.mark.usefixtures("unmeasured")
MOST_TABS = 120


@pytest.fixture
def scene(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1280, 800))
    yield made
    made.close()


def shown_page(window):
    return window.shell.page(window.shell.current())


def controls(window):
    """Whatever the keyboard can come to. Pages and scroll areas take it only to hand it on."""
    found = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    takes = [one for one in found if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value]
    pages = {window.flow or shown_page(window)}
    inside = [one for one in takes if not isinstance(one.parentWidget(), QComboBox)]
    return [one for one in inside if one not in pages and not isinstance(one, QScrollArea) and one.focusProxy() is None]


def spoken(widget):
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else widget.accessibleName()


def nameless(window):
    return [repr(one) for one in controls(window) if not spoken(one).strip()]


def group_of(widget):
    """Within a choice the arrows move; Tab comes to one of its options."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
        return widget.group()
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, GROUPS):
            return at
        at = at.parentWidget()
    return widget


def unreached(window):
    window.activateWindow()
    start = window.flow or shown_page(window)
    start.setFocus()
    seen, first = set(), None
    for _ in range(MOST_TABS):
        focused = window.focusWidget()
        if focused is not None and focused is first:
            # From here on it would be the same round again
            break
        if focused is not None:
            seen.add(group_of(focused))
            first = first if first is not None or focused is start else focused
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    # A dialog over the window is walked by itself
    own = [one for one in controls(window) if one.window() is window]
    return [f"{one!r} {spoken(one)}" for one in own if group_of(one) not in seen]


@pytest.mark.parametrize("show", SCENES, ids=lambda show: show.__name__)
def test_every_control_has_a_name_and_tab_comes_to_it(scene, show):
    wrong = {name: nameless(scene.window) + unreached(scene.window) for name in show(scene)}

    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_nameless_control_would_be_found(scene):
    from PySide6.QtWidgets import QPushButton  # noqa: PLC0415

    next(SCENES[2](scene))
    QPushButton("", scene.window.shell.page("today")).show()

    assert len(nameless(scene.window)) == 1
