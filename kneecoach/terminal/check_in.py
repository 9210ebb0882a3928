"""The check-in as questions in a terminal: what is still open, pain, the five questions, and what they lead to."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.answered import INJURY_DAYS, Answered, NewInjury, entries_of, gone, mistake
from kneecoach.domain.check_in import FAMILY_FLAGS, Family
from kneecoach.domain.companions import Asks, Companion, companions
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, Mechanism, answers_of
from kneecoach.domain.known import open_injuries
from kneecoach.domain.pain import Amount, PainSize, Tenderness
from kneecoach.domain.person import EARLIEST_BIRTH, Person
from kneecoach.domain.red_flag_words import FLAG_NAMES, MECHANISM_NAMES, capital, day_words, injury_words
from kneecoach.domain.red_flags_bone import answerable
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.questions import ask, ask_one, ask_pain, ask_some, ask_yes

QUESTIONS: dict[Family, str] = {
    Family.WEIGHT: "You can't put your full weight on the leg, or it gives way?",
    Family.SWELLING: "The knee is clearly swollen, hot or red?",
    Family.LOCKING: "It locks, catches, or won't bend or straighten fully?",
    Family.INJURY: "In the last seven days: a pop, a twist, a fall or a blow?",
    Family.CALF_FEVER_FOOT: "A sore or swollen calf, a fever, a numb or cold foot, or short of breath?",
}
WAYS = (
    (Closing.SEEN, "Seen by a clinician"),
    (Closing.MISTAKE, "Ticked by mistake"),
    (Closing.GONE, "Gone"),
)
SIGNS = {
    Asks.POP: "Did you hear or feel a pop when it happened?",
    Asks.SNAP: "Did something snap when it happened?",
    Asks.BRUISE: "Was there a bruise?",
    Asks.FAST_SWELLING: "Did it swell a lot within hours?",
}
AMOUNTS: dict[Asks, tuple[str, type[PainSize | Tenderness | Amount]]] = {
    Asks.SIZE: ("How large is the sore place?", PainSize),
    Asks.TENDERNESS: ("How sore is it to touch?", Tenderness),
    Asks.SWELLING: ("How swollen is the knee?", Amount),
}
NO_DAY = "Please type a day from when it was noted to today, such as 2026-11-21."


def ask_check_in(store: Store, person: Person, terminal: Terminal, *, pain: int | None) -> Answered:
    """Everything the window asks, one question a line; `pain` is not asked when it is given."""
    now = terminal.wall()
    return _Asking(terminal, read_record(store, person.id, now, stops=False), now).everything(pain)


@dataclass(slots=True)
class _Asking:
    terminal: Terminal
    record: Record
    now: datetime
    answered: Answered = field(default_factory=Answered)

    def everything(self, pain: int | None) -> Answered:
        self._ask_about_open()
        if pain is None:
            pain = ask_pain(self.terminal, "Pain now, 0 to 10: ")
        self.answered = replace(self.answered, pain=pain)
        self.terminal.say("Is any of this true today?")
        for family, question in QUESTIONS.items():
            yes = ask_yes(self.terminal, question)
            self.answered = replace(self.answered, answers=(*self.answered.answers, (family, yes)))
            if yes:
                self._ask_what_it_is(family)
        for companion in companions(entries_of(self.answered, self.record, self.now).added_to(self.record), self.now):
            self._ask_companion(companion)
        return self.answered

    def _ask_about_open(self) -> None:
        for entry in answerable(self.record, self.now):
            self._ask_closing(entry.id, FLAG_NAMES[entry.flag], entry.at.date(), answers_of(entry.flag))
        for injury in open_injuries(self.record):
            self._ask_closing(injury.id, injury_words(injury), injury.entered.date(), tuple(Closing))

    def _ask_closing(self, entry: UUID, name: str, noted: date, answers: tuple[Closing, ...]) -> None:
        ways = ["Still there", *(words for closing, words in WAYS if closing in answers)]
        way = ways[ask_one(self.terminal, f"{capital(name)}, noted on {day_words(noted)}: ", ways)]
        if way == "Still there":
            return
        if way == "Seen by a clinician":
            closed = self._seen(noted)
        else:
            closed = gone(self.now) if way == "Gone" else mistake(self.now)
        self.answered = replace(self.answered, closings=(*self.answered.closings, (entry, closed)))

    def _seen(self, noted: date) -> Closed:
        while True:
            try:
                on = date.fromisoformat(ask(self.terminal, "Seen on which day (YYYY-MM-DD)? "))
            except ValueError:
                on = date.min
            if noted <= on <= self.now.date():
                return Closed(Closing.SEEN, on)
            self.terminal.say(NO_DAY)

    def _ask_what_it_is(self, family: Family) -> None:
        flags = FAMILY_FLAGS[family]
        if family is Family.INJURY:
            self._ask_injury()
            flags = tuple(flag for flag in flags if flag is not Flag.FAST_SWELLING)
        names = [capital(FLAG_NAMES[flag]) for flag in flags]
        none = ["None of these"] if family is Family.INJURY else []
        chosen = ask_some(self.terminal, "Which? One or more numbers: ", [*names, *none])
        ticked = tuple(flags[place] for place in chosen if place < len(flags))
        self.answered = replace(self.answered, ticked=(*self.answered.ticked, *ticked))

    def _ask_injury(self) -> None:
        kinds = tuple(Mechanism)
        what = ask_one(self.terminal, "What happened? ", [capital(MECHANISM_NAMES[kind]) for kind in kinds])
        days = ["Today", "Yesterday", *(f"{count} days ago" for count in range(2, INJURY_DAYS + 1))]
        days_ago = ask_one(self.terminal, "When? ", days)
        signs = {asks.value: ask_yes(self.terminal, question) for asks, question in SIGNS.items()}
        self.answered = replace(self.answered, injury=NewInjury(days_ago, kinds[what], **signs))

    def _ask_companion(self, companion: Companion) -> None:
        answered, asks = self.answered, companion.asks
        if asks is Asks.FLAG and companion.flag is not None:
            name = FLAG_NAMES[companion.flag]
            if ask_yes(self.terminal, f"{capital(name)}?"):
                self.answered = replace(answered, ticked=(*answered.ticked, companion.flag))
            else:
                self.answered = replace(answered, denied=(*answered.denied, companion.flag))
        elif companion.injury is not None:
            yes = ask_yes(self.terminal, SIGNS[asks])
            self.answered = replace(answered, signs=(*answered.signs, (companion.injury, asks, yes)))
        elif asks is Asks.BIRTH_YEAR:
            self.answered = replace(answered, birth_year=self._birth_year())
        else:
            self.answered = self._with_amount(asks)

    def _with_amount(self, asks: Asks) -> Answered:
        question, kind = AMOUNTS[asks]
        values = tuple(kind)
        value = values[ask_one(self.terminal, f"{question} ", [capital(value.value) for value in values])]
        if isinstance(value, PainSize):
            return replace(self.answered, size=value)
        if isinstance(value, Tenderness):
            return replace(self.answered, tenderness=value)
        return replace(self.answered, swelling=Amount(value.value))

    def _birth_year(self) -> int | None:
        while True:
            typed = ask(self.terminal, "Year of birth (Enter leaves it open): ")
            if not typed:
                return None
            if typed.isascii() and typed.isdecimal() and EARLIEST_BIRTH <= int(typed) <= self.now.year:
                return int(typed)
            self.terminal.say("The year of birth has four digits, such as 1985.")
