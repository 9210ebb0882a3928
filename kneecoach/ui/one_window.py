"""A second start on the same data folder brings the first window to the front."""

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 1_000
HELLO = b"come to the front\n"


def name_of(folder: Path) -> str:
    """One name for one folder of one user."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    digest = hashlib.sha256(f"{user} {folder.resolve()}".encode()).hexdigest()
    return f"kneecoach-{digest[:24]}"


class OneWindow(QObject):
    """Listens for later starts while this window is open."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = name_of(folder)
        if not self._server.listen(name):
            # A killed window leaves its name behind; this one holds the folder, so nobody else can be using it
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _greet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(HELLO)
            caller.disconnectFromServer()
            self.raise_requested.emit()


def raise_first(folder: Path) -> bool:
    """Ask the window that holds the folder to come to the front; False when nobody answered."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    # The greeting may be here before anybody waits for it, and its sender gone again
    return socket.waitForConnected(ANSWER_MS) and (
        socket.bytesAvailable() > 0 or socket.waitForReadyRead(ANSWER_MS) or socket.bytesAvailable() > 0
    )
