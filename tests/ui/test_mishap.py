"""Our own mistakes: one sentence, and a log that tells nothing about the person."""

import sys

import pytest

from kneecoach.domain.errors import DiskTrouble
from kneecoach.ui.mishap import MAX_LOG_BYTES, SENTENCE, Mishap


@pytest.fixture
def told():
    return []


@pytest.fixture
def hook(tmp_path, told):
    return Mishap(tmp_path, told.append, lambda: "2026-11-21T17:20:00+00:00")


def fail(hook, error):
    try:
        raise error
    except type(error):
        hook(*sys.exc_info())


def test_a_mistake_is_told_in_one_sentence_and_logged_by_its_place(hook, told, tmp_path):
    fail(hook, ValueError("Jana Weber said 7"))

    log = (tmp_path / "errors.log").read_text()
    assert told == [SENTENCE]
    assert "2026-11-21T17:20:00+00:00 ValueError" in log
    assert "test_mishap.py" in log
    assert "Jana" not in log


def test_what_the_person_can_act_on_is_told_as_it_is_and_not_logged(hook, told, tmp_path):
    fail(hook, DiskTrouble("The disk is full."))

    assert told == ["The disk is full."]
    assert not (tmp_path / "errors.log").exists()


def test_a_mistake_while_telling_of_one_does_not_go_round_in_circles(tmp_path):
    told = []

    def tell(sentence):
        told.append(sentence)
        fail(hook, RuntimeError("again"))

    hook = Mishap(tmp_path, tell, lambda: "now")
    fail(hook, ValueError("first"))

    assert told == [SENTENCE]


def test_the_log_begins_again_when_it_is_large(hook, tmp_path):
    (tmp_path / "errors.log").write_text("x" * (MAX_LOG_BYTES + 1))

    fail(hook, ValueError("more"))

    assert (tmp_path / "errors.log").stat().st_size < 2_000


def test_a_log_that_cannot_be_written_does_not_hide_the_sentence(told, tmp_path):
    (tmp_path / "file").write_text("")
    hook = Mishap(tmp_path / "file", told.append, lambda: "now")

    fail(hook, ValueError("more"))

    assert told == [SENTENCE]


def test_the_log_is_for_its_owner_only(hook, tmp_path):
    fail(hook, ValueError("more"))

    assert (tmp_path / "errors.log").stat().st_mode & 0o077 == 0
