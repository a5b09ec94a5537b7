"""Something on loopback that answers like Rasa, or as badly as a test likes."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiohttp.test_utils import unused_port

GOOD = {
    "text": "路灯不亮",
    "intent": {"name": "raise_concern", "confidence": 0.9},
    "intent_ranking": [{"name": "raise_concern", "confidence": 0.9}, {"name": "vote", "confidence": 0.1}],
    "category": {"name": "lighting", "confidence": 0.8},
}
Answer = Callable[[str], bytes]
"""Text → the whole HTTP response; empty hangs up."""


def response(content: object, status: str = "200 OK") -> bytes:
    """It says that it hangs up after it, as it does: or the client would ask again before it has noticed."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body


class FarEnd:
    """Where it is, what it was asked, and what it answers from now on."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []
        self.served = "models/yishi.tar.gz"
        self.parse: Answer = lambda _: response(GOOD)
        self.ends = threading.Event()
        """Set when the test is over: who hangs, hangs until then."""

    def hangs(self, _: str) -> bytes:
        self.ends.wait()
        return b""


@contextmanager
def far_end() -> Iterator[FarEnd]:
    """It listens while the context is open."""
    far = FarEnd()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.wfile.write(response({"model_file": far.served}))

        def do_POST(self) -> None:
            text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
            far.asked.append(text)
            self.wfile.write(far.parse(text))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    far.url = f"http://127.0.0.1:{server.server_port}"
    serving = threading.Thread(target=server.serve_forever, args=(0.01,))
    serving.start()
    try:
        yield far
    finally:
        far.ends.set()
        server.shutdown()
        serving.join()
        server.server_close()


def nobody() -> str:
    """An address at which nobody listens."""
    return f"http://127.0.0.1:{unused_port()}"
