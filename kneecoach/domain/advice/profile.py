"""The thresholds that the rules judge by, so that a physio can set them for a patient."""

from dataclasses import dataclass

from kneecoach.domain.advice.threshold import THRESHOLDS, Threshold, Unit
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.shoe import Wear

OURS = "KneeCoach"
"""The name of what the program goes by itself; no other profile may have it."""
MAX_NAME = 60
DAY_HOURS = 24
LONG = 10**9
AS_LONG = 100


@dataclass(frozen=True, slots=True)
class Profile:
    """One named set of thresholds. Distances are whole metres, shares whole percent, so that no ratio is rounded.

    What each is for stands in `threshold.py`, where the figure comes from beside it in `resources/advice/`. Those of
    the red flags are nobody's to change. `made_by` is "" where the file does not say it. A profile that would be less
    safe than it may be does not exist: `InvalidInput` says which threshold it was.
    """

    name: str
    green_max: int
    amber_max: int
    rise: int
    rest_above: int
    spike_days: int
    spike_least_m: int
    spike_small: int
    spike_moderate: int
    spike_large: int
    week_jump: int
    week_jump_least_m: int
    week_jump_runs: int
    row_info: int
    row_caution: int
    row_sore: int
    balance_runs: int
    lasting_days: int
    lasting_least: int
    lasting_better: int
    long_days: int
    long_score: int
    episode_gap: int
    episodes: int
    episodes_days: int
    trend_points: int
    trend_share: int
    trend_least: int
    pattern_least: int
    pattern_tenths: int
    pattern_error: int
    roll_pain: int
    shoe_info_m: int
    shoe_caution_m: int
    return_clean: int
    return_advances: int
    return_runs: int
    return_off_hours: int
    made_by: str = ""

    def __post_init__(self) -> None:
        self._check_text("name", self.name, needed=True)
        self._check_text("made_by", self.made_by, needed=False)
        for name, known in THRESHOLDS.items():
            _check(name, known, getattr(self, name))
        if not self.green_max < self.amber_max:
            raise InvalidInput("Green ends below amber: green_max is less than amber_max.")
        if not self.spike_small < self.spike_moderate < self.spike_large:
            raise InvalidInput("The steps of a longer run rise: spike_small, spike_moderate, spike_large.")
        if self.row_info > self.row_caution:
            raise InvalidInput("Days in a row get a note first, then caution: row_info is at most row_caution.")
        if not self.shoe_info_m < self.shoe_caution_m:
            raise InvalidInput("Shoes are spoken of first for information, then with caution.")
        if self.return_off_hours % DAY_HOURS:
            raise InvalidInput("The hours off after a step back are whole days: 48, 72, 96 and so on.")

    def _check_text(self, name: str, text: object, *, needed: bool) -> None:
        if not isinstance(text, str):
            raise InvalidInput(f"The {name} of a profile is a text in quotation marks.")
        if needed and not text.strip():
            raise InvalidInput("A profile of thresholds has a name.")
        if len(text) > MAX_NAME or not text.isprintable():
            raise InvalidInput(f"The {name} of a profile is one line of at most {MAX_NAME} characters.")

    @property
    def is_ours(self) -> bool:
        """Whether it is what KneeCoach itself goes by."""
        return self.name.strip().casefold() == OURS.casefold()

    def wear(self, distance_m: int) -> Wear:
        """What a distance says about a pair of shoes (R23)."""
        if distance_m >= self.shoe_caution_m:
            return Wear.CAUTION
        return Wear.INFO if distance_m >= self.shoe_info_m else Wear.FINE

    @property
    def zones(self) -> Zones:
        """Those of them that also hold in the player and before a session."""
        return Zones(self.green_max, self.amber_max, self.rise, "" if self.is_ours else self.name)


def _check(name: str, known: Threshold, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidInput(f"The threshold {name} is a whole number.")
    if not known.low <= value <= known.high:
        span = f"{known.low} to {known.high}" if known.low < known.high else f"only {known.low}"
        unit = "" if known.unit is Unit.TIMES else f" {known.unit.value}"
        # A number may be longer than anybody reads
        given = f", and not {value}" if abs(value) < LONG else ""
        raise InvalidInput(f"The threshold {name} can be {span}{unit}{given}.")
