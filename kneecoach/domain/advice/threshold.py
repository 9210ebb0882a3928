"""What each threshold of a profile is, in words and units, and how far a physio may move it for a patient."""

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    """What a threshold is counted in; the word follows the number."""

    SCORE = "of 10"
    POINTS = "points"
    TENTHS = "tenths of a point"
    METRES = "m"
    PERCENT = "%"
    DAYS = "days"
    HOURS = "hours"
    RUNS = "runs"
    ENTRIES = "entries"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One of them: the rule it belongs to, what it is in words, and the whole numbers from `low` to `high` it may be.

    Where the safe side is known, KneeCoach's own figure is the end of that range: such a limit can only be made
    stricter. A range of one figure is the same for everybody.
    """

    rule: str
    words: str
    unit: Unit
    low: int
    high: int


THRESHOLDS = {
    "green_max": Threshold("R10", "Carry on with pain up to", Unit.SCORE, 0, 3),
    "amber_max": Threshold("R10", "Stop when pain is above", Unit.SCORE, 1, 5),
    "rise": Threshold("R10", "Stop when pain rises by", Unit.POINTS, 1, 3),
    "rest_above": Threshold("R13", "Rest after a morning above the usual by", Unit.POINTS, 1, 3),
    "spike_days": Threshold("R14", "A run is measured by the longest of the last", Unit.DAYS, 7, 60),
    "spike_least_m": Threshold("R14", "A run is measured from", Unit.METRES, 0, 5_000),
    "spike_small": Threshold("R14", "A run is a little longer above", Unit.PERCENT, 100, 130),
    "spike_moderate": Threshold("R14", "A run is much longer above", Unit.PERCENT, 105, 200),
    "spike_large": Threshold("R14", "A run is very much longer above", Unit.PERCENT, 110, 300),
    "week_jump": Threshold("R15", "A week is a jump above", Unit.PERCENT, 100, 200),
    "week_jump_least_m": Threshold("R15", "A week is a jump with more by at least", Unit.METRES, 0, 10_000),
    "week_jump_runs": Threshold("R15", "The week before has at least", Unit.RUNS, 1, 7),
    "row_info": Threshold("R16", "A note, when it hurt, from days in a row", Unit.DAYS, 2, 7),
    "row_caution": Threshold("R16", "Caution from days in a row", Unit.DAYS, 2, 7),
    "row_sore": Threshold("R16", "Then it hurt means from", Unit.SCORE, 1, 5),
    "balance_runs": Threshold("R17", "A week is looked at with at least", Unit.RUNS, 1, 7),
    "lasting_days": Threshold("R18", "See someone when it is not better after", Unit.DAYS, 7, 14),
    "lasting_least": Threshold("R18", "Not better is judged from", Unit.ENTRIES, 3, 5),
    "lasting_better": Threshold("R18", "Better means less by", Unit.POINTS, 1, 3),
    "long_days": Threshold("R18", "See someone when it still hurts after", Unit.DAYS, 14, 42),
    "long_score": Threshold("R18", "Still hurts means from", Unit.SCORE, 1, 3),
    "episode_gap": Threshold("R18", "A time with pain is over after painless", Unit.DAYS, 14, 14),
    "episodes": Threshold("R18", "See someone when it came back", Unit.TIMES, 2, 3),
    "episodes_days": Threshold("R18", "Coming back counts within", Unit.DAYS, 180, 365),
    "trend_points": Threshold("R19", "A week is higher or lower by", Unit.POINTS, 1, 4),
    "trend_share": Threshold("R19", "A week is also lower by", Unit.PERCENT, 30, 50),
    "trend_least": Threshold("R19", "A week is compared with at least", Unit.ENTRIES, 3, 7),
    "pattern_least": Threshold("R20", "Runs to compare, at least", Unit.RUNS, 4, 10),
    "pattern_tenths": Threshold("R20", "Kinds of runs differ by", Unit.TENTHS, 10, 50),
    "pattern_error": Threshold("R20", "By chance at most", Unit.PERCENT, 1, 5),
    "roll_pain": Threshold("R22", "Roll more gently from pain of", Unit.SCORE, 1, 5),
    "shoe_info_m": Threshold("R23", "A note on shoes from", Unit.METRES, 100_000, 1_500_000),
    "shoe_caution_m": Threshold("R23", "Caution with shoes from", Unit.METRES, 100_000, 2_000_000),
    "return_clean": Threshold("R25", "Clean times at a stage to move on", Unit.TIMES, 2, 6),
    "return_advances": Threshold("R25", "Steps on in seven days, at most", Unit.TIMES, 1, 2),
    "return_runs": Threshold("R25", "Runs in seven days, at most", Unit.RUNS, 1, 4),
    "return_off_hours": Threshold("R25", "After a step back no run for", Unit.HOURS, 48, 168),
}
"""By the names they have in a file, in the order of the rules."""
