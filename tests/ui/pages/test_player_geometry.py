"""The player at every window size: nothing overlaps, digits stay large, little is painted."""

from functools import cache, partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.ui.theme import DARK, LIGHT, Theme, apply_theme
from tests.builders import counted, timed
from tests.fakes import ScriptedAwake, SilentSounds
from tests.ui.pages.playing import Playing, long_worded, named, shown_children

pytestmark = pytest.mark.usefixtures("unmeasured")
SIZES = [(1024, 640), (1280, 800), (1920, 1080), (1024, 768)]
Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


@cache
def warm_up():
    return plan(load_routines()["warm-up"], load_exercises())


def ink_rows(widget, colour: QColor) -> int:
    """How many rows of pixels of a widget hold this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels, wide = memoryview(image.constBits()).cast("B").cast("I"), image.bytesPerLine() // 4
    return sum(colour.rgb() in pixels[y * wide : y * wide + image.width() : 2].tolist() for y in range(image.height()))


def to_state(on, state):
    if state == "timed":
        on.to_work(0)
        on.run(21)
    elif state == "reps":
        on.to_work(10)
        on.run(22)
    elif state == "rest":
        on.to_work(7)
        on.run(46)
    elif state == "side":
        on.to_work(0)
        on.run(61)
    elif state == "paused":
        on.to_work(10)
        on.run(22)
        on.press(Key.Key_Space)
    else:
        on.run(2)


STATES = ["ready", "timed", "reps", "rest", "side", "paused"]


def stage_of(on):
    return next(stage for stage in (on.view.work, on.view.rest, on.view.paused) if stage.isVisible())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_the_digits_take_a_quarter_of_the_height_in_every_state(player, state, size):
    on = player(timeline=warm_up(), size=size)
    to_state(on, state)
    digits = stage_of(on).digits

    rows = ink_rows(digits, LIGHT.ink3 if state == "paused" else QColor("#FFFFFF") if state == "rest" else LIGHT.ink)

    assert rows >= 0.25 * size[1]


def test_in_a_window_made_larger_all_stands_as_in_one_that_was_opened_so(player):
    on, opened = (player(timeline=warm_up(), size=size) for size in ((1280, 800), (1920, 1080)))

    on.page.resize(1920, 1080)

    places = [[part.geometry() for part in shown_children(page.view)] for page in (on, opened)]
    assert places[0] == places[1]


def test_the_digits_keep_their_size_beside_long_names_and_cues(player):
    on = player(
        timeline=named(
            counted(10), name="A name that needs two lines because it is so long", cues=("A long cue " * 9,)
        ),
        size=(1024, 640),
    )
    on.to_work()

    assert ink_rows(on.view.work.digits, LIGHT.ink) >= 0.25 * 640


@pytest.mark.parametrize("seconds", [119, 3_599])
def test_minutes_are_a_quarter_of_the_height_too(player, seconds):
    on = player(timed(seconds), size=(1024, 640))
    on.to_work()

    assert ink_rows(on.view.work.digits, LIGHT.ink) >= 0.25 * 640


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("grow", [1.0, 1.35])
def test_nothing_overlaps_or_leaves_its_stage(player, state, size, grow):
    on = player(timeline=long_worded(warm_up(), share=grow), size=size)
    to_state(on, state)
    stage = stage_of(on)

    parts = shown_children(stage)
    outside = [part for part in parts if not stage.rect().adjusted(-2, -12, 2, 12).contains(part.geometry())]
    overlapping = [
        (one, other)
        for number, one in enumerate(parts)
        for other in parts[number + 1 :]
        if _ink(one).intersects(_ink(other))
    ]

    assert outside == []
    assert overlapping == []


def _ink(part) -> QRect:
    # Lines of text carry empty room above and below their letters
    room = round(0.22 * part.height())
    return part.geometry().adjusted(1, room, -1, -room)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_the_parts_of_the_page_do_not_overlap(player, state, size):
    on = player(timeline=warm_up(), size=size)
    to_state(on, state)

    # What is said stands at the foot of the figure's box, for as long as it takes to read
    parts = [part for part in shown_children(on.view) if part is not on.view.caption]

    assert on.view.figure.geometry().contains(on.view.caption.geometry()) or not on.view.caption.isVisible()
    assert not any(
        one.geometry().intersects(other.geometry()) for n, one in enumerate(parts) for other in parts[n + 1 :]
    )
    assert all(on.view.rect().contains(part.geometry()) for part in parts)


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_whole_and_large_enough_for_a_finger(player, size):
    on = player(timeline=warm_up(), size=size)
    on.view.header.segment_chosen.emit(7)
    on.run(0.25)
    on.page.grab()

    buttons = [child for child in shown_children(on.view.controls) if hasattr(child, "click")]
    edges = [(button.geometry().left(), button.geometry().right()) for button in buttons]

    assert [b.text() for b in buttons if b.width() < b.sizeHint().width() or b.height() < 56] == []
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] <= size[0]


def test_key_hints_drop_before_words_do(player):
    on = player(timeline=warm_up(), size=(1024, 640))
    keyed = on.view.controls.back.sizeHint().width()

    on.view.header.segment_chosen.emit(7)
    on.run(0.25)

    assert on.view.controls.back.sizeHint().width() < keyed
    assert on.view.controls.back.text() == "Back"


def test_the_notices_fit_the_smallest_window(player):
    on = player(
        timeline=warm_up(),
        size=(1024, 640),
        sounds=SilentSounds(available=False),
        awake=ScriptedAwake(arranged=False),
    )

    label = on.view.header._notice
    on.view.header.layout().activate()

    assert label.sizeHint().width() <= label.width()


def test_the_steps_are_all_there_even_with_long_words_in_the_smallest_window(player):
    on = player(timeline=long_worded(warm_up()), size=(1024, 640))
    steps = on.view.figure.steps

    assert steps._height(steps.text_px()) <= steps.height()
    assert steps.text_px() >= 13


def test_changing_the_theme_reaches_a_player_that_is_open(player, qapp):
    on = player(timeline=warm_up())
    on.run(1)

    apply_theme(qapp, Theme.DARK)

    assert on.colour_at(5, 5) == DARK.surface


class Paints(QObject):
    """Counts how often widgets are painted; a sentinel beside them tells when a round of painting is over."""

    def __init__(self, qtbot, page, *widgets):
        super().__init__()
        self._qtbot = qtbot
        self._sentinel = QWidget(page)
        self._sentinel.setGeometry(0, 0, 1, 1)
        self._sentinel.show()
        self.count = dict.fromkeys((self._sentinel, *widgets), 0)
        for widget in self.count:
            widget.installEventFilter(self)
        self.settle()
        self.count = dict.fromkeys(self.count, 0)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.count[watched] += 1
        return False

    def settle(self):
        before = self.count[self._sentinel]
        self._sentinel.update()
        self._qtbot.waitUntil(lambda: self.count[self._sentinel] > before)


def test_a_second_of_work_paints_the_digits_once_and_the_needle_always(player, qtbot):
    on = player(timeline=warm_up())
    on.to_work(0)
    on.run(1)
    work = on.view.work
    paints = Paints(qtbot, on.page, work.digits, work._ruler, on.view.figure.steps, on.view.header.ruler)

    for _ in range(30):
        on.run(1 / 30, step=1 / 30)
        paints.settle()

    assert paints.count[on.view.work._ruler] >= 15
    assert 1 <= paints.count[on.view.work.digits] <= 2
    assert paints.count[on.view.header.ruler] <= 2
    assert paints.count[on.view.figure.steps] == 0


def test_a_paused_player_paints_one_line_a_second(player, qtbot):
    on = player(timeline=warm_up())
    on.to_work(0)
    on.press(Key.Key_Space)
    on.run(1, step=1)
    parts = (on.view.paused.digits, on.view.paused.resume, on.view.header.ruler, on.view.controls)
    paints = Paints(qtbot, on.page, on.view.paused._why, *parts)

    for _ in range(5):
        on.run(1, step=1)
        paints.settle()

    assert paints.count[on.view.paused._why] == 5
    assert [paints.count[part] for part in parts] == [0, 0, 0, 0]


def test_a_hidden_player_refreshes_nothing(player):
    on = player(timeline=warm_up())
    on.to_work(0)
    on.run(1)
    shown = on.view.work._ruler.fraction()

    on.page.hide()
    on.run(10)

    assert on.view.work._ruler.fraction() == shown


@pytest.mark.parametrize(
    ("size", "notices"),
    [
        ((1024, 640), ("No sound device", "The screen may go to sleep")),
        ((1280, 800), ("No sound device, beeps off", "The screen may go to sleep")),
    ],
)
def test_a_notice_in_the_header_keeps_a_gap_to_the_number_of_the_exercise(player, size, notices):
    on = player(timed(30), size=size)
    on.run(0.25)

    header = on.view.header
    header.set_notices(notices)
    header.layout().activate()

    of, notice = header._of, header._notice
    assert notice.x() - of.geometry().right() >= 12
    assert notice.width() >= notice.sizeHint().width()
    assert header._left_word.geometry().right() < size[0]
