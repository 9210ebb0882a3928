"""Everything a developer or a curious user types: `python3 dev.py run`, `python3 dev.py test` and the rest.

One file, standard library only. It makes the environment in .venv and sees to the system packages that Qt needs.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from configparser import ConfigParser
from configparser import Error as ConfigError
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "kneecoach.stamp"
OLDEST = (3, 11)

# What the PySide6 wheels load, and the Debian package that has it
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# Lines and branches that the tests must reach, in percent
COVERAGE = {
    "kneecoach/domain": 100,
    "kneecoach/figure": 95,
    "kneecoach/storage": 95,
    "kneecoach/exchange": 95,
    "kneecoach/coaching": 95,
    "kneecoach/ui": 90,
    "kneecoach/terminal": 90,
}


class Stop(Exception):
    """One sentence for the person at the keyboard, and then the end."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# The machine


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_system_packages(packages: list[str], reason: str) -> None:
    """Install with apt-get as root; otherwise `Stop` with the one line to run."""
    if shutil.which("apt-get") is None:
        raise Stop(f"{reason} On Debian these packages bring it: {' '.join(packages)}.")
    if not is_root():
        raise Stop(f"{reason} Run this once:\n    sudo apt-get install -y {' '.join(packages)}")
    say(f"{reason} Installing {len(packages)} system packages with apt-get.")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            say(last_lines(done.stdout))
            raise Stop("apt-get could not install what is missing. Is this computer online?")


def missing_libraries() -> list[str]:
    """The Debian packages whose libraries do not load here."""
    missing = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def see_to_qt() -> None:
    if sys.platform.startswith("linux") and (missing := missing_libraries()):
        install_system_packages(missing, "The window needs libraries that this computer lacks.")


def last_lines(output: bytes, count: int = 12) -> str:
    return "\n".join(output.decode("utf-8", "replace").strip().splitlines()[-count:])


# The environment


def wanted_stamp() -> str:
    """A hash of all that the environment depends on; settings of the checks are not among it."""
    # An older Python than 3.11 must get as far as its sentence
    import tomllib  # noqa: PLC0415

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [project["project"], project["build-system"], project["tool"]["hatch"], str(ROOT), sys.version_info[:2]]
    return hashlib.sha256(json.dumps(parts).encode() + LOCK.read_bytes()).hexdigest()


def pip_has_its_own_index() -> bool:
    """Whether this machine tells pip where packages come from, which uv would not listen to."""
    if any(f"PIP_{name}" in os.environ for name in ("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NO_INDEX")):
        return True
    config_home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    places = [Path("/etc/pip.conf"), Path.home() / ".pip" / "pip.conf", config_home / "pip" / "pip.conf"]
    if named := os.environ.get("PIP_CONFIG_FILE"):
        places.append(Path(named))
    settings = ConfigParser(interpolation=None)
    try:
        settings.read(places, encoding="utf-8")
    except (ConfigError, OSError, UnicodeDecodeError):
        return True
    wanted = ("index-url", "extra-index-url", "find-links", "no-index")
    return any(settings.has_option(section, name) for section in settings.sections() for name in wanted)


def uv() -> str | None:
    chosen = any(name in os.environ for name in ("UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX"))
    return shutil.which("uv") if chosen or not pip_has_its_own_index() else None


def run_quietly(command: list[str], complaint: str) -> None:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        say(last_lines(done.stdout))
        raise Stop(complaint)


def make_environment() -> None:
    """Make .venv from the lock file, unless the one that is there was made from the same."""
    stamp = wanted_stamp()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp:
        return
    say("Making the environment in .venv. The first time this fetches about 250 MB.")
    fast = uv()
    if fast:
        make = [fast, "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, str(VENV)]
        install = [fast, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
    else:
        see_to_venv()
        make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run_quietly(make, "Python could not make an environment in .venv.")
    offline = "The packages could not be fetched. Is this computer online? Run the same command again when it is."
    run_quietly([*install, "--require-hashes", "-r", str(LOCK)], offline)
    run_quietly([*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "KneeCoach could not be installed.")
    # Where Python is told to write no byte code, every start would compile everything anew
    compiling = [str(PYTHON), "-m", "compileall", "-q", str(ROOT / "kneecoach")]
    run_quietly(compiling, "KneeCoach could not be compiled.")
    STAMP.write_text(stamp, encoding="utf-8")


def see_to_venv() -> None:
    # Debian keeps venv's other half, ensurepip, in a package of its own
    try:
        import ensurepip  # noqa: F401, PLC0415
    except ImportError:
        packages = ["python3-venv"]
        if not Path("/etc/ssl/certs/ca-certificates.crt").exists():
            packages.append("ca-certificates")
        install_system_packages(packages, "This Python cannot make environments yet.")


def use_a_newer_python() -> None:
    """Start again with a Python of 3.11 or later when this one is older."""
    if sys.version_info[:2] >= OLDEST:
        return
    for minor in (11, 12, 13, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            os.execv(found, [found, *sys.argv])
    raise Stop(f"KneeCoach needs Python 3.11 or later, and this is {sys.version.split()[0]}.")


# The commands


def offscreen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def module(name: str, *arguments: str, environ: dict[str, str] | None = None) -> int:
    return subprocess.run([str(PYTHON), "-m", name, *arguments], cwd=ROOT, env=environ, check=False).returncode


def run(arguments: list[str]) -> int:
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")) or os.name == "nt":
        try:
            see_to_qt()
        except Stop as reason:
            if not arguments:
                raise
            # A command may well do without the window
            say(str(reason))
    make_environment()
    command = [str(PYTHON), "-m", "kneecoach", *arguments]
    if os.name != "nt":
        # The program takes this one's place, so that Ctrl-C and the exit code are its own
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def prepared() -> None:
    see_to_qt()
    make_environment()


def check(arguments: list[str]) -> int:
    """Everything of `test` that is quick."""
    prepared()
    house = ["pytest", "-q", "-p", "no:cacheprovider", "tests/test_house.py", *arguments]
    failed, lines = done([*static_checks(), ("house rules", [str(PYTHON), "-m", *house])])
    return summed_up(lines, failed=failed)


def static_checks() -> list[tuple[str, list[str]]]:
    python = str(PYTHON)
    return [
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("layers", [str(BIN / "lint-imports")]),
    ]


def test(arguments: list[str]) -> int:
    """The whole gate; with arguments, only pytest with those."""
    prepared()
    if arguments:
        return module("pytest", *arguments, environ=compiled())
    report = ROOT / "coverage.json"
    report.unlink(missing_ok=True)
    pytest = ["pytest", "-n", "3", "--dist", "worksteal", "--cov", "--cov-report=", f"--cov-report=json:{report}"]
    with all_compiled():
        failed, lines = done(static_checks())
    tests_failed, of_tests = done([("tests", [str(PYTHON), "-m", *pytest])])
    return summed_up([*lines, *of_tests], report, failed=failed or tests_failed)


def compiled() -> dict[str, str]:
    """Three workers would make byte code of every test anew, and so would every program that a test starts."""
    environ = offscreen()
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


@contextmanager
def all_compiled() -> Iterator[None]:
    """Makes the byte code of the tests beside the block. What is wrong with them is said when they run."""
    command = [str(PYTHON), "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    null = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=compiled(), stdout=null, stderr=null) as collecting:
        try:
            yield
            collecting.wait()
        finally:
            collecting.kill()


def done(steps: list[tuple[str, list[str]]]) -> tuple[bool, list[str]]:
    """Run every step: whether any failed, and one line each."""
    lines, failed = [], False
    for name, command in steps:
        say(f"== {name}")
        began = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=compiled(), check=False).returncode
        failed |= code != 0
        lines.append(f"{'ok    ' if code == 0 else 'FAILED'}  {name} ({time.monotonic() - began:.0f} s)")
    return failed, lines


def summed_up(lines: list[str], report: Path | None = None, *, failed: bool) -> int:
    """Say how each step ended, and whether the tests reached enough; 1 when anything failed."""
    if report is not None:
        reached, uncovered = coverage(report)
        lines += reached
        failed |= uncovered
    print("\n".join(["", *lines, "", "Something FAILED." if failed else "All is well."]), flush=True)
    return int(failed)


def coverage(report: Path) -> tuple[list[str], bool]:
    """One line for each package, and whether any is below its threshold."""
    if not report.exists():
        return ["FAILED  coverage (the tests left no report)"], True
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    lines, failed = [], False
    for package, threshold in COVERAGE.items():
        of_package = {name: entry for name, entry in files.items() if Path(name).is_relative_to(package)}
        sums = [entry["summary"] for entry in of_package.values()]
        total = sum(s["num_statements"] + s["num_branches"] for s in sums)
        covered = sum(s["covered_lines"] + s["covered_branches"] for s in sums)
        percent = 100 * covered / total if total else 0.0
        low = covered * 100 < threshold * total or not total
        failed |= low
        lines.append(f"{'FAILED' if low else 'ok    '}  coverage of {package}: {percent:.1f} %, at least {threshold} %")
        if low:
            lines += [f"        {name}: {gaps(entry)}" for name, entry in of_package.items() if gaps(entry)]
    return lines, failed


def gaps(entry: dict[str, Any]) -> str:
    """The first lines and branches of a file that no test reached; empty when all were."""
    missed = [str(line) for line in entry["missing_lines"]]
    missed += [f"{start}->{end}" for start, end in entry.get("missing_branches", [])]
    more = len(missed[12:])
    return ", ".join(missed[:12]) + (f" and {more} more" if more else "")


def screenshots(arguments: list[str]) -> int:
    prepared()
    return module("tests.screenshots", *arguments, environ={**offscreen(), "QT_SCALE_FACTOR": "1"})


def figure(arguments: list[str]) -> int:
    prepared()
    return module("tests.figure_sheets", *arguments, environ={**offscreen(), "QT_SCALE_FACTOR": "1"})


def bench(arguments: list[str]) -> int:
    prepared()
    return module("tests.bench", *arguments, environ=offscreen())


def torture(arguments: list[str]) -> int:
    prepared()
    return module("tests.torture", *arguments, environ=offscreen())


def package(_arguments: list[str]) -> int:
    """Build the sdist, the wheel from it, and look from a clean environment whether it has every resource."""
    make_environment()
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    if code := module("build", "--no-isolation", "--outdir", str(dist), str(ROOT)):
        return code
    wheel = next(dist.glob("*.whl"))
    shipped = [p.relative_to(ROOT / "resources").as_posix() for p in (ROOT / "resources").rglob("*") if p.is_file()]
    question = (
        "import json, sys; from kneecoach import paths; "
        "found = [paths.resource(name) for name in json.load(sys.stdin)]; "
        "assert all(path.is_relative_to(sys.prefix) for path in found), found; print(len(found))"
    )
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / BIN.name / PYTHON.name
        run_quietly([str(PYTHON), "-m", "venv", folder], "Python could not make a clean environment.")
        run_quietly([str(clean), "-m", "pip", "install", "-q", "--no-deps", str(wheel)], "The wheel does not install.")
        asked = subprocess.run(
            [str(clean), "-c", question],
            input=json.dumps(shipped),
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
        )
    if asked.returncode:
        raise Stop(f"The wheel lacks something: {last_lines(asked.stderr.encode(), 1)}")
    print(f"{wheel.relative_to(ROOT)}: installed in a clean environment, {asked.stdout.strip()} resources found.")
    return 0


def lock(_arguments: list[str]) -> int:
    """Choose versions anew from pyproject.toml, with the hashes of all their files."""
    tool = shutil.which("uv")
    if tool is None:
        raise Stop("Making the lock file needs uv: https://docs.astral.sh/uv/")
    choose = [
        tool,
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--python-version",
        "3.11",
        "--extra",
        "dev",
        "--upgrade",
    ]
    plain = ["--generate-hashes", "--no-annotate", "--no-header", "--output-file", str(LOCK), "pyproject.toml"]
    return subprocess.run([*choose, *plain], cwd=ROOT, check=False).returncode


COMMANDS = {
    "run": (run, "start KneeCoach; what follows -- goes to it"),
    "test": (test, "run every check and test; what follows -- goes to pytest alone"),
    "check": (check, "run the checks without the tests"),
    "screenshots": (screenshots, "draw every page into docs/screenshots"),
    "figure": (figure, "draw sheets of the coach into build/figures"),
    "bench": (bench, "measure speed and memory beside the floor"),
    "torture": (torture, "kill, disturb and damage it, and count what is lost"),
    "package": (package, "build the wheel into dist and try it in a clean environment"),
    "lock": (lock, "choose versions anew and write requirements.lock"),
}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py", description="KneeCoach for developers.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_function, meaning) in COMMANDS.items():
        commands.add_parser(name, help=meaning)
    # What follows the command is the command's own, with or without a -- between them
    chosen = parser.parse_args(argv[:1])
    rest = argv[2:] if argv[1:2] == ["--"] else argv[1:]
    try:
        use_a_newer_python()
        return COMMANDS[chosen.command][0](rest)
    except Stop as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
