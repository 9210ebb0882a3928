"""Limits as a physio may set them: some by name, and any that are sound."""

from dataclasses import replace

from hypothesis import strategies as st

from kneecoach.domain.advice.profile import DAY_HOURS
from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.thresholds import LONGEST_WORD, default_profile

NAME = "After an operation"
WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=LONGEST_WORD)
LINES = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)


def with_limits(changes="", **more):
    """Those of KneeCoach with these in their place: "green_max=1 rise=2"."""
    pairs = (one.split("=") for one in changes.split())
    return replace(default_profile(), **{"name": NAME} | {name: int(value) for name, value in pairs} | more)


def some_profiles():
    """Any that differ in any number of thresholds."""
    numbers = {name: st.integers(one.low, one.high) for name, one in THRESHOLDS.items()}
    numbers["return_off_hours"] = st.integers(2, 7).map(lambda days: days * DAY_HOURS)
    texts = {"name": LINES, "made_by": LINES | st.just("")}
    return st.fixed_dictionaries(texts, optional=numbers).map(_sound).filter(bool)


def _sound(given):
    try:
        profile = replace(default_profile(), **given)
    except InvalidInput:
        return None
    return None if profile.is_ours else profile
