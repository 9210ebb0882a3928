"""The entries behind a red flag."""

import pytest

from kneecoach.domain.advice.engine import every_finding
from kneecoach.domain.advice.red_entries import entries_of
from tests.domain.advice.logs import PROFILE, moment
from tests.domain.advice.records import told


def read(rule, *lines, on):
    tale = told(lines)
    (finding,) = [one for one in every_finding(tale.record, tale.log, moment(on, 22), PROFILE) if one.rule == rule]
    ids = entries_of(finding, tale.record)
    flags = [one.flag.value for one in tale.record.flags if one.id in ids]
    injuries = [one.mechanism.value for one in tale.record.injuries if one.id in ids]
    pains = [one.score for one in tale.record.pains if one.id in ids]
    return flags, injuries, pains


@pytest.mark.parametrize(
    ("rule", "lines", "on", "flags", "injuries", "pains"),
    [
        ("R01", ("0 flag deformity", "0 flag hot_red"), 0, ["deformity"], [], []),
        ("R02", ("0 flag deformity", "0 flag hot_red"), 0, ["hot_red"], [], []),
        ("R03", ("0 injury", "1 flag cannot_bend_90"), 1, ["cannot_bend_90"], ["twist"], []),
        ("R05", ("0 flag gives_way", "0 pain 9"), 0, ["gives_way"], [], []),
        ("R06", ("0-2@23:00 pain 5 night", "2 pain 1"), 3, [], [], [5, 5, 5]),
        ("R07", ("0 pain 4 medial_tibial_plateau fingertip tender", "0 pain 2 pes_anserine"), 0, [], [], [4]),
        ("R08", ("0 pain 2", "1 pain 9", "1 pain 7 walking"), 1, [], [], [9]),
        ("R09", ("0 pain 2 swollen", "0 pain 3 dry"), 0, [], [], [2]),
        ("R08", ("0 check_in 8",), 0, [], [], [8]),
        ("R08", ("0 run 5 max=6 before=7",), 0, [], [], [7]),
        ("FLAG", ("0 flag limp",), 0, ["limp"], [], []),
        ("R11", ("0 run 5 max=4",), 0, [], [], []),
    ],
)
def test_a_red_flag_names_what_it_read(rule, lines, on, flags, injuries, pains):
    assert read(rule, *lines, on=on) == (flags, injuries, pains)
