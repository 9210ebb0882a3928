"""What the kinds of things in a diary are called when they are counted."""

IN_ORDER = (
    *("run", "activity", "session", "pain", "morning", "ice", "flag", "injury"),
    *("support", "review", "changed", "began", "plan", "shoe", "check_in"),
)
"""In which order they are told of."""
MANY = {
    "pain": "pain entries",
    "activity": "other activities",
    "morning": "mornings",
    "ice": "times of ice",
    "flag": "signs",
    "injury": "injuries",
    "support": "days of support",
    "review": "weekly reviews",
    "shoe": "pairs of shoes",
    "check_in": "check-ins",
    "changed": "changes",
    "began": "answers on how it began",
}
"""What many of a kind are called, where that is not its name with an s."""
ONE = {
    "pain": "pain entry",
    "activity": "other activity",
    "ice": "time of ice",
    "flag": "sign",
    "support": "day of support",
    "review": "weekly review",
    "shoe": "pair of shoes",
    "changed": "change",
    "began": "answer on how it began",
}


def counted(what: str, count: int) -> str:
    """ "12 pain entries", "1 run", of what a diary file calls a kind."""
    name = ONE.get(what, what.replace("_", "-")) if count == 1 else MANY.get(what, f"{what}s")
    return f"{count:,} {name}"
