"""The check-in at the keyboard: open signs, chips under each yes, and what a rule still needs to know."""

from contextlib import closing
from datetime import date, timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.check_in import Family, Mark
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.storage import diary
from kneecoach.storage.database import open_store
from kneecoach.terminal.check_in import ask_check_in
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.questions import NoAnswer, ask_one, ask_yes
from tests.builders import PERSON_ID, a_person
from tests.terminal.stand_ins import Screen


class Consulting:
    """One check-in of a person with a past."""

    def __init__(self, seat) -> None:
        self.seat = seat
        self.now = seat.clock.wall()

    def past(self, *, flags=(), injuries=(), pains=()) -> None:
        with closing(open_store(self.seat.folder)) as store, store.begin() as tx:
            for flag in flags:
                diary.add_flag(tx, PERSON_ID, FlagEntry(uuid4(), flag, self.now - timedelta(days=2)))
            for injury in injuries:
                diary.add_injury(tx, PERSON_ID, injury)
            for pain in pains:
                diary.add_pain(tx, PERSON_ID, pain)

    def ask(self, *lines: str, pain: int | None = None):
        self.out = Screen(tty=True)
        terminal = Terminal(
            Screen("".join(f"{line}\n" for line in lines), tty=True), self.out, self.out, wall=self.seat.clock.wall
        )
        with closing(open_store(self.seat.folder)) as store:
            return ask_check_in(store, a_person(), terminal, pain=pain)

    @property
    def printed(self) -> str:
        return self.out.getvalue()


@pytest.fixture
def consulting(seat):
    return Consulting(seat)


def test_nothing_to_tell_takes_six_answers(consulting):
    answered = consulting.ask("0", "n", "NO", "n", "n", "n")

    assert answered.pain == 0
    assert answered.answers == tuple((family, False) for family in Family)
    assert answered.ticked == ()


def test_an_answer_that_is_none_is_asked_again(consulting):
    answered = consulting.ask("eleven", "11", "-1", "", "10", "maybe", "n", "n", "n", "n", "n")

    assert answered.pain == 10
    assert consulting.printed.count("Pain is a whole number from 0 to 10.") == 4
    assert "Please type y for yes or n for no." in consulting.printed


def test_a_yes_shows_the_signs_of_its_family_and_needs_one(consulting):
    answered = consulting.ask("2", "n", "y", "3", "", "x", "1, 2", "n", "n", "n", "3")

    assert "1  Knee hot or red\n  2  Knee clearly swollen\n" in consulting.printed
    assert consulting.printed.count("Please type one or more numbers from 1 to 2.") == 3
    assert answered.ticked == (Flag.HOT_RED, Flag.SWOLLEN)


def test_an_injury_is_told_with_its_day_and_signs(consulting):
    told = ["y", "1", "3", "y", "n", "y", "n", "4"]

    answered = consulting.ask("2", "n", "n", "n", *told, "n", "", "1")

    assert answered.injury.mechanism is Mechanism.TWIST
    assert answered.injury.days_ago == 2
    assert (answered.injury.pop, answered.injury.snap, answered.injury.bruise) == (True, False, True)
    assert answered.injury.fast_swelling is False
    assert answered.ticked == ()
    assert (answered.birth_year, answered.swelling) == (None, Amount.NONE)


def test_open_signs_come_first_and_can_be_answered(consulting):
    consulting.past(flags=[Flag.SWOLLEN, Flag.LIMP, Flag.CATCHES])

    answered = consulting.ask("2", "yesterday", "2026-11-01", "2026-11-20", "4", "3", *["n"] * 5, *["1"] * 3, pain=1)

    assert "Knee clearly swollen, noted on 19 November:" in consulting.printed
    assert consulting.printed.count("Please type a day from when it was noted to today") == 2
    closings = sorted((closed.how.value, closed.on) for _, closed in answered.closings)
    assert closings == [
        (Closing.GONE.value, date(2026, 11, 21)),
        (Closing.MISTAKE.value, date(2026, 11, 21)),
        (Closing.SEEN.value, date(2026, 11, 20)),
    ]


def test_an_emergency_sign_does_not_just_go(consulting):
    consulting.past(flags=[Flag.DEFORMITY])

    answered = consulting.ask("4", "1", *["n"] * 5, pain=1)

    assert "Please type one or more numbers from 1 to 3." in consulting.printed
    assert answered.closings == ()


def test_an_open_injury_is_asked_about_and_completed(consulting):
    injury = Injury(uuid4(), consulting.now - timedelta(days=1), consulting.now - timedelta(hours=20))
    consulting.past(injuries=[injury])

    answered = consulting.ask("1", *["n"] * 5, *["n"] * 5, "1985", *["n"] * 4, "1", pain=1)

    assert "Injury on 20 November, noted on 20 November:" in consulting.printed
    assert "Did you hear or feel a pop" in consulting.printed
    assert answered.birth_year == 1985
    assert [yes for _, _, yes in answered.signs] == [False] * 4


def test_the_year_of_birth_may_stay_open_but_not_be_nonsense(consulting):
    injury = Injury(uuid4(), consulting.now - timedelta(days=1), consulting.now, pop=False, snap=False, bruise=False,
                    fast_swelling=False)  # fmt: skip
    consulting.past(injuries=[injury])

    answered = consulting.ask("1", *["n"] * 5, "n", "n", "85", "3000", "", pain=1)

    assert answered.birth_year is None
    assert consulting.printed.count("The year of birth has four digits, such as 1985.") == 2


def test_a_sore_place_over_bone_asks_for_size_tenderness_and_hopping(consulting):
    sore = PainEntry(
        uuid4(),
        consulting.now - timedelta(days=1),
        4,
        side=Side.LEFT,
        regions=("medial_tibial_plateau",),
        phase=PainPhase.REST,
    )
    consulting.past(pains=[sore])

    answered = consulting.ask(*["n"] * 5, "1", "3", "y", pain=4)

    assert (answered.size, answered.tenderness) == (PainSize.FINGERTIP, Tenderness.CLEAR)
    assert answered.ticked == (Flag.HOP_PAIN,)


def test_swelling_that_was_logged_is_asked_about(consulting):
    swollen = PainEntry(uuid4(), consulting.now - timedelta(days=1), 2, swelling=Amount.CLEAR)
    consulting.past(pains=[swollen])

    answered = consulting.ask(*["n"] * 5, "2 3", "1", pain=1)

    assert "Please choose one." in consulting.printed
    assert answered.swelling is Amount.NONE


def test_whoever_is_gone_is_not_asked_for_ever():
    terminal = Terminal(Screen(""), Screen(), Screen())

    with pytest.raises(NoAnswer):
        ask_yes(terminal, "Is anybody there?")
    with pytest.raises(NoAnswer):
        ask_one(terminal, "Which?", ["This", "That"])


def test_what_was_answered_is_kept(seat):
    assert seat.run("start", "calm-down", "--terminal", "--speed", "60", typed="7\ny\n3\nn\nn\nn\nn\ny\n\n") == 0

    with closing(open_store(seat.folder)) as store:
        record = read_record(store, PERSON_ID)
    assert [entry.flag for entry in record.flags] == [Flag.LIMP]
    assert record.check_ins[0].asked
    assert Mark not in map(type, record.check_ins[0].marks)
