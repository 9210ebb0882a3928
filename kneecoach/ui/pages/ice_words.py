"""What the ice timer says on the screen and aloud."""

from datetime import datetime

from kneecoach.domain.exercise import Side
from kneecoach.domain.ice import CAUTION_ABOVE_MINUTES, LONGEST_MINUTES
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.pages.player_words import clock
from kneecoach.ui.widgets.knee_drawing import UNDRAWN, Spot, View, home_view
from kneecoach.ui.words import minutes

MINUS = "\N{MINUS SIGN}"
VIEWS = {View.FRONT: "front", View.INNER: "inner side", View.OUTER: "outer side", View.BACK: "back"}
AGAINST = (
    "The skin there is numb, broken or sore",
    "Poor circulation, or a severe heart or vessel disease",
    "Raynaud’s, or an allergy to cold (cold hives)",  # noqa: RUF001
    "Sickle cell disease",
)
HOW = (
    ("ice", "A thin damp cloth lies between ice and skin, always."),
    ("info", "Every five minutes you are asked to look at your skin."),
    ("pause", "The next ice comes two hours later at the earliest."),
    ("run", "No run for half an hour after it: cold dulls pain and slows the muscles that steady the knee."),
    ("warn", "On the outer side, keep the pack off the small knob below the joint. A nerve lies there."),
)
HOW_LONG = (
    "Leaflets say about 15 minutes, the running blog 20 to 30. No time is proven best, and whether ice helps at all "
    "is questioned by newer advice."
)
ONE_APPLIES = "Is one of these true for you?"
CLOTH_BETWEEN = "Is a thin damp cloth between ice and skin?"
PAST_CAUTION = f"I have read this. Let me set up to {LONGEST_MINUTES} minutes."
TOO_LONG = (
    "Most leaflets say 15 to 20 minutes. Longer cold can burn the skin and harm a nerve, and nobody has shown that it "
    "helps more."
)
LONGER = f"More than {CAUTION_ABOVE_MINUTES} minutes"
NOT_FOR_YOU = "No ice for you, please."
NOT_FOR_YOU_TEXT = "Where one of these is true, cold can harm. Ask a doctor or a physiotherapist before you use it."
YOU_DECIDE = "The reasons stand at the right. You decide."
STILL_OPEN = "Answer what is still open to start."

CUE = "Cloth between ice and skin. Stop if it burns or goes numb."
LOOK, LOOK_SPOKEN = "Look at your skin", "Lift the ice and look at your skin."
LOOK_CUE = "Pink and cold is fine. White, grey, blistered, burning or numb is not."
PAUSED, PAUSED_CUE = "Paused", "The ice is off. This time does not count."
TIME_UP, TIME_UP_SPOKEN = "Time is up", "Time is up. Take the ice off and look at your skin."
TIME_UP_CUE = "Take the ice off and look at your skin."
NOT_FINE = "Take the ice off"
NOT_FINE_CUE = (
    "Let the skin warm by itself: no heat, no rubbing, no more ice there today. If it stays white, grey or numb, or "
    "blisters, let a doctor see it today."
)
NOT_FINE_SPOKEN = "Take the ice off. Let the skin warm by itself."
NOT_KEPT = "Not saved yet"
STARTS_SPOKEN = "Ice. A cloth between ice and skin."
ALL_SPOKEN = (STARTS_SPOKEN, LOOK_SPOKEN, TIME_UP_SPOKEN, NOT_FINE_SPOKEN)
TOO_SHORT = "Stopped within half a minute. Nothing was kept."


def title(pain: PainEntry | None) -> str:
    """ "Ice, inner side"; the knee as a whole is only "Ice"."""
    view = view_of(pain)
    return "Ice" if view is None else f"Ice, {VIEWS[view]}"


def view_of(pain: PainEntry | None) -> View | None:
    """From where the place that hurt last is seen; None without one that is drawn."""
    drawn = [] if pain is None else [region for region in pain.regions if region not in UNDRAWN]
    return home_view(drawn[0]) if drawn else None


def marks(pain: PainEntry | None) -> dict[Spot, int]:
    """What is marked on the knees."""
    if pain is None or pain.side is None:
        return {}
    sides = (Side.LEFT, Side.RIGHT) if pain.side is Side.BOTH else (pain.side,)
    return {(side, region): pain.score for side in sides for region in pain.regions}


def time_of(at: datetime) -> str:
    """ "18:47"."""
    return f"{at:%H:%M}"


def asked_ago(seconds: float) -> str:
    """How long the question about the skin has been open."""
    return f"Asked {clock(int(seconds))} ago, not answered."


def over_for(seconds: float, run_from: str) -> str:
    """What follows the end."""
    over = f" It was {minutes(int(seconds) // 60)} ago." if seconds >= 60 else ""  # noqa: PLR2004
    return f"{TIME_UP_CUE}{over} No run before {run_from}."


def kept(count: int, unanswered: int) -> str:
    """What the notice says at the end."""
    said = f"Ice kept: {minutes(count)}."
    if not unanswered:
        return said
    checks = "One skin check was" if unanswered == 1 else f"{unanswered} skin checks were"
    return f"{said} {checks} not answered."
