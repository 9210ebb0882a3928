"""`kneecoach start --terminal`: from the check-in to the pain after, with whoever is there to answer."""

from dataclasses import dataclass
from uuid import UUID

from kneecoach.coaching import cautions, play, routines
from kneecoach.coaching.check_in import good_check_in, read_record, save_check_in
from kneecoach.domain.advice.stage_session import stage_of
from kneecoach.domain.advice.words import under_red
from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.equipment import playable
from kneecoach.domain.errors import InvalidInput, NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Level
from kneecoach.domain.person import Person, first_side
from kneecoach.domain.routine import Routine
from kneecoach.domain.safety import INTENDED_USE, NOT_A_DIAGNOSIS, SEE_SOMEONE_FIRST
from kneecoach.domain.screening import Permission, Verdict, may_start
from kneecoach.domain.session import Session
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.timeline import plan, unknown_words
from kneecoach.exchange.catalogue import (
    CALM_DOWN,
    SHORT_WARM_UP,
    WARM_UP,
    asked_routine,
    find_routine,
    load_exercises,
    load_routines,
)
from kneecoach.storage import diary, people, sessions, settings
from kneecoach.storage.database import Store
from kneecoach.terminal.arguments import RETURN
from kneecoach.terminal.check_in import ask_check_in
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped, session_document
from kneecoach.terminal.listing import pain_word, sets_done
from kneecoach.terminal.player import Ending
from kneecoach.terminal.playing import play_session
from kneecoach.terminal.printable import visible
from kneecoach.terminal.questions import NoAnswer, ask_pain, ask_yes
from kneecoach.terminal.returning import ask_after, todays_stage

GO_ON_OR_NOT = "There is an unfinished session: add --resume to go on with it, or --discard to end it and begin anew."
NONE_OPEN = "There is no unfinished session to go on with."
REHEARSAL_ONLY = "An unfinished session that counts can't be rehearsed: go on without --speed."
HOW_TO_GO_ON = "The session is left open: `kneecoach start --terminal --resume` goes on with it."
READ_AND_PLAY = "I have read this. Play the calm-down day?"
READ_AND_GO_ON = "I have read this. Go on with the calm-down day?"
NOT_READ = "Nothing was started. The answers are kept."
NOT_GONE_ON = "The session is left open, and the answers are kept."
INSTEAD = "{why} “{name}” is played instead."
LEFT_OUT = "Left out for want of equipment: {names}."
ENDED_EARLY = "The session was ended early. What was done is kept."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; None means not said."""

    routine: str | None = None
    short: bool = False
    speed: float = 1.0
    pain_before: int | None = None
    pain_after: int | None = None
    first: Side | None = None
    resume: bool = False
    discard: bool = False


def start(store: Store, wish: Wish, terminal: Terminal, *, person: Person | None = None) -> int:
    """Play, and answer with the exit code: 0 to the end, 1 ended early."""
    routine = _chosen(store, wish, terminal, person)
    if why := unknown_words(routine, load_exercises()):
        raise InvalidInput(why)
    if person is None:
        with store.begin() as tx:
            person = people.ensure(tx)
    session = _begun(store, wish, routine, person, terminal)
    played = play_session(store, session, terminal)
    if played.ending is Ending.LEFT_OPEN:
        if not played.hung_up:
            _sum_up(store, session.id, terminal)
            terminal.warn(played.trouble or HOW_TO_GO_ON)
        return 1
    # Whoever ended one exercise for pain and played the others to the end did not stop
    _after(store, session.id, wish, played.hurt and played.ending is Ending.STOPPED, terminal)
    if stage_of(session.timeline.routine) is not None:
        ask_after(store, person.id, session.id, terminal)
    _sum_up(store, session.id, terminal)
    if played.ending is Ending.STOPPED:
        terminal.warn(ENDED_EARLY)
    return 0 if played.ending is Ending.COMPLETED else 1


def _chosen(store: Store, wish: Wish, terminal: Terminal, person: Person | None) -> Routine:
    """What was named, or what Today offers before runs; the warm-up in its place is told."""
    if wish.routine == RETURN and not wish.short:
        with store.begin() as tx:
            person = person or people.current(tx)
        return todays_stage(store, person.id if person else None, terminal)
    if wish.routine is not None or wish.short or wish.resume:
        return asked_routine(wish.routine, short=wish.short, mine=lambda: routines.mine(store))
    routine, why = routines.for_runs(store, load_routines(), load_exercises(), WARM_UP)
    if why:
        terminal.warn(INSTEAD.format(why=visible(why), name=routine.name))
    return routine


def _begun(store: Store, wish: Wish, routine: Routine, person: Person, terminal: Terminal) -> Session:
    older = play.offered(store, person)
    if wish.resume and older is None:
        raise InvalidInput(NONE_OPEN)
    goes_on = older is not None and _goes_on(older, wish, terminal)
    if not person.safety_accepted:
        terminal.say(f"{NOT_A_DIAGNOSIS} {SEE_SOMEONE_FIRST}")
        terminal.say(INTENDED_USE)
    if older is not None and goes_on:
        return _resumed(store, older, wish, person, terminal)
    if older is not None:
        play.discard(store, older, terminal.wall())
    check_in, permission = _checked_in(store, wish, person, terminal, rehearsal=wish.speed != 1.0)
    routine = _fitting(routine, permission, terminal)
    if not permission.allows(routine):
        raise NotAllowed(permission.sentence)
    routine = _with_what_is_there(routine, store, terminal)
    first = wish.first or first_side(person)
    return play.start(
        store,
        person,
        plan(routine, load_exercises(), first=first),
        now=terminal.wall(),
        check_in=check_in,
        pain_before=wish.pain_before,
        speed=wish.speed,
    )


def _goes_on(older: SessionRecord, wish: Wish, terminal: Terminal) -> bool:
    if wish.resume or wish.discard:
        return wish.resume
    if not terminal.answers:
        raise InvalidInput(GO_ON_OR_NOT)
    begun = f"{older.started_at:%Y-%m-%d %H:%M}"
    terminal.say(f"{visible(older.routine.name)} from {begun} is unfinished: {sets_done(older)} sets are done.")
    return ask_yes(terminal, "Go on with it?")


def _resumed(store: Store, older: SessionRecord, wish: Wish, person: Person, terminal: Terminal) -> Session:
    if wish.speed != 1.0 and not older.rehearsal:
        raise InvalidInput(REHEARSAL_ONLY)
    good = good_check_in(store, person.id, terminal.wall()) is not None
    if good and wish.pain_before is None:
        permission = play.permission_of(store, person.id, terminal.wall())
        if permission.verdict is Verdict.CALM_ONLY:
            _say_permission(permission, terminal)
    else:
        _, permission = _checked_in(store, wish, person, terminal, rehearsal=older.rehearsal, ask=not good)
    if not permission.allows(older.routine):
        play.discard(store, older, terminal.wall())
        raise NotAllowed(permission.sentence)
    if permission.verdict is Verdict.CALM_ONLY and terminal.answers and not ask_yes(terminal, READ_AND_GO_ON):
        raise NotAllowed(NOT_GONE_ON)
    return play.resume(store, older, load_exercises(), terminal.wall(), speed=wish.speed)


def _checked_in(
    store: Store, wish: Wish, person: Person, terminal: Terminal, *, rehearsal: bool, ask: bool = True
) -> tuple[CheckIn, Permission]:
    """What was answered, kept, and what may start after it.

    With nobody to ask, and where only a score was told, the check-in is kept as not asked. A rehearsal counts for
    nothing: its score is judged, and the check-in of it is kept empty. What a person answers always counts.
    """
    now = terminal.wall()
    if ask and terminal.answers:
        answered = ask_check_in(store, person, terminal, pain=wish.pain_before)
        now = terminal.wall()
    else:
        answered = Answered(pain=wish.pain_before, asked=False)
    if rehearsal and not answered.asked:
        record = read_record(store, person.id, now)
        permission = may_start(entries_of(answered, record, now).added_to(record), now)
        check_in, _ = save_check_in(store, person.id, Answered(asked=False), now)
    else:
        check_in, permission = save_check_in(store, person.id, answered, now)
    _say_permission(permission, terminal)
    return check_in, permission


def _say_permission(permission: Permission, terminal: Terminal) -> None:
    if terminal.answers:
        terminal.say(permission.sentence)
        for note in permission.notes:
            terminal.say(note.text)


def _fitting(routine: Routine, permission: Permission, terminal: Terminal) -> Routine:
    """The routine, or the gentler one that the person agrees to; `NotAllowed` when they do not."""
    if not terminal.answers or permission.verdict is Verdict.REFUSED:
        return routine
    if permission.verdict is Verdict.EASIER and routine.id == WARM_UP:
        return find_routine(SHORT_WARM_UP) if ask_yes(terminal, "Take the short warm-up?") else routine
    if permission.verdict is not Verdict.CALM_ONLY:
        return routine
    if not ask_yes(terminal, READ_AND_PLAY):
        raise NotAllowed(NOT_READ)
    return routine if routine.calming else find_routine(CALM_DOWN)


def _with_what_is_there(routine: Routine, store: Store, terminal: Terminal) -> Routine:
    """Without what needs a thing that the person said they have none of; what is left out is said."""
    if stage_of(routine) is not None:
        return routine
    exercises = load_exercises()
    with store.begin() as tx:
        lacking = settings.read(tx).lacking
    played = playable(routine, exercises, lacking)
    gone = [exercises[item.exercise].short_name for item in routine.items if item not in played.items]
    if gone:
        terminal.warn(LEFT_OUT.format(names=", ".join(gone)))
    return played


def _after(store: Store, session_id: UUID, wish: Wish, hurt: bool, terminal: Terminal) -> None:  # noqa: FBT001
    pain = wish.pain_after
    if pain is None and terminal.answers:
        try:
            pain = ask_pain(terminal, "Pain after, 0 to 10 (Enter leaves it open): ", may_stay_open=True)
        except (NoAnswer, KeyboardInterrupt):
            terminal.say("")
    if pain is not None or hurt:
        reason = "pain" if hurt else None
        play.finish(store, session_id, pain_after=pain, stop_reason=reason, now=terminal.wall())


def _sum_up(store: Store, session_id: UUID, terminal: Terminal) -> None:
    with store.begin() as tx:
        record = sessions.session(tx, session_id)
        check_in = diary.check_in(tx, record.check_in) if record and record.check_in else None
    if record is None:
        return
    if terminal.json:
        terminal.document(dumped(session_document(record, {check_in.id: check_in} if check_in else {})))
        return
    pain = f"pain {pain_word(record.pain_before)} before, {pain_word(record.pain_after)} after"
    rehearsal = " A rehearsal counts for nothing." if record.rehearsal else ""
    terminal.say(f"{visible(record.routine.name)}: {sets_done(record)} sets done, {pain}.{rehearsal}")
    red = play.permission_of(store, record.person, terminal.wall()).red_flag
    for found in cautions.of_session(store, record, load_exercises()):
        # Under a red flag nothing is said of training but to stop
        if not red or found.level is Level.STOP:
            told = under_red(found) if red else found
            terminal.say(f"{told.title}. {told.text}")
