"""Our own mistakes: one sentence, and a log that tells nothing about the person."""

import sys

import pytest

from kneecoach.domain.errors import DiskTrouble
from kneecoach.error_log import ErrorLog
from kneecoach.ui.mishap import MISTAKE, NOTED, WENT_BACK, Mishap
from tests.builders import A_DAY


@pytest.fixture
def told():
    return []


@pytest.fixture
def log(tmp_path):
    return ErrorLog(tmp_path, tuple, lambda: A_DAY)


@pytest.fixture
def hook(log, told):
    return Mishap(log, lambda: False, told.append)


def fail(hook, error):
    try:
        raise error
    except type(error):
        hook(*sys.exc_info())


def test_a_mistake_is_told_in_one_sentence_and_logged_by_its_place(hook, told, tmp_path):
    fail(hook, ValueError("Jana Weber said 7"))

    written = (tmp_path / "errors.log").read_text()
    assert told == [f"{MISTAKE} {NOTED}"]
    assert "ValueError" in written
    assert "test_mishap.py" in written
    assert "Jana" not in written


def test_what_the_person_can_act_on_is_told_as_it_is_and_not_logged(hook, told, tmp_path):
    fail(hook, DiskTrouble("The disk is full."))

    assert told == ["The disk is full."]
    assert not (tmp_path / "errors.log").exists()


def test_it_says_that_it_went_back_to_today_only_when_it_did(log, told):
    for went_back in (True, False):
        fail(Mishap(log, lambda went_back=went_back: went_back, told.append), ValueError("more"))

    assert told == [f"{WENT_BACK} {NOTED}", f"{MISTAKE} {NOTED}"]


def test_a_mistake_while_telling_of_one_does_not_go_round_in_circles(log):
    told = []

    def tell(sentence):
        told.append(sentence)
        fail(hook, RuntimeError("again"))

    hook = Mishap(log, lambda: False, tell)
    fail(hook, ValueError("first"))

    (sentence,) = told
    assert sentence.startswith(MISTAKE)


def test_a_log_that_cannot_be_written_does_not_hide_the_sentence(told, tmp_path):
    (tmp_path / "file").write_text("")
    hook = Mishap(ErrorLog(tmp_path / "file", tuple, lambda: A_DAY), lambda: False, told.append)

    fail(hook, ValueError("more"))

    assert told == [MISTAKE]
