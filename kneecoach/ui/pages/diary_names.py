"""What the values of the diary are called on the screen."""

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.flag import Closing
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Quality, Symptom
from kneecoach.domain.run import RunKind, Surface
from kneecoach.domain.support import Support

PHASES: dict[PainPhase, str] = {
    PainPhase.REST: "At rest",
    PainPhase.DAILY: "Daily life",
    PainPhase.WALKING: "Walking",
    PainPhase.STAIRS: "Stairs",
    PainPhase.SITTING: "Long sitting",
    PainPhase.BEFORE_RUN: "Before a run",
    PainPhase.DURING_RUN: "During a run",
    PainPhase.AFTER_RUN: "After a run",
    PainPhase.EXERCISE: "Exercise",
    PainPhase.MORNING: "Morning",
    PainPhase.NIGHT: "Night",
}
IN_PHASE: dict[PainPhase, str] = {
    PainPhase.REST: "at rest",
    PainPhase.DAILY: "in daily life",
    PainPhase.WALKING: "walking",
    PainPhase.STAIRS: "on stairs",
    PainPhase.SITTING: "after long sitting",
    PainPhase.BEFORE_RUN: "before a run",
    PainPhase.DURING_RUN: "during a run",
    PainPhase.AFTER_RUN: "after a run",
    PainPhase.EXERCISE: "in an exercise",
    PainPhase.MORNING: "in the morning",
    PainPhase.NIGHT: "at night",
}
QUALITIES: dict[Quality, str] = {
    Quality.SHARP: "Sharp",
    Quality.DULL: "Dull",
    Quality.STIFF: "Stiff",
    Quality.BURNING: "Burning",
    Quality.TIGHT: "Tight",
    Quality.CATCHING: "Catching",
}
SIZES: dict[PainSize, str] = {PainSize.FINGERTIP: "Fingertip", PainSize.PALM: "Palm", PainSize.WIDE: "Wide"}
SYMPTOMS: dict[Symptom, str] = {
    Symptom.DULL_ACHE: "Dull ache",
    Symptom.SHARP_PAIN: "Sharp pain",
    Symptom.SWELLING: "Swelling",
    Symptom.STIFF_AFTER_ACTIVITY: "Stiff after activity",
    Symptom.CANNOT_BEND_FULLY: "Won't bend fully",
    Symptom.CANNOT_STRAIGHTEN_FULLY: "Won't straighten fully",
    Symptom.TIGHT_WHEN_BENDING: "Tight when bending",
    Symptom.LESS_RANGE: "Moves less far",
    Symptom.WORSE_WITH_ACTIVITY: "Worse with activity",
    Symptom.AROUND_KNEECAP: "Around the kneecap",
    Symptom.GRINDING: "Grinding or clicking",
    Symptom.CATCHING_OR_LOCKING: "Catching or locking",
    Symptom.POP_AT_ONSET: "A pop at the start",
    Symptom.SNAP_IN_THIGH: "A snap in the thigh",
    Symptom.BRUISING: "Bruising",
    Symptom.GIVES_WAY: "Gives way",
    Symptom.HARD_TO_BEAR_WEIGHT: "Hard to stand on",
    Symptom.POINT_TENDER: "Sore at one point",
    Symptom.STAIRS: "Trouble on stairs",
    Symptom.AFTER_SITTING: "After long sitting",
    Symptom.SQUATTING: "When squatting",
    Symptom.ACHE_ON_STOPPING: "Aches after stopping",
    Symptom.UNABLE_TO_RUN: "Unable to run",
}
SUPPORTS: dict[Support, str] = {
    Support.SLEEVE: "Sleeve",
    Support.BRACE: "Brace",
    Support.INSERTS: "Inserts",
    Support.TAPE: "Tape",
    Support.PAINKILLER: "Painkiller",
}
RUN_KINDS: dict[RunKind, str] = {
    RunKind.EASY: "easy",
    RunKind.LONG: "long",
    RunKind.TEMPO: "tempo",
    RunKind.INTERVALS: "intervals",
    RunKind.HILLS: "hills",
    RunKind.RACE: "race",
    RunKind.RUN_WALK: "run and walk",
    RunKind.OTHER: "run",
}
SURFACES: dict[Surface, str] = {
    Surface.ROAD: "Road",
    Surface.CONCRETE: "Concrete",
    Surface.TRAIL: "Trail",
    Surface.GRASS: "Grass",
    Surface.TRACK: "Track",
    Surface.TREADMILL: "Treadmill",
    Surface.MIXED: "Mixed ground",
}
ACTIVITIES: dict[ActivityKind, str] = {
    ActivityKind.STRENGTH: "Strength",
    ActivityKind.FLEXIBILITY: "Flexibility",
    ActivityKind.WALK: "Walk",
    ActivityKind.BIKE: "Bike",
    ActivityKind.SWIM: "Swim",
    ActivityKind.OTHER: "Other training",
}
SWELLING: dict[Amount, str] = {
    Amount.NONE: "no swelling",
    Amount.LITTLE: "a little swelling",
    Amount.CLEAR: "clear swelling",
}
CLOSED: dict[Closing, str] = {
    Closing.GONE: "gone",
    Closing.SEEN: "seen by a clinician",
    Closing.MISTAKE: "ticked by mistake",
}
NO_PLACE = "Knee, no place given"
ADDED_LATER = "added later"
