"""The rules R10 to R25 by their ids, in their order; `conditions.py` puts the thresholds into their conditions."""

from kneecoach.domain.advice.rule import Evidence, Rule

_ALL = (
    Rule(
        "R10",
        1,
        "Pain in an exercise",
        "{green} carry on; {amber} less of it; above {amber_max}, a rise of {rise} or more, or sharp pain: that "
        "exercise stops.",
        "Thomeé 1997, Phys Ther 77(12):1690; Silbernagel 2007, Am J Sports Med 35(6):897",
        Evidence.MODERATE,
        "The zones were tried with kneecap and Achilles pain. Ours has whole numbers; theirs was a line.",
        trains=True,
    ),
    Rule(
        "R11",
        1,
        "Pain on a run",
        "{green} as planned; {amber} shorter or slower; above {amber_max}, or a limp: walk home, and "
        "{return_off_hours} hours off.",
        "Up to 2: Esculier 2018, Br J Sports Med 52(10):659. Above 5: Thomeé 1997, Phys Ther 77(12):1690; Silbernagel "
        "2007, Am J Sports Med 35(6):897. The hours off are our own choice",
        Evidence.MODERATE,
        "Studied with pain around the kneecap and of the Achilles tendon. Here it is used for the whole knee.",
        trains=True,
    ),
    Rule(
        "R12",
        1,
        "An hour after a run",
        "Pain an hour after a run is above the pain before it. Of what was changed on a later day the worse counts.",
        "Esculier 2018, Br J Sports Med 52(10):659",
        Evidence.MODERATE,
        "One such hour alone does not show that harm was done. It suggests that this run was more than the knee takes "
        "well now.",
        trains=True,
    ),
    Rule(
        "R13",
        1,
        "The morning after",
        "The next morning is above the usual one: no more than last time. Above it by {rest_above} or more: a day of "
        "rest. Swelling: rest until there has been none for 48 hours.",
        "Silbernagel 2007, Am J Sports Med 35(6):897; articles for runners",
        Evidence.MODERATE,
        "Studied at the Achilles tendon. The trial bore more pain in the morning than this rule does.",
        trains=True,
    ),
    Rule(
        "R14",
        1,
        "A longer run than before",
        "A run of more than {spike_times} times the longest of the {spike_days} days before it, from {spike_least} up.",
        "Frandsen 2025, Br J Sports Med 59(17):1203",
        Evidence.MODERATE,
        "A link in what 5,205 runners recorded. It does not say that this run will hurt you.",
        trains=True,
    ),
    Rule(
        "R15",
        1,
        "A week with more of everything",
        "More than {week_times} times the distance of the week before and at least {week_least} more; or two of "
        "distance, minutes, load and climb up by more than {week_percent} percent.",
        "Nielsen 2014, J Orthop Sports Phys Ther 44(10):739 (p = .07)",
        Evidence.WEAK,
        "A later and larger study found no link between weeks and injury.",
        trains=True,
    ),
    Rule(
        "R16",
        1,
        "Days in a row",
        "A run on {row_caution_words} days in a row, or on {row_info_words} when the last one hurt {row_sore} or more.",
        "Capin 2018, Ann Jt 3:40; an article for runners",
        Evidence.OPINION,
        "Some clinics find many short runs gentler than few long ones.",
        trains=True,
    ),
    Rule(
        "R17",
        1,
        "What the week leaves out",
        "Runs in seven days, {balance_words} or more, without a day of rest, strength, or another kind of training.",
        "Articles for runners; an answer on a consumer health site",
        Evidence.OPINION,
        "Nobody has shown that a week needs all three.",
        trains=True,
    ),
    Rule(
        "R18",
        1,
        "It has gone on",
        "It goes on for {lasting} without getting better by {better}, for {long} with {long_score} or more still, or "
        "comes {episodes_words} times in {within}.",
        "An article for runners; g-care knee pathway; Morecambe Bay leaflet",
        Evidence.OPINION,
        "It does not mean that something is broken. Of injured runners in one study half needed more than ten weeks; "
        "slow recovery is common and no reason not to have it checked.",
    ),
    Rule(
        "R19",
        1,
        "Up or down",
        "The mean of a week stands {trend} above the week before, or {trend} or {trend_share} percent below it.",
        "Salaffi 2004, Eur J Pain 8:283",
        Evidence.MODERATE,
        "It says that pain changed, not why.",
        trains=True,
    ),
    Rule(
        "R20",
        1,
        "What the painful runs share",
        "Runs of one kind, {pattern_words} or more, hurt {pattern} points more than the others, and chance alone would "
        "rarely do that.",
        "Your own runs; a permutation test over all groups together",
        Evidence.WEAK,
        "It goes together. It need not be the cause.",
        trains=True,
    ),
    Rule(
        "R21",
        1,
        "Ice",
        "Longer than 20 minutes, again within 2 hours, on bare skin, or half an hour or less before a run.",
        "MacAuley 2001, Int J Sports Med 22:379; patient leaflets of English hospitals",
        Evidence.WEAK,
        "No time has been shown to be the best one.",
    ),
    Rule(
        "R22",
        1,
        "The warm-up",
        "Another order than roll, stretch, walk, lunge; 60 seconds or more on one muscle; no movement at the end; a "
        "roll of more than 2 minutes, or with pain of {roll_pain} or more.",
        "Behm 2016, Appl Physiol Nutr Metab 41(1); Behm 2020, J Strength Cond Res 34(11)",
        Evidence.MODERATE,
        "Another order is allowed. The studies measured strength and spring, not knee pain.",
        trains=True,
    ),
    Rule(
        "R23",
        1,
        "Shoes",
        "A pair has gone {shoe_info} or more, from {shoe_caution} with caution; or the newest pair goes with more "
        "pain.",
        "Cook 1985, Am J Sports Med 13(4); custom among runners",
        Evidence.WEAK,
        "Foams differ, and worn shoes have not been shown to cause knee pain.",
    ),
    Rule(
        "R24",
        1,
        "A painkiller before the run",
        "A painkiller was taken before a run.",
        "An article for runners; how this program uses it is its own choice",
        Evidence.OPINION,
        "It does not mean that the painkiller was wrong. A low score on that run can't move you on.",
    ),
    Rule(
        "R25",
        1,
        "Return to running",
        "Clean times at a stage, {clean_words} of them with a rest day between: on. Amber: again. Red, swelling or a "
        "limp: back a stage.",
        "Trials 2023, doi 10.1186/s13063-023-07502-x; Capin 2018, Ann Jt 3:40",
        Evidence.OPINION,
        "The stages come from plans of trials and clinics. Nobody has compared them with others.",
        trains=True,
    ),
)
RULES = {rule.id: rule for rule in _ALL}
