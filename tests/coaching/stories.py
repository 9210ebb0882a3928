"""Steps that stories about playing share."""

from datetime import timedelta
from uuid import UUID

from kneecoach.coaching import play
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.storage import diary, sessions
from tests.builders import (
    A_DAY,
    PERSON_ID,
    a_person,
    a_timeline,
    at,
    counted,
    timed,
)

LATER = A_DAY + timedelta(minutes=20)
TWO_SETS = (timed(10), counted(5))
# Get ready for 15 s, then 10 s of work, then 10 s to change sides
FIRST_SET_DONE, SECOND_SET_DONE = 126.0, 146.0


def begun(store, *dosages, **more):
    """A session of the builders' person that was told its first moment."""
    session = play.start(store, a_person(), a_timeline(*(dosages or TWO_SETS)), now=A_DAY, **more)
    session.advance(at(100))
    return session


def kept(store, session_id):
    with store.begin() as tx:
        return sessions.session(tx, session_id)


def flagged(store, flag=Flag.LOCKED):
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, FlagEntry(UUID(int=5), flag, A_DAY))


def full(store, *, pages=None):
    with store.begin() as tx:
        pages = pages or tx.exec_driver_sql("PRAGMA page_count").scalar()
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
