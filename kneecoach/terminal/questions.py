"""Questions in a terminal, each asked again until it is answered."""

from collections.abc import Sequence

from kneecoach.domain.errors import InvalidInput, KneeCoachError
from kneecoach.domain.pain import checked_pain
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.printable import visible

YES_OR_NO = {"y": True, "yes": True, "n": False, "no": False}


class NoAnswer(KneeCoachError):
    """Whoever was asked has gone; the command ends without having started anything."""


def ask(terminal: Terminal, question: str) -> str:
    """What was typed, without the spaces around it. `NoAnswer` when there will never be one."""
    terminal.words.write(question)
    terminal.words.flush()
    line = terminal.stdin.readline()
    if not line:
        raise NoAnswer("Ended at a question, before anything was started.")
    return line.strip()


def ask_yes(terminal: Terminal, question: str) -> bool:
    """Yes or no; nothing counts as an answer but one of the two."""
    while True:
        answer = YES_OR_NO.get(ask(terminal, f"{question} (y/n) ").casefold())
        if answer is not None:
            return answer
        terminal.say("Please type y for yes or n for no.")


def ask_pain(terminal: Terminal, question: str, *, may_stay_open: bool = False) -> int | None:
    """A score from 0 to 10; None only when it may stay open and nothing was typed."""
    while True:
        typed = ask(terminal, question)
        if not typed and may_stay_open:
            return None
        try:
            return pain_of(typed)
        except InvalidInput as refused:
            terminal.say(str(refused))


def pain_of(typed: str) -> int:
    """The score that was typed; `InvalidInput` when it is none from 0 to 10."""
    return checked_pain(int(typed) if typed.isascii() and typed.isdecimal() else -1)


def ask_some(terminal: Terminal, question: str, names: Sequence[str]) -> list[int]:
    """The places in `names`, from 0, of the ones chosen by number; at least one."""
    for place, name in enumerate(names, start=1):
        terminal.say(f"  {place}  {visible(name)}")
    while True:
        typed = ask(terminal, question).replace(",", " ").split()
        chosen = [int(word) - 1 for word in typed if word.isascii() and word.isdecimal()]
        if chosen and len(chosen) == len(typed) and all(0 <= place < len(names) for place in chosen):
            return list(dict.fromkeys(chosen))
        terminal.say(f"Please type one or more numbers from 1 to {len(names)}.")


def ask_one(terminal: Terminal, question: str, names: Sequence[str]) -> int:
    """The place in `names`, from 0, of the one chosen."""
    while True:
        chosen = ask_some(terminal, question, names)
        if len(chosen) == 1:
            return chosen[0]
        terminal.say("Please choose one.")
