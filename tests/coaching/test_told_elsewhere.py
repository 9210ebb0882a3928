"""A diary that is taken to another computer takes along what was told before a change, and so the same advice."""

import json
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneecoach.coaching import diary, diary_files, imports, mornings
from kneecoach.coaching.advice import read_advised
from kneecoach.coaching.diary_files import Form
from kneecoach.coaching.play import pain_after_session
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange import diary_file
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage import diary as diary_table
from kneecoach.storage import people, sessions
from kneecoach.storage.told_versions import told_versions
from tests.builders import a_person, a_session_record, a_set_record
from tests.coaching.diaries import DAY, HOUR, NOW, OTHER, Folder, fill

EXERCISES = load_exercises()
RUN = Run(uuid4(), NOW - 3 * DAY, 5_000, pain_max=1, limp=False)
PAIN = PainEntry(uuid4(), NOW - 3 * DAY, 2, phase=PainPhase.DAILY)
MORNING = MorningCheck(uuid4(), (NOW - 3 * DAY).date(), NOW - 3 * DAY, 0, swelling=Amount.NONE)
few = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
scores = st.integers(0, 10)


@pytest.fixture
def here():
    with closing(Folder()) as folder:
        yield folder


@pytest.fixture
def there(here):
    with closing(Folder(replace(here.person, id=uuid4()))) as folder:
        yield folder


def keep(folder, entry, at):
    if isinstance(entry, Run):
        diary.log_run(folder.store, folder.person.id, entry, at)
    elif isinstance(entry, MorningCheck):
        mornings.answer(folder.store, folder.person.id, entry, at)
    elif isinstance(entry, SessionRecord):
        with folder.store.begin() as tx:
            sessions.add(tx, replace(entry, person=folder.person.id))
            diary_table.add_pain(tx, folder.person.id, pain_after_session(entry.id, entry.ended_at, entry.pain_after))
    else:
        diary.log_pain(folder.store, folder.person.id, entry, at)


def change(folder, entry, at):
    if isinstance(entry, Run):
        diary.change_run(folder.store, folder.person.id, entry, at)
    elif isinstance(entry, MorningCheck):
        mornings.answer(folder.store, folder.person.id, entry, at)
    elif isinstance(entry, SessionRecord):
        diary.change_session(folder.store, folder.person.id, replace(entry, person=folder.person.id), at)
    else:
        diary.change_pain(folder.store, folder.person.id, entry, at)


def told_then_changed(folder, before, after, days=2):
    keep(folder, before, NOW - 3 * DAY)
    change(folder, after, NOW - days * DAY)


def carried(here, there, form=Form.JSON, now=NOW):
    text = diary_files.as_text(here.store, here.person.id, form, now)
    return diary_files.keep(there.store, there.person.id, diary_file.read(text.encode()), now)


def findings(folder, now=NOW):
    return read_advised(folder.store, folder.person.id, now, EXERCISES).findings


def versions(folder, now=NOW):
    with folder.store.begin() as tx:
        return told_versions(tx, folder.person.id, now)


def in_bin(folder):
    with folder.store.begin() as tx:
        rows = tx.exec_driver_sql("SELECT * FROM bin WHERE kind <> 'import' ORDER BY at, rowid").mappings().all()
    return [json.loads(json.dumps(dict(row)).replace(str(folder.person.id), "PERSON")) for row in rows]


SESSION = a_session_record(
    status=SessionStatus.COMPLETED,
    started_at=NOW - 3 * DAY,
    ended_at=NOW - 3 * DAY + HOUR,
    pain_before=1,
    pain_after=8,
    sets=(a_set_record(0, pain=2), a_set_record(1, seconds=12.345)),
)
TOLD = [
    (replace(RUN, pain_max=7), RUN),
    (replace(RUN, limp=True, at=NOW - 3 * DAY - HOUR), RUN),
    (replace(PAIN, score=9), PAIN),
    (replace(PAIN, swelling=Amount.CLEAR, note="-1\n“x”; y"), PAIN),
    (replace(MORNING, pain=8, swelling=Amount.CLEAR), MORNING),
    (SESSION, replace(SESSION, pain_after=1)),
]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(("before", "after"), TOLD)
def test_the_findings_are_the_same_there_and_so_is_the_bin(here, there, form, before, after):
    told_then_changed(here, before, after)

    brought = carried(here, there, form)

    assert findings(there) == findings(here) != ()
    assert in_bin(there) == in_bin(here)
    assert versions(there) == versions(here) != ()
    assert sum(brought.new.values()) == 1


def test_without_what_was_told_the_advice_would_be_milder(here, there):
    told_then_changed(here, *TOLD[0])

    diary_files.keep(there.store, there.person.id, diary_file.read(diary_file.as_json(here.everything()).encode()), NOW)

    assert findings(there) != findings(here)


@few
@given(st.lists(st.tuples(scores, scores, scores, st.integers(1, 40)), min_size=1, max_size=3), st.sampled_from(Form))
def test_whatever_was_told_and_changed_the_findings_are_the_same_on_any_day_after(changes, form):
    with closing(Folder()) as here, closing(Folder()) as there:
        for first, then, last, days in changes:
            told = NOW - days * DAY
            run = Run(uuid4(), told - 2 * HOUR, 5_000, pain_max=first, pain_after=first)
            pain = PainEntry(uuid4(), told, first, phase=PainPhase.WALKING)
            for entry, changed in ((run, replace(run, pain_max=then)), (pain, replace(pain, score=then))):
                keep(here, entry, told)
                change(here, changed, min(told + DAY, NOW))
            change(here, replace(run, pain_max=last, pain_after=None), NOW)

        carried(here, there, form)

        for days in (0, 20, 31):
            assert findings(there, NOW + days * DAY) == findings(here, NOW + days * DAY)


def test_a_change_after_the_move_is_judged_as_it_would_be_at_home(here, there):
    told_then_changed(here, replace(RUN, pain_max=7), replace(RUN, pain_max=6), days=0)
    carried(here, there)

    for folder in (here, there):
        change(folder, RUN, NOW)
        undone = diary.binned(folder.store, folder.person.id, NOW)[0]
        diary.put_back(folder.store, undone.id, NOW)

    assert findings(there) == findings(here)
    assert [one["next_told_on"] for one in in_bin(there)] == [one["next_told_on"] for one in in_bin(here)]


def test_an_undo_that_lies_in_the_bin_is_one_there_too(here, there):
    told_then_changed(here, replace(RUN, pain_max=7), RUN)
    (kept,) = diary.binned(here.store, here.person.id, NOW)
    diary.put_back(here.store, kept.id, NOW)

    carried(here, there)

    assert in_bin(there) == in_bin(here)
    assert [one["how"] for one in in_bin(there)] == ["undone"]


def test_the_same_file_twice_adds_nothing_and_what_is_here_already_keeps_what_it_knows(here, there):
    told_then_changed(here, *TOLD[0])
    keep(there, RUN, NOW)
    carried(here, there)
    carried(here, here)

    assert versions(there) == ()
    assert len(versions(here)) == 1


def test_a_part_of_the_diary_takes_what_was_told_of_its_own_entries(here, there):
    told_then_changed(here, *TOLD[0])
    other = replace(PAIN, id=uuid4(), at=NOW - 9 * DAY, score=9)
    keep(here, other, NOW - 9 * DAY)
    change(here, replace(other, score=1), NOW)

    text = diary_files.as_text(here.store, here.person.id, Form.JSON, NOW, since=(NOW - 4 * DAY).date())
    diary_files.keep(there.store, there.person.id, diary_file.read(text.encode()), NOW)

    assert [one.value.id for one in versions(there)] == [RUN.id]


def test_what_the_bin_has_let_go_neither_leaves_nor_comes_in(here, there):
    told_then_changed(here, *TOLD[0])
    text = diary_files.as_text(here.store, here.person.id, Form.JSON, NOW)
    late = NOW + 31 * DAY

    diary_files.keep(there.store, there.person.id, diary_file.read(text.encode()), late)

    assert in_bin(there) == []
    assert '"told"' in text
    assert '"told"' not in diary_files.as_text(here.store, here.person.id, Form.JSON, late)


def test_an_import_that_is_taken_back_takes_it_along_and_brings_it_again(here, there):
    told_then_changed(here, *TOLD[0])
    brought = carried(here, there)
    there_then = in_bin(there)

    imports.undo(there.store, there.person.id, brought.taken, NOW)
    assert in_bin(there) == []
    assert brought.taken.others == {}
    imports.put_back(there.store, there.person.id, brought.taken.kept, NOW)

    assert in_bin(there) == there_then
    assert findings(there) == findings(here)


def test_what_a_version_names_and_the_file_has_not_is_left_out_of_it(here, there):
    shoe = Shoe(uuid4(), "Pegasus", 0)
    diary.keep_shoe(here.store, here.person.id, shoe)
    told_then_changed(here, replace(RUN, pain_max=7, shoe=shoe.id), RUN)
    kept = [one for one in (*here.everything(), *versions(here)) if not isinstance(one, Shoe)]

    diary_files.keep(there.store, there.person.id, diary_file.read(diary_file.as_json(kept).encode()), NOW)

    (version,) = versions(there)
    assert version.value.shoe is None
    diary.put_back(there.store, version.id, NOW)


def test_what_was_told_of_somebody_elses_entry_stays_out(here):
    told_then_changed(here, *TOLD[0])
    (version,) = versions(here)
    with here.store.begin() as tx:
        people.add(tx, a_person(id=OTHER, name="Other"))
    run = replace(RUN, id=uuid4())
    stolen = replace(version, value=replace(version.value, id=run.id), follows=())

    text = diary_file.as_json((run, stolen))

    with pytest.raises(InvalidInput, match="somebody else"):
        diary_files.keep(here.store, OTHER, diary_file.read(text.encode()), NOW)


@pytest.mark.parametrize("late", [{"at": NOW + DAY}, {"value": replace(RUN, at=NOW + DAY)}])
def test_nothing_was_told_in_the_future(here, there, late):
    told_then_changed(here, *TOLD[0])
    (version,) = versions(here)

    with pytest.raises(InvalidInput, match="future"):
        there.take(RUN, replace(version, **{"follows": ()} | late))


def test_a_full_diary_without_changes_is_written_as_before(here):
    fill(here)

    text = diary_files.as_text(here.store, here.person.id, Form.JSON, NOW)
    table = diary_files.as_text(here.store, here.person.id, Form.CSV, NOW)

    assert json.loads(text)["version"] == 1
    assert "told_on" not in table
    assert table == diary_file.as_csv(here.everything())


def test_what_is_damaged_in_the_bin_is_left_at_home(here):
    told_then_changed(here, *TOLD[0])
    with here.store.begin() as tx:
        tx.exec_driver_sql("UPDATE bin SET content = replace(content, '5000', '-1')")

    assert '"told"' not in diary_files.as_text(here.store, here.person.id, Form.JSON, NOW)


def test_what_an_older_version_kept_without_its_day_leaves_with_the_day_it_was_entered(here, there):
    told_then_changed(here, *TOLD[0])
    with here.store.begin() as tx:
        tx.exec_driver_sql("UPDATE bin SET told_on = NULL, next_told_on = NULL")

    carried(here, there)

    assert [(one.told_on, one.next_told_on) for one in versions(there)] == [((NOW - 3 * DAY).date(), None)]
    assert findings(there) == findings(here)
