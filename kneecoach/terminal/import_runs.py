"""`kneecoach import`: take in the runs of files, folders and archives, and say what became of each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from kneecoach.coaching.imports import Chosen, Pair, Sorted, preview, take_in
from kneecoach.domain.activity import Activity
from kneecoach.domain.run import Run
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.exchange.runs.reading import read_files
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_import import Diaries
from kneecoach.terminal.json_documents import Document, dumped
from kneecoach.terminal.printable import visible

DONE, REFUSED = 0, 2
TELLS_EVERY = 100
MAY_BE = "It may be the run of {when} in the diary ({km} km), so it stays out. Import it in the window to compare them."
NO_PAIN = "Pain and effort stay unknown: files do not hold them. They can be added in the diary."
WAY_BACK = "`kneecoach undo` takes the import back, for 30 days."
BOTH_BACK = "`kneecoach undo` takes the runs back, and the next one the diary, for 30 days."
DRY = "Nothing was written."


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What was asked for; with `dry` nothing is written, with `others` other activities come in too.

    `diaries` is what became of the diary files that were named beside the paths.
    """

    paths: Sequence[Path]
    dry: bool = False
    others: bool = False
    diaries: Diaries = field(default_factory=Diaries)


def import_runs(store: Store, wish: ImportWish, terminal: Terminal, person: UUID) -> int:
    """Everything new in one go. Only when nothing of it could be read the code is 2."""
    now = terminal.wall()
    zone = now.tzinfo
    assert zone is not None, "the clock knows its zone"

    def tell(done: int, total: int | None, _name: str) -> None:
        if done and done % TELLS_EVERY == 0 and terminal.words.isatty():
            terminal.say(f"{done:,} of {total:,} read." if total else f"{done:,} read.")

    outcomes = read_files(wish.paths, zone=zone, now=now, others=wish.others, progress=tell)
    # Everything is read before the store is asked: no transaction lasts as long as the reading does
    told = preview(store, person, list(outcomes))
    if told.new and not wish.dry:
        take_in(store, person, Chosen(told.new), now)
    if terminal.json:
        terminal.document(dumped(_document(told, wish)))
    else:
        _say(terminal, told, wish)
    refused = [*wish.diaries.refused, *_refused(told)]
    for one in refused:
        terminal.warn(f"{visible(one.file)}: {visible(one.why)}")
    known = told.new or told.skipped or told.unsure or told.again or wish.diaries.brought or _others(told)
    return DONE if known else REFUSED


def _refused(told: Sorted) -> list[Refused]:
    return [one for one in told.left_out if isinstance(one, Refused)]


def _others(told: Sorted) -> list[NotARun]:
    return [one for one in told.left_out if isinstance(one, NotARun)]


def _may_be(pair: Pair) -> str:
    when = pair.other.at.strftime("%Y-%m-%d %H:%M")
    return MAY_BE.format(when=when, km=f"{pair.other.distance_m / 1_000:.1f}")


def _document(told: Sorted, wish: ImportWish) -> Document:
    counts = Counter((found.file, "activity" if isinstance(found.entry, Activity) else "run") for found in told.new)
    return {
        "imported": [
            *wish.diaries.imported,
            *({"file": file, "what": what, "count": count} for (file, what), count in counts.items()),
        ],
        "duplicates": wish.diaries.duplicates + len(told.skipped) + len(told.again),
        "unsure": [{"file": pair.found.file, "why": _may_be(pair)} for pair in told.unsure],
        "not_runs": [{"file": one.file, "why": one.why} for one in _others(told)],
        "refused": [{"file": one.file, "why": one.why} for one in [*wish.diaries.refused, *_refused(told)]],
        "dry_run": wish.dry,
    }


def _say(terminal: Terminal, told: Sorted, wish: ImportWish) -> None:
    for line in wish.diaries.lines:
        terminal.say(line)
    if wish.paths:
        _say_runs(terminal, told)
    if wish.dry:
        terminal.say(DRY)
        return
    if told.new:
        terminal.say(NO_PAIN)
    came = any(one.new for _, one in wish.diaries.brought)
    if came or told.new:
        terminal.say(BOTH_BACK if came and told.new else WAY_BACK)


def _say_runs(terminal: Terminal, told: Sorted) -> None:
    for found in told.new:
        terminal.say(f"new  {_line(found)}")
    for pair in told.unsure:
        terminal.say(f"unsure  {visible(pair.found.file)}: {_may_be(pair)}")
    for one in _others(told):
        terminal.say(f"not a run  {visible(one.file)}: {visible(one.why)}")
    there = len(told.skipped) + len(told.again)
    counts = [_count(_runs(told.new), "new run")]
    if activities := len(told.new) - _runs(told.new):
        counts.append("1 other activity" if activities == 1 else f"{activities:,} other activities")
    counts.append(f"{there:,} already in the diary")
    terminal.say(f"{', '.join(counts)}.")


def _runs(new: Iterable[Found]) -> int:
    return sum(isinstance(found.entry, Run) for found in new)


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _line(found: Found) -> str:
    entry, file = found.entry, visible(found.file)
    file += f": {found.remark}" if found.remark else ""
    when = entry.at.strftime("%Y-%m-%d %H:%M")
    if isinstance(entry, Activity):
        return f"{when}  {entry.kind.value}, {entry.minutes} min  {file}"
    return f"{when}  {entry.distance_m / 1_000:.2f} km  {file}"
