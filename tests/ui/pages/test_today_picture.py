"""What Today says, from the record alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kneecoach.domain.flag import Flag
from kneecoach.domain.person import HurtingFor
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage.trained import Trained
from kneecoach.storage.waiting import Waiting
from kneecoach.ui.pages import today_picture, today_week
from kneecoach.ui.pages.today_picture import Wish
from tests.made_up import SATURDAY, a_runner
from tests.ui.pages.todays import EXERCISES, a_glance, a_pain, left_open, played

TODAY = SATURDAY.date()


def week(glance):
    return today_week.week(glance, TODAY, EXERCISES)


def notes(glance):
    return today_picture.notes(glance, SATURDAY, EXERCISES)


def test_the_week_runs_from_monday_to_sunday():
    days = week(a_glance())

    assert [day.day.isoformat() for day in days][::6] == ["2026-11-16", "2026-11-22"]
    assert not any(day.played for day in days)


def test_a_whole_warm_up_is_as_long_as_it_was_planned():
    days = week(a_glance(last_sessions=(played(2),)))

    assert days[3].minutes == 12
    assert days[3].played == ("Warm-up",)
    assert days[3].pain == 3


def test_two_sessions_on_a_day_add_up():
    days = week(a_glance(last_sessions=(played(), played(routine="short-warm-up", before=5))))

    assert days[5].minutes == 17
    assert days[5].played == ("Warm-up", "Short")
    assert days[5].pain == 5


def test_a_rehearsal_counts_for_nothing():
    glance = a_glance(last_sessions=(played(rehearsal=True, before=9),))

    assert week(glance)[5].minutes == 0
    assert week(glance)[5].pain is None
    assert today_picture.last_pain(glance) is None
    assert today_picture.last_session(glance) is None


def test_a_session_of_skipped_sets_is_no_day():
    session = played()
    skipped = tuple(type(one)(**_fields(one, status=SetStatus.SKIPPED)) for one in session.sets)

    assert week(a_glance(last_sessions=(played(sets=skipped),)))[5].played == ()


def _fields(record, **more):
    names = ("id", "index", "exercise", "number", "side", "reps", "seconds", "status", "pain")
    return {name: getattr(record, name) for name in names} | more


@pytest.mark.parametrize(
    ("days_ago", "said"),
    [
        ((), "Nothing done yet this week"),
        ((0,), "1 day, 12 minutes"),
        ((0, 1, 2), "3 days, 36 minutes"),
        ((2, 4), "2 days, 24 minutes"),
    ],
)
def test_the_week_adds_up_without_a_judgement(days_ago, said):
    glance = a_glance(last_sessions=tuple(played(days) for days in sorted(days_ago, reverse=True)))

    assert today_week.week_words(glance, week(glance)) == said


def test_a_day_is_read_out_with_what_was_played_and_the_pain():
    days = week(a_glance(last_sessions=(played(2),)))

    assert today_week.day_words(days[3], TODAY) == "Thursday 19 November: Warm-up, 12 minutes, highest pain 3 of 10"
    assert today_week.day_words(days[0], TODAY) == "Monday 16 November: no run and no session"
    assert today_week.day_words(days[6], TODAY) == "Sunday 22 November"


def test_the_newest_pain_wins_wherever_it_was_said():
    entry, session = a_pain(days_ago=1), played(2, after=5)

    assert today_picture.last_pain(a_glance(pains=(entry,), last_sessions=(session,))).score == 3
    assert today_picture.last_pain(a_glance(pains=(a_pain(days_ago=3),), last_sessions=(session,))).score == 5


def test_pain_before_counts_while_nothing_was_said_after():
    pain = today_picture.last_pain(a_glance(last_sessions=(left_open(),)))

    assert (pain.score, pain.when) == (3, "before a session")


def test_a_pain_is_placed_in_plain_words():
    pain = today_picture.last_pain(a_glance(pains=(a_pain(),)))

    place = today_picture.pain_place(pain, {"pes_anserine": "Inner side, below the joint (pes anserinus)"})

    assert place == "Left, inner side, below the joint"
    assert today_picture.pain_when(pain, TODAY) == "Yesterday, after a run"


@pytest.mark.parametrize(
    ("days", "title"), [(7, "Last pain"), (8, "Last pain, 8 days ago"), (12, "Last pain, 12 days ago")]
)
def test_an_old_pain_says_its_age(days, title):
    pain = today_picture.last_pain(a_glance(pains=(a_pain(days_ago=days),)))

    assert today_picture.pain_title(pain, TODAY) == title


def test_nothing_to_say_is_no_note():
    assert notes(a_glance()) == ()


@pytest.mark.parametrize("flag", [Flag.LOCKED, Flag.NIGHT_PAIN, Flag.CATCHES])
def test_a_sign_is_for_the_advice_to_say(flag):
    assert notes(a_glance(flags=(flag,))) == ()


@pytest.mark.parametrize(
    ("more", "judged"),
    [
        ({}, False),
        ({"flags": (Flag.CATCHES,)}, True),
        ({"pains": (a_pain(),)}, True),
        ({"last_sessions": (played(),)}, True),
        ({"trained": (Trained(TODAY, "easy", 5_000),)}, True),
        ({"logged": True}, True),
    ],
)
def test_a_place_for_advice_is_kept_once_anything_was_told(more, judged):
    assert today_picture.is_judged(a_glance(**more)) == judged


@pytest.mark.parametrize(("minutes", "good"), [(0, True), (9, True), (10, False), (-1, False), (24 * 60, False)])
def test_what_was_shown_is_good_for_a_while(minutes, good):
    assert today_picture.still_good(SATURDAY, SATURDAY + timedelta(minutes=minutes)) == good


def test_a_left_session_says_where_it_stopped():
    (note,) = notes(a_glance(open_session=left_open(done=6)))

    assert (note.lead, note.text) == ("You stopped in", "set 7 of 14: tube walk, left. What you did is kept.")
    assert note.wish is Wish.GO_ON


@pytest.mark.parametrize(
    ("answers", "asks"),
    [
        ({"hurting_for": HurtingFor.OVER_SIX_WEEKS}, True),
        ({"worst_pain": 7}, True),
        ({"worst_pain": 6}, False),
        ({"hurting_for": None, "worst_pain": None}, False),
        ({"worst_pain": 9, "seen_by_clinician": True}, False),
    ],
)
def test_long_or_severe_pain_asks_to_be_seen_until_it_was(answers, asks):
    said = notes(a_glance(person=a_runner(**answers)))

    assert [note.wish for note in said] == ([Wish.SEEN] if asks else [])


def test_an_open_session_is_not_the_last_one():
    done = played(2)

    glance = a_glance(last_sessions=(done, left_open()))

    assert today_picture.last_session(glance) == done
    assert done.status is SessionStatus.COMPLETED


def test_what_is_needed_is_named_once():
    roll = EXERCISES["adductor_roll"]

    assert today_picture.needs([roll, roll]) == ["Foam roller", "Mat"]


def test_the_day_of_a_session_is_that_of_the_person():
    late = played(started_at=SATURDAY.replace(hour=23, minute=59), ended_at=SATURDAY + timedelta(hours=7))

    assert week(a_glance(last_sessions=(late,)))[5].played == ("Warm-up",)


def test_beside_a_calm_down_day_nothing_says_that_the_warm_up_stays_open():
    person = a_runner(hurting_for=HurtingFor.OVER_SIX_WEEKS)

    calm = notes(a_glance(person=person, pains=(a_pain(0, 7),)))
    free = notes(a_glance(person=person, pains=(a_pain(0, 1),)))

    assert [note.lead for note in calm] == ["Over six weeks is long."]
    assert "warm-up" not in calm[0].text
    assert "The warm-up stays open" in free[0].text


def test_a_red_flag_leaves_the_long_standing_pain_unsaid():
    person = a_runner(hurting_for=HurtingFor.OVER_SIX_WEEKS)

    said = notes(a_glance(person=person, flags=(Flag.HOT_RED,)))

    assert said == ()


@pytest.mark.parametrize(
    ("pains", "wishes"), [((a_pain(0, 7),), [Wish.GO_ON]), ((a_pain(0, 1),), [Wish.GO_ON, Wish.SEEN])]
)
def test_at_most_one_note_stands_beside_the_verdict_and_two_otherwise(pains, wishes):
    person = a_runner(hurting_for=HurtingFor.OVER_SIX_WEEKS)

    said = notes(a_glance(person=person, pains=pains, open_session=left_open()))

    assert [note.wish for note in said] == wishes


def test_a_session_that_left_the_knee_sorer_is_told_as_the_summary_told_it():
    risen = notes(a_glance(last_sessions=(played(0, before=1, after=4),)))
    same = notes(a_glance(last_sessions=(played(0, before=1, after=2),)))
    of_yesterday = notes(a_glance(last_sessions=(played(1, before=1, after=4),)))

    assert [(note.lead, note.text) for note in risen] == [
        ("Three points higher than before.", "Walk today, and leave the run for another day.")
    ]
    assert same == of_yesterday == ()


def test_the_last_pain_is_the_highest_of_what_was_said_last():
    low, high = a_pain(0, 2), a_pain(0, 6)

    last = today_picture.last_pain(a_glance(pains=(high, low)))

    assert last.score == 6
    assert week(a_glance(pains=(high, low)))[TODAY.weekday()].pain == 6


def of_another_version(session):
    first, *others = session.routine.items
    return replace(session, routine=replace(session.routine, items=(replace(first, exercise="levitate"), *others)))


def test_a_session_of_another_version_is_shown_all_the_same():
    done, left = of_another_version(played()), of_another_version(left_open(done=1))

    days = week(a_glance(last_sessions=(done,)))
    (note,) = notes(a_glance(open_session=left))

    assert (days[5].minutes, days[5].played) == (12, ("Warm-up",))
    assert note.text == "set 2 of 14: levitate, right. What you did is kept."


@pytest.mark.parametrize(
    ("monday", "lead"),
    [(date(2026, 11, 9), "9 to 15 November: look back."), (date(2026, 10, 26), "26 October to 1 November: look back.")],
)
def test_the_week_to_look_back_at_is_named(monday, lead):
    (note,) = notes(a_glance(waiting=Waiting(week=monday)))

    assert (note.lead, note.wish) == (lead, Wish.REVIEW)
