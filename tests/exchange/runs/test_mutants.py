"""Files of every format with something wrong in them: an outcome in a sentence each time, never anything else."""

import random

import pytest

from kneecoach.exchange.runs.found import Found, NotARun, Refused
from tests.exchange.runs.mutants import SOUND, mutant
from tests.exchange.runs.run_files import read_bytes

MUTANTS = 150


@pytest.mark.parametrize("kind", SOUND)
def test_a_mutant_comes_in_or_is_refused_in_a_sentence(tmp_path, kind):
    chance = random.Random(kind)
    for _ in range(MUTANTS):
        for outcome in read_bytes(tmp_path, f"mutant.{kind}", mutant(kind, chance)):
            assert isinstance(outcome, Found | NotARun | Refused)
            assert "/" not in outcome.file
            if isinstance(outcome, Refused):
                assert outcome.why.endswith(".")
                assert len(outcome.why) <= 300


def test_the_sound_ones_come_in(tmp_path):
    for kind, content in SOUND.items():
        assert all(isinstance(outcome, Found) for outcome in read_bytes(tmp_path, f"a.{kind}", content)), kind
