"""The guide as shipped: each claim has its source, the words are ours, and every item of the checklist is found."""

import re
from pathlib import Path

import pytest

from kneecoach.domain.advice.red_rules import EVERY_RULE
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.guide import load_guide, read_guide

GUIDE = load_guide()
CHECKLIST = Path(__file__).parents[2] / "docs" / "checklist.md"
LONGEST_CLAIM, LONGEST_LEAD = 260, 140
SOURCE = """
[blog]
short = "Blog"
whole = "A blog"
"""
TOPIC = """
place = 1
title = "Ice"
icon = "ice"
lead = "What eases."
[[section]]
title = "Ice"
claim = [{ say = "Cold numbs.", from = ["blog"], sure = "weak" }]
"""
NEVER = (
    r"you have (?!been)",
    r"\byou should have\b",
    r"\bwill (heal|cure|prevent|fix)\b",
    r"\b\d+ ?mg\b",
    r"\btablets?\b",
    r"\bcures?\b",
    r"\byour fault\b",
    "\N{EM DASH}",
)


def sections():
    return [(topic, section) for topic in GUIDE.topics for section in topic.sections]


def everything_said():
    for topic, section in sections():
        yield topic.lead
        yield section.title
        yield section.disagree
        yield from (claim.text for claim in section.claims)


def named_in_checklist():
    """Each mention of the guide: the item, the topic and the words to search for."""
    for line in CHECKLIST.read_text(encoding="utf-8").splitlines():
        item = re.match(r"\| (\d+) \|", line)
        for topic, words in re.findall(r"Guide: ([^“”;|]+?), “([^”]+)”", line) if item else ():
            yield pytest.param(topic.strip(), words, id=f"{item[1]} {words}")


def test_the_topics_are_those_of_the_page_in_their_order():
    assert [topic.title for topic in GUIDE.topics] == [
        "When to see someone",
        "Before a run",
        "How much, how often",
        "Ice, rest and swelling",
        "Shoes, surface, form",
        "Where the pain comes from",
        "What we do not know",
    ]


@pytest.mark.parametrize(("topic", "section"), sections(), ids=lambda one: one.title[:30])
def test_every_claim_has_a_source_and_is_short(topic, section):
    assert topic.lead
    assert len(topic.lead) <= LONGEST_LEAD
    assert section.claims
    for claim in section.claims:
        assert claim.sources
        assert len(claim.text) <= LONGEST_CLAIM
        assert claim.text.endswith(".")


def test_no_source_is_listed_that_nobody_uses():
    used = {source for _, section in sections() for claim in section.claims for source in claim.sources}

    assert used == set(GUIDE.sources)


@pytest.mark.parametrize("pattern", NEVER)
def test_the_guide_diagnoses_promises_blames_and_doses_nothing(pattern):
    assert not [text for text in everything_said() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(
    "about",
    ["ice", "ibuprofen", "it band", "supination", "forefoot", "meniscus", "tracking", "stretching", "consecutive days"],
)
def test_where_sources_disagree_that_is_said(about):
    assert any(hit.section.disagree for hit in GUIDE.search(about))


@pytest.mark.parametrize(("topic", "words"), list(named_in_checklist()))
def test_every_item_of_the_checklist_is_found_by_searching(topic, words):
    assert topic in {hit.topic.title for hit in GUIDE.search(words)}


def test_the_checklist_says_of_every_mention_what_to_search_for():
    rows = [line for line in CHECKLIST.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
    mentions = sum(line.count("Guide:") for line in rows)

    assert len(rows) == 142
    assert mentions == len(list(named_in_checklist()))
    assert mentions


def test_the_checklist_names_only_rules_and_exercises_that_are_there():
    told = CHECKLIST.read_text(encoding="utf-8")
    codes = {exercise.code for exercise in load_exercises().values()}

    assert set(re.findall(r"\bR\d\d\b", told)) <= set(EVERY_RULE)
    assert set(re.findall(r"\bE\d\d\b", told)) <= codes


@pytest.mark.parametrize(
    ("sources", "topic", "said"),
    [
        ("[blog", TOPIC, "sources.toml"),
        (SOURCE, "place = ", "ice.toml"),
        (SOURCE, TOPIC.replace('title = "Ice"\nicon', "icon"), "title"),
        (SOURCE, TOPIC.replace('"weak"', '"certain"'), "CERTAIN"),
        (SOURCE, TOPIC.replace('["blog"]', '["book"]'), "book"),
        (SOURCE, TOPIC.replace('["blog"]', "[]"), "without a known source"),
    ],
)
def test_a_broken_guide_is_refused_in_a_sentence(tmp_path, sources, topic, said):
    (tmp_path / "sources.toml").write_text(sources, encoding="utf-8")
    (tmp_path / "ice.toml").write_text(topic, encoding="utf-8")

    with pytest.raises(InvalidInput, match=re.escape(said)):
        read_guide(tmp_path)
