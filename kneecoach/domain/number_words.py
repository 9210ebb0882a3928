"""Whole numbers in words, for sentences and for the voice."""

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MOST_IN_WORDS = 100


def in_words(value: int) -> str:
    """A whole number from 0 to 99 in words: "twelve"; larger ones in digits."""
    if value < len(SMALL):
        return SMALL[value]
    if value >= MOST_IN_WORDS:
        return str(value)
    tens, ones = divmod(value, 10)
    return f"{TENS[tens]}-{SMALL[ones]}" if ones else TENS[tens]


def or_less(score: int) -> str:
    """ "2 or less"; nothing is less than 0."""
    return f"{score} or less" if score else "0"
