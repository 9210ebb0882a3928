"""What the rules of training say. Each begins with what was logged, and has one thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A title, the sentence under it, the numbers read line by line, and what would clear it.

    A line whose value is "" is left out.
    """

    title: str
    text: str
    because: tuple[str, ...]
    clears: str


_AGAIN_EASIER = "A later run without a painkiller: pain {green}, and no limp."
_AGAIN_SETTLED = (
    "A later easy run without a painkiller that went with {green} and no limp. "
    "Don\N{RIGHT SINGLE QUOTATION MARK}t run in order to clear it."
)
_VISIT = "Book a visit with a physio or doctor in the next weeks; sooner if it gets worse or a warning sign comes."
_NEXT_ICE = "A later cooling of {most} minutes or less, with a cloth and two hours after the last; or two days."
_OTHER_RUN = "Run of {other_day}: highest pain {other} of 10"
_LATER_MORNING = "A later morning {clear}, with no painkiller before a run of the day before."
_NEXT_TIME = "Changes after your next run-walk is logged."
_READ = "Runs read: {dates}"
_FROM = "The next time on {day} at the earliest"
_LONGEST = "longest of the {days} days before"
_STUDY = (
    "In a large group of runners, injury was about {times} times as likely as after runs no more than a tenth longer. "
    "A link, not a cause. "
)
# Hazard ratios of Frandsen 2025, whose steps are its own whatever limits hold; it says nothing of what is below them
_STUDIED = {"below": ""} | {
    size: _STUDY.format(times=times) for size, times in (("small", "1.6"), ("moderate", "1.5"), ("large", "2.3"))
}
WORDS: Mapping[str, Words] = {
    "R10.caution": Words(
        "Less of this exercise",
        "You logged {pain} of 10 in {exercise}. Make it smaller, do fewer, or take the easier variant.",
        ("{exercise}, {day}: {pain} of 10", "{changed}"),
        "{exercise} once more with {green}, and nothing sharp.",
    ),
    "R10.stop": Words(
        "Leave this exercise out",
        "You logged {pain} of 10 in {exercise}. Leave it out until walking and the morning are as usual; then begin "
        "with few and small ones.",
        ("{exercise}, {day}: {pain} of 10", "Before the session: {start} of 10", "{changed}"),
        "{exercise} later on with {green}, and nothing sharp. "
        "Don\N{RIGHT SINGLE QUOTATION MARK}t do it in order to clear this.",
    ),
    "R11.caution": Words(
        "Make the next run easier",
        "You logged {pain} of 10 on the run of {day}. Make the next one shorter, or walk in between, 10 to 20 "
        "percent slower, and skip the downhill.",
        ("Run of {day}, {distance_m}: highest pain {pain} of 10", "{changed}"),
        _AGAIN_EASIER,
    ),
    "R11.stop": Words(
        "No run until it has settled",
        "You logged {what} on the run of {day}. No run for at least {hours} hours, and not before walking and the "
        "morning are as usual; then begin with a short run-walk. Still a limp, or 8 and more: have it seen in days.",
        ("Run of {day}, {distance_m}: {what}", _OTHER_RUN, "{changed}"),
        _AGAIN_SETTLED,
    ),
    "R12.caution": Words(
        "Make the next run shorter or easier",
        "You logged {later} of 10 an hour after the run of {day}, and {before} before it. Make the next one shorter or "
        "easier.",
        ("Before the run of {day}: {before} of 10", "An hour after it: {later} of 10", "{changed}"),
        "A later run without a painkiller, whose pain an hour later is no more than before it.",
    ),
    "R13.caution": Words(
        "Repeat, don\N{RIGHT SINGLE QUOTATION MARK}t add",
        "You logged {pain} of 10 on the morning of {day}; {usual}. Run as far as last time or less; on the "
        "way back to running, not today.",
        ("Morning of {day}: {pain} of 10", "{usual}", "{changed}"),
        _LATER_MORNING,
    ),
    "R13.stop": Words(
        "Rest from running today",
        "You logged {pain} of 10 on the morning of {day}; {usual}. Take a day without a run.",
        ("Morning of {day}: {pain} of 10", "{usual}", "{changed}"),
        _LATER_MORNING,
    ),
    "R13.swollen": Words(
        "Rest from running",
        "You logged {pain} of 10 and swelling on the morning of {day}; {usual}. Rest until there has been no swelling "
        "for 48 hours. If it comes back, or you can see it plainly, have it looked at.",
        ("Morning of {day}: {pain} of 10 and swelling", "{usual}", "{changed}"),
        f"{_LATER_MORNING} The 48 hours hold all the same.",
    ),
    **{
        f"R14.{size}": Words(
            "A longer run than in the last {period}",
            f"You logged {{distance_m}}; the {_LONGEST} was {{longest_m}}. {study}Keep the next one to {{most_m}}.",
            (
                "Run of {day}: {distance_m}",
                f"{_LONGEST[0].upper()}{_LONGEST[1:]}: {{longest_m}}",
                "That is {percent} percent of it",
            ),
            "A next run of at most {most_m} on a later day, or a week after {day}.",
        )
        for size, study in _STUDIED.items()
    },
    "R14.first": Words(
        "The first run in {a_period}",
        "You logged {distance_m}, and no run in the {days} days before it. There is nothing to measure it by. Keep the "
        "next one no longer, and see how the knee takes it.",
        ("Run of {day}: {distance_m}", "Runs in the {days} days before: none"),
        "A next run of at most {most_m} on a later day, or a week after {day}.",
    ),
    "R15.distance": Words(
        "Many more kilometres than last week",
        "You logged {week_m} in seven days, and {before_m} in the seven before. Change one thing at a time.",
        ("Seven days to {day}: {week_m}", "The seven days before: {before_m} in {runs} runs"),
        "On {clear_day}, if you log no further run; you may run, the date then moves.",
    ),
    "R15.several": Words(
        "Several things rose together",
        "You logged over {percent} percent more {risen} in the seven days to {day} than in the seven before. "
        "Change one thing at a time.",
        (
            "Distance in seven days: {week_distance_m}, and {before_distance_m} in the seven before",
            "Minutes in seven days: {week_minutes}, and {before_minutes} in the seven before",
            "Load in seven days: {week_load}, and {before_load} in the seven before",
            "Climb in seven days: {week_climb} m, and {before_climb} m in the seven before",
        ),
        "On {clear_day}, if you log no further run; you may run, the date then moves.",
    ),
    "R16.info": Words(
        "{lead} days in a row",
        "You logged runs on {days} days in a row, and {pain} of 10 on the last. A day without a run lets the knee "
        "settle.",
        ("Days in a row with a run: {days}", "Highest pain of the last run: {pain} of 10"),
        "A day without a run: {clear_day}.",
    ),
    "R16.caution": Words(
        "{days} days in a row",
        "You logged runs on {days} days in a row. A day of rest or of something gentler helps recovery.",
        ("Days in a row with a run: {days}",),
        "A day without a run: {clear_day}.",
    ),
    "R17.info": Words(
        "Only running this week",
        "You logged {runs} runs in seven days, but no {missing}. If the knee is calm, swap a run for one.",
        ("Runs in the seven days to {day}: {runs}", "Not logged: {missing}"),
        "{clear}, or fewer than {least} runs in seven days.",
    ),
    "R18.two_weeks": Words(
        "See someone, no hurry",
        f"You logged pain for {{days}} days, and it is not clearly less than at first. {_VISIT}",
        ("Since {start}: {days} days", "First {first_n} entries: {first}", "Last {last_n} entries: {last}"),
        "{clears}.",
    ),
    "R18.six_weeks": Words(
        "See someone, no hurry",
        f"You logged pain for {{days}} days, and {{pain}} of 10 lately. {_VISIT}",
        ("Since {start}: {days} days", "On {day}: {pain} of 10"),
        "Seven logged days, each with every score under {least} of 10.",
    ),
    "R18.again": Words(
        "See someone, no hurry",
        f"You logged pain that came back: {{episodes}} times in {{within}} days. {_VISIT}",
        ("Began on: {starts}",),
        "On {clear_day}, {within} days after the first that counts, if it does not come back until then.",
    ),
    "R19.worse": Words(
        "More pain than last week",
        "You logged {now} on average in seven days, and {before} in the seven before. Take a lighter week.",
        ("Seven days to {day}: {now} ({now_n} entries)", "The seven days before: {before} ({before_n} entries)"),
        "A weekly average that falls below {clear}. After {day} it also goes if the pain stays this high; that does "
        "not mean it is better.",
    ),
    "R19.better": Words(
        "Less pain than last week",
        "You logged {now} on average in seven days, and {before} in the seven before. Fewer runs or easier "
        "days may be the reason. It is no sign to do more at once.",
        ("Seven days to {day}: {now} ({now_n} entries)", "The seven days before: {before} ({before_n} entries)"),
        "A week that is no longer less than the one before it.",
    ),
    "R20.info": Words(
        "Your painful runs share something",
        "You logged more pain on {group}: {in_mean} on average in {in_n} runs, and {out_mean} in {out_n} others. It "
        "goes together; it need not be the cause.",
        ("{group}: {in_mean} of 10 (n = {in_n})", "Other runs: {out_mean} of 10 (n = {out_n})", "By chance: {chance}"),
        "Later runs that no longer differ.",
    ),
    "R21.long": Words(
        "Ice for {most} minutes at most",
        "You logged {minutes} minutes of ice on {day}. Keep to {most}: longer cold can burn the skin, and nobody has "
        "shown that it helps more.",
        ("Ice on {day}: {minutes} minutes",),
        _NEXT_ICE,
    ),
    "R21.soon": Words(
        "Leave two hours between",
        "You logged ice on {day} {gap} after the ice before it. Leave two hours, so that the skin can warm through.",
        ("Ice on {day}: {gap} after the last",),
        _NEXT_ICE,
    ),
    "R21.bare": Words(
        "Put a cloth between",
        "You logged ice on bare skin on {day}. Put a thin damp cloth between: ice on the skin can burn within minutes.",
        ("Ice on {day}: no cloth",),
        _NEXT_ICE,
    ),
    "R21.run": Words(
        "No ice right before a run",
        "You logged a run on {day} within half an hour of ice. Cold dulls pain and slows the muscles that steady the "
        "knee: run half an hour after it.",
        ("Ice on {ice_day}: {minutes} minutes", "Run of {day}: {gap} after the ice came off"),
        _NEXT_ICE,
    ),
    "R22.roll": Words(
        "Roll more gently",
        "You logged {pain} of 10 while rolling on {day}. Put less weight on the roller.",
        ("{exercise}, {day}: {pain} of 10",),
        "A later roll with less than {least} of 10, or a week after {day}.",
    ),
    "R22.order": Words(
        "{lead}",
        "You logged this warm-up on {day}. {said}",
        ("Warm-up of {day}: {routine}",),
        "A later warm-up in the usual order and doses, or a week after {day}.",
    ),
    "R23.info": Words(
        "These shoes have gone far",
        "You logged {distance_m} in {shoe}. Foams vary; many runners change between 500 and 800 km.",
        ("{shoe}: {distance_m}",),
        "The pair is retired.",
    ),
    "R23.caution": Words(
        "These shoes have gone very far",
        "You logged {distance_m} in {shoe}. Many runners have changed by now: look at the sole, or try a newer pair.",
        ("{shoe}: {distance_m}",),
        "The pair is retired.",
    ),
    "R23.newest": Words(
        "Go gently with the newest pair",
        "You logged more pain in {shoe}, your newest pair: {in_mean} on average in {in_n} runs, and {out_mean} in "
        "{out_n} others. Look at the lacing, and raise the distance in them slowly.",
        ("{shoe}: {in_mean} of 10 (n = {in_n})", "Other runs: {out_mean} of 10 (n = {out_n})"),
        "Later runs that no longer differ, or the pair is retired.",
    ),
    "R24.info": Words(
        "This run\N{RIGHT SINGLE QUOTATION MARK}s numbers are masked",
        "You logged a painkiller before the run of {day}. It can hide what the knee says, so a low score on that "
        "run won\N{RIGHT SINGLE QUOTATION MARK}t move you on. Don\N{RIGHT SINGLE QUOTATION MARK}t take one in order to "
        "run.",
        ("Painkiller before the run of {day}", "{changed}"),
        "A later run with no painkiller noted before it.",
    ),
    "R25.begin": Words(
        "Begin with stage {stage}",
        "You logged no time at a stage yet. Begin with {plan}.",
        (_FROM,),
        _NEXT_TIME,
    ),
    "R25.advance": Words(
        "On to stage {stage}",
        "You logged {clean} clean times with a day of rest between. Next comes {plan}.",
        ("Clean times: {clean}", _READ, _FROM, "{changed}"),
        _NEXT_TIME,
    ),
    "R25.repeat": Words(
        "Stage {stage} once more",
        "You logged {what}. It takes {clean} clean times with a day of rest between: {plan} once more.",
        ("{what}", _READ, _FROM, "{changed}"),
        _NEXT_TIME,
    ),
    "R25.hold": Words(
        "Repeat stage {stage}",
        "You logged {what}: more than planned. Stay at stage {stage}, {shorter}, and only on a day that starts with "
        "{green} and without a limp.",
        ("{what}", _READ, _FROM, "{changed}"),
        _NEXT_TIME,
    ),
    "R25.back": Words(
        "Back to stage {stage}",
        "You logged {what}. Leave {hours} hours without a run, after swelling from when it is gone; then do {plan}.",
        ("{what}", _READ, _FROM, "{changed}"),
        _NEXT_TIME,
    ),
    "R25.done": Words(
        "The stages are done",
        "You logged {clean} clean times at the last stage. From now on lengthen only the longest run, by at most "
        "a tenth, while pain stays {green} and the next morning is as usual.",
        ("Clean times at the last stage: {clean}", _READ, "{changed}"),
        _NEXT_TIME,
    ),
}
