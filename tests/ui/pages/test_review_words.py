"""What the weekly review says of a week, in every state that it knows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import UUID

import pytest

from kneecoach.coaching.reviews import WeekLooked
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.weekly import Change, WeekNumbers
from kneecoach.ui.pages import review_next, review_words
from kneecoach.ui.pages.review_words import NO_RUNS, UNKNOWN
from kneecoach.ui.widgets.card import Kind
from tests.builders import a_person
from tests.domain.advice.logs import PROFILE

MONDAY, LAST = date(2026, 11, 16), date(2026, 11, 9)
THURSDAY = datetime(2026, 11, 19, 18, tzinfo=UTC)
WEDNESDAY, FRIDAY = date(2026, 11, 18), date(2026, 11, 20)
A_RUN = Run(UUID(int=1), THURSDAY, 6_200, 2_300)
A_PAIN = PainEntry(UUID(int=2), THURSDAY, 3, phase=PainPhase.STAIRS)
RED = Finding("R09", Level.SEEK_CARE, Urgency.DAYS, "No run.", "Swollen.", (), "", "No swelling, logged twice.")
LASTING = Finding("R18", Level.CAUTION, None, "It goes on.", "Six weeks.", (), "", "A visit.")


def a_week(entries=4, pain_sum=9, **more):
    return WeekNumbers(MONDAY, entries, pain_sum, **more)


def looked(this=None, last=None, change=Change.NO_CLEAR_CHANGE, **more):
    fields = {
        "in_a_row": 0,
        "most_in_week_m": 17_400,
        "most_in_run_m": 6_200,
        "longest_m": 6_200,
        "profile": PROFILE,
        "first": None,
        "person": a_person(),
        "review": None,
    }
    this = a_week(highest=A_PAIN, runs=3, run_m=17_200, longest_m=6_200, run_days=3) if this is None else this
    last = WeekNumbers(LAST, 4, 12, runs=3, run_m=17_400, longest_m=6_200, run_days=3) if last is None else last
    return WeekLooked(this, last, change, **fields | more)


def row(week, name):
    return next(one for one in review_words.rows(week) if one.name.startswith(name))


@pytest.mark.parametrize(
    ("monday", "text"),
    [
        (MONDAY, "The week, 16 to 22 November"),
        (date(2026, 11, 30), "The week, 30 November to 6 December"),
        (date(2028, 2, 28), "The week, 28 February to 5 March"),
    ],
)
def test_a_week_is_named_by_its_days(monday, text):
    assert review_words.title(monday, monday) == text


def test_each_row_says_its_number_and_that_of_the_week_before():
    rows = review_words.rows(looked())

    said = [(one.name, one.value, one.was) for one in rows]
    assert said[0] == ("Average pain", "2.3", "was 3.0")
    assert said[2:4] == [("Distance, km", "17.2", "was 17.4"), ("Longest run, km", "6.2", "was 6.2")]
    assert said[6] == ("Days without a run", "4", "was 4")


def test_what_nobody_logged_is_unknown_and_no_zero():
    nothing = looked(WeekNumbers(MONDAY), WeekNumbers(LAST), longest_m=None, most_in_week_m=0, most_in_run_m=0)

    average, highest, whole, longest, *_ = review_words.rows(nothing)
    assert (average.note, average.value, average.this, average.was) == ("no entries", UNKNOWN, None, f"was {UNKNOWN}")
    assert (highest.note, highest.value, highest.this) == ("", UNKNOWN, None)
    assert (whole.note, whole.value, whole.this) == ("no runs", NO_RUNS, None)
    assert (longest.value, longest.this, longest.limit) == (NO_RUNS, None, None)


@pytest.mark.parametrize(
    ("pain", "run", "note"),
    [
        (A_PAIN, A_RUN, "Thursday, 6.2 km"),
        (A_PAIN, None, "Thursday, on stairs"),
        (replace(A_PAIN, phase=None), None, "Thursday"),
    ],
)
def test_the_highest_pain_names_its_day_and_what_it_was_of(pain, run, note):
    week = a_week(highest=pain, highest_run=run)

    assert row(looked(week), "Highest").note == note


def test_the_longest_run_has_a_dashed_line_at_a_tenth_more_except_under_a_red_flag():
    assert row(looked(), "Longest").note == "dashed line: 6.8"
    assert row(looked(), "Longest").limit == 6_820
    assert row(looked(first=RED), "Longest").limit is None


@pytest.mark.parametrize(("metres", "most"), [(0, 10_000), (9_999, 10_000), (10_000, 20_000), (17_400, 20_000)])
def test_a_scale_of_distance_ends_at_the_next_ten(metres, most):
    assert review_words.scale_most(metres, Units.KM) == most


def test_miles_are_said_in_miles():
    week = looked(person=a_person(units=Units.MILES))

    assert row(week, "Distance").name == "Distance, miles"
    assert row(week, "Distance").value == "10.7"
    assert review_words.units_of(looked(person=None)) is Units.KM


@pytest.mark.parametrize(
    ("warmed", "runs", "note"),
    [(3, 3, "before 3 runs"), (1, 3, "before 1 of 3 runs"), (1, 1, "before 1 run"), (0, 0, "")],
)
def test_warm_ups_say_how_many_runs_they_came_before(warmed, runs, note):
    assert row(looked(a_week(warm_ups=4, warmed=warmed, runs=runs)), "Warm-ups").note == note


def test_more_than_seven_warm_ups_have_a_scale_of_two_weeks():
    assert row(looked(a_week(warm_ups=9)), "Warm-ups").most == 14


@pytest.mark.parametrize(("days", "note"), [((WEDNESDAY,), "Wednesday"), ((WEDNESDAY, FRIDAY), "Wed, Fri"), ((), "")])
def test_strength_days_are_named(days, note):
    assert row(looked(a_week(strength_days=days)), "Strength").note == note


def means(now, before, change, **more):
    """Weeks of twenty entries with these means, without a run."""
    this, last = (WeekNumbers(MONDAY, 20, int(mean * 20)) for mean in (Fraction(now), Fraction(before)))
    return looked(this, last, change, **more)


@pytest.mark.parametrize(
    ("week", "kind", "lead", "text"),
    [
        (means("2.3", "3.0", Change.NO_CLEAR_CHANGE), Kind.INFO, "No clear change yet.", "0.7 lower is less than"),
        (means("3.0", "2.3", Change.NO_CLEAR_CHANGE), Kind.INFO, "No clear change yet.", "0.7 higher is less than"),
        (means("3.0", "3.05", Change.NO_CLEAR_CHANGE), Kind.INFO, "No clear change yet.", "Less than 0.1 lower"),
        (means("3.0", "3.0", Change.NO_CLEAR_CHANGE), Kind.INFO, "No clear change yet.", "3.0 in both weeks"),
        (means("1.6", "2.6", Change.BETTER), Kind.INFO, "Improving.", "1.0 lower, from 2.6 to 1.6"),
        (means("4.5", "2.0", Change.WORSE), Kind.WARN, "Clearly higher.", "2.5 higher, from 2.0 to 4.5"),
        (
            means("4.5", "2.0", Change.WORSE_AFTER_RUNS_IN_A_ROW, in_a_row=3),
            Kind.WARN,
            "Higher after runs on 3 days in a row.",
            "A rest or low-impact day",
        ),
        (
            means("4.5", "2.0", Change.WORSE_AFTER_RUNS_IN_A_ROW, in_a_row=2),
            Kind.INFO,
            "Higher after runs on 2 days in a row.",
            "A rest or low-impact day",
        ),
        (means("4.5", "2.0", Change.TOO_FEW), Kind.INFO, "Too few entries to compare.", "Three in each week"),
    ],
)
def test_the_sentence_is_the_rule_with_its_numbers(week, kind, lead, text):
    said = review_words.sentence(week)

    assert said[:2] == (kind, lead)
    assert text in said[2]


def test_the_sentence_ends_with_the_load_where_there_was_one():
    assert review_words.sentence(looked())[2].endswith("You ran 17.2 km, last week 17.4 km.")
    rested = looked(a_week(), change=Change.BETTER)
    assert review_words.sentence(rested)[2].endswith("You ran nothing, last week 17.4 km.")


@pytest.mark.parametrize(("first", "kind"), [(RED, Kind.STOP), (LASTING, Kind.INFO)])
def test_what_comes_first_replaces_the_sentence(first, kind):
    assert review_words.sentence(looked(first=first)) == (kind, first.title, first.text)


def test_next_week_has_a_longest_run_only_when_nothing_comes_first():
    calm, red, lasting = (review_next.next_week(looked(first=first)) for first in (None, RED, LASTING))

    assert [one.title for one in calm] == ["Longest run up to 6.8 km", "No strength days this week"]
    assert calm[0].detail == "A tenth more than 6.2 km, the longest of 30 days"
    assert [one.title for one in red] == ["No distance while this is open"]
    assert red[0].detail == "Clears with: no swelling, logged twice."
    assert [one.title for one in lasting] == ["No distance while this is open", "No strength days this week"]


@pytest.mark.parametrize(
    ("entries", "detail"),
    [
        (0, "No pain entries that week: three are needed to go by"),
        (1, "1 pain entry that week: three are needed to go by"),
        (2, "2 pain entries that week: three are needed to go by"),
    ],
)
def test_without_enough_pain_entries_no_distance_is_offered(entries, detail):
    week = looked(a_week(entries, 0, runs=3, run_m=17_200, longest_m=6_200, run_days=3))
    said = review_next.next_week(week, review_words.weeks_of(MONDAY, date(2026, 11, 28)))[0]

    assert (said.title, said.detail) == ("No distance for this week", detail)
    assert row(week, "Longest run").limit is None


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 11, 22), ("this week", "last week", "next week")),
        (date(2026, 11, 23), ("that week", "the week before", "this week")),
        (date(2026, 11, 29), ("that week", "the week before", "this week")),
        (date(2026, 11, 30), ("that week", "the week before", "the week after")),
    ],
)
def test_each_week_is_called_what_it_is_on_the_day_of_the_look_back(day, names):
    weeks = review_words.weeks_of(MONDAY, day)

    assert (weeks.this, weeks.last, weeks.next) == names
    assert names[2] in review_words.sure(weeks)
    assert f", {names[1]} 17.4 km." in review_words.sentence(looked(), weeks)[2]
    assert review_next.next_week(looked(), weeks)[1].title == f"No strength days {names[0]}"


def test_without_a_run_there_is_nothing_to_measure_by():
    assert review_next.next_week(looked(longest_m=None))[0].title == "Start short"


@pytest.mark.parametrize(("days", "detail"), [((WEDNESDAY,), "One is a start"), ((WEDNESDAY, FRIDAY), "Two or three")])
def test_strength_is_praised_by_what_is_usual(days, detail):
    week = looked()
    week = replace(week, this=replace(week.this, strength_days=days))

    assert review_next.next_week(week)[1].detail.startswith(detail)


def test_what_a_physio_set_is_said_in_its_own_numbers():
    own = replace(PROFILE, trend_points=3, trend_share=35, trend_least=4, spike_small=120, spike_days=28)
    few = looked(a_week(3, 9), change=Change.TOO_FEW, profile=own)

    assert "Four in each week are needed." in review_words.sentence(few)[2]
    assert "the three points, or 35 percent," in review_words.sentence(looked(profile=own))[2]
    row = review_next.next_week(looked(profile=own))[0]
    assert (row.title, row.detail) == (
        "Longest run up to 7.4 km",
        "20 percent more than 6.2 km, the longest of 28 days",
    )


def test_what_a_physio_set_is_named_and_said_as_people_speak():
    own = replace(PROFILE, name="After an operation", trend_points=1, trend_share=50, spike_small=100)

    said = review_words.sentence(looked(profile=own))[2]

    assert said.endswith("Limits: “After an operation”.")
    assert "one point" in review_words.sentence(looked(change=Change.WORSE, profile=own))[2]
    assert "one points" not in said
    assert review_next.next_week(looked(profile=own))[0].detail.startswith("No more than 6.2 km")
    assert "Limits" not in review_words.sentence(looked())[2]


def test_what_is_open_of_running_is_said_in_place_of_a_distance():
    held = replace(
        LASTING, rule="R11", title="No run until it has settled", clears_when="A later easy run.", urgency=None
    )

    said = review_next.next_week(looked(held=held))[0]

    assert (said.title, said.detail) == (
        "No distance: no run until it has settled",
        "Clears with: a later easy run.",
    )
    assert row(looked(held=held), "Longest").limit is None


def test_after_two_weeks_without_a_run_no_distance_is_measured_by_an_older_one():
    none = a_week(runs=0, run_m=0, longest_m=None, run_days=0)

    assert review_next.next_week(looked(none, replace(none, monday=LAST)))[0] == review_next.NO_RUN


@pytest.mark.parametrize(("ran_m", "said"), [(9_000, True), (17_400, False), (20_000, False)])
def test_fewer_runs_may_be_why_it_hurts_less(ran_m, said):
    week = means("1.6", "2.6", Change.BETTER)
    week = replace(week, this=replace(week.this, runs=3, run_m=ran_m), last=replace(week.last, runs=3, run_m=17_400))

    assert ("Fewer runs may be the reason." in review_words.sentence(week)[2]) == said


@pytest.mark.parametrize("change", [Change.WORSE, Change.WORSE_AFTER_RUNS_IN_A_ROW])
def test_after_a_week_that_was_clearly_higher_there_is_no_distance(change):
    assert review_next.next_week(looked(change=change))[0] == review_next.WORSE
    assert row(looked(change=change), "Longest").limit is None
