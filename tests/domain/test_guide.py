"""Searching the guide."""

import pytest

from kneecoach.domain.advice.rule import Evidence
from kneecoach.domain.guide import Claim, Guide, Section, Source, Topic

BLOG = Source("blog", "Running blog", "A running blog")
STEPS = Section("Shorter steps", (Claim("Land under the hip.", ("blog",), Evidence.OPINION),), words=("overstriding",))
ICE = Section("Ice", (Claim("With a cloth.", ("blog",), Evidence.WEAK),), disagree="One says 30 minutes.")
GUIDE = Guide(
    (Topic("form", "Form", "run", "How you run.", (STEPS,)), Topic("care", "Care", "ice", "What eases.", (ICE,))),
    {"blog": BLOG},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hip", [STEPS]),
        ("OVERSTRIDING", [STEPS]),
        ("30 minutes", [ICE]),
        ("minutes 30", [ICE]),
        ("form", [STEPS]),
        ("blog", [STEPS, ICE]),
        ("hip cloth", []),
        ("meniscus", []),
        ("  ", []),
    ],
)
def test_a_section_is_found_that_holds_every_word(text, found):
    assert [hit.section for hit in GUIDE.search(text)] == found


def test_a_title_comes_before_what_only_mentions_it():
    mention = Section("Swelling", (Claim("Ice may help.", ("blog",), Evidence.WEAK),))
    guide = Guide((Topic("care", "Care", "ice", "", (mention, ICE)),), {"blog": BLOG})

    assert [hit.section.title for hit in guide.search("ice")] == ["Ice", "Swelling"]


def test_a_topic_is_known_by_its_id():
    assert GUIDE.topic("care").title == "Care"
