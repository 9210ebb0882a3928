"""Puts a record told in a few lines into the diary of the runner in front of the window."""

from dataclasses import replace

from kneecoach.coaching import patterns, returning
from kneecoach.domain.advice.log import log_at
from kneecoach.domain.advice.returning import STAGES
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import diary, mornings, people, runs, sessions
from kneecoach.ui.late_store import LateStore
from tests.domain.advice.records import told


def keep(runner, lines, **person):
    """All of these lines, as the person who was set up; what R20 finds in them is kept too, as idle time would."""
    tale, store = told(lines, **person), runner.window.findChild(LateStore).get()
    record, log, whose = tale.record, tale.log, runner.record().person.id
    with store.begin() as tx:
        people.replace(tx, replace(runner.record().person, **person))
        runs.keep_runs(tx, whose, log.runs)
        runs.keep_activities(tx, whose, log.activities)
        for shoe in log.shoes:
            runs.keep_shoe(tx, whose, shoe)
        for check in log.mornings:
            mornings.keep_check(tx, whose, check)
        for ice in log.ices:
            mornings.keep_ice(tx, whose, ice)
        for session in log.sessions:
            sessions.add(tx, replace(session, person=whose))
        diary.keep_pain_entries(tx, whose, record.pains)
        for flag in record.flags:
            diary.add_flag(tx, whose, flag)
        for injury in record.injuries:
            diary.add_injury(tx, whose, injury)
        for check_in in record.check_ins:
            diary.add_check_in(tx, whose, check_in)
    patterns.keep(store, whose, patterns.look(log_at(runner.clock.wall(), log), default_profile()))


def keep_stage(runner, lines):
    """Runs that were the first stage of returning to running."""
    keep(runner, lines)
    store = runner.window.findChild(LateStore).get()
    with store.begin() as tx:
        ran = runs.runs(tx, runner.record().person.id)
    for run in ran:
        returning.adopt(store, runner.record().person.id, run, STAGES[0])
