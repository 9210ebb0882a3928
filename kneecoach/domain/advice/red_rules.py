"""The red-flag rules R01 to R09 by their ids, and the sign that no rule reads, in their order."""

from kneecoach.domain.advice.rule import Evidence, Rule
from kneecoach.domain.advice.rules import RULES

AGREED = "That clinicians agreed on it, and no trial tested it, is no reason to wait."

_ALL = (
    Rule(
        "R01",
        1,
        "Signs of an emergency",
        "A deformity, a cold or pale foot, short breath or chest pain; four steps impossible within 48 hours of an "
        "injury; or a swollen calf while the question about breath is not answered.",
        "NHSGGC musculoskeletal knee page; NHS advice on blood clots",
        Evidence.OPINION,
        f"It does not say what the cause is. {AGREED}",
    ),
    Rule(
        "R02",
        1,
        "A hot joint",
        "A hot or red knee, or fever.",
        "g-care knee pathway; NHSGGC musculoskeletal knee page",
        Evidence.OPINION,
        f"A joint infection can look mild at first; only an examination can tell. {AGREED}",
    ),
    Rule(
        "R03",
        1,
        "Five checks after an injury",
        "Within seven days of an injury: from 55 years or under 18, the knee does not bend to 90 degrees, four steps "
        "are impossible, or the kneecap or the bony knob at the outer side is sore to touch.",
        "Ottawa knee rule, Stiell 1996, JAMA 275:611",
        Evidence.STRONG,
        "It does not say that something is broken. It says that it should be checked today. It was tested with adults; "
        "to count everybody under 18 is this program's own choice.",
    ),
    Rule(
        "R04",
        1,
        "Signs for the same day",
        "A locked knee, four steps impossible, a numb or weak foot, a swollen calf, or big swelling within six hours "
        "of an injury.",
        "Kernow and g-care knee pathways",
        Evidence.OPINION,
        f"It does not say what is locked or pressed on. {AGREED}",
    ),
    Rule(
        "R05",
        1,
        "Giving way, or a pop",
        "The knee gave way in the last 14 days; a pop at an injury with swelling; or bruising with a snap in the "
        "inner thigh.",
        "g-care knee pathway; articles for runners",
        Evidence.OPINION,
        f"It does not say that anything is torn: only an examination can tell. {AGREED}",
    ),
    Rule(
        "R06",
        1,
        "Pain that ignores rest",
        "Pain of 4 or more in three nights of 14 days; constant pain; weight loss or a new lump; or any pain after "
        "a cancer.",
        "NHSGGC musculoskeletal knee page; Kernow knee pathway",
        Evidence.OPINION,
        "It does not say what the cause is. Only an examination, and sometimes tests, can sort it: don't wait to see "
        f"whether it passes. {AGREED}",
    ),
    Rule(
        "R07",
        1,
        "Pin-point bone soreness",
        "In 14 days: at the inner end of the thigh bone or the top of the shin, the size of a fingertip, clearly sore "
        "to touch, and pain on hopping, of 3 or more on walking, or at night.",
        "Articles for runners; American Family Physician 2007; two case reports",
        Evidence.WEAK,
        "It does not say that a bone is cracked. Soft parts over the bone can feel the same; a picture can tell.",
    ),
    Rule(
        "R08",
        1,
        "A high score",
        "In seven days: 8 or more off a run, 7 or more at rest, or 6 or more at rest on three days.",
        "An article for runners; Boonstra 2014, Pain 155:2545",
        Evidence.WEAK,
        "A score does not say what is hurt: that is why somebody should look.",
    ),
    Rule(
        "R09",
        1,
        "Swelling",
        "Clear swelling today, or any swelling on three of seven days.",
        "Articles for runners; g-care knee pathway",
        Evidence.OPINION,
        f"It does not say what the fluid is. {AGREED}",
    ),
    Rule(
        "FLAG",
        1,
        "A sign you noted",
        "A sign stays open until you answer it as gone, or as seen by a clinician. One that should be seen the same "
        "day is told for 14 days more, unless it was seen.",
        "NHSGGC musculoskeletal knee page; g-care and Kernow knee pathways",
        Evidence.OPINION,
        f"A sign is no diagnosis. {AGREED}",
    ),
)
RED_RULES = {rule.id: rule for rule in _ALL}
EVERY_RULE = {rule.id: rule for rule in _ALL if rule.id != "FLAG"} | RULES
"""R01 to R25."""


def rule_of(rule_id: str) -> Rule:
    """The rule that a finding names."""
    return EVERY_RULE.get(rule_id) or RED_RULES[rule_id]
