"""The rules of the house that a machine can check: sizes, banned words, and resources that exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kneecoach.paths import resource

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PUBLIC_METHODS = 15

# Each may be longer than the rest for the reason given
LONG_BY_NATURE = {
    "dev.py": "one file by decision: it must run before anything is installed",
}

# Pattern, where it is refused, why
BANNED = [
    (r"\bprocessEvents\b", "kneecoach tests", "events inside events; let the loop run"),
    (r"(?<!\w)sleep\(", "kneecoach tests", "nothing waits in real time; inject the clock"),
    (r"qtbot\.wait\(", "tests", "nothing waits in real time; use the ticker or waitUntil"),
    (r"unittest\.mock|\bMagicMock\b", "tests", "fakes at the real edges only"),
    (r"except (Base)?Exception\b|except:", "kneecoach tests dev.py", "name the error"),
    (r"\bTODO\b|\bFIXME\b|\bXXX\b", "kneecoach tests dev.py", "do it or file it"),
    (r"\.exec\(\)", "kneecoach/ui/dialogs kneecoach/ui/pages", "dialogs open() and answer by signal"),
    (r"(text|execute|exec_driver_sql)\(\s*f[\"']", "kneecoach", "values go in as parameters"),
    (
        r"\btime\.(time|monotonic)\b|\bmonotonic\(\)|datetime\.now|date\.today",
        "kneecoach/domain kneecoach/storage",
        "now and today are parameters",
    ),
    (r"^global |^\s+global ", "kneecoach", "no ambient state"),
    (r"class \w*(Manager|Helper|Handler|Service|Util)s?\b", "kneecoach", "name what it is in the runner's words"),
    (r"QSettings\b", "kneecoach", "settings live in the database"),
    (r"/work/|/home/\w", "kneecoach tests dev.py resources", "no path of one machine"),
]


def sources(*places: str) -> Iterator[Path]:
    for place in places:
        found = ROOT / place
        yield from [found] if found.is_file() else sorted(found.rglob("*.py"))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sources("kneecoach", "tests", "dev.py"):
        yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def is_table(path: Path, tree: ast.Module) -> bool:
    """Whether nearly all of a file is literal data, as the tables of a schema or of test vectors are."""
    assignments = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Import, ast.ImportFrom)
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    data = sum(node.end_lineno - node.lineno + 1 for node in tree.body if isinstance(node, assignments))
    return data > 0.8 * lines


def test_no_file_outgrows_a_sitting():
    too_long = {
        str(path): lines
        for path, tree in trees()
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
        and str(path) not in LONG_BY_NATURE
        and not is_table(path, tree)
    }

    assert not too_long


def test_no_function_outgrows_a_screen():
    too_long = {
        f"{path}:{node.lineno} {node.name}": lines
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert not too_long


def test_no_class_offers_more_than_a_person_can_keep_in_mind():
    too_wide = {
        f"{path}:{node.lineno} {node.name}": len(public)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and len(public := public_methods(node)) > MOST_PUBLIC_METHODS
    }

    assert not too_wide


def public_methods(node: ast.ClassDef) -> list[str]:
    # camelCase is Qt calling us, not something offered; test classes are lists of tests
    names = [child.name for child in node.body if isinstance(child, ast.FunctionDef)]
    return [name for name in names if not name.startswith(("_", "test_")) and name == name.lower()]


def test_the_main_window_stays_a_frame():
    window = ROOT / "kneecoach/ui/main_window.py"
    if not window.exists():
        pytest.skip("no main window yet")

    assert len(window.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize(("pattern", "where", "why"), BANNED, ids=[pattern for pattern, _, _ in BANNED])
def test_banned_words_stay_out(pattern, where, why):
    banned = re.compile(pattern, re.MULTILINE)
    places = [place for place in where.split() if (ROOT / place).exists()]

    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources(*places)
        if path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if banned.search(line)
    ]

    assert not found, why


def test_every_module_says_in_a_sentence_what_it_is():
    silent = [str(path) for path, tree in trees() if tree.body and not ast.get_docstring(tree)]

    assert not silent


def test_migrations_know_no_live_table():
    migrations = ROOT / "kneecoach/storage/migrations"

    guilty = [path.name for path in migrations.rglob("*.py") if "kneecoach.storage.tables" in path.read_text("utf-8")]

    assert not [name for name in guilty if name != "env.py"]


def named_resources() -> set[str]:
    """Every path that the code names as `resource("...")`."""
    return {
        node.args[0].value
        for path, tree in trees()
        if path.parts[0] == "kneecoach"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "resource"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_resource_that_the_code_names_can_be_opened():
    for name in sorted(named_resources()):
        found = resource(name)

        assert any(found.iterdir()) if found.is_dir() else found.read_bytes(), name


def test_every_decision_fits_on_a_card():
    too_long = [p.name for p in (ROOT / "docs/decisions").glob("*.md") if len(p.read_text("utf-8").splitlines()) > 30]

    assert not too_long
