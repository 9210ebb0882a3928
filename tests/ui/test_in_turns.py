"""One thing after another in the window: each has a turn of its own."""

from PySide6.QtCore import QObject, QTimer

from kneecoach.ui.in_turns import InTurns


def test_between_two_steps_the_window_has_its_turn(qtbot):
    owner, done = QObject(), []
    turns = InTurns(parent=owner)

    turns.begin(lambda: (done.append("first"), QTimer.singleShot(0, lambda: done.append("the window"))))
    turns.begin(lambda: done.append("second"))

    assert done == []
    qtbot.wait_until(lambda: len(done) == 3)
    assert done == ["first", "the window", "second"]


def test_a_step_may_ask_for_more(qtbot):
    owner, done = QObject(), []
    turns = InTurns(parent=owner)

    turns.begin(lambda: turns.begin(lambda: done.append("later")))

    qtbot.wait_until(lambda: done == ["later"])


def test_what_waits_when_it_is_stopped_is_not_done(qtbot):
    owner, done, over = QObject(), [], []
    turns = InTurns(parent=owner)
    turns.begin(turns.stop, lambda: done.append("too late"))

    QTimer.singleShot(100, owner, lambda: over.append(1))

    qtbot.wait_until(lambda: bool(over))
    assert done == []
