"""What the screen writes short is read aloud in words."""

import re

import pytest

from kneecoach.domain.aloud import UNITS, aloud
from kneecoach.domain.easier import with_easier
from kneecoach.domain.speech import Manner, lines
from kneecoach.domain.timeline import plan
from kneecoach.domain.try_out import try_out
from kneecoach.domain.utterance import length_s
from kneecoach.exchange.catalogue import load_exercises

EXERCISES = load_exercises()
SHORT = re.compile(rf"\d\s?(?:{'|'.join(UNITS)}|[×x])(?!\w)")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Stand for 10 s at a time.", "Stand for 10 seconds at a time."),
        ("Hold it for 1 s.", "Hold it for 1 second."),
        ("Wait 0.5 s", "Wait 0.5 seconds"),
        ("Use a step of 5 cm and hold a rail.", "Use a step of 5 centimetres and hold a rail."),
        ("Stand on a 10 cm step.", "Stand on a 10 centimetre step."),
        ("Set one heel on a step of 15 to 20 cm.", "Set one heel on a step of 15 to 20 centimetres."),
        ("A step of 15\N{EN DASH}20\N{NO-BREAK SPACE}cm", "A step of 15 to 20 centimetres"),
        ("Knee on a bench, 2 × 6.", "Knee on a bench, 2 times 6."),
        ("2x25 s", "2 times 25 seconds"),
        ("Do it 2 x.", "Do it 2 times."),
        ("2 m to the side", "2 metres to the side"),
        ("4 km in 30 min, 8 km/h", "4 kilometres in 30 minutes, 8 kilometres an hour"),
        ("5 min/km, 3 m/s", "5 minutes a kilometre, 3 metres a second"),
        ("a 10\N{EN DASH}30 s hold, a 90° bend", "a 10 to 30 second hold, a 90 degree bend"),
        ("a 1.5 to 2 m step", "a 1.5 to 2 metre step"),
        ("3 mm, 500 g, 2 kg, 1 h", "3 millimetres, 500 grams, 2 kilograms, 1 hour"),
        ("Bend 45°, at 4 °C and 80 %", "Bend 45 degrees, at 4 degrees Celsius and 80 per cent"),
        ("10 steps, 5 more, E5 s, Set 2 of 2", "10 steps, 5 more, E5 s, Set 2 of 2"),
        ("Ten seconds left.", "Ten seconds left."),
    ],
)
def test_amounts_are_said_in_words(written, said):
    assert aloud(written) == said
    assert aloud(said) == said


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_no_line_of_any_exercise_is_spoken_with_a_unit_cut_short(name):
    timeline = plan(try_out(EXERCISES[name]), EXERCISES)
    said = {line for told in (timeline, with_easier(timeline, {0})) for line in lines(told, Manner())}

    assert not [line for line in said if SHORT.search(aloud(line))]


def test_the_time_it_takes_is_that_of_the_words():
    assert length_s("A step of 5 cm.") == length_s("A step of 5 centimetres.")
