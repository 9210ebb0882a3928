"""What the coach says of what ships: every exercise has its words, and every lead the time for them."""

from dataclasses import replace

import pytest

from kneecoach.domain.routine import Prescription
from kneecoach.domain.speech import Manner, lead_script, lines, set_cues, work_script
from kneecoach.domain.timeline import plan
from kneecoach.domain.utterance import Kind, Pace, length_s
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import a_routine


def lead_of(timeline, index, manner=None, **more):
    planned = timeline.sets[index]
    return lead_script(planned, timeline, planned.lead_s, manner or Manner(), **more)


def texts(script, *kinds):
    return [utterance.text for utterance in script if not kinds or utterance.kind in kinds]


@pytest.mark.parametrize("pace", list(Pace))
@pytest.mark.parametrize("dosage", [{}, {"sets": 3}, {"seconds": 12.0}, {"seconds": 90.0}])
def test_each_set_of_the_calf_stretch_is_told_straight_at_first_and_bent_at_half_way(dosage, pace):
    exercises = load_exercises()
    known = exercises["calf_stretch"]
    seconds = dosage.get("seconds", 40.0)
    routine = replace(a_routine(), items=(Prescription("calf_stretch", replace(known.dosage, **dosage)),))
    timeline = plan(routine, exercises)

    for planned in timeline.sets:
        told = {one.at_s: one for one in work_script(planned, Manner(pace)) if one.kind is Kind.NOTICE}
        assert told[0.0].text == told[0.0].written == "Hold, back knee straight."
        assert told[seconds / 2].text == told[seconds / 2].written == "Half-way. Bend the back knee a little."
        assert not any("straight" in said or "bent" in said.lower() for said in texts(lead_of(timeline, planned.index)))


def a_routine_of(exercise, exercises):
    return replace(a_routine(), items=(Prescription(exercise, exercises[exercise].dosage),))


ROUTINES = load_routines()
EXERCISES = load_exercises()


@pytest.mark.parametrize("pace", list(Pace))
@pytest.mark.parametrize("name", sorted(ROUTINES))
def test_in_every_shipped_routine_place_and_cue_are_over_before_the_clock_starts(name, pace):
    timeline = plan(ROUTINES[name], EXERCISES)

    late = [
        (planned.exercise.id, planned.lead_s, one.text, round(one.at_s + length_s(one.text, pace), 1))
        for planned in timeline.sets
        for one in lead_of(timeline, planned.index, Manner(pace))
        if one.kind in {Kind.PLACE, Kind.CUE} and one.at_s + length_s(one.text, pace) > planned.lead_s
    ]

    assert late == []


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_every_exercise_has_words_for_its_place_its_tempo_and_at_least_three_cues(name):
    exercise = EXERCISES[name]
    timeline = plan(a_routine_of(name, EXERCISES), EXERCISES)

    script = lead_of(timeline, 0)
    work = work_script(timeline.sets[0], Manner())

    assert exercise.short_name in script[0].text
    assert texts(script, Kind.CUE)
    assert texts(work, Kind.CUE)
    assert len(set_cues(timeline.sets[0])) >= 3
    assert all(one.text.isprintable() and one.text.endswith(".") for one in (*script, *work))
    assert exercise.dosage.reps is None or texts(work, Kind.COUNT)


def test_everything_that_will_be_said_is_known_beforehand_and_each_line_once():
    timeline = plan(ROUTINES["warm-up"], EXERCISES)

    known = lines(timeline, Manner())

    assert len(known) == len(set(known))
    assert {"Paused.", "Session finished.", "Ten.", "Down."} <= set(known)
    for planned in timeline.sets:
        assert set(texts(lead_of(timeline, planned.index))) <= set(known)
