"""The coach in its box: what is painted when, in which theme, and nothing while nobody looks."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QImage

from kneecoach.figure.movement import Moment, View
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.widgets.core_share import CoreShare
from kneecoach.ui.widgets.figure_view import FigureView
from tests.figure.seen import movement

SQUAT = movement("squat")
STRETCH = movement("adductor_stretch")
SIZE = QSize(240, 300)


class Painted(QObject):
    """The boxes that a widget painted."""

    def __init__(self, watched):
        super().__init__(watched)
        self.boxes = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() is QEvent.Type.Paint:
            self.boxes.append(event.rect())
        return False


@pytest.fixture
def a_view(qtbot):
    def make(movement=SQUAT, *, shown=True):
        view = FigureView(share=1.0)
        view._spare = CoreShare(1.0)
        qtbot.addWidget(view)
        view.resize(SIZE)
        view.set_movement(movement, "Squat")
        if shown:
            with qtbot.waitExposed(view):
                view.show()
            view.repaint()
        return view

    return make


def look(view) -> QImage:
    return view.grab().toImage()


def colours(image) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_another_moment_is_another_picture_and_the_same_one_is_not(a_view):
    view = a_view()
    view.show_moment(Moment(0, 0.1))
    standing = look(view)

    view.show_moment(Moment(0, 0.9))

    assert look(view) != standing
    view.show_moment(Moment(0, 0.1))
    assert look(view) == standing


def test_a_movement_begins_with_its_still_picture(a_view):
    view = a_view()
    first = look(view)

    view.show_moment(SQUAT.hero)

    assert look(view) == first


@pytest.mark.usefixtures("unmeasured")
def test_a_moment_that_looks_the_same_is_not_painted_again(a_view, qtbot):
    view = a_view()
    view.show_moment(Moment(0, 0.5))
    view.repaint()
    painted = Painted(view)

    view.show_moment(Moment(0, 0.5001))
    while view._frames.make_next():
        pass
    qtbot.waitUntil(lambda: not view._ahead.isActive())

    assert painted.boxes == []


def test_only_the_box_of_the_figure_is_painted(a_view, qtbot):
    view = a_view()
    view.show_moment(Moment(0, 0.5))
    view.repaint()
    painted = Painted(view)

    view.show_moment(Moment(0, 0.6))
    qtbot.waitUntil(lambda: bool(painted.boxes))

    assert painted.boxes[0].width() * painted.boxes[0].height() < 0.8 * SIZE.width() * SIZE.height()


def test_nothing_is_made_while_it_is_hidden_and_the_moment_of_now_when_it_is_seen_again(a_view):
    view = a_view()
    view.show_moment(Moment(0, 0.1))
    standing = look(view)
    view.show_moment(Moment(0, 0.9))
    low = look(view)
    view.hide()
    painted = Painted(view)

    view.show_moment(Moment(0, 0.1))
    view._make_ahead()

    assert painted.boxes == []
    assert not view._ahead.isActive()
    view.show()
    assert look(view) == standing != low


def test_the_pictures_of_a_loop_are_made_once_while_it_stands_still(a_view, qtbot):
    view = a_view()
    qtbot.waitUntil(lambda: not view._ahead.isActive(), timeout=20_000)
    made = dict(view._frames._kept)

    for step in range(100):
        view.show_moment(SQUAT.at_second(SQUAT.seconds * step / 100))
        view.repaint()

    assert view._frames._kept == made
    assert len(made) == len(list(view._frames.steps()))


def test_what_is_not_made_yet_is_shown_when_making_has_rested(a_view):
    view = a_view()
    view.show_moment(Moment(0, 0.1))
    first = look(view)
    view._share = CoreShare(0.00001)
    with view._share.taken():
        view.repaint()

    view.show_moment(Moment(0, 0.5))
    waiting = look(view)
    view._share = CoreShare(1.0)
    view._make_ahead()

    assert waiting == first
    assert look(view) != first
    assert view._shown == view._frames.step(Moment(0, 0.5))


@pytest.mark.usefixtures("unmeasured")
def test_what_is_made_is_shown_at_once_though_making_rests(a_view):
    view = a_view()
    while view._frames.make_next():
        pass
    view._share = CoreShare(0.00001)
    with view._share.taken():
        first = look(view)

    view.show_moment(Moment(0, 0.5))

    assert not view._share.free
    assert look(view) != first


def test_while_it_moves_only_the_picture_of_now_is_made(a_view):
    view = a_view()
    moments = [Moment(0, number / 10) for number in range(5)]
    before = set(view._frames._kept)

    for moment in moments:
        view.show_moment(moment)
        view._make_ahead()

    assert set(view._frames._kept) - before <= {view._frames.step(moment) for moment in moments}
    assert view._ahead.isActive()


def test_the_other_side_is_its_mirror(a_view):
    view = a_view()
    view.set_arrows(arrows=False)
    one = look(view)

    view.set_mirrored(mirrored=True)
    other = look(view).flipped(Qt.Orientation.Horizontal)

    differing = sum(
        one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness() > 40
        for x in range(0, 240, 3)
        for y in range(0, 300, 3)
    )
    assert one != look(view)
    assert differing < 30


def test_it_is_seen_from_the_front(a_view):
    view = a_view()
    side = look(view)

    view.set_view(View.FRONT)

    assert look(view) != side
    view.set_view(None)
    assert look(view) == side


def test_it_wears_the_colours_of_the_theme(a_view, qapp):
    view = a_view()
    light = look(view)

    apply_theme(qapp, Theme.DARK)
    try:
        assert look(view).pixelColor(1, 1) == QColor("#121819")
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert look(view) == light
    assert light.pixelColor(1, 1) == QColor("#F6F8F7")


def test_on_a_card_its_ground_is_that_of_the_card(a_view):
    view = a_view()

    view.set_surface(surface=True)

    assert look(view).pixelColor(1, 1) == QColor("#FFFFFF")


def test_a_screen_reader_hears_the_exercise_and_its_phase(a_view):
    view = a_view()
    assert view.accessibleName() == f"Figure: Squat, {SQUAT.phases[SQUAT.hero.phase].name}"

    view.show_moment(Moment(2, 0.0))

    assert view.accessibleName().endswith(SQUAT.phases[2].name)
    view.set_movement(STRETCH)
    assert view.accessibleName().startswith("Figure: adductor stretch")
    view.set_movement(None)
    assert view.accessibleName() == "Figure"


def test_without_a_movement_there_is_only_ground(a_view):
    view = a_view(None)
    view.show_moment(Moment(0, 0.0))

    assert colours(look(view)) == {"#f6f8f7"}


@pytest.mark.parametrize("size", [(240, 300), (400, 200)])
def test_with_reduced_motion_two_pictures_stand_still_with_an_arrow_between(a_view, size):
    view = a_view()
    view.resize(*size)
    view.set_reduced_motion(reduced=True)
    stills = look(view)
    painted = Painted(view)

    view.show_moment(Moment(0, 0.4))

    assert "#1d5a70" in colours(stills)
    assert painted.boxes == []
    assert look(view) == stills


def test_a_screen_of_fine_pixels_is_painted_finely(a_view, monkeypatch):
    view = a_view()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.set_surface(surface=True)

    assert "#3a474a" in colours(look(view))
    assert view._ground.devicePixelRatio() == 2.0


@pytest.mark.usefixtures("unmeasured")
def test_the_other_side_and_the_other_ground_need_no_new_pictures(a_view, qtbot):
    view = a_view(STRETCH)
    qtbot.waitUntil(lambda: not view._ahead.isActive(), timeout=20_000)
    frames, made = view._frames, dict(view._frames._kept)

    view.set_mirrored(mirrored=True)
    view.set_surface(surface=True)
    view.show_moment(Moment(0, 0.5))
    view.repaint()

    assert view._frames is frames
    assert frames._kept == made


def test_a_moment_between_a_change_and_its_painting_is_shown(a_view):
    view = a_view()
    view.show_moment(Moment(0, 0.5))
    seen = look(view)
    view.show_moment(Moment(0, 0.2))
    view.set_surface(surface=True)
    view.set_surface(surface=False)

    view.show_moment(Moment(0, 0.5))

    assert look(view) == seen
