"""How much of an exercise: what is refused, and how long it lasts."""

import pytest

from kneecoach.domain.dosage import Dosage, TempoPhase
from kneecoach.domain.errors import InvalidInput
from tests.builders import A_TEMPO, counted, timed


def tempo(*seconds):
    names = ("lower", "hold", "raise", "pause")
    return tuple(TempoPhase(name, length) for name, length in zip(names, seconds, strict=False))


def test_a_lunge_takes_its_whole_tempo_last_pause_included():
    lunges = counted(10, tempo=A_TEMPO)

    assert lunges.rep_s == 3.5
    assert lunges.set_s == 35


def test_a_timed_set_lasts_its_seconds_whatever_its_pacer():
    roll = timed(60, tempo=tempo(3, 3))

    assert roll.set_s == 60


@pytest.mark.parametrize(
    ("phases", "counts_at_s"),
    [
        (tempo(1.5, 0.5, 1.2, 0.3), 3.2),
        (tempo(2, 1), 2),
        ((TempoPhase("step", 1), TempoPhase("hold", 0.3), TempoPhase("follow", 1.2)), 2.5),
        ((TempoPhase("hold", 5), TempoPhase("pause", 1)), 6),
    ],
)
def test_a_repetition_counts_at_the_end_of_the_last_phase_that_moves(phases, counts_at_s):
    dosage = counted(1, tempo=phases)

    assert dosage.counted_at_s == counts_at_s


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"sets": 0, "reps": 10, "tempo": A_TEMPO}, "Sets"),
        ({"sets": 51, "reps": 10, "tempo": A_TEMPO}, "Sets"),
        ({"sets": 1}, "one of the two"),
        ({"sets": 1, "reps": 10, "seconds": 30, "tempo": A_TEMPO}, "one of the two"),
        ({"sets": 1, "reps": 0, "tempo": A_TEMPO}, "Repetitions are"),
        ({"sets": 1, "reps": 1_001, "tempo": A_TEMPO}, "Repetitions are"),
        ({"sets": 1, "reps": 10}, "need a tempo"),
        ({"sets": 1, "reps": 10, "tempo": A_TEMPO * 3}, "at most 10 parts"),
        ({"sets": 1, "reps": 1_000, "tempo": (TempoPhase("hold", 90),)}, "at most a day"),
        ({"sets": 1, "seconds": 0}, "timed set"),
        ({"sets": 1, "seconds": 3_601}, "timed set"),
        ({"sets": 1, "seconds": float("nan")}, "timed set"),
        ({"sets": 1, "seconds": 30, "rest_s": -1}, "rest"),
        ({"sets": 1, "seconds": 30, "rest_s": 3_601}, "rest"),
        ({"sets": 1, "seconds": 30, "pain_limit": 11}, "Pain"),
        ({"sets": 1, "seconds": 30, "pain_limit": -1}, "Pain"),
    ],
)
def test_a_dosage_that_cannot_be_played_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        Dosage(**wrong)


@pytest.mark.parametrize(
    "largest",
    [
        {"sets": 50, "reps": 1_000, "tempo": tempo(0.1)},
        {"sets": 1, "seconds": 3_600, "rest_s": 3_600, "pain_limit": 10},
        {"sets": 1, "seconds": 0.5, "rest_s": 0, "pain_limit": 0},
    ],
)
def test_a_dosage_at_the_edge_of_what_is_allowed_is_accepted(largest):
    assert Dosage(**largest)


@pytest.mark.parametrize(
    ("phase", "seconds"), [("lower", 0), ("lower", 0.09), ("lower", 3_601), ("", 1), ("x" * 41, 1)]
)
def test_a_phase_without_a_name_or_a_real_length_is_refused(phase, seconds):
    with pytest.raises(InvalidInput):
        TempoPhase(phase, seconds)


@pytest.mark.parametrize(
    ("phase", "word"), [("lower", "Down"), ("raise", "Up"), ("follow", "Follow"), ("lean_in", "Lean in")]
)
def test_each_phase_has_a_word_to_show(phase, word):
    assert TempoPhase(phase, 1).word == word
