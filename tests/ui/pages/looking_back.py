"""Opening the morning check and the weekly review over a real store."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from kneecoach.coaching import diary, mornings
from kneecoach.coaching.mornings import Due
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run, RunKind
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import people
from kneecoach.ui.pages.morning_page import MorningPage
from kneecoach.ui.pages.review_page import ReviewPage
from tests.builders import PERSON_ID, a_person

BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)
BREAKFAST = datetime(2026, 10, 25, 7, 30, tzinfo=BERLIN)
"""The Sunday on which the clocks went back."""
RAN_AT = datetime(2026, 10, 24, 18, 15, tzinfo=BERLIN)
MONDAY = date(2026, 10, 19)
EVENING = datetime(2026, 10, 25, 18, 30, tzinfo=BERLIN)
PLACE = (Side.LEFT, ("pes_anserine",))
A_RUN = Run(UUID(int=1), RAN_AT, 6_000, 2_270, RunKind.EASY, pain_before=2, pain_max=3, pain_60=2)


def a_runner_who_ran(store, *, usual=(1, 1, 2), place=PLACE, run=A_RUN, **person):
    """Three mornings answered before the day of the run, so that the usual one is known."""
    with store.begin() as tx:
        people.add(tx, a_person(**person))
    for back, pain in enumerate(usual, start=2):
        at = BREAKFAST - back * DAY
        check = MorningCheck(uuid4(), at.date(), at, pain, swelling=Amount.NONE)
        mornings.answer(store, PERSON_ID, check, BREAKFAST)
    diary.log_run(store, PERSON_ID, run, BREAKFAST, place)


def a_due(*closes, usual=None, week=(), profile=None):
    return Due(BREAKFAST.date(), closes or (A_RUN,), usual, week, profile or default_profile())


def pains(store):
    return [entry for entry in diary.read_diary(store, PERSON_ID).entries if isinstance(entry, PainEntry)]


def shown(qtbot, page, size):
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def a_morning_page(qtbot, store, *, now=BREAKFAST, size=(1280, 800)):
    due = mornings.due(store, PERSON_ID, now)
    assert due is not None, "nothing would be asked"
    return shown(qtbot, MorningPage(store, PERSON_ID, due, wall=lambda: now), size)


def a_review_page(qtbot, store, *, monday=MONDAY, now=EVENING, size=(1280, 800)):
    return shown(qtbot, ReviewPage(store, PERSON_ID, monday, wall=lambda: now), size)
