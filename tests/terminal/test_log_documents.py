"""What `kneecoach log --json` says: the same as its text, from the same place."""

import json

import pytest

from tests.terminal.stand_ins import Desk


@pytest.mark.parametrize(
    "typed",
    [
        ("injury", "twist", "--pop", "--fast-swelling"),
        ("injury", "fall"),
        ("pain", "2"),
        ("pain", "4", "--symptom", "gives_way"),
        ("morning", "0"),
        ("morning", "7"),
        ("run", "5", "--pain", "1"),
        ("run", "5"),
        ("activity", "bike", "20"),
        ("ice", "10"),
    ],
)
@pytest.mark.parametrize("flagged", [False, True])
def test_every_document_holds_the_sentences_that_are_said_as_text(tmp_path, typed, flagged):
    as_text, as_document = Desk(tmp_path / "one"), Desk(tmp_path / "other")
    for desk in (as_text, as_document):
        if flagged:
            desk.run("log", "flag", "gives_way")

    as_text.run("log", *typed)
    as_document.run("log", *typed, "--json")

    documents = json.loads(as_document.out)
    said = as_text.out.splitlines()[len(documents) :]
    assert all(one["cautions"] == said for one in documents)
    harmless = typed[0] in {"run", "activity", "ice"} or (not flagged and typed[1] in {"0", "2"})
    assert len(said) > 0 or harmless


def documents_of(desk):
    assert desk.run("log", "injury", "twist", "--pop", "--fast-swelling", "--json") == 0
    return json.loads(desk.out)


@pytest.mark.parametrize("flagged", [False, True])
def test_an_injury_to_be_seen_today_is_told_in_the_document_too(desk, flagged):
    if flagged:
        desk.run("log", "flag", "gives_way")

    said = [caution for one in documents_of(desk) for caution in one["cautions"]]

    assert any("Ask today about an X-ray check" in one and "No session until it has been seen" in one for one in said)


def test_two_injuries_of_one_day_are_named_once_in_a_sentence(desk):
    desk.run("log", "injury", "twist")
    desk.run("log", "injury", "twist")

    assert "twist on 21 November" in desk.out
    assert "and twist on" not in desk.out


@pytest.mark.parametrize("typed", [("0.001", "--minutes", "300"), ("0.049",), ("3", "--minutes", "3:00:01")])
def test_what_would_read_as_no_distance_or_no_running_is_refused_as_a_run(desk, typed):
    assert desk.run("log", "run", *typed) == 2

    assert desk.err.startswith("That is ")
    desk.run("diary", "--json")
    assert json.loads(desk.out) == []
