"""The thresholds that the rules judge by, so that a physio can set them for a patient."""

from dataclasses import dataclass, fields

from kneecoach.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Profile:
    """One named set of thresholds. Distances are whole metres, shares whole percent, so that no ratio is rounded.

    What each is for, and where the figure comes from, stands beside it in `resources/advice/`. Those of the red flags
    are nobody's to change.
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
    shoe_info_m: int
    shoe_caution_m: int
    roll_pain: int
    return_clean: int
    return_advances: int
    return_runs: int
    return_off_hours: int

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidInput("A profile of thresholds has a name.")
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name != "name" and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
                raise InvalidInput(f"The threshold {field.name} is a whole number from 0.")
        if not self.green_max < self.amber_max < MOST:
            raise InvalidInput("Green ends below amber, and amber below 10.")
        if not AS_LONG <= self.spike_small < self.spike_moderate < self.spike_large:
            raise InvalidInput("The steps of a longer run rise from 100 percent.")
        if not 0 < self.shoe_info_m < self.shoe_caution_m:
            raise InvalidInput("Shoes are spoken of first for information, then with caution.")


MOST = 10
AS_LONG = 100
