"""The facts for a doctor: what was said in six weeks, counted as it was said, and what was not said as unknown."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.check_in import FAMILY_FLAGS, CheckIn, Family
from kneecoach.domain.doctor_facts import Told, doctor_facts
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, Quality, Symptom
from kneecoach.domain.plan import Plan
from kneecoach.domain.run import Run
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.ui.paper.doctor_words import noticed
from tests.builders import A_DAY, a_person, a_session_record, a_set_record

NOW = A_DAY
DAY = timedelta(days=1)


def ago(days):
    return NOW - days * DAY


def a_pain(score, days, **more):
    return PainEntry(uuid4(), ago(days), score, **more)


def a_flag(flag, days, closed=None):
    return FlagEntry(uuid4(), flag, ago(days), closed)


def facts(*pains, flags=(), injuries=(), check_ins=(), **log):
    rest = {name: log.pop(name) for name in ("supports", "plan", "novelties") if name in log}
    record = Record(a_person(), tuple(flags), tuple(injuries), tuple(pains), tuple(check_ins))
    told = Told(record, TrainingLog(NOW, pains=tuple(pains), **log), **rest)
    return doctor_facts(told, NOW)


def test_nobody_has_told_anything():
    nothing = doctor_facts(Told(Record(), TrainingLog(NOW)), NOW)

    assert (nothing.person, nothing.pain_now, nothing.first_pain, nothing.goal) == (None, None, None, "")
    assert (nothing.signs, nothing.injuries, nothing.counted, nothing.unanswered) == ((), (), (), ())
    assert (nothing.denied, nothing.denied_on) == ((), None)
    assert {(one.pain, one.metres, one.painkiller) for one in nothing.days} == {(None, 0, None)}
    assert [week.pains for week in nothing.weeks] == [0] * 6
    assert nothing.mornings.highest is None


def test_a_day_has_its_highest_pain_its_metres_and_whether_a_painkiller_was_noted():
    runs = (Run(uuid4(), ago(3), 5_000, painkiller=False), Run(uuid4(), ago(3), 1_000), Run(uuid4(), ago(2), 4_000))
    supports = (
        SupportUsed(uuid4(), ago(3), (Support.PAINKILLER, Support.SLEEVE)),
        SupportUsed(uuid4(), ago(2), (), (Support.PAINKILLER,)),
        SupportUsed(uuid4(), ago(1), (Support.TAPE,)),
        SupportUsed(uuid4(), ago(60), (Support.PAINKILLER,)),
    )

    told = facts(a_pain(2, 3), a_pain(5, 3), a_pain(0, 0), a_pain(9, 60), runs=runs, supports=supports)

    by_day = {one.day: one for one in told.days}
    shown = by_day[ago(3).date()]
    assert (shown.pain, shown.metres, shown.painkiller) == (5, 6_000, True)
    assert by_day[ago(2).date()].painkiller is False
    assert by_day[ago(1).date()].painkiller is None
    assert by_day[NOW.date()].pain == 0
    assert (told.painkiller_days, told.painkiller_no) == ((ago(3).date(),), 1)
    assert told.tried.supports == ((Support.SLEEVE, 1), (Support.TAPE, 1))
    assert told.first_pain == ago(60).date()


def test_a_week_adds_up_what_is_known():
    runs = (
        Run(uuid4(), ago(1), 5_000, 1_800, effort=4),
        Run(uuid4(), ago(2), 7_000, 2_400),
        Run(uuid4(), ago(40), 3_000),
    )

    told = facts(a_pain(2, 1), a_pain(5, 2), runs=runs)

    last = told.weeks[-1]
    assert (last.pains, last.pain_sum, last.highest) == (2, 7, 5)
    assert (last.runs, last.metres, last.longest_m, last.load, last.loaded) == (2, 12_000, 7_000, 120, 1)
    assert (told.weeks[0].runs, told.weeks[0].highest) == (1, None)


def test_open_signs_come_first_the_gravest_before_the_others_and_mistakes_never_happened():
    flags = (
        a_flag(Flag.SWOLLEN, 1),
        a_flag(Flag.LOCKED, 0),
        a_flag(Flag.LIMP, 9, Closed(Closing.GONE, ago(5).date())),
        a_flag(Flag.GIVES_WAY, 90, Closed(Closing.SEEN, ago(80).date())),
        a_flag(Flag.FEVER, 2, Closed(Closing.MISTAKE, ago(2).date())),
    )

    told = facts(flags=flags)

    assert [one.flag for one in told.signs] == [Flag.LOCKED, Flag.SWOLLEN, Flag.LIMP]
    assert {one.day for one in told.days if one.warned} == {NOW.date(), ago(1).date(), ago(9).date()}


def test_injuries_are_told_while_open_or_lately_answered():
    injuries = (
        Injury(uuid4(), ago(30), ago(30), Mechanism.FALL, closed=Closed(Closing.GONE, ago(10).date())),
        Injury(uuid4(), ago(3), ago(2), Mechanism.TWIST, pop=True),
        Injury(uuid4(), ago(3), ago(2), Mechanism.BLOW, closed=Closed(Closing.MISTAKE, ago(1).date())),
        Injury(uuid4(), ago(300), ago(300), Mechanism.BLOW, closed=Closed(Closing.GONE, ago(290).date())),
    )

    assert [one.mechanism for one in facts(injuries=injuries).injuries] == [Mechanism.TWIST, Mechanism.FALL]


def test_what_red_flags_count_is_told_without_their_advice():
    nights = [a_pain(5, days, phase=PainPhase.NIGHT) for days in (1, 2, 3)]

    told = facts(*nights, flags=[a_flag(Flag.FEVER, 0)])

    assert any("3 nights" in line for line in told.counted)
    assert not any("fever" in line for line in told.counted)
    assert not any("clinician" in line or "doctor" in line for line in told.counted)


def test_what_was_not_answered_is_told_as_such():
    told = facts(flags=[a_flag(Flag.CALF_SWOLLEN, 0)])

    assert told.unanswered == ("short of breath or chest pain",)


def test_what_was_answered_no_is_told_with_its_day_unless_it_was_ticked_since():
    first = CheckIn(uuid4(), ago(4), 2, denied=(Flag.LOCKED,))
    last = CheckIn(uuid4(), ago(2), 2, denied=(Flag.FEVER, Flag.HOT_RED))

    told = facts(check_ins=(last, first), flags=[a_flag(Flag.FEVER, 1)])

    assert (told.denied, told.denied_on) == ((Flag.HOT_RED,), ago(2).date())


def test_places_are_told_for_each_knee_the_sorest_first():
    told = facts(
        a_pain(3, 5, side=Side.BOTH, regions=("pes_anserine",)),
        a_pain(6, 2, side=Side.LEFT, regions=("pes_anserine", "medial_joint_line")),
        a_pain(0, 1, side=Side.LEFT, regions=("patella_center",)),
        a_pain(1, 1, regions=("deep_inside",)),
    )

    assert [(one.side, one.region, one.highest, one.times) for one in told.places] == [
        (Side.LEFT, "pes_anserine", 6, 2),
        (Side.LEFT, "medial_joint_line", 6, 1),
        (Side.RIGHT, "pes_anserine", 3, 1),
        (None, "deep_inside", 1, 1),
    ]
    assert told.places[0].last == ago(2).date()


def test_what_else_was_noticed_is_counted_the_most_frequent_first():
    told = facts(
        a_pain(
            2, 3, symptoms=(Symptom.STAIRS,), qualities=(Quality.SHARP,), swelling=Amount.LITTLE, note=" on\nthe bend "
        ),
        a_pain(2, 2, symptoms=(Symptom.STAIRS, Symptom.SQUATTING), swelling=Amount.NONE),
        runs=(Run(uuid4(), ago(1), 5_000, note="slow"),),
    )

    assert told.symptoms == ((Symptom.STAIRS, 2), (Symptom.SQUATTING, 1))
    assert told.qualities == ((Quality.SHARP, 1),)
    assert told.swollen == (1, 0)
    assert told.notes == ((ago(1).date(), "slow"), (ago(3).date(), "on the bend"))


def test_mornings_count_only_what_was_said():
    checks = (
        MorningCheck(uuid4(), ago(1).date(), ago(1), 3, stiff=True, swelling=Amount.CLEAR, night=True),
        MorningCheck(uuid4(), ago(2).date(), ago(2), 1),
        MorningCheck(uuid4(), ago(70).date(), ago(70), 9, stiff=True),
    )

    mornings = facts(mornings=checks).mornings

    assert (mornings.answered, mornings.highest) == (2, 3)
    assert (mornings.stiff, mornings.swollen, mornings.nights) == (1, 1, 1)


def test_what_was_tried_is_counted_and_a_session_of_two_uses_is_no_third_one():
    session = a_session_record(started_at=ago(1), sets=(a_set_record(0),))
    other = replace(a_session_record(id=UUID(int=5), started_at=ago(2), sets=(a_set_record(0),)))
    other = replace(other, routine=replace(other.routine, id="other"))
    both = frozenset({session.routine.id})
    activities = (
        Activity(uuid4(), ago(1), ActivityKind.STRENGTH, 20),
        Activity(uuid4(), ago(1), ActivityKind.BIKE, 20),
        Activity(uuid4(), ago(99), ActivityKind.BIKE, 20),
    )

    tried = facts(
        sessions=(session, other),
        warm_ups=both,
        strength=both,
        activities=activities,
        ices=(Ice(uuid4(), ago(1), 20), Ice(uuid4(), ago(50), 20)),
    ).tried

    assert (tried.warm_ups, tried.strength, tried.other_sessions, tried.ices) == (1, 2, 1, 1)
    assert tried.activities == ((ActivityKind.BIKE, 1),)


def test_goal_and_changes_are_told_the_newest_change_first():
    novelties = [Novelty(uuid4(), ago(days).date(), NOW, (NewThing.SHOES,)) for days in (400, 3, 90, -1)]

    told = facts(plan=Plan(uuid4(), NOW, "To the lake"), novelties=novelties)

    assert told.goal == "To the lake"
    assert [one.on for one in told.novelties] == [ago(days).date() for days in (3, 90, 400)]


def test_what_stood_under_a_yes_of_a_check_in_that_was_quit_was_not_answered():
    family = Family.CALF_FEVER_FOOT
    quit_one = CheckIn(uuid4(), ago(1), answers=((family, True),), denied=FAMILY_FLAGS[family][:4])

    assert facts(check_ins=(quit_one,)).denied == ()


def test_limps_on_runs_are_counted_also_one_that_was_taken_back():
    limped, changed, fine = (
        Run(uuid4(), ago(2), 5_000, limp=True),
        Run(uuid4(), ago(3), 5_000, limp=False),
        Run(uuid4(), ago(4), 5_000, limp=False),
    )
    long_ago = Run(uuid4(), ago(60), 5_000, limp=True)

    told = facts(
        runs=(long_ago, fine, changed, limped),
        earlier={changed.id: (replace(changed, limp=True),), fine.id: (replace(fine, pain_max=3),)},
    )

    assert told.limps == (1, 1)
    assert noticed(told) == "Limp on 2 runs (1 taken back later)."
    assert noticed(facts(runs=(limped,))) == "Limp on 1 run."
