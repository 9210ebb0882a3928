"""Today's banner: the one finding that matters most, in each level, in a place that is kept for it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kneecoach.coaching.advice import Advised
from kneecoach.domain.advice.engine import findings
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.texts import WORDS
from kneecoach.domain.advice.waiting import Waiting
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.ui.pages.today_advice import LONGEST, NOTHING, READING, TOO_LITTLE, UNREAD
from kneecoach.ui.widgets.text import Tone
from tests.domain.advice.logs import PROFILE
from tests.made_up import SATURDAY, a_runner
from tests.ui.pages.todays import a_glance, a_pain, a_today, played

DAY = timedelta(days=1)
LIMPED = Run(uuid4(), SATURDAY - DAY, 5_000, pain_max=4, limp=True)
SORE = Run(uuid4(), SATURDAY - DAY, 5_000, pain_max=4)
FIRST = Run(uuid4(), SATURDAY - DAY, 5_000, pain_max=0)
AGO = Run(uuid4(), SATURDAY - 20 * DAY, 5_000, pain_max=0)


def advised(*runs, pains=(), flags=(), waiting=0):
    record = a_glance(pains=pains, flags=flags).record
    log = TrainingLog(SATURDAY, runs=runs, pains=pains)
    found = findings(record, log, SATURDAY, PROFILE)
    return Advised(
        SATURDAY, record, log, PROFILE, tuple(found), tuple(Waiting("R12", "A run.") for _ in range(waiting))
    )


def shown(qtbot, *runs, pains=(), flags=(), **more):
    """Today as it is once the rules have spoken."""
    page = a_today(qtbot, a_glance(pains=pains, flags=flags, logged=True))
    page.show_advice(advised(*runs, pains=pains, flags=flags, **more))
    return page


def lasting():
    return tuple(a_pain(days, 3) for days in range(20, 0, -2))


@pytest.mark.parametrize(
    ("runs", "more", "lead", "tone", "tinted"),
    [
        ((), {"flags": (Flag.LOCKED,)}, "Have this seen today.", Tone.STOP, True),
        ((), {"flags": (Flag.SWOLLEN,)}, "Calm-down day only.", Tone.STOP, True),
        ((), {"pains": (a_pain(0, 6),)}, "Calm-down day only.", Tone.WARN, True),
        ((LIMPED,), {}, "No run until it has settled.", Tone.STOP, False),
        ((SORE,), {}, "Make the next run easier.", Tone.WARN, True),
        ((AGO,), {"pains": lasting()}, "See someone, no hurry.", Tone.INK, False),
        ((FIRST,), {}, "The first run in a month.", Tone.INFO, False),
        ((AGO,), {}, NOTHING, Tone.INFO, False),
    ],
)
def test_each_level_has_its_own_look(qtbot, runs, more, lead, tone, tinted):
    page = shown(qtbot, *runs, **more)
    banner = page.advice

    assert banner.accessibleName().startswith(lead)
    assert (banner._tone, banner._tinted) == (tone, tinted)
    assert banner._icon.isVisible()


@pytest.mark.usefixtures("light")
def test_its_place_is_kept_before_anything_was_read_and_nothing_moves_when_it_comes(qtbot):
    page = a_today(qtbot, a_glance(logged=True, last_sessions=(played(2),)))
    at = [(one.geometry(), one) for one in (page.advice, page.week, page.quick, page.session, page.warm_up)]
    assert (page.advice.accessibleName(), page.advice.lead()) == (READING, "")
    assert not page.advice._icon.isVisible()
    assert not page.advice.why.isVisible()
    assert not page.advice.more.isVisible()

    for runs in ((LIMPED, SORE), (SORE,), (AGO,)):
        page.show_advice(advised(*runs))
        qtbot.waitUntil(lambda: page.advice.lead() != "")

        assert [(one.geometry(), one) for _, one in at] == at


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("width", [896, 1072])
def test_the_place_is_high_enough_for_the_words_of_every_rule(qtbot, width):
    page = a_today(qtbot, a_glance(logged=True), size=(width, 640))
    banner = page.advice
    kept = banner.height()
    for words in WORDS.values():
        banner.words.set_text(f"{_filled(words.title)}.", _filled(words.text))

        assert banner.sizeHint().height() <= kept or banner.heightForWidth(banner.width()) <= kept


LONG_VALUES = {
    "distance_m": "12.5 km",
    "longest_m": "10.0 km",
    "most_m": "11.0 km",
    "week_m": "112.5 km",
    "before_m": "110.0 km",
    "day": "Wednesday 23 September",
    "usual": "it was 2 before you started the day before",
    "group": "runs that hurt from the middle on",
    "what": "6 of 10 and a limp",
    "shoe": "Pegasus 41",
    "missing": "day of rest and no strength session and no other kind of training",
    "risen": "distance, minutes, load and climb",
    "plan": "4 minutes of running and 1 of walking, 5 times",
    "said": "The usual order is roll, stretch, walk, lunge: each prepares the next.",
}


def _filled(text):
    return re.sub(r"\{(\w+)\}", lambda found: LONG_VALUES.get(found[1], "10"), text)


def test_the_longest_words_are_those_of_a_rule():
    lead, text = LONGEST

    assert len(lead) + len(text) >= max(len(_filled(one.title)) + len(_filled(one.text)) for one in WORDS.values())


def test_why_leads_to_the_rule_and_more_to_all_of_them(qtbot):
    page = shown(qtbot, SORE, pains=lasting())
    assert page.advice.more.text() == "2 more"

    with qtbot.waitSignal(page.advice_requested) as why:
        qtbot.mouseClick(page.advice.why, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.advice_requested) as more:
        qtbot.mouseClick(page.advice.more, Qt.MouseButton.LeftButton)

    assert (why.args[0].rule, more.args) == ("R11", [None])


def test_one_finding_has_nothing_more(qtbot):
    page = shown(qtbot, FIRST)

    assert page.advice.why.isVisible()
    assert not page.advice.more.isVisible()


def test_a_red_flag_is_there_at_once_and_first_and_hides_every_hint(qtbot):
    page = a_today(qtbot, a_glance(flags=(Flag.SWOLLEN,), logged=True))
    assert page.advice.accessibleName().startswith("Calm-down day only.")
    assert page.advice.why.isVisible()

    page.show_advice(advised(SORE, LIMPED, flags=(Flag.SWOLLEN,)))

    assert page.advice.accessibleName().startswith("Calm-down day only.")
    assert page.advice.more.text() == "1 more"
    with qtbot.waitSignal(page.advice_requested) as why:
        qtbot.mouseClick(page.advice.why, Qt.MouseButton.LeftButton)
    assert why.args[0].rule == "R09"


def test_an_emergency_gives_its_number(qtbot):
    page = a_today(qtbot, a_glance(flags=(Flag.DEFORMITY,)))

    assert "Call 112 now and say what you ticked." in page.advice.accessibleName()


def test_high_pain_without_a_rule_leads_to_all_advice(qtbot):
    page = a_today(qtbot, a_glance(pains=(a_pain(0, 6),)))
    assert not page.advice.why.isVisible()

    with qtbot.waitSignal(page.advice_requested) as asked:
        qtbot.mouseClick(page.advice.more, Qt.MouseButton.LeftButton)

    assert asked.args == [None]


@pytest.mark.parametrize(
    ("waiting", "said"),
    [(0, f"{NOTHING} That is not the same as all well."), (1, f"{TOO_LITTLE} That is not an all-clear.")],
)
def test_nothing_found_is_never_called_well(qtbot, waiting, said):
    page = shown(qtbot, AGO, waiting=waiting)

    assert page.advice.accessibleName() == said
    assert not page.advice.why.isVisible()


def test_distances_are_in_the_units_of_the_person(qtbot):
    page = a_today(qtbot, a_glance(person=a_runner(units=Units.MILES), logged=True))

    page.show_advice(advised(FIRST))

    assert "You logged 3.1 miles" in page.advice.accessibleName()


def test_once_a_red_flag_is_answered_what_was_found_under_it_is_read_again(qtbot):
    glances = [a_glance(flags=(Flag.SWOLLEN,), logged=True), a_glance(logged=True)]
    page = a_today(qtbot, glances[0], look=lambda: glances[1])
    page.show_advice(advised(SORE, flags=(Flag.SWOLLEN,)))

    with qtbot.waitSignal(page.advice_wanted):
        page.refresh()

    assert page.advice.accessibleName() == READING


def test_what_was_found_stays_while_a_change_is_read(qtbot):
    page = shown(qtbot, SORE)

    with qtbot.waitSignal(page.advice_wanted):
        page.refresh()

    assert page.advice.accessibleName().startswith("Make the next run easier.")


def test_who_has_logged_nothing_has_no_banner(qtbot):
    page = a_today(qtbot, a_glance())

    assert not page.advice.isVisible()


@pytest.mark.parametrize(
    ("runs", "said"), [((LIMPED,), "Without a run, until it has settled"), ((SORE,), "Before you run")]
)
def test_while_a_rule_says_stop_the_warm_up_speaks_of_no_run(qtbot, runs, said):
    page = shown(qtbot, *runs)

    assert page.warm_up._before.text() == said
    page.refresh()
    assert page.warm_up._before.text() == said
    page.show_advice(advised(AGO))
    assert page.warm_up._before.text() == "Before you run"


@pytest.mark.parametrize(("flags", "offered"), [((Flag.SWOLLEN,), True), ((), False)])
def test_the_summary_for_the_doctor_is_offered_under_a_red_flag_alone(qtbot, flags, offered):
    page = shown(qtbot, SORE, flags=flags)
    banner = page.advice

    assert banner.summary.isVisible() is offered
    if offered:
        with qtbot.waitSignal(banner.summary_requested):
            qtbot.keyClick(banner.summary, Qt.Key.Key_Return)


def test_what_can_not_be_read_is_said_until_it_can(qtbot):
    page = a_today(qtbot, a_glance(logged=True))

    page.advice.show_trouble("The disk is failing.")
    assert page.advice.accessibleName() == f"{UNREAD} The disk is failing."
    assert page.advice._icon.isVisible()
    page.show_advice(advised(SORE))

    assert page.advice.accessibleName().startswith("Make the next run easier.")


@pytest.mark.parametrize("flag", [Flag.LOCKED, Flag.DEFORMITY])
def test_under_a_red_flag_nothing_speaks_of_a_run(qtbot, flag):
    page = a_today(qtbot, a_glance(flags=(flag,)))

    said = [one.text() for one in page.warm_up.findChildren(QLabel) if one.isVisible()]
    assert page.warm_up.start.text() == "Check in again"
    assert said == ["While the warning sign is open", "No session and no run: only a check-in"]


def test_once_the_sign_is_answered_the_routine_stands_there_again(qtbot):
    now = [a_glance(flags=(Flag.DEFORMITY,))]
    page = a_today(qtbot, now[0], look=lambda: now[0])

    now[0] = a_glance()
    page.refresh()

    assert page.warm_up._name.text() == "Inner-knee warm-up"
    assert page.warm_up._minutes.isVisible()
    assert page.warm_up._ruler.isVisible()
