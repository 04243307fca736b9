from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner
from sample_audits import ANSWER, PLAN

from tracker.cli import main
from tracker.language import Language
from tracker.live import Live
from tracker.serving import Server
from tracker.storage.store import Store
from tracker.year import shipped_judge

BODY = "澄湖市云岭区人民政府"
KEY = "0123456789abcdefghij"
URL = "sqlite:///tracker.sqlite"


@contextmanager
def served(password: str | None = None, *, unseen: bool = False) -> Iterator[Server]:
    """A server on a free port of this machine, of a store with one plan and its answer."""
    Path("2024.txt").write_text(PLAN, "utf-8")
    Path("2025.txt").write_text(ANSWER, "utf-8")
    taken = CliRunner().invoke(main, ["ingest", "2024.txt", "2025.txt", "--issuer", BODY])
    assert taken.exit_code == 0, taken.output
    troubles: list[BaseException] = []
    live = Live(URL, 2025, shipped_judge(), Language.ZH, unseen=unseen)
    with Server(("127.0.0.1", 0), KEY, password, live, troubles.append) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
    assert not troubles


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        yield running


def ask(
    server: Server, path: str = "/", method: str = "GET", body: bytes | None = None, **headers: str
) -> HTTPResponse:
    """One request; a header is given with _ for -, and an empty one is left out."""
    host = f"127.0.0.1:{server.server_port}"
    sent = {"Host": host, "Cookie": f"tracker_key_{server.server_port}={KEY}", "Origin": f"http://{host}"}
    sent |= {name.replace("_", "-"): text for name, text in headers.items()}
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.request(method, path, body, {name: text for name, text in sent.items() if text})
    return connection.getresponse()


def post(server: Server, content: object, **headers: str) -> tuple[int, dict[str, Any]]:
    answer = ask(
        server, "/decisions", "POST", json.dumps(content).encode(), Content_Type="application/json", **headers
    )
    text = answer.read()
    return answer.status, json.loads(text) if text.startswith(b"{") else {}


def a_promise() -> str:
    with Store.open(URL, write=False) as store:
        (pairing,) = store.pairings(2025)
        baseline, _ = store.load(pairing)
    assert baseline is not None
    assert baseline.commitments
    return baseline.commitments[0].id


def decision(promise: str, verdict: str = "dropped", reviewer: str = "王芳") -> dict[str, object]:
    entry = {
        "commitment_id": promise,
        "year": 2025,
        "verdict": verdict,
        "reviewer": reviewer,
        "decided_at": "2026-03-01T09:00:00+08:00",
    }
    return {"schema": "tracker.decisions/1", "decisions": [entry]}


def rows() -> int:
    with Store.open(URL, write=False) as store:
        return len(store.ledger.log())


def test_the_key_in_the_address_becomes_a_cookie_and_leaves_the_address(server: Server) -> None:
    answer = ask(server, f"/?key={KEY}", Cookie="")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert "HttpOnly; SameSite=Strict" in answer.headers["Set-Cookie"]


def test_index_and_body_are_served_and_nothing_else(server: Server) -> None:
    index = ask(server).read().decode()
    assert BODY in index
    link = index.split('href="bodies/')[1].split('"')[0]
    page = ask(server, f"/bodies/{link}").read().decode()
    assert "connect-src &#39;self&#39;" in page
    assert '"live": true' in page
    for other in ("/tracker.sqlite", "/bodies/../tracker.sqlite", "/%2e%2e/2024.txt", "/bodies/x.html"):
        assert ask(server, other).status == 404


@pytest.mark.parametrize(
    "cookie",
    ["", "tracker_key_{port}=", "tracker_key_{port}=wrong", f"tracker_key={KEY}", "other=1", "\x7f=;;="],
)
def test_without_the_key_nobody_sees_anything(server: Server, cookie: str) -> None:
    answer = ask(server, Cookie=cookie.format(port=server.server_port))
    assert answer.status == 401
    assert BODY not in answer.read().decode()


@pytest.mark.parametrize(
    "host",
    ["invented.example", "invented.example:{port}", "127.0.0.1:1", "localhost.invented.example:{port}"],
)
def test_another_name_for_this_machine_is_refused(server: Server, host: str) -> None:
    assert ask(server, Host=host.format(port=server.server_port)).status == 421


@pytest.mark.parametrize("origin", ["", "null", "http://invented.example", "https://127.0.0.1:{port}"])
def test_another_site_cannot_write(server: Server, origin: str) -> None:
    status, _ = post(server, decision(a_promise()), Origin=origin.format(port=server.server_port))
    assert status == 403
    assert rows() == 0


def test_a_decision_is_in_the_store_at_once_and_on_the_page(server: Server) -> None:
    before = ask(server).read()
    status, said = post(server, decision(a_promise(), "missed"))
    assert (status, said["left"], said["decisions"][0]["standing"]) == (200, 0, "new")
    assert rows() == 1
    assert ask(server).read() != before


def test_a_conflict_is_told_and_saved_only_when_meant(server: Server) -> None:
    promise = a_promise()
    post(server, decision(promise))
    other = decision(promise, "fulfilled", "李强")
    status, said = post(server, other)
    assert (status, said["decisions"][0]["meets"]) == (409, {"reviewer": "王芳", "verdict": "dropped"})
    assert rows() == 1
    assert post(server, {**other, "force": True})[0] == 200
    assert rows() == 2


def test_a_decision_taken_back_is_a_row(server: Server) -> None:
    promise = a_promise()
    post(server, decision(promise))
    back = {"commitment_id": promise, "year": 2025, "reviewer": "王芳"}
    assert post(server, {"schema": "tracker.decisions/1", "decisions": [], "withdrawn": [back]})[0] == 200
    assert rows() == 2


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_is_refused(server: Server, body: bytes) -> None:
    assert ask(server, "/decisions", "POST", body, Content_Type="application/json").status == 400


def test_other_kinds_places_and_sizes_are_refused(server: Server) -> None:
    assert ask(server, "/decisions", "POST", b"{}", Content_Type="text/plain").status == 415
    assert ask(server, "/other", "POST", b"{}", Content_Type="application/json").status == 404
    huge = ask(
        server, "/decisions", "POST", b"", Content_Type="application/json", Content_Length="99999999999"
    )
    assert huge.status == 413


def test_with_a_password_the_key_is_not_enough() -> None:
    with served("口令一二三") as server:
        assert ask(server).status == 401
        right = b64encode("张三:口令一二三".encode()).decode()
        assert ask(server, Authorization=f"Basic {right}").status == 200
        assert ask(server, Authorization="Basic !!").status == 401


def test_beyond_this_machine_only_with_a_password() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "serve", "--host", "0.0.0.0"])  # noqa: S104 (refused)
    assert result.exit_code == 1
    assert "--password" in result.output


def everything(server: Server) -> dict[str, bytes]:
    """Every page of the server."""
    index = ask(server).read()
    links = [link.split('"')[0] for link in index.decode().split('href="')[1:]]
    return {"": index} | {link: ask(server, f"/{link}").read() for link in links if "/" in link}


def test_a_blind_reader_learns_nothing_of_the_first() -> None:
    with served(unseen=True) as server:
        before = everything(server)
        assert len(before) == 2
        promise = a_promise()
        Path("first.json").write_text(json.dumps(decision(promise, "missed", "先读者")), "utf-8")
        assert CliRunner().invoke(main, ["review", "import", "first.json"]).exit_code == 0
        said = ["--year", "2025", "--who", "某局", "--text", "已列入计划。"]
        assert CliRunner().invoke(main, ["review", "reply", promise, *said]).exit_code == 0
        assert everything(server) == before
        status, answer = post(server, decision(promise, "fulfilled", "李强"))
        assert (status, answer["decisions"][0]["meets"]) == (200, None)
        assert everything(server) == before
        for other in ("audit.json", "years/x.html", *(link.replace("bodies", "years") for link in before)):
            assert other == "" or ask(server, f"/{other}").status == 404


@pytest.mark.parametrize("unseen", [True, False])
def test_whether_a_decision_is_blind_is_the_servers_word(*, unseen: bool) -> None:
    with served(unseen=unseen) as server:
        assert post(server, {**decision(a_promise()), "blind": not unseen})[0] == 200
    with Store.open(URL, write=False) as store:
        assert [row.blind for row in store.ledger.log()] == [unseen]


def verdict_of(server: Server, promise: str) -> str:
    """The verdict of a promise as its page shows it."""
    (body,) = (page.decode() for link, page in everything(server).items() if link)
    (found,) = re.findall(rf'data-id="{promise}"[^>]* data-verdict="(\w+)"', body)
    return str(found)


def test_the_machine_is_asked_once_and_decisions_count_at_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    promise = a_promise()
    assert verdict_of(server, promise) != "missed"
    monkeypatch.setattr("tracker.live.audits", None)
    post(server, decision(promise, "missed"))
    assert verdict_of(server, promise) == "missed"
    back = {"commitment_id": promise, "year": 2025, "reviewer": "王芳"}
    post(server, {"schema": "tracker.decisions/1", "decisions": [], "withdrawn": [back]})
    assert verdict_of(server, promise) != "missed"


def test_a_body_is_followed_through_the_years_from_the_server(server: Server) -> None:
    assert not [link for link in everything(server) if link.startswith("years/")]
    Path("2026.txt").write_text(ANSWER.replace("2026", "2027").replace("2025", "2026"), "utf-8")
    assert CliRunner().invoke(main, ["ingest", "2026.txt", "--issuer", BODY]).exit_code == 0
    assert CliRunner().invoke(main, ["audit", "--year", "2026"]).exit_code == 0
    (years,) = [page.decode() for link, page in everything(server).items() if link.startswith("years/")]
    assert "2025—2026" in years


def test_everything_is_audited_before_anybody_asks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(server.live.prepare()) == [BODY]
    assert server.live.bodies == 1
    monkeypatch.setattr("tracker.live.audits", None)
    assert len(everything(server)) == 2
