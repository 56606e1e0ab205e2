"""A door between two programs of the same person on the same computer; no network."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_TAKEN = b"taken\n"
_PATIENCE = 2_000  # ms


class LocalDoor(QObject):
    """Hears one message per caller, each ended by a line break."""

    heard = Signal(bytes)

    def __init__(self, address: str, longest: int, parent: QObject | None = None) -> None:
        """Prepare the door; messages of more than `longest` bytes are not read."""
        super().__init__(parent)
        self._address = address
        self._longest = longest
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def open(self) -> bool:
        """Start to listen; what a killed program left behind is cleared away."""
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._on_ready)
            caller.disconnected.connect(caller.deleteLater)
            self._read(caller)

    def _on_ready(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._read(caller)

    def _read(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            message = bytes(caller.readLine(self._longest).data())
            caller.write(_TAKEN)
            caller.flush()
            caller.disconnectFromServer()
            self.heard.emit(message)
        elif caller.bytesAvailable() > self._longest:
            caller.abort()


def knock(address: str, message: bytes) -> bool:
    """Bring one message (without line breaks) to a door and say whether it was taken."""
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(message + b"\n")
    if not socket.waitForBytesWritten(_PATIENCE):
        return False
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_PATIENCE):
            return False
    return bytes(socket.readLine().data()) == _TAKEN
