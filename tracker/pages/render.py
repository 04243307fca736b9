"""Audits → HTML, each page one self-contained file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache, partial
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tracker import __version__, dates
from tracker.audits.audit import Audit, Missing
from tracker.audits.summary import events
from tracker.language import Language, say
from tracker.pages.additions import additions, agreement_sentence
from tracker.pages.blind import blind
from tracker.pages.lasting import years_view
from tracker.pages.names import YEARS, page_link
from tracker.pages.view import Body, body
from tracker.pages.year import Line, line, year_view
from tracker.resources import folder
from tracker.wording.pages import WORDING


def index_page(
    year: int, audits: Iterable[Audit], missing: Iterable[Missing], language: Language = Language.ZH
) -> str:
    """The overview of a year."""
    return index_of_lines(year, (line(audit, language) for audit in audits), missing, language)


def index_of_lines(year: int, lines: Iterable[Line], missing: Iterable[Missing], language: Language) -> str:
    """The same, from the little that was kept of each body."""
    of_bodies = tuple(lines)
    read_twice = tuple(reading for one in of_bodies for reading in one.readings)
    values = year_view(year, of_bodies, missing, language)
    return _page(
        "index.html.j2",
        language,
        (),
        as_of=values.as_of,
        year=values,
        agreed=agreement_sentence(read_twice, language),
    )


def body_page(  # noqa: PLR0913 (what kind of page it is, in words)
    audit: Audit,
    language: Language = Language.ZH,
    *,
    audit_sha256: str = "",
    live: bool = False,
    unseen: bool = False,
    followed: bool = False,
) -> str:
    """One body's promises and what became of them; `audit_sha256` is that of the audit.json beside it.

    One that is `followed` has a page through the years beside it.
    A `live` page sends each decision to the server it came from. An `unseen` one is for a second, blind
    reading, and its decisions say so.
    """
    shown = blind(audit) if unseen else audit
    values = body(shown, language)
    data = {
        "issuer": audit.issuer,
        "year": audit.year,
        "name": values.name,
        "audit_sha256": audit_sha256,
        "live": live,
        "blind": unseen,
        "seen": {
            "baseline": audit.baseline.sha256,
            "answer": audit.answer.sha256 if audit.answer else None,
        },
        "words": _script_words(values, language),
    }
    scripts = SCRIPTS if values.text else ()
    return _page(
        "body.html.j2",
        language,
        scripts,
        as_of=dates.latest(events(shown)),
        live=live,
        body=values,
        data=data,
        unseen=unseen,
        years=f"../{page_link(audit, YEARS)}" if followed else "",
        additions=additions(shown, language),
    )


def years_page(audits: Sequence[Audit], language: Language = Language.ZH, *, year: int | None = None) -> str:
    """One body through the years: `audits` are all of one body and genre, at least one, in any order.

    It stands beside the pages of `year`, if of any.
    """
    years = years_view(audits, language)
    link = f"../{page_link(audits[0])}" if year else ""
    return _page("years.html.j2", language, (), as_of=years.as_of, years=years, beside=year, link=link)


SCRIPTS = ("rows.js", "reader.js", "decisions.js", "keys.js")
"""The workbench, one script in this order."""


def _script_words(values: Body, language: Language) -> dict[str, object]:
    """What the script says; it fills the placeholders itself."""
    chosen = 0 if language is Language.ZH else 1
    words = {key.removeprefix("js_"): said[chosen] for key, said in WORDING.items() if key.startswith("js_")}
    return {**words, "verdicts": {named.code: named.label for named in values.choices}}


def _page(
    template: str,
    language: Language,
    scripts: Iterable[str],
    *,
    as_of: str,
    live: bool = False,
    **values: object,
) -> str:
    """A template filled in, with its style and scripts inside and nothing else allowed to run.

    `as_of` is the last thing that happened to what it shows, as `dates.latest` says it.
    """
    style, script = _source("page.css"), "\n".join(map(_source, scripts))
    rendered: str = (
        _environment()
        .get_template(template)
        .render(
            word=partial(_word, language),
            added=partial(_added, language),
            style=Markup(style),  # noqa: S704 (our own file)
            script=Markup(script),  # noqa: S704 (our own file)
            policy=_policy(style, script, live=live),
            version=__version__,
            as_of=_told(as_of, language),
            **values,
        )
    )
    return rendered


def _told(moment: str, language: Language) -> str:
    """A point in time in UTC to the minute."""
    return say(language, "pages.as_of", day=moment[:10], time=moment[11:16]) if moment else ""


def _policy(style: str, script: str, *, live: bool) -> str:
    """Nothing is loaded from anywhere; only this very style and this very script count.

    A live page may talk to its own server, and to no other.
    """
    own_server = "'self'" if live else "'none'"
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        f"connect-src {own_server}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _word(language: Language, key: str, **details: object) -> str:
    return say(language, f"pages.{key}", **details)


def _added(language: Language, key: str) -> str:
    return say(language, f"published.{key}")


@cache
def _source(name: str) -> str:
    return (folder("templates") / name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": True}
    return environment
