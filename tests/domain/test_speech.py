"""What the coach says of each lead and set, and when."""

from dataclasses import replace

import pytest

from kneecoach.domain.dosage import Sides, TempoPhase
from kneecoach.domain.exercise import Equipment, Position
from kneecoach.domain.routine import Pauses
from kneecoach.domain.speech import Manner, ahead_in_work, lead_script, set_cues, work_script
from kneecoach.domain.timeline import plan
from kneecoach.domain.utterance import Kind, Pace, length_s
from tests.builders import a_routine, a_timeline, an_exercise, counted, timed

CUES = ("Long step", "Knee over the toe", "Straight down", "Chest tall", "Push back")
LUNGE = {"short_name": "Front lunge", "each_side": "each leg", "cues": CUES, "equipment": ()}


def a_lunge_timeline(*dosages, pauses=None, **more):
    """The first exercise is a lunge, or what `more` makes of it; all others need nothing."""
    dosages = dosages or (counted(10, sets=2),)
    routine = a_routine(*dosages, pauses=pauses)
    exercises = {
        f"exercise_{number}": an_exercise(f"exercise_{number}", dosage=dosage, **(LUNGE | (more if not number else {})))
        for number, dosage in enumerate(dosages)
    }
    return plan(routine, exercises)


def lead_of(timeline, index, manner=None, **more):
    planned = timeline.sets[index]
    return lead_script(planned, timeline, planned.lead_s, manner or Manner(), **more)


def texts(script, *kinds):
    return [utterance.text for utterance in script if not kinds or utterance.kind in kinds]


def calls(script, until_s):
    """Tempo and count in order: where they meet, the count is said first."""
    said = [one for one in script if one.kind in {Kind.TEMPO, Kind.COUNT} and one.at_s < until_s]
    return " ".join(one.text for one in sorted(said, key=lambda one: (round(one.at_s, 3), one.kind is Kind.TEMPO)))


def test_a_get_ready_says_name_side_set_and_dose_and_then_one_cue():
    script = lead_of(a_lunge_timeline(), 0)

    assert texts(script) == ["Front lunge. Left leg. Set 1 of 2. Ten repetitions.", "Long step."]
    assert script[1].at_s > length_s(script[0].text)


def test_where_time_is_short_the_same_is_said_in_one_breath():
    script = lead_of(a_lunge_timeline(pauses=Pauses(get_ready_s=4, change_position_s=4)), 0)

    assert texts(script)[0] == "Front lunge, left leg, set 1 of 2, ten."


def test_an_exercise_without_cues_is_announced_by_its_place_alone():
    script = lead_of(a_lunge_timeline(cues=()), 0)

    assert [utterance.kind for utterance in script] == [Kind.PLACE]


def test_a_stretch_says_its_seconds_and_a_single_set_no_number():
    timeline = a_lunge_timeline(timed(25), short_name="Calf stretch", each_side="each side")

    assert texts(lead_of(timeline, 0))[0] == "Calf stretch. Left side. Twenty-five seconds."


def test_both_legs_together_have_no_side():
    timeline = a_lunge_timeline(counted(10, sets=2, sides=Sides.BOTH), short_name="Squat")

    assert texts(lead_of(timeline, 0))[0] == "Squat. Set 1 of 2. Ten repetitions."


def test_a_walk_says_which_side_leads():
    timeline = a_lunge_timeline(counted(12, sets=2), short_name="Tube walk", each_side="steps each way")

    assert "Leading left." in texts(lead_of(timeline, 0))[0]


def test_what_is_needed_is_said_first_and_then_to_go_down_on_the_mat():
    mat = (Equipment("Mat", "A carpet"), Equipment("Foam roller", "A bottle"))
    timeline = a_lunge_timeline(timed(60), position=Position.FLOOR, equipment=mat, short_name="Foam roll")

    said = texts(lead_of(timeline, 0))[0]

    assert said.startswith("Foam roll. You need: mat, foam roller. Down on the mat. Left leg.")


def test_a_change_of_side_names_the_new_side():
    assert texts(lead_of(a_lunge_timeline(), 1)) == ["Change side. Right leg. Set 1 of 2.", "Long step."]


def test_a_long_rest_says_its_length_first_and_the_next_set_before_its_end():
    script = lead_of(a_lunge_timeline(), 2)

    place = next(one for one in script if one.kind is Kind.PLACE)
    cue = next(one for one in script if one.kind is Kind.CUE)
    assert script[0].text == "Rest, forty seconds."
    assert place.text == "Left leg. Set 2 of 2, the last one. Ten repetitions."
    assert 25 < place.at_s < cue.at_s
    assert cue.at_s + length_s(cue.text) < 40


def test_a_short_rest_says_everything_at_once():
    timeline = a_lunge_timeline(timed(25, sets=2, rest_s=10))

    place = texts(lead_of(timeline, 2))[0]

    assert place == "Rest, ten seconds. Left leg. Set 2 of 2, the last one. Twenty-five seconds."


def test_praise_is_given_only_for_what_was_done_in_full_and_only_in_the_last_rest():
    timeline = a_lunge_timeline(counted(10, sets=3))

    assert texts(lead_of(timeline, 2, complete=True), Kind.PRAISE) == []
    assert texts(lead_of(timeline, 4, complete=False), Kind.PRAISE) == []
    assert len(texts(lead_of(timeline, 4, complete=True), Kind.PRAISE)) == 1


def test_what_the_next_exercise_needs_is_said_while_there_is_time_to_get_it():
    dosages = (counted(10, sets=2), counted(10))
    routine = a_routine(*dosages)
    tube = {"equipment": (Equipment("Tube", "A towel"),)}
    exercises = {
        f"exercise_{number}": an_exercise(f"exercise_{number}", dosage=dosages[number], **(LUNGE | more))
        for number, more in enumerate(({}, tube))
    }
    timeline = plan(routine, exercises)

    ahead = [
        planned.index
        for planned in timeline.sets
        if any("you need:" in text for text in texts(lead_of(timeline, planned.index)))
    ]

    assert ahead == [2, 3]
    assert "For the next exercise you need: tube." in texts(lead_of(timeline, 2))


@pytest.mark.parametrize("sides", Sides)
@pytest.mark.parametrize("dosage", [counted(10), timed(25), timed(25, sets=2, rest_s=10), timed(60)])
def test_an_exercise_of_one_set_too_says_in_time_what_the_next_one_needs(dosage, sides):
    dosage = replace(dosage, sides=sides)
    routine = a_routine(dosage, counted(10))
    tube = (Equipment("Loop tube", "A scarf"),)
    exercises = {
        "exercise_0": an_exercise("exercise_0", dosage=dosage, **(LUNGE | {"equipment": ()})),
        "exercise_1": an_exercise("exercise_1", dosage=counted(10), **(LUNGE | {"equipment": tube})),
    }
    timeline = plan(routine, exercises)

    said = []
    for planned in timeline.sets:
        if planned.item == 0:
            work = work_script(planned, Manner(), ahead=ahead_in_work(planned, timeline, Manner()))
            said += [(planned.index, text) for text in texts((*lead_of(timeline, planned.index), *work))]

    told = [index for index, text in said if "need: loop tube." in text]
    assert len(told) == 1
    assert timeline.sets[told[0]].number == dosage.sets


def test_the_first_repetition_is_counted_through_in_tempo():
    timeline = a_lunge_timeline(
        counted(
            10,
            tempo=(TempoPhase("lower", 3), TempoPhase("hold", 1), TempoPhase("raise", 1.2), TempoPhase("pause", 0.3)),
        )
    )

    script = work_script(timeline.sets[0], Manner())

    assert calls(script, until_s=5.5) == "Down. Two. Three. Hold. Up. One."
    assert calls(script, until_s=11).endswith("One. Down. Hold. Up. Two.")


def test_nothing_sounds_like_a_count_down():
    tempo = (TempoPhase("lower", 2), TempoPhase("hold", 0.5), TempoPhase("raise", 2))
    slow = (TempoPhase("raise", 1), TempoPhase("lower", 3))

    brisk, slowly = (work_script(a_lunge_timeline(counted(10, tempo=one)).sets[0], Manner()) for one in (tempo, slow))

    assert calls(brisk, until_s=4.6) == "Down. Two. Hold. Up. One. Down."
    assert calls(slowly, until_s=4.1) == "Up. Down. Two. Three. One. Up."


def test_each_count_is_said_at_the_moment_at_which_it_counts():
    planned = a_lunge_timeline().sets[0]

    counts = [one for one in work_script(planned, Manner()) if one.kind is Kind.COUNT]

    assert [one.at_s for one in counts] == pytest.approx([3.2 + 3.5 * rep for rep in range(10)])
    assert [one.text for one in counts][3:] == [
        "Four.", "Five, half-way.", "Six.", "Seven, three more.", "Eight.", "Nine, last one.", "Ten.",
    ]  # fmt: skip


def test_without_counting_aloud_only_the_first_repetition_and_what_is_left_are_said():
    planned = a_lunge_timeline().sets[0]

    script = work_script(planned, Manner(count_aloud=False))

    assert texts(script, Kind.COUNT) == ["Half-way.", "Three more.", "Last one."]
    assert all(one.at_s < 3.5 for one in script if one.kind is Kind.TEMPO)


def test_cues_come_one_every_few_repetitions_and_others_in_the_next_set():
    timeline = a_lunge_timeline()
    first, other, second = (timeline.sets[index] for index in (0, 1, 2))

    spoken = [
        (one.text, one.at_s / 3.5) for one in work_script(first, Manner(), told={"Long step."}) if one.kind is Kind.CUE
    ]

    assert spoken == [("Knee over the toe.", 2), ("Straight down.", 6)]
    assert set_cues(first) == set_cues(other)
    assert set_cues(second)[0] == "Straight down."


def test_a_roll_is_paced_for_two_rounds_and_then_left_alone():
    tempo = (TempoPhase("out", 3), TempoPhase("back", 3))
    planned = a_timeline(timed(60, tempo=tempo)).sets[0]

    said = [(one.text, one.at_s) for one in work_script(planned, Manner()) if one.kind is Kind.TEMPO]

    assert said == [("Out.", 0), ("Back.", 3), ("Out.", 6), ("Back.", 9)]


def test_a_short_hold_is_not_halved():
    assert texts(work_script(a_timeline(timed(15)).sets[0], Manner()), Kind.NOTICE) == []


def test_a_cue_waits_until_half_way_is_said():
    hold = a_lunge_timeline(timed(40), cues=("Breathe.", "Heel down.")).sets[0]

    said = [(one.text, one.at_s) for one in work_script(hold, Manner()) if one.kind in {Kind.NOTICE, Kind.CUE}]

    assert said == [("Breathe.", 6), ("Half-way.", 20), ("Heel down.", 22), ("Ten seconds left.", 30)]


def test_a_hold_says_half_way_and_a_long_one_also_the_last_ten_seconds():
    short, long = (a_timeline(timed(seconds)).sets[0] for seconds in (25, 60))

    assert texts(work_script(short, Manner()), Kind.NOTICE) == ["Half-way."]
    assert [(one.text, one.at_s) for one in work_script(long, Manner()) if one.kind is Kind.NOTICE] == [
        ("Half-way.", 30),
        ("Ten seconds left.", 50),
    ]


def test_a_calm_voice_is_given_more_time():
    assert length_s("Front lunge. Left leg.", Pace.CALM) > 1.1 * length_s("Front lunge. Left leg.", Pace.BRISK)


def test_who_lacks_a_thing_is_told_what_does_instead():
    routine = a_routine(counted(8))
    thing = Equipment("Loop tube", "A tied scarf, or nothing")
    timeline = plan(routine, {"exercise_0": an_exercise("exercise_0", equipment=(thing,))})

    said = " ".join(texts(lead_of(timeline, 0, Manner(lacking=("Loop tube",))), Kind.PLACE))

    assert "If you like: a tied scarf." in said
