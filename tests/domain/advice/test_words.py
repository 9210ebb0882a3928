"""The words of every finding: what was logged first, no verdict on the body, no promise, no blame, no medicine."""

import re
from string import Formatter

import pytest

from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.rule import Evidence
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.advice.texts import WORDS
from kneecoach.domain.advice.texts_under_red import UNDER_RED
from kneecoach.domain.advice.words import Said, distance, found, in_units, mean_words
from kneecoach.domain.finding import Level
from kneecoach.domain.person import Units
from tests.domain.advice.logs import PROFILE
from tests.domain.advice.test_vignettes import VIGNETTES

ALL = {**WORDS, **UNDER_RED}
UNSAID = {
    "a diagnosis": r"\byou have\b(?! been)|\byou are suffering|\byour (meniscus|ligament|cartilage) is\b|\bdiagnos",
    "a promise": r"\bwill (cure|heal|fix|prevent|go away)|\bprevent|\bcures?\b|\bguarantee|\bsafe to\b|\ball good\b",
    "blame": r"\bshould have\b|\bshouldn.t have\b|\byour fault\b|\btoo lazy\b|\bfailed\b|\bignored\b",
    "a medicine": r"\b(ibuprofen|paracetamol|acetaminophen|aspirin|diclofenac|naproxen|tablets?|dose|mg)\b",
    "a dash or a foreign word": r"—|\bband\b|!",
    "an empty place": r"[{}]|(?-i:\bNone\b)|  ",
}
SAMPLES = {"shoe": "“Blue”", "exercise": "front lunge", "day": "3 June", "what": "7 of 10 and a limp"}
ALSO = {
    "usual": "your usual is 1",
    "shorter": "with shorter run parts",
    "said": "Move last.",
    "missing": "day of rest and no strength session",
}


def sampled(key):
    """The finding of this key with values of the kind that the rules give."""
    words = ALL[key]
    names = {
        name
        for line in (words.title, words.text, *words.because, words.clears)
        for _, name, _, _ in Formatter().parse(line)
        if name
    }
    values = {name: 8_470 if name.endswith("_m") else (SAMPLES | ALSO).get(name, "3") for name in names}
    return found(key, Said(Level.INFO, values, ()))


FINDINGS = {key: [sampled(key)] for key in ALL}
FINDINGS["of the vignettes"] = [finding for one in VIGNETTES for finding in one.found()]


@pytest.mark.parametrize("key", FINDINGS)
def test_what_is_never_said_is_not_said(key):
    for finding in FINDINGS[key]:
        said = "\n".join((finding.title, finding.text, *finding.because, finding.clears_when, finding.source))

        for what, pattern in UNSAID.items():
            assert not re.search(pattern, said, re.IGNORECASE), what


@pytest.mark.parametrize("key", FINDINGS)
def test_it_begins_with_what_was_logged(key):
    for finding in FINDINGS[key]:
        text = finding.text

        assert text.startswith(("You logged", "You noted", "You ticked")) or "you noted this on" in text
        assert text.endswith(".")
        assert finding.clears_when.endswith(".")
        assert all(line and line[0] == line[0].upper() for line in finding.because if finding.key)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_each_rule_has_its_source_its_strength_and_its_limit(rule):
    condition = condition_of(rule, PROFILE)
    said = " ".join((rule.name, condition, rule.source, rule.does_not_mean))

    for pattern in (UNSAID["a promise"], UNSAID["blame"], UNSAID["a medicine"], UNSAID["an empty place"]):
        assert not re.search(pattern, said, re.IGNORECASE)
    assert rule.source
    assert rule.does_not_mean.endswith(".")
    assert condition.endswith(".")


def test_every_key_belongs_to_a_rule_and_every_rule_has_words():
    assert {key.partition(".")[0] for key in ALL} == set(RULES)
    assert set(RULES) == {f"R{number}" for number in range(10, 26)}


def test_the_scale_of_evidence_is_in_words():
    assert [one.word for one in Evidence] == ["Opinion", "Weak", "Moderate", "Strong"]


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [(8_470, "8.4 km", "5.2 miles"), (10_000, "10.0 km", "6.2 miles"), (50, "0.0 km", "0.0 miles")],
)
def test_distances_are_cut_off_and_never_rounded_up(metres, km, miles):
    assert (distance(metres, Units.KM), distance(metres, Units.MILES)) == (km, miles)


def test_a_finding_is_said_again_in_miles():
    finding = in_units(FINDINGS["R14.small"][0], Units.MILES)

    assert "at most 5.2 miles" in finding.clears_when
    assert "km" not in finding.text


def test_a_red_flag_has_no_distances_and_stays_as_it_is():
    flag = next(finding for finding in FINDINGS["of the vignettes"] if not finding.key)

    assert in_units(flag, Units.MILES) is flag


def test_a_line_that_lacks_its_number_is_left_out():
    values = {"pain": 6, "exercise": "lunge", "day": "3 June", "green": 2, "start": "", "changed": ""}

    assert len(found("R10.stop", Said(Level.STOP, values, ())).because) == 1
    assert len(found("R10.stop", Said(Level.STOP, values | {"start": 0}, ())).because) == 2


@pytest.mark.parametrize(
    ("scores", "words"), [((1, 2), "1.5"), ((1, 1, 2), "1.3"), ((10,), "10.0"), ((0, 1, 1), "0.7")]
)
def test_a_mean_has_one_decimal(scores, words):
    assert mean_words(scores) == words


@pytest.mark.parametrize(
    ("green", "said"), [(2, "with 2 or less, and nothing sharp"), (0, "with 0, and nothing sharp")]
)
def test_nothing_is_less_than_no_pain(green, said):
    values = {"pain": 6, "exercise": "Lunge", "day": "3 June", "green": green, "start": "", "changed": ""}

    assert said in found("R10.stop", Said(Level.STOP, values, ())).clears_when
