"""The words of the check-in: its questions, chips and follow-ups."""

from kneecoach.domain.check_in import Family
from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Flag, Mechanism
from kneecoach.domain.pain import Amount, PainSize, Tenderness
from kneecoach.domain.red_flag_words import injury_words

QUESTIONS: dict[Family, str] = {
    Family.WEIGHT: "You cannot put full weight on the leg, or it gives way",
    Family.SWELLING: "The knee is clearly swollen, hot or red",
    Family.LOCKING: "It locks, catches, or will not bend or straighten fully",
    Family.INJURY: "In the last seven days: a pop, a twist, a fall or a blow",
    Family.CALF_FEVER_FOOT: "Calf swollen or sore, feverish, foot numb or cold, or short of breath",
}

CHIPS: dict[Flag, str] = {
    Flag.CANNOT_4_STEPS: "I cannot take four steps",
    Flag.GIVES_WAY: "It gives way",
    Flag.LIMP: "I limp",
    Flag.HOT_RED: "Hot or red",
    Flag.SWOLLEN: "Clearly swollen",
    Flag.LOCKED: "Stuck, will not straighten",
    Flag.CATCHES: "It catches",
    Flag.CANNOT_BEND_90: "Will not bend to a right angle",
    Flag.FIBULA_TENDER: "Sore on the bony knob outside, below the knee",
    Flag.KNEECAP_TENDER: "Sore on the kneecap",
    Flag.DEFORMITY: "Out of shape or out of place",
    Flag.CALF_SWOLLEN: "Calf swollen, warm or sore",
    Flag.FEVER: "Feverish or unwell",
    Flag.NUMB_OR_WEAK_FOOT: "Foot numb, tingling or weak",
    Flag.FOOT_COLD_PALE: "Foot cold or pale",
    Flag.BREATHLESS_OR_CHEST_PAIN: "Short of breath or chest pain",
}

MECHANISMS = (
    (Mechanism.TWIST, "Twist"),
    (Mechanism.FALL, "Fall"),
    (Mechanism.BLOW, "Blow"),
    (Mechanism.LANDING, "Landing"),
    (Mechanism.OTHER, "Other"),
)
DAYS_AGO = ((0, "Today"), *((days, str(days)) for days in range(1, 8)))
SIGNS = (
    (Asks.POP, "A pop"),
    (Asks.SNAP, "A snap on the inner thigh"),
    (Asks.BRUISE, "Bruising"),
    (Asks.FAST_SWELLING, "A big swelling within hours"),
)
NONE_OF_THESE = "None of these"

SIZES = ((PainSize.FINGERTIP, "Fingertip"), (PainSize.PALM, "Palm"), (PainSize.WIDE, "Wide"))
TENDERNESSES = ((Tenderness.NONE, "Not sore"), (Tenderness.MILD, "A little"), (Tenderness.CLEAR, "Clearly"))
AMOUNTS = ((Amount.NONE, "None"), (Amount.LITTLE, "A little"), (Amount.CLEAR, "Clear"))

_FLAG_QUESTIONS = {
    Flag.HOP_PAIN: "Does it hurt to hop on that leg?",
    Flag.FIBULA_TENDER: "Is the bony knob outside, below the knee, sore to touch?",
    Flag.KNEECAP_TENDER: "Is the kneecap itself sore to touch?",
    Flag.CANNOT_BEND_90: "Does the knee refuse to bend to a right angle?",
    Flag.CANNOT_4_STEPS: "Are four steps on that leg impossible?",
}
_SIGN_QUESTIONS = {
    Asks.POP: "Was there a pop?",
    Asks.SNAP: "Was there a snap on the inner thigh?",
    Asks.BRUISE: "Was there bruising?",
    Asks.FAST_SWELLING: "Did it swell up within hours?",
}
_OTHER_QUESTIONS = {
    Asks.SIZE: "How large is the sore place at the inner bone?",
    Asks.TENDERNESS: "How sore is that place to the touch?",
    Asks.SWELLING: "How much swelling is there today?",
    Asks.BIRTH_YEAR: "Which year were you born? After an injury, age counts.",
}


def companion_words(companion: Companion, record: Record) -> str:
    """The question of a companion row; it names the injury that it is about."""
    if companion.flag is not None:
        return _FLAG_QUESTIONS[companion.flag]
    if companion.injury is not None:
        named = next((injury_words(one) for one in record.injuries if one.id == companion.injury), "injury")
        return f"{_SIGN_QUESTIONS[companion.asks]} ({named})"
    return _OTHER_QUESTIONS[companion.asks]
