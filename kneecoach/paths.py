"""Where KneeCoach finds what it shipped with, and where it keeps what is yours."""

import os
from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(relative: str) -> Path:
    """The shipped file or folder `relative`, as in `fonts/OFL.txt`; FileNotFoundError when it is not there."""
    # Installed copies carry the resources inside the package; a checkout has them beside it
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        found = root / relative
        if found.exists():
            return found
    raise FileNotFoundError(f"KneeCoach is missing {relative}. Please install it again.")


def data_folder(override: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder of everything that is the user's: `--data-dir`, then KNEECOACH_DATA_DIR, then the desktop's custom.

    Nothing is made or opened; whether the folder can be used is for storage to find out.
    """
    if override is not None:
        return _absolute(override)
    if named := environ.get("KNEECOACH_DATA_DIR"):
        return _absolute(Path(named))
    # Imported only when asked: the first window must not wait for it
    from appdirs import user_data_dir  # noqa: PLC0415

    return Path(user_data_dir("kneecoach", appauthor=False))


def spare_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Where to write what went wrong while there is no data folder: the desktop's custom, then what may be lost."""
    from tempfile import gettempdir  # noqa: PLC0415

    state = environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
    user = os.getuid() if hasattr(os, "getuid") else environ.get("USERNAME", "")
    return Path(state) / "kneecoach", Path(gettempdir()) / f"kneecoach-{user}"


def _absolute(folder: Path) -> Path:
    # A later change of the working directory must not move the user's data
    return folder.expanduser().absolute()
