"""The pages of a year straight from the store, and each decision saved as it is made.

Plain HTTP for this machine alone: every request must name this very server in `Host`, carry the key that
was printed at the start (once in the address, from then on in a cookie that no other site can send), and
may write only from its own pages (`Origin`). With a password the server may listen beyond this machine.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from hmac import compare_digest
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from tracker.errors import TrackerError
from tracker.language import say
from tracker.live import Live
from tracker.review import receive

MOST_BYTES = 4 * 1024 * 1024
"""Of one request; a decision takes about 500 bytes."""

SECONDS = 30
"""A connection that says nothing for so long is closed."""

Trouble = Callable[[BaseException], object]
"""Told of what went wrong in answering a request."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Door:
    """Who is let in: those with the key, or, where there is one, with the password."""

    key: str
    password: str | None
    port: int

    @property
    def cookie(self) -> str:
        """The cookie's name: a browser tells ports apart by nothing else."""
        return f"tracker_key_{self.port}"

    def knows_host(self, host: str) -> bool:
        """Whether the request is for this server; names are free only where a password guards it."""
        name, _, port = host.rpartition(":")
        return port == str(self.port) and (self.password is not None or name in LOOPBACK)

    def lets_in(self, headers: Message, query: Mapping[str, list[str]]) -> bool:
        """Whether the request carries the password, if there is one, or else the key."""
        if self.password is not None:
            return compare_digest(
                _password(headers.get("Authorization", "")).encode(), self.password.encode()
            )
        offered = [*query.get("key", []), _cookie(headers.get("Cookie", ""), self.cookie)]
        return any(compare_digest(one.encode(), self.key.encode()) for one in offered)


def _cookie(header: str, name: str) -> str:
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _password(header: str) -> str:
    """What HTTP basic authentication carries; the name before it is not asked for."""
    scheme, _, content = header.partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return b64decode(content, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


class Server(ThreadingHTTPServer):
    """Answers with what `live` makes of the store, to those `door` lets in."""

    daemon_threads = True

    def __init__(
        self, place: tuple[str, int], key: str, password: str | None, live: Live, trouble: Trouble
    ) -> None:
        super().__init__(place, Handler)
        self.door = Door(key, password, self.server_port)
        self.live = live
        self.trouble = trouble

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 (the library's own)
        """Tell what nobody foresaw; a browser that went away is no trouble."""
        error = sys.exception()
        if error is not None and not isinstance(error, (ConnectionError, TimeoutError)):
            self.trouble(error)

    @property
    def address(self) -> str:
        """What to open in the browser."""
        suffix = "" if self.door.password is not None else f"?key={self.door.key}"
        return f"http://{self.server_name if self.door.password else '127.0.0.1'}:{self.server_port}/{suffix}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = SECONDS
    server_version, sys_version = "tracker", ""

    def do_GET(self) -> None:
        """A page, or the way to it without the key in the address."""
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        if not self._may_enter(query):
            return
        if "key" in query:
            self._send(HTTPStatus.SEE_OTHER, b"", "text/plain", Location=parts.path, **self._set_cookie())
        else:
            self._answer(unquote(parts.path).lstrip("/"))

    def do_POST(self) -> None:
        """A file of decisions, as `tracker review import` takes it; the answer says what became of each."""
        if not self._may_enter({}):
            return
        if self.headers.get("Origin") != f"http://{self.headers.get('Host')}":
            self._refuse(HTTPStatus.FORBIDDEN, "serve.other_origin")
        elif urlsplit(self.path).path != "/decisions":
            self._refuse(HTTPStatus.NOT_FOUND, "serve.no_page")
        elif self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "serve.not_json")
        else:
            self._record()

    def _record(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "serve.too_large")
            return
        try:
            payload = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            self._refuse(HTTPStatus.BAD_REQUEST, "serve.not_json")
            return
        force = isinstance(payload, dict) and payload.get("force") is True
        try:
            outcome = self.server.live.record(receive(payload), force=force)
        except TrackerError as error:
            self._say(HTTPStatus.CONFLICT, say(self.server.live.language, error.code, **error.details))
            return
        status = HTTPStatus.OK if outcome["left"] == 0 else HTTPStatus.CONFLICT
        self._send(status, json.dumps(outcome, ensure_ascii=False).encode(), "application/json")

    def _answer(self, name: str) -> None:
        try:
            content, kind = self.server.live.page(name)
        except KeyError:
            self._refuse(HTTPStatus.NOT_FOUND, "serve.no_page")
        except TrackerError as error:
            self._say(
                HTTPStatus.SERVICE_UNAVAILABLE, say(self.server.live.language, error.code, **error.details)
            )
        else:
            self._send(HTTPStatus.OK, content, kind)

    def _may_enter(self, query: Mapping[str, list[str]]) -> bool:
        if not self.server.door.knows_host(self.headers.get("Host", "")):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "serve.other_host")
            return False
        if self.server.door.lets_in(self.headers, query):
            return True
        extra = {"WWW-Authenticate": 'Basic realm="tracker"'} if self.server.door.password is not None else {}
        self._say(HTTPStatus.UNAUTHORIZED, say(self.server.live.language, "serve.no_key"), **extra)
        return False

    def _set_cookie(self) -> dict[str, str]:
        door = self.server.door
        return {"Set-Cookie": f"{door.cookie}={door.key}; HttpOnly; SameSite=Strict; Path=/"}

    def _refuse(self, status: HTTPStatus, code: str) -> None:
        self._say(status, say(self.server.live.language, code))

    def _say(self, status: HTTPStatus, sentence: str, **headers: str) -> None:
        self._send(status, f"{sentence}\n".encode(), "text/plain", **headers)

    def _send(self, status: HTTPStatus, content: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, text in {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(content)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            **headers,
        }.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's own name)
        """Say nothing: an address may carry the key."""
