"""`kneecoach doctor`: what works on this computer, and what to do about the rest."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.display import display_trouble
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible

DEADLINE_S = 15.0
LITTLE_ROOM = 50_000_000
MEGABYTE = 1_000_000
PLAY_HERE = "`kneecoach start --terminal` plays without a window."
LIBRARIES = "On Debian or Ubuntu `python3 dev.py run` names the packages; " + PLAY_HERE
SILENT = "Nothing needs sound: the screen shows every change too."
DARK = "Switch the screen's sleep off for the length of a session."
