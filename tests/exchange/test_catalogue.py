"""The shipped exercises: complete, short enough to read from the floor, and dosed as their sources say."""

import re
from collections import Counter

import pytest

from kneecoach.domain.dosage import PHASE_WORDS, Sides
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Kind, Position
from kneecoach.exchange import catalogue
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.paths import resource

EXERCISES = load_exercises()
every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)


def test_the_library_has_the_twenty_five_exercises_in_the_order_of_their_codes():
    codes = {exercise.id: exercise.code for exercise in EXERCISES.values()}

    assert list(codes.values()) == [f"E{number:02}" for number in range(1, 21)] + [None] * 5
    assert list(codes)[:4] == ["adductor_roll", "adductor_stretch", "lateral_walk", "front_lunge"]
    assert list(codes)[20:] == ["butterfly", "clamshell", "quad_roll", "straight_leg_raise", "walking_lunge"]


def test_an_exercise_is_known_by_the_name_of_its_file():
    assert {file.stem for file in resource("exercises").glob("*.toml")} == EXERCISES.keys()


def test_each_exercise_is_drawn_and_each_drawing_has_its_words():
    drawn = {file.stem for file in resource("movements").glob("*.json")} - {"shared_poses"}

    assert drawn == EXERCISES.keys()
    assert all(exercise.has_movement for exercise in EXERCISES.values())


@every_exercise
def test_an_exercise_can_be_read_from_the_floor(exercise):
    assert 3 <= len(exercise.steps) <= 5
    assert all(20 <= len(step) <= 90 for step in exercise.steps)
    assert 4 <= len(exercise.cues) <= 5
    assert all(len(cue) <= 40 for cue in exercise.cues)
    assert len(exercise.short_name) <= 20
    assert len(exercise.name) <= 42


@every_exercise
def test_an_exercise_fits_its_page(exercise):
    assert all(len(wrong.error) <= 50 and len(wrong.correction) <= 60 for wrong in exercise.common_errors)
    assert 2 <= len(exercise.common_errors) <= 4
    assert 2 <= len(exercise.cautions) <= 4
    assert all(len(caution) <= 90 for caution in exercise.cautions)
    assert len(exercise.easier) <= 95
    assert len(exercise.harder) <= 95
    assert len(exercise.source) <= 140


@every_exercise
def test_a_cue_is_a_few_words_and_the_rest_are_sentences(exercise):
    whole = (exercise.easier, exercise.harder, exercise.source, *exercise.steps, *exercise.cautions, *exercise.evidence)

    assert not any(cue.endswith(".") for cue in exercise.cues)
    assert all(re.match(r"[“A-Z0-9]", text) and text.endswith(".") for text in whole)
    assert all(wrong.error.endswith(".") and wrong.correction.endswith(".") for wrong in exercise.common_errors)


@every_exercise
def test_an_exercise_has_all_its_words_and_its_source(exercise):
    assert exercise.name
    assert exercise.short_name
    assert exercise.muscles
    assert exercise.common_errors
    assert exercise.easier
    assert exercise.harder
    assert exercise.cautions
    assert exercise.source
    # A person must be able to look it up
    assert not re.search(r"\bS\d\b|notes", exercise.source)
    assert exercise.each_side in {"each side", "each leg", "steps each way"}
    assert all(thing.substitute for thing in exercise.equipment)


@every_exercise
def test_a_source_says_how_strong_it_is(exercise):
    assert re.search(r"\b(strong|moderate|weak|opinion)\b", exercise.source)
    assert len(exercise.evidence) >= 2


@every_exercise
def test_an_exercise_of_our_own_says_so(exercise):
    assert (exercise.code is None) == exercise.source.startswith("App default")


@every_exercise
def test_a_reference_that_nobody_checked_is_shown_without_its_number(exercise):
    unchecked = [text for text in exercise.evidence if "not checked" in text or "second-hand" in text]

    assert not any("doi" in text for text in unchecked)


def test_no_two_exercises_share_a_sentence():
    said = Counter(
        sentence.casefold()
        for exercise in EXERCISES.values()
        for sentence in {
            *exercise.steps,
            *exercise.cues,
            *exercise.cautions,
            exercise.easier,
            exercise.harder,
            *(wrong.error for wrong in exercise.common_errors),
            *(wrong.correction for wrong in exercise.common_errors),
        }
    )

    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_an_easier_or_harder_exercise_is_another_one_of_the_library():
    for exercise in EXERCISES.values():
        others = {exercise.easier_exercise, exercise.harder_exercise} - {None}

        assert others <= EXERCISES.keys() - {exercise.id}
    assert (EXERCISES["front_lunge"].easier_exercise, EXERCISES["front_lunge"].harder_exercise) == (
        "reverse_lunge",
        "walking_lunge",
    )


def test_what_is_harder_than_the_easier_one_never_goes_in_circles():
    for exercise in EXERCISES.values():
        seen = [exercise.id]
        while (harder := EXERCISES[seen[-1]].harder_exercise) is not None:
            assert harder not in seen
            seen.append(harder)


def test_an_exercise_that_points_nowhere_is_refused(tmp_path, monkeypatch):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "movements").mkdir()
    lunge = (resource("exercises") / "front_lunge.toml").read_text(encoding="utf-8")
    (tmp_path / "exercises" / "front_lunge.toml").write_text(lunge, encoding="utf-8")
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)

    with pytest.raises(InvalidInput, match=r"Front lunge .* not in the library: reverse_lunge"):
        load_exercises()["front_lunge"]


@every_exercise
def test_nobody_reads_of_bands_or_long_dashes(exercise):
    words = repr(exercise).casefold()

    assert "band" not in words.replace("it band", "")
    assert "—" not in words


@every_exercise
def test_nobody_is_promised_anything_or_told_what_they_have(exercise):
    words = repr(exercise).casefold()

    assert not re.search(r"\b(cures?|heals?|prevents?|guarantees?|diagnos\w+|you must|no pain,? no gain)\b", words)


@every_exercise
def test_every_phase_has_a_word_of_its_own(exercise):
    assert {phase.phase for phase in exercise.dosage.tempo} <= PHASE_WORDS.keys()


@pytest.mark.parametrize(
    ("exercise", "sets", "amount", "tempo", "rest_s"),
    [
        ("adductor_roll", 1, 60, [3, 3], 40),
        ("adductor_stretch", 2, 25, [], 10),
        ("lateral_walk", 2, 12, [1, 0.3, 1.2], 40),
        ("front_lunge", 2, 10, [1.5, 0.5, 1.2, 0.3], 40),
        ("glute_roll", 1, 45, [3, 3], 40),
        ("quad_stretch", 2, 25, [], 10),
        ("hamstring_stretch", 2, 25, [], 10),
        ("itb_stretch", 2, 25, [], 10),
        ("outer_thigh_roll", 1, 45, [3, 3], 40),
        ("calf_stretch", 1, 40, [], 10),
        ("squat", 2, 10, [2, 0.5, 1.5, 0.3], 60),
        ("heel_slide", 1, 10, [3, 1, 3, 0.3], 40),
        ("single_leg_balance", 2, 30, [], 40),
        ("reverse_lunge", 2, 8, [2, 0.5, 1.5], 60),
        ("glute_bridge", 2, 10, [1.5, 2, 2], 60),
        ("side_abduction", 2, 10, [1.5, 1, 2], 60),
        ("inner_leg_lift", 2, 10, [1.5, 1, 2], 60),
        ("calf_raise", 2, 12, [1, 1, 2], 60),
        ("step_down", 2, 8, [2.5, 0.3, 1.5], 60),
        ("figure_four", 2, 25, [], 10),
        ("butterfly", 2, 25, [], 10),
        ("clamshell", 2, 10, [1.5, 1, 2], 60),
        ("quad_roll", 1, 45, [3, 3], 40),
        ("straight_leg_raise", 2, 10, [1.5, 1, 2], 60),
        ("walking_lunge", 2, 8, [2, 0.5, 1.5, 2, 0.5, 1.5], 60),
    ],
)
def test_the_doses_are_the_article_s_and_the_product_s(exercise, sets, amount, tempo, rest_s):
    dosage = EXERCISES[exercise].dosage

    assert (dosage.sets, dosage.reps or dosage.seconds, dosage.rest_s) == (sets, amount, rest_s)
    assert [phase.seconds for phase in dosage.tempo] == tempo


def test_both_legs_work_together_only_where_they_do():
    together = {exercise.id for exercise in EXERCISES.values() if exercise.dosage.sides is Sides.BOTH}

    assert together == {"squat", "glute_bridge", "calf_raise", "butterfly", "walking_lunge"}


@every_exercise
def test_a_stretch_or_a_roll_stops_at_less_pain(exercise):
    gentle = exercise.kind in {Kind.ROLL, Kind.STRETCH}

    assert exercise.dosage.pain_limit == (4 if gentle else 5)


def test_whatever_is_lain_or_sat_on_is_on_the_floor():
    on_the_floor = {exercise.id for exercise in EXERCISES.values() if exercise.position is Position.FLOOR}
    on_a_mat = {one.id for one in EXERCISES.values() if any(thing.name == "Mat" for thing in one.equipment)}

    assert on_the_floor == on_a_mat
    assert len(on_the_floor) == 12
