"""What the import page says."""

from collections.abc import Sequence
from datetime import date, datetime

from kneecoach.coaching.imports import THERE_ALREADY
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import UNIT_M, UNIT_WORDS, time_text
from kneecoach.exchange.runs.contents import UNKNOWN as UNKNOWN_FILE
from kneecoach.exchange.runs.found import ALSO_HOLDS
from kneecoach.ui.pages.diary_words import pace_words
from kneecoach.ui.pages.import_batch import Answer, Doubtful, ImportBatch, NewRun
from kneecoach.ui.widgets.card import Kind
from kneecoach.ui.words import DAYS, cut, named, plain_day

TITLE = "Import runs"
PAIN, EFFORT = "Highest pain during the run", "Effort, 0 to 10"
UNSAID = "Files do not know how it felt"
EMPTY_IS_UNKNOWN = "Leave a row empty if you do not remember. Empty is kept as unknown, never as zero."
GOES_ON = "You see what it holds before anything is added."
NOT_CHANGED = "Your own files are not changed."
LATELY = "Ask me only for the last 7 days"
OTHERS = "Take in other activities too"
FORMATS = "KneeCoach reads GPX, TCX, FIT and CSV files, also packed as .gz, and whole exports of Strava."
HOW = "Choose them here, or drop files and folders anywhere on this window. Nothing is added before you say so."
ALL_THERE = "Everything here is already in the diary."
NONE_NEW = "No new run in these files."
NOTHING_ADDED = "Nothing has been added yet."
LATER = "It can be added in the diary later."
LINE, MOST_OF_A_FILE = ", line ", 60
NOT_A_FILE = (UNKNOWN_FILE, THERE_ALREADY)
ANSWERS = {
    (Answer.LEAVE, True): "",
    (Answer.LEAVE, False): "stays out until you compare",
    (Answer.TAKE, True): "comes in as another run",
    (Answer.TAKE, False): "comes in as another run",
    (Answer.MEASURE, True): "measured values will be used",
    (Answer.MEASURE, False): "measured values will be used",
}


def long_moment(at: datetime, today: date) -> str:
    """ "Tuesday 24 November, 18:04", with the year when it is another one."""
    return f"{DAYS[at.weekday()]} {plain_day(at.date(), today)}, {at:%H:%M}"


def run_detail(run: Run, file: str, units: Units) -> str:
    """ "32:10, 6:11 /km, forest_24.fit"."""
    took = "" if run.seconds is None else time_text(run.seconds)
    return ", ".join(part for part in (took, pace_words(run, units), named(cut(file, 60))) if part)


def short_distance(metres: int, units: Units) -> str:
    """With one decimal, as a column is read: "5.2"."""
    return f"{metres / UNIT_M[units]:.1f}"


def unit(units: Units) -> str:
    return UNIT_WORDS[units]


def pair_title(one: Doubtful, today: date, units: Units) -> str:
    """ "Thursday 19 November, 6.2 km"."""
    run = one.pair.run
    day = f"{DAYS[run.at.weekday()]} {plain_day(run.at.date(), today)}"
    return f"{day}, {short_distance(run.distance_m, units)} {unit(units)}"


def pair_detail(one: Doubtful) -> str:
    """ "forest_19.fit, same start and distance"."""
    pair = one.pair
    if answered := ANSWERS[one.answer, one.sure] if one.answer is not Answer.LEAVE else "":
        why = answered
    elif not one.sure:
        why = "close to a run told by hand" if pair.by_hand else "close to another run"
    elif pair.file:
        why = f"the same as {named(cut(pair.file))}"
    else:
        why = "logged by hand" if pair.by_hand else "same start and distance"
    return f"{named(cut(pair.found.file))}, {why}"


def count_words(count: int, what: str) -> str:
    """ "1 run", "1,000 runs"."""
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"


def counted(batch: ImportBatch, units: Units) -> str:
    """ "3 runs, 18.1 km", with the other activities and what is only measured anew."""
    runs = list(batch.coming_runs())
    parts = []
    if runs:
        metres = sum(run.distance_m for run in runs)
        parts.append(f"{count_words(len(runs), 'run')}, {metres / UNIT_M[units]:,.1f} {unit(units)}")
    if batch.measured():
        parts.append(f"{count_words(batch.measured(), 'run')} measured anew")
    if others := batch.activities():
        parts.append("1 other activity" if others == 1 else f"{others:,} other activities")
    return ", ".join(parts)


def foot_words(batch: ImportBatch, asked: Sequence[NewRun], units: Units) -> tuple[str, str]:
    """What would come in, and what is missing of it."""
    if batch.brings_nothing():
        return ("No run is ticked.", "Tick a run to add it.") if batch.new else (NONE_NEW, NOTHING_ADDED)
    missing = sum(one.ticked and one.pain is None for one in asked)
    lead = f"{counted(batch, units)}."
    if not missing:
        return lead, NOTHING_ADDED
    number = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(missing, f"{missing:,}")
    return f"{lead} Pain is missing for {number}.", LATER


def nothing_new(batch: ImportBatch) -> str:
    """What stands in place of new runs when all is read; "" when there are some."""
    if batch.new:
        return ""
    return ALL_THERE if batch.skipped and not batch.unsure and not batch.left_out else NONE_NEW


def add_words(batch: ImportBatch) -> str:
    """What the button says."""
    runs = sum(1 for _ in batch.coming_runs())
    if runs and not batch.activities():
        return f"Add {count_words(runs, 'run')}"
    return "Add them all" if runs or batch.activities() > 1 else "Add it"


def added_words(runs: int, activities: int, measured: int) -> str:
    """ "3 runs added."."""
    parts = []
    if runs:
        parts.append(count_words(runs, "run"))
    if activities:
        parts.append("1 other activity" if activities == 1 else f"{activities:,} other activities")
    said = f"{' and '.join(parts)} added." if parts else ""
    again = f"{count_words(measured, 'run')} measured anew." if measured else ""
    return " ".join(part for part in (said, again) if part)


def reading_words(done: int, total: int, name: str) -> tuple[str, str]:
    """How far the reading is, and at what."""
    return (f"Reading, {done:,} of {total:,} files" if total else "Reading"), named(cut(name, 60))


def refusal_kind(why: str) -> Kind:
    """A damaged file is something to see to; one that holds no run is not."""
    return Kind.INFO if why in NOT_A_FILE or why.startswith(ALSO_HOLDS) else Kind.WARN


def file_words(file: str) -> str:
    """The name of a file, cut when it is long; which line of it is meant stays."""
    name, mark, line = file.rpartition(LINE)
    if not line.isdecimal():
        return named(cut(file, MOST_OF_A_FILE))
    return named(f"{cut(name, MOST_OF_A_FILE - len(mark + line))}{mark}{line}")
