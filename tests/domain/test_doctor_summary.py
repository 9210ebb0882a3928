"""The summary for the doctor: what was logged, what is not known, and no diagnosis."""

from kneecoach.domain.doctor_summary import doctor_summary
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag, Mechanism
from tests.builders import a_person
from tests.screening import NOW, a_check_in, a_flag, a_pain, a_record, an_injury


def test_the_summary_tells_what_was_logged_and_why_a_visit_is_advised():
    record = a_record(
        a_flag(Flag.HOT_RED, 2),
        an_injury(1, mechanism=Mechanism.TWIST, pop=None),
        a_pain(6, 1, regions=("medial_joint_line",), side=Side.LEFT),
        a_pain(2, 15),
        a_check_in(7),
        person=a_person(name="Jana", birth_year=1990),
    )

    text = doctor_summary(record, NOW)

    assert text.startswith(
        "Summary for the doctor\n24 November 2025, 07:30\nName: Jana\nBorn: 1990\n\nPain now: 7 of 10"
    )
    assert "- Knee hot or red, since 22 November" in text
    assert "- Twist on 23 November (pop: not known, snap: no, bruising: no, swelling within hours: no)" in text
    assert "- 23 November, 07:30: 6 of 10, rest, left knee, medial joint line" in text
    assert "Contact a doctor today. (R02)" in text
    assert "2 of 10" not in text
    assert "no diagnosis" in text


def test_what_is_not_known_is_said_so():
    text = doctor_summary(a_record(person=None), NOW)

    assert "Pain now: not given" in text
    assert "ticked and still open:\n- none" in text
    assert "days:\n- nothing" in text
    assert "Injury" not in text


def test_an_entry_without_a_place_says_so():
    assert "3 of 10, rest, no place given" in doctor_summary(a_record(a_pain(3)), NOW)


def test_an_entry_that_says_not_when_it_hurt_leaves_that_out():
    assert "3 of 10, no place given" in doctor_summary(a_record(a_pain(3, phase=None)), NOW)
