"""The diary in the terminal: listed, put right, thrown away, had back, carried to another folder."""

import json
from contextlib import closing
from datetime import timedelta

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.storage import people, sessions
from kneecoach.storage.database import open_store
from tests.builders import a_session_record, a_set_record
from tests.terminal.stand_ins import Desk


def listed(desk, *typed):
    assert desk.run("diary", "--json", *typed) == 0
    return json.loads(desk.out)


def record(desk):
    with closing(open_store(desk.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
        return read_record(store, person.id)


def test_a_day_without_entries_says_so(desk):
    desk.run("diary")
    assert desk.out.startswith("Nothing in the diary yet.")

    desk.run("log", "pain", "3")
    desk.run("diary", "--since", "2026-11-22")
    assert desk.out == "Nothing in the diary on these days.\n"
    assert len(listed(desk, "--since", "2026-11-21", "--until", "2026-11-21")) == 1


def test_an_entry_is_deleted_and_had_back(desk):
    desk.run("log", "run", "6", "--pain", "4")
    before = listed(desk)
    start = before[0]["id"][:8]

    assert desk.run("diary", "delete", start.upper()) == 0
    assert desk.out == "Deleted: run, 6 km, pain 4. `kneecoach undo` puts it back, for 30 days.\n"
    assert (listed(desk), record(desk).pains) == ([], ())
    desk.run("bin")
    assert "deleted  run: 6 km, pain 4" in desk.out

    assert desk.run("undo") == 0
    assert desk.out == "Put back as it was: run, 6 km, pain 4.\n"
    assert listed(desk) == before
    assert [pain.score for pain in record(desk).pains] == [4]


def test_one_of_several_is_had_back(desk):
    for score in ("3", "4"):
        desk.run("log", "pain", score)
    for entry in listed(desk):
        desk.run("diary", "delete", entry["id"])
    assert desk.run("bin", "--json") == 0
    binned = {one["entry"]["score"]: one for one in json.loads(desk.out)}

    assert desk.run("bin", "restore", "") == 2
    assert desk.run("bin", "restore", binned[3]["id"], "--json") == 0

    assert [one["score"] for one in json.loads(desk.out)] == [3]
    assert [entry["score"] for entry in listed(desk)] == [3]
    desk.run("bin")
    assert "pain: 4" in desk.out
    desk.run("undo")
    desk.run("bin")
    assert desk.out == "The bin is empty.\n"


def test_signs_are_answered_not_deleted(desk):
    desk.run("log", "flag", "limp")
    (flag,) = listed(desk)

    assert desk.run("diary", "delete", flag["id"]) == 2
    assert desk.err.startswith("Signs and injuries are never deleted")


def test_an_id_of_several_needs_more_letters(desk):
    for _ in range(17):
        desk.run("log", "pain", "3")
    starts = [entry["id"][0] for entry in listed(desk)]
    common = next(start for start in starts if starts.count(start) > 1)

    assert desk.run("diary", "delete", common) == 2
    assert desk.err == f"The id {common} is of several: give more of its letters.\n"


@pytest.fixture
def played(desk):
    person = desk.introduce()
    ended = desk.clock.wall() - timedelta(hours=1)
    session = a_session_record(
        person=person.id, ended_at=ended, status=sessions.SessionStatus.STOPPED, pain_after=2, sets=(a_set_record(0),)
    )
    with closing(open_store(desk.folder)) as store, store.begin() as tx:
        sessions.add(tx, session)
    return str(session.id)


def test_a_session_is_corrected_deleted_and_both_are_undone(desk, played):
    assert desk.run("sessions", "correct", played[:8], "--pain-after", "5", "--effort", "6", "--note", "tired") == 0
    assert desk.out.startswith("Corrected: session, A routine, stopped, pain ? to 5, effort 6, tired.")
    desk.run("sessions")
    assert f"? to 5  {played[:8]}" in desk.out
    assert [pain.score for pain in record(desk).pains] == [5]

    desk.run("undo")
    (session,) = listed(desk, "--type", "session")
    assert (session["pain_after"], session["effort"], session["note"], len(session["sets"])) == (2, None, "", 1)

    desk.run("sessions", "delete", played)
    assert desk.sessions() == ()
    desk.run("undo")
    assert [str(one.id) for one in desk.sessions()] == [played]


def test_a_session_is_corrected_by_what_a_person_may_say(desk, played):
    assert desk.run("sessions", "correct", played, "--effort", "11") == 2
    assert desk.err == "Effort is a whole number from 0 to 10.\n"
    assert desk.run("sessions", "correct", "ffff", "--effort", "1") == 2
    assert desk.err == "There is nothing with the id ffff.\n"


def test_a_correction_that_changes_nothing_is_refused_and_leaves_nothing_to_undo(desk, played):
    desk.run("sessions", "correct", played, "--effort", "4")
    desk.run("bin", "--json")
    before = desk.out

    assert desk.run("sessions", "correct", played) == 2
    assert desk.err == "Say what is to be corrected: --pain-before, --pain-after, --effort or --note.\n"
    assert desk.run("sessions", "correct", played, "--effort", "4") == 2
    assert desk.err == "The diary says that already, so nothing was changed.\n"
    desk.run("bin", "--json")
    assert desk.out == before


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_diary_goes_to_another_folder_and_is_equal_there(desk, tmp_path, ending):
    desk.run("shoes", "add", "@Pegasus", "--km", "10")
    desk.run("log", "run", "6.2", "--minutes", "38", "--shoe", "@pegasus", "--pain", "3")
    desk.run("log", "pain", "3", "--symptom", "gives_way", "--note", "=cmd|' /C calc'!A0")
    desk.run("log", "morning", "2", "--swelling", "none")
    path, there = tmp_path / f"diary.{ending}", Desk(tmp_path / "elsewhere")

    assert desk.run("export", "diary", "--to", str(path)) == 0
    assert desk.out == f"The diary is in {path}.\n"
    assert there.run("import", str(path)) == 0

    assert there.out == (
        f"diary.{ending}: 1 new pair of shoes, 1 new session, 1 new run, 1 new morning, 1 new sign, "
        "1 new pain entry, 0 already in the diary.\n"
        "`kneecoach undo` takes the import back, for 30 days.\n"
    )
    assert listed(there) == listed(desk)
    assert listed(there, "--type", "session")[0]["sets"] == listed(desk, "--type", "session")[0]["sets"]
    assert record(there).pains == record(desk).pains
    assert there.run("import", str(path), "--json") == 0
    told = json.loads(there.out)
    assert (told["imported"], told["duplicates"], told["refused"]) == ([], 6, [])


def test_a_diary_file_that_is_not_sound_is_refused_by_name(desk, tmp_path):
    bad, good = tmp_path / "bad.json", tmp_path / "good.json"
    desk.run("log", "pain", "3")
    desk.run("export", "diary", "--to", str(good))
    bad.write_text(good.read_text().replace('"score": 3', '"score": 11'))
    there = Desk(tmp_path / "elsewhere")

    assert there.run("import", str(bad)) == 2
    assert there.err == "bad.json: Entry 1 (pain): Pain is a whole number from 0 to 10.\n"
    assert listed(there) == []
    assert there.run("import", str(good), "--dry-run") == 0
    assert there.out == "good.json: 1 new pain entry, 0 already in the diary.\nNothing was written.\n"
    assert listed(there) == []
    assert there.run("import", str(bad), str(good), "--json") == 0
    told = json.loads(there.out)
    assert told["imported"] == [{"file": "good.json", "what": "pain", "count": 1}]
    assert [one["file"] for one in told["refused"]] == ["bad.json"]


def test_a_diary_can_be_printed(desk, tmp_path):
    desk.run("log", "pain", "3")

    assert desk.run("export", "diary", "--to", "-") == 0
    assert json.loads(desk.out)["entries"] == listed(desk)
    assert desk.run("export", "diary", "--to", str(tmp_path / "d.csv"), "--json", "--until", "2026-11-20") == 0
    assert json.loads(desk.out) == {"exported": str(tmp_path / "d.csv")}
    assert (tmp_path / "d.csv").read_text().count("\n") == 1


def test_an_empty_diary_leaves_too(desk, tmp_path):
    assert desk.run("export", "diary", "--to", str(tmp_path / "d.json")) == 0

    assert Desk(tmp_path / "elsewhere").run("import", str(tmp_path / "d.json")) == 0
    assert not desk.folder.exists()


def test_what_was_used_on_a_day_is_listed(desk, tmp_path):
    desk.run("export", "diary", "--to", str(tmp_path / "d.json"))
    told = {"type": "support", "id": "6f6f6f6f-0000-4000-8000-000000000003", "at": "2026-11-21T09:00:00+00:00"}
    content = json.loads((tmp_path / "d.json").read_text()) | {
        "entries": [told | {"used": ["tape"], "not_used": ["brace"]}]
    }
    (tmp_path / "d.json").write_text(json.dumps(content))

    desk.run("import", str(tmp_path / "d.json"))
    desk.run("diary")

    assert "2026-11-21  support  tape, no brace  6f6f6f6f" in desk.out


def test_when_it_hurt_is_unknown_until_it_is_said(desk):
    desk.run("log", "pain", "2")
    desk.run("log", "pain", "3", "--phase", "stairs")

    assert {entry["score"]: entry["phase"] for entry in listed(desk)} == {2: None, 3: "stairs"}
    desk.run("diary")
    assert "rest" not in desk.out


def test_undoing_again_goes_further_back_and_restoring_goes_forth(desk, played):
    for note in ("one", "two", "three"):
        desk.run("sessions", "correct", played, "--note", note)
        desk.clock.pass_by(1)

    def noted():
        (session,) = listed(desk, "--type", "session")
        return session["note"]

    seen = [noted()]
    for _ in range(3):
        assert desk.run("undo") == 0
        desk.clock.pass_by(1)
        seen.append(noted())
    assert seen == ["three", "two", "one", ""]

    assert desk.run("undo") == 2
    assert desk.err.startswith("Nothing is left to undo.")
    desk.run("bin", "--json")
    newest = json.loads(desk.out)[0]
    assert newest["how"] == "undone"
    desk.run("bin", "restore", newest["id"])
    assert noted() == "one"
    desk.run("undo")
    assert noted() == ""
