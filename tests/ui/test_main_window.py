"""The window: pages, flows, keys, and what closing does."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kneecoach.ui.dialogs.key_list import KeyList
from kneecoach.ui.main_window import MainWindow, first_size
from kneecoach.ui.shell import Shell


class SomeFlow(QWidget):
    done = Signal()

    def __init__(self):
        super().__init__()
        self.put_away_times = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put_away(self):
        self.put_away_times += 1


class SomePage(QWidget):
    def __init__(self):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    made.shell.add_page("today", SomePage)
    made.shell.add_page("settings", SomePage)
    made.end_flow()
    made.show()
    qtbot.waitActive(made)
    return made


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def test_pages_are_made_when_they_are_first_shown(qtbot):
    made = []
    window = MainWindow()
    qtbot.addWidget(window)
    window.shell.add_page("today", lambda: made.append("today") or SomePage())
    window.shell.add_page("settings", lambda: made.append("settings") or SomePage())

    window.end_flow()
    window.go_today()

    assert made == ["today"]


def test_alt_1_and_ctrl_comma_go_to_the_pages(qtbot, window):
    press(qtbot, window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.current() == "settings"
    assert window.shell.rail.item("settings").isChecked()

    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.shell.current() == "today"


def test_escape_leads_back_to_today(qtbot, window):
    window.go_settings()

    press(qtbot, window, Qt.Key.Key_Escape)

    assert window.shell.current() == "today"


def test_the_rail_leads_to_its_pages(qtbot, window):
    qtbot.mouseClick(window.shell.rail.item("settings"), Qt.MouseButton.LeftButton)

    assert window.shell.current() == "settings"


def test_the_rail_shows_only_what_exists(window):
    words = [item.text() for item in window.shell.rail._items.values()]

    assert words == ["Today", "Routines", "Diary", "Advice", "Settings"]


def test_the_rail_goes_narrow_in_a_narrow_window(qtbot, window):
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.width() == 1024)
    assert window.shell.rail.width() == 64

    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.shell.rail.width() == 208)


def test_no_window_is_smaller_than_the_pages_need(window):
    assert (window.minimumWidth(), window.minimumHeight()) == (1024, 640)


def test_a_flow_takes_the_whole_window_and_keys_do_not_leave_it(qtbot, window):
    flow = SomeFlow()
    window.show_flow(flow)
    assert not window.shell.isVisible()

    press(qtbot, window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    assert window.flow is flow
    assert flow.isVisible()


def test_the_end_of_a_flow_shows_the_page_and_frees_the_flow(qtbot, window):
    flow = SomeFlow()
    window.show_flow(flow)

    with qtbot.waitSignal(flow.destroyed):
        window.end_flow()

    assert window.flow is None
    assert window.shell.isVisible()


def test_closing_puts_the_flow_away_first(qtbot, window):
    flow = SomeFlow()
    window.show_flow(flow)

    with qtbot.waitSignal(window.closed):
        window.close()

    assert flow.put_away_times == 1


def test_something_broken_leads_back_to_today_with_everything_put_away(window):
    flow = SomeFlow()
    window.show_flow(flow)

    window.give_up_flow()
    window.give_up_flow()

    assert flow.put_away_times == 1
    assert window.flow is None


def test_f11_fills_the_screen_and_says_so(qtbot, window):
    with qtbot.waitSignal(window.full_screen_changed) as told:
        press(qtbot, window, Qt.Key.Key_F11)
    assert told.args == [True]
    assert window.isFullScreen()

    press(qtbot, window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_a_question_mark_lists_the_keys(qtbot, window):
    press(qtbot, window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)

    keys = window.findChild(KeyList)
    qtbot.waitActive(keys)
    with qtbot.waitSignal(keys.destroyed):
        qtbot.keyClick(keys, Qt.Key.Key_Escape)


def test_a_question_mark_in_a_field_is_a_letter(qtbot, window):
    field = window.shell.page("today").field
    field.setFocus()

    qtbot.keyClick(field, "?")

    assert field.text() == "?"
    assert window.findChild(KeyList) is None


def test_the_first_paint_is_told_once(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.shell.add_page("today", SomePage)
    window.end_flow()
    times = []
    window.painted.connect(lambda: times.append(1))

    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted, wait=10):
        window.grab()

    assert times == [1]


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_a_minimised_window_back(window):
    window.showMinimized()

    window.raise_up()

    assert not window.isMinimized()


def test_the_window_opens_within_the_screen_and_never_too_small_to_work():
    assert first_size(QSize(1920, 1040)) == QSize(1280, 800)
    assert first_size(QSize(1366, 728)) == QSize(1280, 728)
    assert first_size(QSize(800, 600)) == QSize(1024, 640)


def test_what_was_said_does_not_follow_to_another_page(window):
    window.notice().say("The disk is full.")

    window.show_flow(QWidget())

    assert not window.notice().isVisible()


def test_what_is_said_of_a_page_stands_low_on_it_and_goes_when_it_is_left(window):
    window.notice().tell("Copied. It is under Mine.")
    assert window.notice().geometry().top() > window.height() // 2
    assert window.notice().geometry().left() > window.shell.rail.width()

    window.shell.rail.page_requested.emit("settings")

    assert window.notice().isHidden()


def test_what_is_said_lies_above_the_foot_of_a_flow(window):
    flow = QWidget()
    column = QVBoxLayout(flow)
    flow.footer = QWidget()
    flow.footer.setFixedHeight(90)
    column.addStretch(1)
    column.addWidget(flow.footer)
    window.show_flow(flow)
    flow.layout().activate()

    window.notice().say("Noted.")

    top = flow.footer.mapTo(window, QPoint(0, 0)).y()
    assert window.notice().geometry().bottom() < top


class ReadFromAfar(SomeFlow):
    distance_changed = Signal(bool)

    def __init__(self, *, far=False):
        super().__init__()
        self.wants_full_screen = far

    def toggle_distance(self):
        self.wants_full_screen = not self.wants_full_screen
        self.distance_changed.emit(self.wants_full_screen)


def test_f11_in_a_flow_that_can_be_read_from_afar_is_that_flows_own(qtbot, window):
    kept = []
    window.full_screen_changed.connect(kept.append)
    flow = ReadFromAfar()
    window.show_flow(flow)

    press(qtbot, window, Qt.Key.Key_F11)
    afar = (flow.wants_full_screen, window.isFullScreen())
    press(qtbot, window, Qt.Key.Key_F11)

    assert afar == (True, True)
    assert (flow.wants_full_screen, window.isFullScreen()) == (False, False)
    assert kept == []


@pytest.mark.parametrize("full", [False, True])
def test_after_a_flow_that_filled_the_screen_the_window_is_as_it_was(window, full):
    window.set_full_screen(full)

    window.show_flow(ReadFromAfar(far=True))
    meanwhile = window.isFullScreen()
    window.end_flow()

    assert meanwhile
    assert window.isFullScreen() is full


def test_whoever_adds_the_rest_of_the_window_hears_of_a_key_before_it_is_told(qtbot):
    shell, order = Shell(), []
    qtbot.addWidget(shell)
    shell.more_wanted.connect(lambda: order.append("more"))
    shell.pain_requested.connect(lambda: order.append("pain"))

    QTest.keyClick(shell, Qt.Key.Key_P)

    assert order == ["more", "pain"]
