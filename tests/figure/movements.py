"""Movements with everything a test does not care about already filled in."""

import json
from typing import Any

from kneecoach.exchange.movements import read_movement
from kneecoach.figure.movement import Movement

STAND: dict[str, Any] = {
    "pelvis": {"at": [0, 0.52, 0]},
    "l_leg": {"foot": [0, -0.055]},
    "r_leg": {"foot": [0, 0.055]},
    "l_arm": {"space": "pelvis", "hand": [0.02, 0.075, 0.098]},
    "r_arm": {"space": "pelvis", "hand": [0.02, 0.075, 0.098]},
}
LOW = {"from": "stand", "pelvis": {"at": [0, 0.42, 0]}}
SQUAT = (("lower", 2.0, "low"), ("hold", 0.5, "low"), ("raise", 1.5, "up"), ("pause", 0.5, "up"))
STRETCH = (("enter", 2.0, "low"), ("hold", 4.0, "low"), ("leave", 1.0, "up"))
Step = tuple[str, float, str] | tuple[str, float, str, dict[str, Any]]


def an_entry(*steps: Step, **more: Any) -> dict[str, Any]:
    """The JSON of a movement between standing ("up") and a squat ("low"), its steps being tempo, seconds and pose."""
    phases = []
    for tempo, seconds, to, *extra in steps or SQUAT:
        phases.append(
            {"name": tempo.capitalize(), "tempo": tempo, "s": seconds, "to": to, **(extra[0] if extra else {})}
        )
    return {
        "exercise": "made_up",
        "works": "both",
        "view": "side",
        "camera": {"yaw": 20, "pitch": 7},
        "other_view": {"yaw": 80, "pitch": 7},
        "hero": [0, 1],
        "poses": {"up": {"from": "stand"}, "low": LOW},
        "phases": phases,
        **more,
    }


def read(entry: dict[str, Any]) -> Movement:
    """The movement of such a JSON."""
    return read_movement("made_up", json.dumps(entry), json.dumps({"stand": STAND}))


def a_movement(*steps: Step, **more: Any) -> Movement:
    """The movement of `an_entry`."""
    return read(an_entry(*steps, **more))
