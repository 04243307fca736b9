"""Two names → the same body, another one, or a question; likeness alone never makes two bodies one.

A name is read as places, from the largest, and an organ: 枣庄市市中区人民政府办公室 is (枣庄市, 市中区)
and 政府办公室. A place alone stands for its government. Two names are the same body if the organ and
the smallest place are equal and the places above it agree. If neither name says of which prefecture a
county is, the texts of the reports must, or the user.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from tracker.places import CITIES, PROVINCES, SHARED_NAMES, leading_prefecture
from tracker.reading.text import fold

ABBREVIATIONS = (
    ("人民政府", "政府"),
    ("办公厅", "办公室"),
    ("管理委员会", "管委会"),
    ("党工委、管委会", "管委会"),
    ("党工委管委会", "管委会"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("综合保税区", "综保区"),
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展和改革委", "发改委"),
    ("发展改革委", "发改委"),
    ("发展和改革局", "发改局"),
    ("发展改革局", "发改局"),
    ("卫生健康委员会", "卫健委"),
    ("卫生健康委", "卫健委"),
    ("卫生健康局", "卫健局"),
    ("市场监督管理局", "市场监管局"),
    ("人力资源和社会保障局", "人社局"),
    ("人力资源社会保障局", "人社局"),
    ("住房和城乡建设局", "住建局"),
    ("住房城乡建设局", "住建局"),
    ("应急管理局", "应急局"),
)
"""Long form → the short one that both are compared in; applied in this order."""

FOUR = frozenset({"北京", "天津", "上海", "重庆"})
OFFICES = ("政府办", "政府办公室")
_UNIT = re.compile(
    "(?!自治|[城都]市|城乡|城镇|[全本我各该社园辖景片][区县市州旗])"
    "[^\\W\\d局厅委院]{1,15}?"
    "(?:区|县|旗|市(?![区县旗])(?!市(?![中南北]区))|街道|镇|乡(?![族镇村]))"
)
"""A county, zone or township; 沙市区 and 津市市 end where they end, 枣庄市 goes before 市中区."""
_ZONE = re.compile("(?:高新区|经开区|开发区|保税区|综保区|示范区|度假区|园区|产业区|工业区|试验区)$")
_NOBODY = re.compile(
    "(?:上级|同级|自治[区州县旗]|街道|[省市区县州旗盟镇乡我本全各该])?"
    "(?:[\u4e00-\u9fff]{0,12}(?:政府|办公室|办|管委会|局|委|委员会|厅|处|所|中心|队|站))?"
)
_NATIONAL = re.compile("国务院|国家|中国|中华|全国|最高|[\u4e00-\u9fff]{1,8}部$")
ZONES_OF_NOBODY = frozenset({"高新区", "经开区", "开发区", "综保区", "保税区", "经济开发区"})


@dataclass(frozen=True, slots=True)
class Body:
    """A name taken apart: `places` from the largest, the organ in its short form."""

    places: tuple[str, ...]
    organ: str

    @property
    def nobody(self) -> bool:
        """Whether the name fits any number of bodies: 区政府, 我办, 高新区管委会."""
        if self.places:
            return len(self.places) == 1 and self.places[0] in ZONES_OF_NOBODY
        return not _NATIONAL.match(self.organ) and _NOBODY.fullmatch(self.organ) is not None

    @property
    def settled(self) -> bool:
        """Whether the name says of which province or prefecture the body is, or is nationwide."""
        return not self.places or self.places[0] in PROVINCES or bool(self.prefecture)

    @property
    def prefecture(self) -> frozenset[str]:
        """The prefecture the name says, if it says one."""
        return frozenset(place for place in self.places if place in FOUR or leading_prefecture(place)[0])


@dataclass(frozen=True, slots=True)
class Same:
    """The name is that of a known body; `reason` is a code of `tracker.wording.issuers`."""

    issuer: int
    reason: str


@dataclass(frozen=True, slots=True)
class New:
    """No known body could be meant."""

    name: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Only the user can tell; `candidates` are the bodies that could be meant, likeliest first."""

    candidates: tuple[int, ...]
    reason: str


Resolution = Same | New | Doubt


class Register:
    """The known bodies by what they are called; grows as bodies and names are added."""

    def __init__(self) -> None:
        self.names: dict[int, str] = {}
        self.called: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.given: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.alike: defaultdict[tuple[str, str], dict[tuple[int, Body], None]] = defaultdict(dict)

    def add(self, issuer: int, name: str, *, given: bool = False) -> None:
        """A name of a body, the one it is shown by first; `given` if a user said so, not a report."""
        self.names.setdefault(issuer, name)
        body = read_name(name)
        self.called[plain(name)][issuer] = None
        self.alike[_key(body)][issuer, body] = None
        if given:
            self.given[plain(name)][issuer] = None


def plain(name: str) -> str:
    """A name without spaces, in one width."""
    return fold(name).text


@lru_cache(maxsize=4096)
def read_name(name: str) -> Body:
    """Take a name apart; a name that holds no place keeps all of itself as its organ."""
    rest = plain(name)
    for long, short in ABBREVIATIONS:
        rest = rest.replace(long, short)
    province, rest = _province(rest)
    city, rest = _prefecture(rest)
    if city.endswith("市") and re.match("[中南北]区", rest):
        rest = f"市{rest}"
    places = [place for place in (province, city) if place]
    while (unit := _unit(rest)) and len(places) < 5:  # noqa: PLR2004 (province to township)
        places.append(unit)
        rest = rest[len(unit) :]
    return Body(tuple(places), _organ(places, rest))


def _province(name: str) -> tuple[str, str]:
    """A province at the head; a short name counts only before a place or an organ (河北区 is no 河北)."""
    for short, kind in PROVINCES.items():
        if name.startswith(short):
            rest = name[len(short) :]
            if rest.startswith(kind):
                return short, rest[len(kind) :]
            if kind.endswith("自治区") and rest.startswith("自治区"):
                return short, rest[len("自治区") :]
            if _goes_on(rest):
                return short, rest
    return "", name


def _prefecture(name: str) -> tuple[str, str]:
    """A prefecture at the head, in full or short (枣庄高新区)."""
    found, rest = leading_prefecture(name)
    if found:
        return found, rest
    for length in (4, 3, 2):
        short, rest = name[:length], name[length:]
        if short in CITIES and _goes_on(rest):
            return f"{short}市", rest
    return "", name


def _goes_on(rest: str) -> bool:
    """Whether what follows a short place name is nothing, a whole place or an organ."""
    if not rest or leading_prefecture(rest)[0]:
        return True
    return re.match("[省市区县州旗盟镇乡路]|[\u4e00-\u9fff]{1,5}族", rest) is None


def _unit(name: str) -> str:
    """A county, zone or township at the head of a name."""
    found = _UNIT.match(name)
    return found.group() if found else ""


def _organ(places: list[str], rest: str) -> str:
    if rest:
        return OFFICES[1] if rest == OFFICES[0] else rest
    if not places:
        return ""
    if places[-1].endswith("街道"):
        return "办事处"
    return "管委会" if _ZONE.search(places[-1]) else "政府"


def _key(body: Body) -> tuple[str, str]:
    return body.organ, body.places[-1] if body.places else ""


Places = Callable[[int], frozenset[str]]
"""The prefectures that the reports of a body name."""


def resolve(name: str, among: Register, here: frozenset[str], there: Places) -> Resolution:
    """Whose name this is; `here` are the prefectures its report names, asked only where a name is open."""
    body = read_name(name)
    if body.nobody:
        return Doubt(tuple(among.called.get(plain(name), ())), "issuers.nobody")
    given = [*among.given.get(plain(name), ())]
    if len(given) == 1 and not _shared(body):
        return Same(given[0], "issuers.given")
    fitting = [one for one in among.alike.get(_key(body), ()) if _agree(body, one[1])]
    return _choose(body, fitting, here, there) if fitting else New(name)


def _shared(body: Body) -> bool:
    """Whether other prefectures have a county of that name, and nothing says which one is meant."""
    return not body.settled and body.places[0] in SHARED_NAMES


def _agree(one: Body, other: Body) -> bool:
    """Whether the shorter chain of places is the end of the longer one."""
    shared = min(len(one.places), len(other.places))
    return one.places[len(one.places) - shared :] == other.places[len(other.places) - shared :]


def _choose(
    body: Body, fitting: Collection[tuple[int, Body]], here: frozenset[str], there: Places
) -> Resolution:
    """The one body that fits beyond doubt, by its whole name or by what the reports say of its place."""
    sure = {issuer for issuer, other in fitting if body.settled and other.settled}
    if len(sure) == 1:
        return Same(sure.pop(), "issuers.same_name")
    where = body.prefecture or here
    told = {issuer for issuer, other in fitting if _told(where, other.prefecture or there(issuer))}
    if len(told) == 1:
        return Same(told.pop(), "issuers.same_place")
    possible = tuple(dict.fromkeys(issuer for issuer, _ in fitting))
    if len(possible) > 1:
        return Doubt(possible, "issuers.several")
    known = there(possible[0]).union(*(other.prefecture for _, other in fitting))
    elsewhere = bool(where and known) and where.isdisjoint(known)
    if (possible[0], body) in fitting and not _shared(body) and not elsewhere:
        return Same(possible[0], "issuers.same_name")
    return Doubt(possible, "issuers.which_place")


def _told(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether both say one prefecture, and the same."""
    return len(here) == 1 and here == there


def hints(text: str, among: Register, most: int = 5) -> tuple[int, ...]:
    """The known bodies below the provinces whose smallest place a text names, most often named first."""
    counts: dict[int, int] = {}
    for (_, place), bodies in among.alike.items():
        count = text.count(place) if place and place not in PROVINCES else 0
        for issuer, _ in bodies:
            counts[issuer] = max(counts.get(issuer, 0), count)
    named = [issuer for issuer in counts if counts[issuer] > 0]
    return tuple(sorted(named, key=lambda issuer: (-counts[issuer], among.names[issuer])))[:most]
