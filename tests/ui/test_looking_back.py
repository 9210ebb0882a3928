"""The question of the morning at the start, and the weekly review from Today, in the whole window."""

from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary, mornings, reviews
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.review import Change
from kneecoach.domain.settings import Theme
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.morning_flow import NOT_NOW, STAYS_UNKNOWN, TAKEN_BACK, MorningFlow
from kneecoach.ui.pages.morning_page import MorningPage
from kneecoach.ui.pages.review_page import ReviewPage
from kneecoach.ui.review_flow import KEPT, LEFT, ReviewFlow
from kneecoach.ui.review_flow import TAKEN_BACK as AS_BEFORE
from kneecoach.ui.shell import DIARY, TODAY
from tests.fakes import FULL_DISK
from tests.scenes import Scene
from tests.scenes_looking_back import TO_SUNDAY_EVENING_S, TO_THE_MORNING_S, two_weeks

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Two weeks of a diary, made up once."""
    folder = tmp_path_factory.mktemp("filled") / "kneecoach"
    two_weeks(Scene(folder, Theme.LIGHT, (1280, 800)))
    return folder


@pytest.fixture
def scene(qtbot, tmp_path, filled):  # noqa: ARG001 - qtbot makes the application
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1280, 800))
    copytree(filled, made.folder)
    yield made
    made.close()


@pytest.fixture
def morning(scene):
    scene.clock.sleep_for(TO_THE_MORNING_S)
    scene.open()
    return scene


@pytest.fixture
def evening(scene):
    scene.clock.sleep_for(TO_SUNDAY_EVENING_S)
    scene.open().flow.not_now.click()
    return scene


def full(*_, **__):
    raise DiskTrouble(FULL_DISK)


def said(scene):
    return scene.window.notice().text()


def person(scene):
    return scene.window.findChild(MorningFlow)._look().person.id


def store(scene):
    return scene.window.findChild(LateStore).get()


def todays(scene):
    found = diary.read_diary(store(scene), person(scene)).entries
    return [one for one in found if isinstance(one, MorningCheck) and one.on == scene.clock.wall().date()]


def again(scene):
    """The same as at the next start."""
    flow = scene.window.findChild(MorningFlow)
    flow.ask(flow._look())
    return scene.window.flow


def test_an_answer_is_kept_and_taken_back_by_undo(morning):
    assert isinstance(morning.window.flow, MorningPage)
    QTest.keyClick(morning.window.flow, Qt.Key.Key_2)
    QTest.keyClick(morning.window.flow, ENTER)

    assert [check.pain for check in todays(morning)] == [2]
    assert said(morning) == "Kept: pain 2 in the morning."
    assert again(morning) is None
    morning.window.notice().undo()
    assert todays(morning) == []
    assert said(morning) == TAKEN_BACK
    assert isinstance(again(morning), MorningPage)


def test_put_off_it_says_whether_it_comes_again(morning):
    QTest.keyClick(morning.window.flow, ESCAPE)
    first = said(morning)
    QTest.keyClick(again(morning), ESCAPE)

    assert (first, said(morning)) == (NOT_NOW, STAYS_UNKNOWN)
    assert again(morning) is None
    assert todays(morning) == []


def test_what_the_disk_refuses_is_said_and_today_stays(morning, monkeypatch):
    monkeypatch.setattr(mornings, "wave", full)

    QTest.keyClick(morning.window.flow, ESCAPE)

    assert morning.window.flow is None
    assert said(morning) == FULL_DISK


def test_a_review_is_offered_kept_and_undone(evening):
    flow = evening.window.findChild(ReviewFlow)
    flow.show_from_today()
    page = evening.window.flow
    assert isinstance(page, ReviewPage)
    QTest.keyClick(page, Qt.Key.Key_6)
    QTest.keyClick(page, ENTER)

    week = page._monday
    now = evening.clock.wall()
    assert said(evening) == KEPT
    assert reviews.look_back(store(evening), person(evening), week, now).review is not None
    evening.window.notice().undo()
    assert said(evening) == AS_BEFORE
    assert reviews.look_back(store(evening), person(evening), week, now).review is None


@pytest.mark.parametrize("from_page", [TODAY, DIARY])
def test_back_leads_to_where_it_was_asked_from(evening, from_page):
    flow = evening.window.findChild(ReviewFlow)
    {TODAY: flow.show_from_today, DIARY: flow.show_from_diary}[from_page]()

    evening.window.flow.back.click()

    assert evening.window.flow is None
    assert evening.window.shell.current() == from_page


def test_leaving_with_an_answer_says_that_it_was_not_kept_and_undo_returns_to_it(evening):
    evening.window.findChild(ReviewFlow).show_from_today()
    QTest.keyClick(evening.window.flow, Qt.Key.Key_6)
    QTest.keyClick(evening.window.flow, ESCAPE)
    assert evening.window.flow is None
    assert said(evening) == LEFT

    evening.window.notice().undo()

    assert evening.window.flow.answers() == (Change.BETTER, None)


def test_leaving_without_an_answer_says_nothing(evening):
    evening.window.notice().hide()
    evening.window.findChild(ReviewFlow).show_from_today()

    QTest.keyClick(evening.window.flow, ESCAPE)

    assert not evening.window.notice().isVisible()


def test_a_review_that_can_not_be_read_is_said(evening, monkeypatch):
    monkeypatch.setattr(reviews, "look_back", full)

    evening.window.findChild(ReviewFlow).show_from_today()

    assert evening.window.flow is None
    assert said(evening) == FULL_DISK
