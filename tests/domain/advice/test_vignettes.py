"""Records of people in a few lines, and what the rules then say and do not say: the red flags first."""

import re
from ast import literal_eval
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from kneecoach.domain.advice.engine import every_finding, is_red, shown
from tests.domain.advice.logs import PROFILE, moment
from tests.domain.advice.records import told

TABLE = Path(__file__).with_name("vignettes.txt")
LATE = 22


@dataclass(frozen=True, eq=False)
class Vignette:
    """One block of the table. `says` is everything shown, each rule with its urgency or level."""

    title: str
    lines: tuple[str, ...]
    person: dict
    on: int
    says: frozenset[str]
    hides: frozenset[str]
    never: frozenset[str]

    @cached_property
    def record(self):
        return told(self.lines, **self.person)

    def found(self, day=None):
        record = self.record
        return every_finding(record.record, record.log, moment(self.on if day is None else day, LATE), PROFILE)


def of(block) -> Vignette:
    title, *lines = block.splitlines()
    words = {"person": "", "on": "", "says": "", "hides": "", "never": ""}
    entries = []
    for line in lines:
        first, _, rest = line.partition(" ")
        if first in words:
            words[first] = rest
        else:
            entries.append(line)
    person = {name: literal_eval(value) for name, value in (pair.split("=") for pair in words["person"].split())}
    says = frozenset(said for said in words["says"].split(", ") if "nothing" not in said)
    return Vignette(
        title,
        tuple(entries),
        person,
        int(words["on"]),
        says,
        frozenset(words["hides"].split()),
        frozenset(words["never"].split()),
    )


def blocks():
    text = re.sub(r"(?m)^#.*\n", "", TABLE.read_text(encoding="utf-8"))
    return [of(block) for block in re.split(r"\n{2,}", text.strip())]


VIGNETTES = blocks()


def in_words(finding):
    return f"{finding.rule} {finding.urgency.word if finding.urgency else finding.level.word}"


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda one: one.title)
def test_of_a_record_the_rules_say_this_and_no_more(vignette):
    found = vignette.found()

    visible = shown(found)

    assert {in_words(one) for one in visible} == vignette.says
    assert {one.rule for one in found} - {one.rule for one in visible} == vignette.hides
    assert not {one.rule for one in found} & vignette.never


def test_the_table_is_long_enough_and_covers_every_rule():
    told_of = {said.split()[0] for one in VIGNETTES for said in one.says}

    assert len(VIGNETTES) >= 60
    assert told_of >= {f"R{number:02}" for number in range(1, 25)} - {"R20"} | {"FLAG"}
    assert len({one.title for one in VIGNETTES}) == len(VIGNETTES)


STAY = {f"R{number:02}" for number in range(1, 14)} | {"R18"}


def stays(finding):
    """A visit is a note for 28 days, and coming back three times is counted within half a year."""
    return finding.rule in STAY and finding.key != "R18.again" and (bool(finding.key) or is_red(finding))


def gravest(found):
    """How soon somebody should look, whatever rule says so."""
    return max((one.urgency or 0 for one in found if is_red(one)), default=0)


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda one: one.title)
def test_days_without_an_entry_clear_nothing_that_matters(vignette):
    found = vignette.found()

    for days in (1, 8, 400):
        later = vignette.found(vignette.on + days)

        assert gravest(later) >= gravest(found)
        # A knee that gave way long ago is no longer R05, and yet as urgent
        assert {one.rule for one in found if stays(one)} - {"R05"} <= {one.rule for one in later}


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda one: one.title)
def test_everything_found_has_its_numbers_and_its_way_out(vignette):
    for finding in vignette.found():
        assert finding.because
        assert finding.clears_when
        assert finding.source
