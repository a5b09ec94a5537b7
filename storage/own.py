"""Connections that stay open, one for each thread: to have one from the pool each time costs as much as a look."""

import threading

from sqlalchemy import Connection, Engine


class OwnConnections:
    """Of one engine; whoever closes them is the last to use any."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._here = threading.local()
        self._opened: list[Connection] = []

    def mine(self) -> Connection:
        """This thread's."""
        if not hasattr(self._here, "connection"):
            self._here.connection = self._engine.connect()
            self._opened.append(self._here.connection)
        mine: Connection = self._here.connection
        return mine

    def leave(self) -> None:
        """This thread's next one is a new one."""
        left = self.mine()
        left.close()
        del self._here.connection
        self._opened.remove(left)

    def close(self) -> None:
        """All of them."""
        for connection in self._opened:
            connection.close()
