"""The rules of the house that a machine can check: sizes, banned words, and resources that exist."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kneecoach.paths import resource

pytestmark = [pytest.mark.usefixtures("unmeasured"), pytest.mark.xdist_group("house")]

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


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Survey:
    """What the rules ask of one file. Its tree is not kept: a million nodes would slow every test that comes later."""

    path: Path
    text: str
    says_what_it_is: bool
    is_table: bool
    functions: dict[str, int]
    public_methods: dict[str, int]
    resources: frozenset[str]

    @staticmethod
    def of(path: Path) -> "Survey":
        text = text_of(path)
        tree, path = ast.parse(text), path.relative_to(ROOT)
        nodes = [node for node in ast.walk(tree) if isinstance(node, ASKED_ABOUT)]
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        return Survey(
            path,
            text,
            says_what_it_is=not tree.body or bool(ast.get_docstring(tree)),
            is_table=is_table(text, tree),
            functions={f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1 for node in functions},
            public_methods={f"{path}:{node.lineno} {node.name}": len(public_methods(node)) for node in classes},
            resources=named_resources(node for node in nodes if isinstance(node, ast.Call)),
        )


ASKED_ABOUT = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Call)


@cache
def surveys() -> list[Survey]:
    """Every file of ours, read once for all the rules."""
    return [Survey.of(path) for path in sources("kneecoach", "tests", "dev.py")]


def is_table(text: str, tree: ast.Module) -> bool:
    """Whether nearly all of a file is literal data, as the tables of a schema or of test vectors are."""
    assignments = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Import, ast.ImportFrom)
    data = sum(node.end_lineno - node.lineno + 1 for node in tree.body if isinstance(node, assignments))
    return data > 0.8 * len(text.splitlines())


def public_methods(node: ast.ClassDef) -> list[str]:
    # camelCase is Qt calling us, not something offered; test classes are lists of tests
    names = [child.name for child in node.body if isinstance(child, ast.FunctionDef)]
    return [name for name in names if not name.startswith(("_", "test_")) and name == name.lower()]


def named_resources(calls: Iterable[ast.Call]) -> frozenset[str]:
    """Every path that the code names as `resource("...")`."""
    return frozenset(
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", "")) == "resource"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    )


def test_no_file_outgrows_a_sitting():
    too_long = {
        str(file.path): lines
        for file in surveys()
        if (lines := len(file.text.splitlines())) > LONGEST_FILE
        and str(file.path) not in LONG_BY_NATURE
        and not file.is_table
    }

    assert not too_long


def test_no_function_outgrows_a_screen():
    too_long = {name: lines for file in surveys() for name, lines in file.functions.items() if lines > LONGEST_FUNCTION}

    assert not too_long


def test_no_class_offers_more_than_a_person_can_keep_in_mind():
    too_wide = {
        name: public
        for file in surveys()
        for name, public in file.public_methods.items()
        if public > MOST_PUBLIC_METHODS
    }

    assert not too_wide


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
        f"{path.relative_to(ROOT)}:{text_of(path).count(chr(10), 0, match.start()) + 1}"
        for path in sources(*places)
        if path != Path(__file__).resolve()
        for match in banned.finditer(text_of(path))
    ]

    assert not found, why


def test_every_module_says_in_a_sentence_what_it_is():
    silent = [str(file.path) for file in surveys() if not file.says_what_it_is]

    assert not silent


def test_migrations_know_no_live_table():
    migrations = ROOT / "kneecoach/storage/migrations"

    guilty = [path.name for path in migrations.rglob("*.py") if "kneecoach.storage.tables" in path.read_text("utf-8")]

    assert not [name for name in guilty if name != "env.py"]


def test_every_resource_that_the_code_names_can_be_opened():
    named = frozenset().union(*(file.resources for file in surveys() if file.path.parts[0] == "kneecoach"))
    for name in sorted(named):
        found = resource(name)

        assert any(found.iterdir()) if found.is_dir() else found.read_bytes(), name


def test_every_decision_fits_on_a_card():
    too_long = [p.name for p in (ROOT / "docs/decisions").glob("*.md") if len(p.read_text("utf-8").splitlines()) > 30]

    assert not too_long
