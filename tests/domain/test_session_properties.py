"""Whatever is pressed and however time is cut: nothing is lost, doubled, or taken back."""

from uuid import uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kneecoach.domain.dosage import Sides, TempoPhase
from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import Pauses
from kneecoach.domain.session import Cause, SessionEnded, SetFinished
from kneecoach.domain.session_record import SetStatus
from tests.builders import CONTROLS, SESSION_ID, Session, a_session, a_timeline, at, counted, play, timed

TEMPOS = st.lists(
    st.builds(TempoPhase, st.sampled_from(["lower", "hold", "raise", "pause"]), st.sampled_from([0.1, 0.3, 1.2, 3])),
    min_size=1,
    max_size=4,
).map(tuple)
SETS = st.integers(1, 3)
RESTS = st.sampled_from([0, 1.5, 10])
DOSAGES = st.one_of(
    st.builds(timed, st.sampled_from([0.4, 1, 2.5, 20, 25]), sets=SETS, rest_s=RESTS, sides=st.sampled_from(Sides)),
    st.builds(counted, st.integers(1, 6), sets=SETS, rest_s=RESTS, sides=st.sampled_from(Sides), tempo=TEMPOS),
    st.builds(timed, st.sampled_from([7, 21]), tempo=TEMPOS),
)
TIMELINES = st.builds(
    lambda dosages, pauses, first: a_timeline(*dosages, pauses=pauses, first=first),
    st.lists(DOSAGES, min_size=1, max_size=3),
    st.builds(Pauses, *[st.sampled_from([0, 0.5, 3, 5])] * 3),
    st.sampled_from([Side.LEFT, Side.RIGHT]),
)
MOVING = sorted(CONTROLS.keys() - {"advance", "pause", "resume", "end"})


class AnyHands(RuleBasedStateMachine):
    """Somebody presses anything at any time on a machine that sometimes sleeps."""

    @initialize(timeline=TIMELINES, speed=st.sampled_from([1, 1, 7.3, 60]))
    def begin(self, timeline, speed):
        self.session = Session(timeline, id=SESSION_ID, speed=speed)
        self.now = 1_000.0
        self.saved = {}
        self.worked_s = 0.0
        self.ends = 0
        self.eased_midway = set()
        self.hear(self.session.advance(at(self.now)))

    @rule(seconds=st.floats(0, 2))
    def let_time_pass(self, seconds):
        self.press("advance", seconds)

    @rule(seconds=st.floats(2.1, 9_000))
    def close_the_lid(self, seconds):
        before = self.session.playing
        self.press("advance", seconds)
        after = self.session.playing
        assert (after.elapsed_s, after.planned) == (before.elapsed_s, before.planned)
        assert after.paused or after.ended

    @rule(control=st.sampled_from(MOVING), seconds=st.floats(0, 2))
    def move(self, control, seconds):
        self.press(control, seconds)
        if control == "fewer_reps" and self.session.playing.working:
            self.eased_midway.add(self.session.position)

    @rule(control=st.sampled_from(["pause", "resume"]), seconds=st.floats(0, 2))
    def stop_or_go(self, control, seconds):
        self.press(control, seconds)

    @rule(where=st.floats(0, 0.999))
    def jump(self, where):
        self.hear(self.session.jump(at(self.now), int(where * len(self.session.timeline.sets))))

    @precondition(lambda self: len(self.session.records) > 1)
    @rule()
    def end(self):
        self.press("end", 0)

    def press(self, control, seconds):
        self.now += seconds
        self.hear(CONTROLS[control](self.session, at(self.now)))

    def hear(self, events):
        assert not (self.ends and events)
        for event in events:
            if isinstance(event, SetFinished):
                self.check_is_no_worse(self.saved.get(event.record.index), event.record)
                self.saved[event.record.index] = event.record
            self.ends += isinstance(event, SessionEnded)

    @staticmethod
    def check_is_no_worse(old, new):
        assert new.id == uuid5(SESSION_ID, str(new.index))
        if old is None:
            return
        assert (new.reps or 0) >= (old.reps or 0)
        assert new.seconds >= old.seconds
        if old.status is SetStatus.DONE:
            assert (new.reps, new.seconds, new.status) == (old.reps, old.seconds, old.status)
        assert not (old.status is SetStatus.PARTIAL and new.status is SetStatus.SKIPPED)

    @invariant()
    def what_was_told_to_be_saved_is_what_the_session_holds(self):
        assert self.saved == self.session.records
        assert all(index == record.index for index, record in self.saved.items())

    @invariant()
    def time_worked_never_shrinks(self):
        assert self.session.worked_s >= self.worked_s
        self.worked_s = self.session.worked_s

    @invariant()
    def what_is_shown_is_possible(self):
        shown = self.session.playing
        assert 0 <= shown.seconds_left <= shown.length_s
        assert shown.elapsed_s + shown.seconds_left == pytest.approx(shown.length_s)
        assert shown.session_left_s >= (0 if shown.ended else shown.seconds_left)
        assert shown.planned == self.session.timeline.sets[self.session.position]
        assert shown.reps is None or 0 <= shown.rep <= shown.reps
        assert shown.phase_elapsed_s >= 0

    @invariant()
    def sides_that_are_both_still_to_come_get_equal_time(self):
        open_sets = {
            (planned.item, planned.number, planned.side): planned.work_s
            for planned in self.session.timeline.sets
            if planned.index not in {*self.saved, *self.eased_midway, self.session.position}
        }
        for (item, number, side), work_s in open_sets.items():
            other = open_sets.get((item, number, side.other))
            assert other is None or other == work_s

    @invariant()
    def once_it_ended_every_planned_set_has_exactly_one_record(self):
        if self.session.playing.ended:
            assert self.ends == 1
            assert sorted(self.saved) == list(range(len(self.session.timeline.sets)))


AnyHands.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestAnyHands = AnyHands.TestCase


PRESSES = st.lists(
    st.tuples(st.integers(0, 20_000), st.sampled_from(sorted(CONTROLS.keys() - {"end"}))), min_size=1, max_size=12
)
CUTS = st.lists(st.integers(0, 60_000), max_size=60)


def performed(timeline, speed, presses, cuts_ms):
    """Everything told, up to a minute, with time looked at every 1.9 s and at `cuts_ms` too."""
    session = Session(timeline, id=SESSION_ID, speed=speed)
    moments = [(ms, 0, "advance") for ms in (*range(0, 60_000, 1_900), 60_000, *cuts_ms)]
    at_ms = 0
    for order, (gap_ms, control) in enumerate(presses, start=1):
        at_ms += gap_ms
        moments.append((at_ms, order, control))
    events = []
    for ms, _, control in sorted(moment for moment in moments if moment[0] <= 60_000):
        events += CONTROLS[control](session, at(5_000 + ms / 1_000))
    return events, session.records, session.playing


@given(TIMELINES, st.sampled_from([1, 3.7, 60]), PRESSES, CUTS)
@settings(max_examples=60)
def test_however_finely_time_is_cut_the_same_things_happen(timeline, speed, presses, cuts_ms):
    coarse = performed(timeline, speed, presses, [])
    fine = performed(timeline, speed, presses, cuts_ms)

    assert fine == coarse


@given(TIMELINES)
@settings(max_examples=40)
def test_left_alone_a_session_takes_exactly_the_length_of_its_timeline(timeline):
    session = Session(timeline, id=SESSION_ID)
    session.advance(at(0))
    now = 0.0
    while now + 1.9 < timeline.seconds - 0.01:
        now += 1.9
        session.advance(at(now))

    session.advance(at(timeline.seconds - 0.01))
    assert session.playing.ended is None
    session.advance(at(timeline.seconds))
    assert session.playing.ended
    assert session.worked_s == pytest.approx(sum(planned.work_s for planned in timeline.sets))


@given(st.integers(0, 400), st.integers(0, 3))
@settings(max_examples=40)
def test_what_was_saved_before_a_crash_is_still_there_at_the_end(seconds, sets_behind):
    timeline = a_timeline(counted(10, sets=2), timed(25))
    first = a_session(counted(10, sets=2), timed(25), started_at=0)
    for step in range(seconds):
        first.advance(at(step + 1))
    kept = dict(first.records)

    second = Session(
        timeline, id=SESSION_ID, records=kept.values(), position=first.position - sets_behind, cause=Cause.RESTARTED
    )
    second.resume(at(0))
    for step in range(600):
        second.advance(at(step + 1))

    assert len(second.records) == 6
    assert {index: second.records[index] for index in kept} == kept


@given(st.floats(0, 60))
def test_nothing_happens_before_the_time_it_names_and_something_does_then(second):
    session = a_session(counted(3, sets=2), timed(20))
    play(session, 100, 100 + second)
    until = session.playing.next_s

    before = play(session, 100 + second, 100 + second + until - 0.001) if until > 0.001 else []
    after = session.advance(at(100 + second + until + 0.001))

    assert before == []
    assert after
