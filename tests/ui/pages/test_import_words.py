"""What the import page says of files."""

import pytest

from kneecoach.ui.pages.import_words import file_words


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("runs.csv, line 3", "runs.csv, line 3"),
        (f"{'r' * 80}.csv, line 1203", f"{'r' * 48}\N{HORIZONTAL ELLIPSIS}, line 1203"),
        ("r" * 80, f"{'r' * 59}\N{HORIZONTAL ELLIPSIS}"),
        (f"{'r' * 60}, line up", f"{'r' * 59}\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_of_a_long_name_the_line_that_is_meant_stays(file, words):
    assert file_words(file) == words
