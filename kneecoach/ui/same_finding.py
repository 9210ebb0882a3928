"""Which of the findings that are open now is the one that was seen before."""

from collections.abc import Sequence

from kneecoach.domain.finding import Finding

UNREAD = "FLAG"
"""The rule of every sign that no rule reads: there may be several of them at once."""


def name_of(finding: Finding) -> tuple[object, ...]:
    """What tells it from others, in whatever units it is said."""
    return finding.rule, finding.values or finding.because


def place_of(finding: Finding, told: Sequence[Finding]) -> int | None:
    """Where exactly this one stands among them."""
    names = [name_of(one) for one in told]
    return names.index(name_of(finding)) if name_of(finding) in names else None


def still(finding: Finding, told: Sequence[Finding]) -> Finding | None:
    """The same as it is now, though its numbers may have changed; never another sign."""
    place = place_of(finding, told)
    if place is not None:
        return told[place]
    alike = (one for one in told if one.rule == finding.rule)
    return next((one for one in alike if one.rule != UNREAD or set(one.because) & set(finding.because)), None)
