"""The session as it is shown and told: with the easier version where that was agreed on."""

from dataclasses import replace

from kneecoach.domain.easier import sore_items, with_easier
from kneecoach.domain.session import Playing, Session
from kneecoach.domain.timeline import Timeline


class AsAgreed:
    """What every screen and the voice go by. `pain_before` is the score the session began with.

    A session that was left goes on with what its pains asked for.
    """

    def __init__(self, session: Session, pain_before: int | None = None) -> None:
        self._session = session
        self._items = sore_items(session.timeline, session.pains, pain_before)
        self._made: tuple[Timeline, frozenset[int], Timeline] | None = None

    def make_easier(self) -> None:
        """The exercise that is played, from now on in all its sets."""
        self._items |= {self._session.playing.planned.item}

    @property
    def timeline(self) -> Timeline:
        """The same object until something is agreed on."""
        whole = self._session.timeline
        if not self._items:
            return whole
        # Asked for many times a second
        if self._made is None or self._made[0] is not whole or self._made[1] != self._items:
            self._made = (whole, self._items, with_easier(whole, self._items))
        return self._made[2]

    @property
    def playing(self) -> Playing:
        """Where the session stands now."""
        playing = self._session.playing
        if playing.planned.item not in self._items:
            return playing
        return replace(playing, planned=self.timeline.sets[playing.planned.index])
