"""The rules R01 to R05, at each vector of the clinical notes and each edge."""

import re

import pytest

from kneecoach.domain.flag import URGENCY, Closed, Closing, Flag, Urgency, answers_of
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Country
from kneecoach.domain.screening import findings
from tests.builders import a_person
from tests.screening import (
    NOW,
    a_check_in,
    a_flag,
    a_pain,
    a_record,
    ago,
    an_injury,
    day_ago,
    fired,
    gone,
    seen,
)

TODAY = a_check_in()


def aged(years):
    return a_person(birth_year=NOW.year - years, cancer_history=False)


def test_r01_vector_a_swollen_calf_with_breathlessness_is_an_emergency_and_comes_first():
    record = a_record(a_flag(Flag.CALF_SWOLLEN), a_flag(Flag.BREATHLESS_OR_CHEST_PAIN), TODAY)

    first = findings(record, NOW)[0]

    assert (first.rule, first.urgency.word) == ("R01", "emergency")


def test_r02_vector_fever_with_swelling_fires():
    assert fired(a_flag(Flag.FEVER), a_flag(Flag.SWOLLEN), TODAY)["R02"] == "same-day"


def test_r02_vector_hot_red_alone_fires():
    assert fired(a_flag(Flag.HOT_RED), TODAY) == {"R02": "same-day"}


def test_r03_vector_an_injury_two_days_ago_at_54_fires_nothing():
    assert fired(an_injury(2), TODAY, person=aged(54)) == {}


def test_r03_vector_an_injury_two_days_ago_at_55_fires():
    assert fired(an_injury(2), TODAY, person=aged(55)) == {"R03": "same-day"}


def test_r03_vector_an_injury_eight_days_ago_with_four_steps_impossible_fires_r04_alone():
    assert fired(an_injury(8), a_flag(Flag.CANNOT_4_STEPS), TODAY) == {"R04": "same-day"}


def test_r04_vector_a_locked_knee_fires_without_an_injury():
    assert fired(a_flag(Flag.LOCKED), TODAY) == {"R04": "same-day"}


@pytest.mark.parametrize("flag", [Flag.DEFORMITY, Flag.FOOT_COLD_PALE, Flag.BREATHLESS_OR_CHEST_PAIN])
def test_each_emergency_sign_is_one_alone_however_old_it_is(flag):
    assert fired(a_flag(flag, days=400), TODAY) == {"R01": "emergency"}


@pytest.mark.parametrize(("hours", "rules"), [(47, {"R01", "R03", "R04"}), (48, {"R01", "R03", "R04"})])
def test_four_steps_impossible_within_48_hours_of_an_injury_is_an_emergency(hours, rules):
    assert fired(an_injury(hours / 24), a_flag(Flag.CANNOT_4_STEPS), TODAY).keys() == rules


def test_four_steps_impossible_later_than_48_hours_after_an_injury_is_for_the_same_day():
    assert "R01" not in fired(an_injury(48.1 / 24), a_flag(Flag.CANNOT_4_STEPS), TODAY)


@pytest.mark.parametrize(("days", "asks"), [(14, False), (15, True)])
def test_an_injury_told_two_weeks_ago_does_not_answer_whether_there_was_a_new_one(days, asks):
    assert ("R01" in fired(an_injury(days, told_days=days - 1), a_flag(Flag.CANNOT_4_STEPS))) is asks


def test_the_48_hours_count_from_when_the_flag_was_entered_not_from_now():
    old = fired(an_injury(20, told_days=19), a_flag(Flag.CANNOT_4_STEPS, days=19), TODAY)

    assert old["R01"] == "emergency"


def test_an_injury_told_by_mistake_makes_no_emergency():
    injury = an_injury(1, told_days=1, closed=Closed(Closing.MISTAKE, day_ago(0)))

    assert fired(injury, a_flag(Flag.CANNOT_4_STEPS, days=0.5), a_check_in()) == {"R04": "same-day"}


def test_four_steps_impossible_counts_as_injured_until_the_question_is_answered():
    assert fired(a_flag(Flag.CANNOT_4_STEPS))["R01"] == "emergency"
    assert fired(a_flag(Flag.CANNOT_4_STEPS), TODAY) == {"R04": "same-day"}


def test_a_swollen_calf_counts_as_breathless_until_the_question_is_answered():
    assert fired(a_flag(Flag.CALF_SWOLLEN))["R01"] == "emergency"
    assert fired(a_flag(Flag.CALF_SWOLLEN), TODAY) == {"R04": "same-day"}


def test_an_answer_from_before_the_flag_does_not_count():
    assert "R01" in fired(a_flag(Flag.CALF_SWOLLEN), a_check_in(days=0.1))


@pytest.mark.parametrize(
    ("country", "number"),
    [(Country.UNITED_STATES, "Call 911 now"), (Country.UNKNOWN, "Call 112, 999 or 911 now")],
)
def test_the_emergency_number_follows_the_country(country, number):
    person = a_person(country=country)

    (found,) = findings(a_record(a_flag(Flag.DEFORMITY), TODAY, person=person), NOW)

    assert number in found.text


def test_without_a_person_all_three_numbers_are_given():
    (found,) = findings(a_record(a_flag(Flag.DEFORMITY), TODAY, person=None), NOW)

    assert "112, 999 or 911" in found.text


@pytest.mark.parametrize(("age", "fires"), [(17, True), (18, False), (54, False), (55, True)])
def test_age_counts_after_an_injury(age, fires):
    assert ("R03" in fired(an_injury(2), TODAY, person=aged(age))) is fires


def test_an_unknown_year_of_birth_never_reassures_after_an_injury():
    assert "R03" in fired(an_injury(2), TODAY, person=a_person())
    assert "R03" in fired(an_injury(2), TODAY, person=None)


@pytest.mark.parametrize("flag", [Flag.CANNOT_BEND_90, Flag.FIBULA_TENDER, Flag.KNEECAP_TENDER])
@pytest.mark.parametrize(("days", "urgency"), [(7, "same-day"), (8, "days")])
def test_a_sign_of_the_ottawa_rule_counts_up_to_seven_days_after_an_injury(flag, days, urgency):
    assert max(fired(an_injury(days), a_flag(flag), TODAY).values(), key=("days", "same-day").index) == urgency


def test_the_seven_days_end_with_the_flag_not_with_time():
    assert "R03" in fired(an_injury(30, told_days=28), a_flag(Flag.CANNOT_BEND_90, days=25), a_check_in(days=25))


def test_an_injury_counts_until_it_is_answered():
    assert "R03" in fired(an_injury(30, told_days=29), a_check_in(days=29), person=aged(60))
    assert fired(an_injury(30, told_days=29, closed=gone(1)), a_check_in(days=29), person=aged(60)) == {
        "FLAG": "routine"
    }
    assert fired(an_injury(30, told_days=29, closed=seen(1)), a_check_in(days=29), person=aged(60)) == {}


def test_after_an_injury_the_checks_not_yet_asked_count_as_yes():
    assert fired(an_injury(2))["R03"] == "same-day"


def test_an_injury_told_eight_days_later_asks_for_no_age():
    assert fired(an_injury(8), TODAY, person=a_person()) == {}


def test_a_sign_without_an_injury_asks_about_the_injury_first():
    assert fired(a_flag(Flag.CANNOT_BEND_90)) == {"R03": "same-day"}
    assert fired(a_flag(Flag.CANNOT_BEND_90), TODAY) == {"FLAG": "days"}


@pytest.mark.parametrize("flag", [Flag.LOCKED, Flag.CANNOT_4_STEPS, Flag.NUMB_OR_WEAK_FOOT, Flag.CALF_SWOLLEN])
def test_each_sign_for_the_same_day_fires_at_any_time(flag):
    assert fired(a_flag(flag, days=100), a_check_in(days=100)) == {"R04": "same-day"}


@pytest.mark.parametrize(("days", "fires"), [(6.9, True), (7, False)])
def test_swelling_within_hours_counts_for_an_injury_of_less_than_seven_days(days, fires):
    assert ("R04" in fired(an_injury(days, fast_swelling=True), TODAY)) is fires


def test_swelling_within_hours_counts_as_yes_until_answered():
    assert "R04" in fired(an_injury(2, fast_swelling=None), a_check_in(denied=()))
    assert fired(an_injury(2, fast_swelling=None), TODAY) == {}


@pytest.mark.parametrize(("days", "rule"), [(0, "R05"), (13, "R05"), (14, "FLAG")])
def test_giving_way_is_read_by_its_rule_for_14_days_and_stays_for_days_after_them(days, rule):
    assert fired(a_flag(Flag.GIVES_WAY, days=days), TODAY) == {rule: "days"}


@pytest.mark.parametrize(
    ("pop", "amount", "fires"),
    [
        (True, Amount.LITTLE, True),
        (True, Amount.NONE, False),
        (True, None, True),
        (None, Amount.CLEAR, True),
        (None, Amount.NONE, False),
        (False, Amount.CLEAR, False),
    ],
)
def test_a_pop_with_swelling_deserves_an_examination(pop, amount, fires):
    assert ("R05" in fired(an_injury(2, pop=pop), a_pain(1, swelling=amount), TODAY)) is fires


@pytest.mark.parametrize(
    ("snap", "bruise", "fires"),
    [(True, True, True), (True, None, True), (None, None, True), (True, False, False), (False, None, False)],
)
def test_a_snap_with_bruising_deserves_an_examination(snap, bruise, fires):
    assert ("R05" in fired(an_injury(2, snap=snap, bruise=bruise), TODAY)) is fires


def test_a_closed_injury_says_nothing_more():
    assert fired(an_injury(2, told_days=1, pop=True, snap=True, bruise=True, closed=gone(0)), TODAY) == {}


@pytest.mark.parametrize(
    ("flag", "urgency"),
    [
        (Flag.LIMP, "days"),
        (Flag.NIGHT_PAIN, "days"),
        (Flag.HOP_PAIN, "days"),
        (Flag.FIBULA_TENDER, "days"),
        (Flag.KNEECAP_TENDER, "days"),
        (Flag.FAST_SWELLING, "same-day"),
        (Flag.CATCHES, "routine"),
    ],
)
def test_an_open_flag_has_an_urgency_of_its_own(flag, urgency):
    assert urgency in fired(a_flag(flag, days=50), a_check_in(days=50)).values()


@pytest.mark.parametrize("flag", list(Flag))
def test_every_open_flag_is_found_at_its_own_urgency_or_above(flag):
    found = findings(a_record(a_flag(flag), TODAY), NOW)

    assert max(one.urgency for one in found) >= URGENCY[flag]
    assert all(one.text and one.because and one.source and one.clears_when for one in found)
    assert not any(re.search(r"\bS\d\b|notes", one.source) for one in found)


@pytest.mark.parametrize("flag", [flag for flag in Flag if flag is not Flag.SWOLLEN])
def test_a_flag_answered_as_gone_or_mistaken_says_nothing_more(flag):
    for how in {Closing.GONE, Closing.MISTAKE} & set(answers_of(flag)):
        found = fired(a_flag(flag, 1, closed=Closed(how, day_ago(0))))

        assert found == ({"FLAG": "routine"} if how is Closing.GONE and URGENCY[flag] is Urgency.SAME_DAY else {})


def test_a_text_never_says_what_one_has_and_starts_with_what_was_logged():
    for flag in Flag:
        for found in findings(a_record(a_flag(flag), an_injury(1)), NOW):
            assert "you have" not in found.text.lower()
            assert found.text.startswith(("You ", "Knee", "Sore", "Pain", "Limp", "Big", "Cannot"))


def test_a_clock_set_back_hides_no_flag():
    assert fired(a_flag(Flag.LOCKED), TODAY, now=ago(days=3))["R04"] == "same-day"
