"""The line at the foot: what happened, and Undo while it is there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from kneecoach.ui.notice import READ_FIRST, Notice


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def notice(window):
    made = Notice(parent=window)
    yield made
    made.hide()


def button(notice, words):
    return next(one for one in notice.findChildren(QAbstractButton) if one.accessibleName() == words)


def test_undo_puts_it_back_once(qtbot, notice):
    done = []
    notice.offer_undo("Saved.", lambda: done.append("back"))
    assert notice.isVisible()

    qtbot.mouseClick(button(notice, "Undo"), Qt.MouseButton.LeftButton)
    notice.undo()

    assert done == ["back"]
    assert not notice.isVisible()


def test_undo_is_gone_with_the_notice(notice):
    done = []
    notice.offer_undo("Saved.", lambda: done.append("back"))

    notice._timer.timeout.emit()
    notice.undo()

    assert done == []


def test_trouble_stays_and_offers_no_undo(notice):
    notice.say("The disk is full.")

    assert notice.text() == "The disk is full."
    assert not notice._timer.isActive()
    assert not button(notice, "Undo").isVisible()


def test_it_can_be_closed(qtbot, notice):
    notice.say("The disk is full.")

    qtbot.mouseClick(button(notice, "Close this message"), Qt.MouseButton.LeftButton)

    assert not notice.isVisible()


def test_it_stands_at_the_foot_and_follows_the_window(qtbot, window, notice):
    notice.say("The disk is full. " * 8)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: notice.geometry().bottom() > 700)

    assert notice.geometry().bottom() < 800
    assert abs(notice.geometry().center().x() - 640) <= 1


def test_good_news_goes_by_itself(notice):
    notice.tell("Noted.")
    assert notice._timer.isActive()
    assert not button(notice, "Undo").isVisible()

    notice._timer.timeout.emit()

    assert not notice.isVisible()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_on_a_page_it_covers_nothing_that_can_be_pressed(window, notice, size):
    window.resize(*size)
    pressed = [QPushButton("Log pain", window), QPushButton("Save", window), QPushButton("Delete", window)]
    for one, (x, y) in zip(pressed, ((600, 20), (480, size[1] - 60), (760, size[1] - 130)), strict=True):
        one.setGeometry(x, y, 120, 40)
        one.show()

    notice.stand_on_page(64)
    notice.offer_undo("Deleted. It can be had back from the bin for 30 days.", lambda: None)

    assert not any(notice.geometry().intersects(one.geometry()) for one in pressed)
    assert notice.geometry().top() > size[1] // 2
    assert window.rect().contains(notice.geometry())


def test_on_a_page_it_leaves_in_sight_what_is_to_be_read_first(window, notice):
    banner = QWidget(window)
    banner.setObjectName(READ_FIRST)
    banner.setGeometry(100, 500, 800, 90)
    banner.show()

    notice.stand_on_page(64)
    notice.tell("Run saved.")

    assert not notice.geometry().intersects(banner.geometry())
