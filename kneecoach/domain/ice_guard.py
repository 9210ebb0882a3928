"""What rule R21 says of ice: the time that was set, the gap since the last one, the cloth, the run after it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.ice import BEFORE_RUN, CAUTION_ABOVE_MINUTES, GAP, Ice
from kneecoach.domain.local_time import utc

RULE = "R21"
SOURCE = "MacAuley 2001, Int J Sports Med 22:379; patient leaflets of English hospitals"


def before_ice(minutes: int, now: datetime, *, cloth: bool | None, last: Ice | None) -> tuple[Finding, ...]:
    """The cautions before a cooling of `minutes` that begins at `now`; a cloth counts as missing only when told so."""
    found = (_too_long(minutes), _too_soon(now, last), _bare_skin() if cloth is False else None)
    return tuple(finding for finding in found if finding is not None)


def at_time(set_minutes: int, on_s: float) -> Finding | None:
    """The stop at the set time, not a second before."""
    if on_s < set_minutes * 60:
        return None
    return Finding(
        rule=RULE,
        level=Level.STOP,
        urgency=None,
        title="Time is up; check your skin.",
        text="Time is up; check your skin. Do not ice right before a run.",
        because=(f"Set for {set_minutes} minutes, and they are over",),
        source=SOURCE,
        clears_when="The ice is off.",
    )


def run_after_ice(at: datetime, ices: Iterable[Ice]) -> Finding | None:
    """The caution for a run that starts at `at`, with the ice on or within half an hour after."""
    near = [ice for ice in ices if utc(ice.at) <= utc(at) and utc(at) - utc(ice.ends) < BEFORE_RUN]
    if not near:
        return None
    since = max(timedelta(), utc(at) - max(utc(ice.ends) for ice in near))
    return Finding(
        rule=RULE,
        level=Level.CAUTION,
        urgency=None,
        title="A run soon after ice",
        text="Cold dulls pain and slows the muscles that steady the knee for about half an hour. Run after that.",
        because=(f"The run starts {_minutes(since)} after the ice came off",),
        source=SOURCE,
        clears_when="Half an hour without ice before the run.",
    )


def at_once(ice: Ice, others: Iterable[Ice]) -> Ice | None:
    """Another cooling that shares some of its time with `ice`, if there is one."""
    begins, ends = utc(ice.at), utc(ice.ends)
    return next((one for one in others if one.id != ice.id and utc(one.at) < ends and begins < utc(one.ends)), None)


def _too_long(minutes: int) -> Finding | None:
    if minutes <= CAUTION_ABOVE_MINUTES:
        return None
    return Finding(
        rule=RULE,
        level=Level.CAUTION,
        urgency=None,
        title=f"Longer than {CAUTION_ABOVE_MINUTES} minutes",
        text="Most leaflets say 15 to 20 minutes. The 20 to 30 of the running blog is longer than that: longer cold "
        "can burn the skin and harm a nerve, and nobody has shown that it helps more.",
        because=(f"Set for {minutes} minutes",),
        source=SOURCE,
        clears_when=f"{CAUTION_ABOVE_MINUTES} minutes or less are set.",
    )


def _too_soon(now: datetime, last: Ice | None) -> Finding | None:
    since = utc(now) - utc(last.ends) if last is not None and utc(last.at) <= utc(now) else GAP
    if since >= GAP:
        return None
    return Finding(
        rule=RULE,
        level=Level.CAUTION,
        urgency=None,
        title="The last ice was less than two hours ago",
        text="Skin that was cooled needs about two hours to warm through again. Wait, or keep it short.",
        because=(f"The last ice came off {_minutes(max(timedelta(), since))} ago",),
        source=SOURCE,
        clears_when="Two hours since the last ice.",
    )


def _bare_skin() -> Finding:
    return Finding(
        rule=RULE,
        level=Level.CAUTION,
        urgency=None,
        title="Ice on bare skin",
        text="Ice straight on the skin can burn it within minutes. Put a thin damp cloth between.",
        because=("No cloth between",),
        source=SOURCE,
        clears_when="A cloth lies between.",
    )


def _minutes(gap: timedelta) -> str:
    """ "1 h 59 min": begun minutes do not count."""
    whole = int(gap.total_seconds()) // 60
    hours, minutes = divmod(whole, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
