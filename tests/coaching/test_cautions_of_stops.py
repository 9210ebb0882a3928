"""What is said back while a stop of training is open: the stop first, and that nothing is ruled out."""

from datetime import timedelta
from uuid import uuid4

from kneecoach.coaching import diary, mornings
from kneecoach.coaching.cautions import of_its_pain, said_back, standing
from kneecoach.coaching.check_in import answer_flags, note_flags, save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run
from tests.builders import A_DAY, PERSON_ID

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SETTLE = "No run until it has settled."
LEAVE_IT = "Go easier today, and leave the run."


def run(store, **more):
    return diary.log_run(store, PERSON_ID, Run(uuid4(), A_DAY, 5_000, 1_800, **more), A_DAY + HOUR)


def morning(store, pain, now, **more):
    return mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), now.date(), now, pain, **more), now, (None, ()))


def test_after_a_red_run_the_last_word_is_no_run(store):
    said = said_back(store, PERSON_ID, run(store, pain_max=4, limp=True), A_DAY + HOUR)

    assert said[0].startswith(SETTLE)
    assert said[-1].startswith(LEAVE_IT)
    assert "Run only at" not in " ".join(said)
    assert "The questions of the check-in were not asked, so nothing can be ruled out." in said[-1]


def test_the_window_names_no_start_beside_a_red_run(store):
    said = of_its_pain(store, PERSON_ID, run(store, pain_max=4, limp=True), A_DAY + HOUR, short=True)

    assert said[0].startswith(SETTLE)
    assert "Run only at" not in " ".join(said)


def test_a_sore_morning_after_a_run_is_answered_with_its_rest_first(store):
    run(store, pain_before=0, pain_max=1, pain_60=0)

    check = morning(store, 5, A_DAY + DAY, swelling=Amount.LITTLE)
    said = said_back(store, PERSON_ID, check, A_DAY + DAY)

    assert "rest" in said[0].casefold()
    assert said[1].startswith(LEAVE_IT)
    assert len(said) == 2


def test_a_sign_that_is_seen_leaves_an_open_stop_to_be_said(store):
    run(store, pain_max=2, limp=True)
    (flag,) = note_flags(store, PERSON_ID, [Flag.GIVES_WAY], A_DAY)

    answer_flags(store, PERSON_ID, [flag.id], Closed(Closing.SEEN, A_DAY.date()), A_DAY + HOUR)
    said = standing(store, PERSON_ID, A_DAY + HOUR)

    assert said[0].startswith(SETTLE)
    assert said[1].startswith(LEAVE_IT)


def test_without_a_check_in_nothing_is_said_of_an_incomplete_one(store):
    entry = diary.log_pain(store, PERSON_ID, PainEntry(uuid4(), A_DAY, 2), A_DAY)
    assert said_back(store, PERSON_ID, entry, A_DAY) == ()

    save_check_in(store, PERSON_ID, Answered(pain=2, answers=((Family.WEIGHT, False),)), A_DAY)
    (said,) = standing(store, PERSON_ID, A_DAY)
    assert "The check-in is not complete" in said


def test_a_stop_and_a_check_in_that_was_left_half_way_are_both_told(store):
    run(store, pain_max=2, limp=True)
    save_check_in(store, PERSON_ID, Answered(pain=1, answers=((Family.WEIGHT, False),)), A_DAY + HOUR)

    last = standing(store, PERSON_ID, A_DAY + HOUR)[-1]

    assert last.startswith(LEAVE_IT)
    assert "The check-in is not complete" in last
