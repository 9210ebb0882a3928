"""The ruler of phases, and the row of controls above the figure."""

from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.movements import Movements
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.widgets.phase_ruler import BETWEEN_LABELS_PX, PhaseRuler
from kneecoach.ui.widgets.spread_row import SpreadRow
from tests.ui.widgets.screen import segment_rects

EXERCISES = load_exercises()
MOVEMENTS = Movements()
SQUAT = (("Lower", 2.0), ("Hold", 0.5), ("Rise", 1.5), ("Stand", 0.3))


class CountedRuler(PhaseRuler):
    """Counts how often it paints."""

    painted = 0

    def paintEvent(self, event):
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def ruler(qtbot):
    made = CountedRuler()
    qtbot.addWidget(made)
    made.set_phases(SQUAT)
    made.resize(430, 36)
    made.show()
    made.grab()
    return made


def test_it_says_its_phases_and_which_one_is_now(ruler):
    ruler.set_now(2, 0.5)

    assert ruler.accessibleName() == "Phases: Lower 2.0 s, Hold 0.5 s, Rise 1.5 s, Stand 0.3 s"
    assert ruler.accessibleDescription() == "Rise"


@pytest.mark.parametrize("place", range(4))
def test_a_click_in_or_under_a_segment_tells_its_phase(ruler, place):
    clicked = []
    ruler.phase_clicked.connect(clicked.append)
    middle = round(segment_rects(ruler)[place].center().x())

    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(middle, 5))
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(middle, 30))
    QTest.mouseClick(ruler, Qt.MouseButton.RightButton, pos=QPoint(middle, 5))

    assert clicked == [place, place]


def test_it_paints_only_when_a_pixel_changes(ruler):
    ruler.set_now(0, 0.5)
    ruler.repaint()
    before = ruler.painted

    ruler.set_now(0, 0.5001)
    ruler.grab(ruler.rect())

    assert ruler.painted == before + 1, "only the picture that was asked for"


@pytest.mark.parametrize("now", range(4))
def test_a_short_phase_has_its_word_too_and_none_moves(ruler, now):
    ruler.set_now(now, 0.5)

    lefts = ruler.labels()

    assert list(lefts) == [0, 1, 2, 3]
    assert lefts[3] > segment_rects(ruler)[2].left()
    ruler.set_now(0, 0.0)
    assert ruler.labels() == lefts


def test_with_no_room_for_every_word_the_one_that_is_now_stands(ruler):
    ruler.resize(110, 36)

    ruler.set_now(3, 0.5)

    assert 3 in ruler.labels()
    assert len(ruler.labels()) < 4


@pytest.mark.parametrize("scale", [1.0, 1.35])
@pytest.mark.parametrize("exercise", sorted(EXERCISES))
def test_the_words_of_no_exercise_run_together(ruler, qapp, exercise, scale):
    apply_theme(qapp, Theme.LIGHT, text_scale=scale)
    phases = [(phase.name, phase.seconds) for phase in MOVEMENTS.find(exercise).phases]
    ruler.set_phases(phases)

    for width, now in product((220, 330, 395, 520), range(len(phases))):
        ruler.resize(width, 36)
        ruler.set_now(now, 0.5)
        spots = sorted((left, left + ruler.word_width(index)) for index, left in ruler.labels().items())
        assert now in ruler.labels()
        assert all(right + BETWEEN_LABELS_PX <= left for (_, right), (left, _) in pairwise(spots))
        assert spots[0][0] >= 0
        assert spots[-1][1] <= width
    apply_theme(qapp, Theme.LIGHT)


def test_new_phases_begin_at_the_first(ruler):
    ruler.set_now(3, 1.0)

    ruler.set_phases(SQUAT[:2])

    assert ruler.now() == (0, 0.0)


class Control(QWidget):
    """A control of a known size."""

    def sizeHint(self):
        return QSize(100, 28)


@pytest.fixture
def row(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    parts = [Control(holder) for _ in range(3)]
    made = SpreadRow(parts, parent=holder)
    holder.resize(600, 200)
    made.resize(500, 28)
    holder.show()
    yield made, parts
    holder.close()


def test_the_first_stands_left_and_the_last_right(row):
    made, (one, two, three) = row

    assert [part.geometry().left() for part in (one, two, three)] == [0, 200, 400]
    assert made.heightForWidth(500) == 28


def test_too_narrow_it_breaks_into_rows(row):
    made, _parts = row

    places = [at for _, at in made.places(220)]

    assert [at.top() for at in places[:2]] == [0, 0]
    assert places[2].left() == 0
    assert places[2].top() > places[0].bottom()
    assert made.heightForWidth(220) == places[2].bottom() + 1


def test_what_is_hidden_takes_no_room(row):
    made, (one, two, three) = row

    two.hide()
    made.resize(501, 28)

    assert [part for part, _ in made.places(501)] == [one, three]
