"""The guide: what is known about sore inner knees of runners, each claim with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kneecoach.domain.advice.rule import Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from: `short` as it stands beside the claim, `whole` to look it up elsewhere."""

    id: str
    short: str
    whole: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is said, the ids of its sources, and how sure it is."""

    text: str
    sources: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """Some claims on one question. `words` are further words by which people look for it.

    `disagree` tells that sources say different things here, and how this program goes about it.
    """

    title: str
    claims: tuple[Claim, ...]
    words: tuple[str, ...] = ()
    disagree: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide; `icon` is that of its row."""

    id: str
    title: str
    icon: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which something was found."""

    topic: Topic
    section: Section


@dataclass(frozen=True, slots=True)
class Guide:
    """All topics in their order, and all sources by their ids."""

    topics: tuple[Topic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    def topic(self, topic_id: str) -> Topic:
        """The topic of that id."""
        return next(topic for topic in self.topics if topic.id == topic_id)

    def search(self, text: str) -> tuple[Hit, ...]:
        """The sections that hold every word of `text`, those whose title does first."""
        words = words_of(text)
        if not words:
            return ()
        hits = [Hit(topic, one) for topic in self.topics for one in topic.sections if self._holds(topic, one, words)]
        return tuple(sorted(hits, key=lambda hit: not _all_in(words, hit.section.title)))

    def _holds(self, topic: Topic, section: Section, words: tuple[str, ...]) -> bool:
        names = [self.sources[one].short for claim in section.claims for one in claim.sources]
        claims = [claim.text for claim in section.claims]
        return _all_in(words, " ".join((topic.title, section.title, *claims, section.disagree, *section.words, *names)))


def words_of(text: str) -> tuple[str, ...]:
    """What somebody searches for, word by word."""
    return tuple(text.casefold().split())


def _all_in(words: tuple[str, ...], text: str) -> bool:
    held = text.casefold()
    return all(word in held for word in words)
