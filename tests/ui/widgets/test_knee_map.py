"""The knee map: hit test, marks, views and keys."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import REGIONS
from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.knee_drawing import (
    UNDRAWN,
    WHOLE_KNEE,
    View,
    distance,
    home_view,
    knee,
    order,
    region_at,
    region_name,
    spot_name,
)
from kneecoach.ui.widgets.knee_map import KneeMap
from kneecoach.ui.widgets.knee_picture import KneePicture
from tests.ui.widgets.screen import colours, pixel, show

JOINT_LINE = (Side.LEFT, "medial_joint_line")
PES = (Side.LEFT, "pes_anserine")


@pytest.fixture
def knee_map(qtbot):
    made = show(qtbot, KneeMap(), 410, 460)
    made.set_current(3)
    return made


def heard(knee_map):
    changes = []
    knee_map.marks_changed.connect(changes.append)
    return changes


def tap(qtbot, knee_map, spot):
    at = knee_map.knees.spot_position(spot).toPoint()
    qtbot.mouseClick(knee_map.knees, Qt.MouseButton.LeftButton, pos=at)


def drag(knees, spot, up_px):
    start = knees.spot_position(spot)
    end = start - QPointF(0, up_px)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at, button, held in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, left),
        (QEvent.Type.MouseButtonRelease, end, left, Qt.MouseButton.NoButton),
    ):
        QApplication.sendEvent(knees, QMouseEvent(kind, at, knees.mapToGlobal(at), button, held, none))


def test_a_tap_marks_the_spot_with_the_pain_of_now_and_a_second_tap_clears_it(qtbot, knee_map):
    changes = heard(knee_map)

    tap(qtbot, knee_map, JOINT_LINE)
    tap(qtbot, knee_map, JOINT_LINE)

    assert changes == [{JOINT_LINE: 3}, {}]


def test_a_tap_before_the_pain_is_given_asks_for_it(qtbot, knee_map):
    knee_map.set_current(None)

    with qtbot.waitSignal(knee_map.pain_needed, timeout=100):
        tap(qtbot, knee_map, JOINT_LINE)

    assert knee_map.marks() == {}


@pytest.mark.parametrize("view", list(View))
def test_every_region_of_every_view_can_be_tapped(knee_map, view):
    knee_map.set_view(view)
    spots = [(side, region) for side in order(view) for region in knee(view, side).regions]

    missed = [spot for spot in spots if knee_map.knees.spot_at(knee_map.knees.spot_position(spot)) is None]

    assert missed == []
    assert len(spots) == 2 * len(knee(view, Side.LEFT).regions)


def test_the_smallest_region_under_the_pointer_is_meant():
    drawn = knee(View.FRONT, Side.LEFT)
    shared = [
        (inner, outer)
        for inner, small in drawn.regions.items()
        for outer, large in drawn.regions.items()
        if inner != outer
        and small.area < large.area
        and large.path.contains(small.centre)
        and small.path.contains(small.centre)
    ]

    for inner, outer in shared:
        hit = region_at(drawn, drawn.regions[inner].centre, 0)
        assert drawn.regions[hit].area <= drawn.regions[inner].area < drawn.regions[outer].area


def test_a_tap_beside_a_region_means_the_nearest_within_reach():
    drawn = knee(View.INNER, Side.LEFT)
    calf = drawn.regions["medial_calf"]
    beside = QPointF(calf.path.boundingRect().right() + 8, calf.centre.y())

    assert region_at(drawn, beside, 12) == "medial_calf"
    assert region_at(drawn, beside, 3) is None


def test_a_tap_far_from_the_knee_means_nothing(knee_map):
    assert knee_map.knees.spot_at(QPointF(1, 1)) is None


def test_the_distance_to_a_region_is_measured_to_its_edge():
    square = knee(View.INNER, Side.LEFT).whole.toFillPolygon()

    assert distance(square, square.at(0)) == 0
    assert distance(square, square.at(0) + QPointF(-500, 0)) > 300


def test_dragging_up_on_a_marked_spot_raises_its_value_and_keeps_the_mark(knee_map):
    knee_map.set_marks({PES: 3})
    changes = heard(knee_map)

    drag(knee_map.knees, PES, 28)

    assert changes[-1] == {PES: 5}


def test_dragging_stops_at_the_worst_pain(knee_map):
    knee_map.set_marks({PES: 9})

    drag(knee_map.knees, PES, 150)

    assert knee_map.marks() == {PES: 10}


@pytest.mark.parametrize(("key", "view"), [("F", View.FRONT), ("N", View.INNER), ("O", View.OUTER), ("B", View.BACK)])
def test_a_letter_shows_a_view(qtbot, knee_map, key, view):
    knee_map.set_view(View.OUTER if view is not View.OUTER else View.FRONT)

    qtbot.keyClick(knee_map.knees, key)

    assert knee_map.view() is view
    assert knee_map.tab(view).isChecked()


def test_a_spot_is_marked_and_changed_by_keys_alone(qtbot, knee_map):
    changes = heard(knee_map)

    qtbot.keyClick(knee_map.knees, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Space, "+", "+", "-", Qt.Key.Key_Space):
        qtbot.keyClick(knee_map.knees, key)

    values = [list(change.values()) for change in changes]
    assert values == [[3], [4], [5], [4], []]


def test_arrow_keys_reach_every_region_of_both_knees(qtbot, knee_map):
    reached = set()
    knee_map.hovered.connect(reached.add)
    qtbot.keyClick(knee_map.knees, Qt.Key.Key_Down)
    seen, queue = set(), [knee_map.knees._cursor]
    while queue:
        spot = queue.pop()
        if spot in seen:
            continue
        seen.add(spot)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            knee_map.knees._cursor = spot
            qtbot.keyClick(knee_map.knees, key)
            queue.append(knee_map.knees._cursor)

    assert len(seen) == 24
    assert spot_name(Side.RIGHT, "medial_calf") in reached


def test_the_name_of_the_spot_under_the_pointer_is_told(qtbot, knee_map):
    names = []
    knee_map.hovered.connect(names.append)

    qtbot.mouseMove(knee_map.knees, knee_map.knees.spot_position(JOINT_LINE).toPoint())
    qtbot.mouseMove(knee_map.knees, QPoint(1, 1))

    assert names == ["Left, inner joint line", ""]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_marked_region_has_the_colour_of_its_pain_and_its_number_on_a_disc(knee_map, tokens):
    set_tokens(knee_map, tokens)
    knee_map.set_marks({PES: 6})
    at = knee_map.knees.spot_position(PES)
    scale = knee_map.knees.scale()

    assert pixel(knee_map.knees, at.x() - 16 * scale, at.y() - 8 * scale) == tokens.pain_fill(6).name()
    assert pixel(knee_map.knees, at.x() - 6 * scale, at.y() - 5 * scale) == tokens.surface.name()


def test_the_region_under_the_pointer_lights_up(qtbot, knee_map, light):
    assert light.accent_tint.name() not in colours(knee_map.knees)

    qtbot.mouseMove(knee_map.knees, knee_map.knees.spot_position(JOINT_LINE).toPoint())

    assert light.accent_tint.name() in colours(knee_map.knees)


def test_the_whole_knee_is_marked_by_a_ring_and_cleared_again(knee_map, light):
    changes = heard(knee_map)

    knee_map.toggle((Side.RIGHT, WHOLE_KNEE))
    ringed = colours(knee_map.knees)
    knee_map.toggle((Side.RIGHT, WHOLE_KNEE))

    assert changes == [{(Side.RIGHT, WHOLE_KNEE): 3}, {}]
    assert light.ink.name() in ringed


def test_each_tab_counts_the_marks_that_it_shows_best(knee_map):
    knee_map.set_marks({JOINT_LINE: 3, PES: 2, (Side.RIGHT, "popliteal_fossa"): 1})

    assert knee_map.tab(View.INNER).accessibleName() == "Inner side, 2 marked"
    assert knee_map.tab(View.BACK).accessibleName() == "Back, 1 marked"
    assert knee_map.tab(View.FRONT).accessibleName() == "Front"


def test_tabs_that_do_not_fit_beside_each_other_stand_in_two_rows(qtbot):
    card = QWidget()
    narrow = KneeMap(parent=card)
    narrow.setGeometry(0, 0, 410, 460)
    show(qtbot, card, 410, 460)
    tabs = [narrow.tab(view) for view in View]
    assert len({tab.y() for tab in tabs}) == 1

    narrow.resize(190, 460)

    qtbot.waitUntil(lambda: len({tab.y() for tab in tabs}) == 2)
    assert all(tab.width() >= tab.minimumSizeHint().width() for tab in tabs)
    assert all(tab.geometry().right() <= narrow.width() for tab in tabs)
    narrow.resize(410, 460)
    qtbot.waitUntil(lambda: len({tab.y() for tab in tabs}) == 1)


def test_a_click_on_a_tab_shows_its_view(qtbot, knee_map):
    qtbot.mouseClick(knee_map.tab(View.BACK), Qt.MouseButton.LeftButton)

    assert knee_map.view() is View.BACK


def test_a_screen_reader_hears_what_is_marked(knee_map):
    knee_map.set_marks({JOINT_LINE: 3})

    assert knee_map.knees.accessibleName() == "Knee map: Left, inner joint line 3"


def test_setting_marks_is_silent_and_clearing_one_is_told(knee_map):
    changes = heard(knee_map)

    knee_map.set_marks({JOINT_LINE: 3, PES: 2})
    knee_map.clear(PES)
    knee_map.clear(PES)

    assert changes == [{JOINT_LINE: 3}]


def test_from_the_back_left_is_left_and_from_the_front_the_knees_face_us():
    assert order(View.BACK) == (Side.LEFT, Side.RIGHT)
    assert order(View.FRONT) == (Side.RIGHT, Side.LEFT)


def test_the_map_has_only_regions_that_a_pain_entry_may_name():
    drawn = {region for view in View for side in order(view) for region in knee(view, side).regions}

    assert drawn | set(UNDRAWN) == REGIONS
    assert all(region_name(region) for region in REGIONS)
    assert all(home_view(region) in View for region in drawn)


def test_a_small_picture_fills_the_region_of_the_last_pain(qtbot, light):
    small = show(qtbot, KneePicture())
    small.show_knee(View.INNER, Side.LEFT, {"pes_anserine": 3})

    assert light.pain_fill(3).name() in colours(small)
    assert small.accessibleName().startswith("Left, inner side, below the joint")


def test_a_picture_without_a_value_shows_where_in_the_accent_tint(qtbot, light):
    picture = show(qtbot, KneePicture(width_px=150, whole=True))
    picture.show_knee(View.INNER, Side.LEFT, {"medial_joint_line": None})

    assert light.accent_tint.name() in colours(picture)
    assert picture.sizeHint().height() == 250
