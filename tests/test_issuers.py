from __future__ import annotations

from collections.abc import Mapping

import pytest

from tracker.issuers import Doubt, New, Register, Resolution, Same, hints, read_name, resolve
from tracker.places import CITIES, PROVINCES, REGIONS, prefectures

PARTS = [
    # name, places, organ
    ("广西", ("广西",), "政府"),
    ("广西壮族自治区人民政府", ("广西",), "政府"),
    ("内蒙古自治区", ("内蒙古",), "政府"),
    ("北京市朝阳区", ("北京", "朝阳区"), "政府"),
    ("吉林省长春市朝阳区人民政府", ("吉林", "长春市", "朝阳区"), "政府"),
    ("吉林市龙潭区", ("吉林市", "龙潭区"), "政府"),
    ("枣庄高新技术产业开发区管委会", ("枣庄市", "高新区"), "管委会"),
    ("枣庄市市中区人民政府办公室", ("枣庄市", "市中区"), "政府办公室"),
    ("枣庄市中区政府办", ("枣庄市", "市中区"), "政府办公室"),
    ("市中区城市管理局", ("市中区",), "城市管理局"),
    ("枣庄市市场监督管理局", ("枣庄市",), "市场监管局"),
    ("沙市区政府", ("沙市区",), "政府"),
    ("津市市人民政府", ("津市市",), "政府"),
    ("海南藏族自治州", ("海南州",), "政府"),
    ("河南蒙古族自治县人民政府", ("河南蒙古族自治县",), "政府"),
    ("积石山保安族东乡族撒拉族自治县", ("积石山保安族东乡族撒拉族自治县",), "政府"),
    ("昌吉回族自治州", ("昌吉州",), "政府"),
    ("昌吉市", ("昌吉市",), "政府"),
    ("河北区司法局", ("河北区",), "司法局"),
    ("西安区政府", ("西安区",), "政府"),
    ("青川市云河区人民政府", ("青川市", "云河区"), "政府"),
    ("云河县永安镇人民政府", ("云河县", "永安镇"), "政府"),
    ("云河县文化路街道", ("云河县", "文化路街道"), "办事处"),
    ("国务院办公厅", (), "国务院办公室"),
]

ONE = [
    ("广西", "广西壮族自治区"),
    ("广西", "广西壮族自治区人民政府"),
    ("新疆", "新疆维吾尔自治区人民政府"),
    ("内蒙古自治区", "内蒙古自治区人民政府"),
    ("西藏", "西藏自治区"),
    ("重庆市", "重庆市人民政府"),
    ("枣庄高新区", "枣庄高新技术产业开发区管委会"),
    ("枣庄高新区", "枣庄市高新区管理委员会"),
    ("枣庄市市中区人民政府办公室", "山东省枣庄市市中区政府办"),
    ("枣庄市人民政府办公室", "枣庄市政府办公室"),
    ("山东省人民政府办公厅", "山东省政府办公厅"),
    ("尖山区政府办公室", "尖山区政府办"),
    ("尖山区政府办公室", "尖山区人民政府办公室"),
    ("枣庄市卫生健康委员会", "枣庄市卫健委"),
    ("青川市发展和改革委员会", "青川市发改委"),
    ("青 川 市司法局", "青川市司法局"),
    ("国务院", "国务院"),
]

TWO = [
    ("枣庄市市中区人民政府", "济南市市中区人民政府"),
    ("北京市朝阳区人民政府", "长春市朝阳区人民政府"),
    ("枣庄市人民政府", "枣庄市人民政府办公室"),
    ("吉林省人民政府", "吉林市人民政府"),
    ("海南省人民政府", "海南藏族自治州人民政府"),
    ("朝阳市人民政府", "朝阳区人民政府"),
    ("昌吉市人民政府", "昌吉回族自治州人民政府"),
    ("承德市人民政府", "承德县人民政府"),
    ("枣庄高新区", "济南高新区"),
    ("枣庄高新区管委会", "枣庄经济技术开发区管委会"),
    ("青川市经济技术开发区管委会", "青川市经济开发区管委会"),
    ("云河区司法局", "云河县司法局"),
    ("云河区司法局", "云河区财政局"),
    ("国务院", "国务院办公厅"),
    ("河北省司法厅", "河北区司法局"),
]

NOBODY = [
    *(
        "区政府",
        "市政府",
        "市政府办公室",
        "我办",
        "我局",
        "自治区人民政府",
        "政府办公室",
        "区政府办",
        "县司法局",
    ),
    *("本局", "人民政府", "高新区管委会", "开发区管委会", "街道办事处", "市发展和改革委员会"),
]


def known(*names: str, given: str = "") -> Register:
    """A register of one body a name, numbered from 1; the user gave the first one the name `given`."""
    register = Register()
    for issuer, name in enumerate(names, 1):
        register.add(issuer, name)
    if given:
        register.add(1, given, given=True)
    return register


def found(
    name: str, register: Register, here: str = "", there: Mapping[int, str] | None = None
) -> Resolution:
    """`resolve` with the texts of this report and of the known bodies' reports."""
    texts = there or {}
    return resolve(name, register, prefectures(here), lambda issuer: prefectures(texts.get(issuer, "")))


@pytest.mark.parametrize(("name", "places", "organ"), PARTS)
def test_a_name_is_taken_apart(name: str, places: tuple[str, ...], organ: str) -> None:
    body = read_name(name)
    assert (body.places, body.organ) == (places, organ)
    assert not body.nobody


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert isinstance(found(other, known(one)), Same)
    assert isinstance(found(one, known(other)), Same)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_bodies_with_names_alike(one: str, other: str) -> None:
    assert found(other, known(one)) == New(other)
    assert found(one, known(other)) == New(one)


@pytest.mark.parametrize("name", NOBODY)
def test_a_name_that_fits_anybody_is_nobodys(name: str) -> None:
    assert read_name(name).nobody
    assert isinstance(found(name, known(name)), Doubt)
    assert isinstance(found(name, known("枣庄市人民政府", given=name)), Doubt)


def test_every_province_and_prefecture_is_itself_alone() -> None:
    names = [f"{short}{kind}" for short, kind in PROVINCES.items()]
    names += [f"{city}市" for city in CITIES] + [f"{region}{kind}" for region, kind in REGIONS.items()]
    bodies = {read_name(name) for name in names}
    assert len(bodies) == len(set(names)) == len(PROVINCES) + len(CITIES) + len(REGIONS)
    assert all(body.settled and len(body.places) == 1 for body in bodies)


def test_the_official_list_is_whole() -> None:
    assert (len(PROVINCES), len(CITIES), len(REGIONS)) == (31, 293, 40)


def test_a_county_that_two_cities_have_is_settled_by_the_place_both_reports_name() -> None:
    register = known("枣庄市市中区人民政府办公室", "济南市市中区人民政府办公室")
    name = "市中区政府办公室"
    assert found(name, register) == Doubt((1, 2), "issuers.several")
    assert found(name, register, here="落实《济南市法治政府建设实施方案》") == Same(2, "issuers.same_place")
    assert isinstance(found(name, register, here="赴济南市学习，落实枣庄市部署"), Doubt)
    assert isinstance(found(name, register, here="青岛市"), Doubt)


def test_one_candidate_alone_is_still_a_question() -> None:
    register = known("枣庄市市中区人民政府办公室")
    assert found("市中区政府办公室", register) == Doubt((1,), "issuers.which_place")
    assert found("市中区政府办公室", register, here="枣庄市") == Same(1, "issuers.same_place")


def test_a_full_name_after_a_short_one_needs_the_place_too() -> None:
    register = known("市中区政府办公室")
    name = "枣庄市市中区人民政府办公室"
    assert isinstance(found(name, register), Doubt)
    assert found(name, register, there={1: "枣庄市"}) == Same(1, "issuers.same_place")
    assert isinstance(found(name, register, there={1: "济南市"}), Doubt)


def test_the_same_short_name_twice_is_one_body_unless_many_bear_it_or_the_places_differ() -> None:
    assert isinstance(found("尖山区政府办公室", known("尖山区政府办公室")), Same)
    assert isinstance(found("市中区政府办公室", known("市中区政府办公室")), Doubt)
    place = {1: "双鸭山市"}
    assert isinstance(found("尖山区政府办", known("尖山区政府办公室"), "双鸭山市、哈尔滨市", place), Same)
    assert isinstance(found("尖山区政府办", known("尖山区政府办公室"), "鹤岗市", place), Doubt)


def test_what_a_user_said_holds() -> None:
    register = known("双鸭山市尖山区人民政府办公室", given="尖山区政府办公室")
    assert found("尖山区政府办公室", register) == Same(1, "issuers.given")


def test_what_a_user_said_of_a_name_many_bear_does_not_hold_for_the_next_city() -> None:
    register = known("枣庄市市中区人民政府办公室", given="市中区政府办公室")
    assert isinstance(found("市中区政府办公室", register), Doubt)
    assert isinstance(found("市中区政府办公室", register, here="济南市"), Doubt)
    assert isinstance(found("市中区政府办公室", register, here="枣庄市"), Same)


def test_hints_name_the_bodies_whose_place_a_text_names() -> None:
    register = known("双鸭山市尖山区人民政府", "枣庄市台儿庄区人民政府", "国务院")
    assert hints("台儿庄区各部门、台儿庄区各镇，学习尖山区经验", register) == (2, 1)
    assert hints("没有写明地方", register) == ()


def test_a_hostile_name_costs_no_more_than_its_length() -> None:
    for unit in ("市", "区", "市中区", "自治县", "族", "街道", "枣庄市"):
        assert isinstance(found(unit * 20_000, known("枣庄市市中区人民政府")), New | Doubt)
