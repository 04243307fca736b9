from __future__ import annotations

import pytest

from tracker.language import Language, say, screen

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, ZH),
        ([], {"LANG": "zh_TW.Big5"}, ZH),
        ([], {"LANG": "de_DE.UTF-8"}, EN),
        ([], {"LANG": "C.UTF-8"}, EN),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, EN),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, ZH),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, ZH),
        ([], {"LANG": "en_US.UTF-8", "TRACKER_LANG": "zh"}, ZH),
        ([], {"LANG": "zh_CN.UTF-8", "TRACKER_LANG": "en"}, EN),
        ([], {"LANG": "zh_CN.UTF-8", "TRACKER_LANG": "fr"}, ZH),
        (["audit", "--lang", "zh"], {"LANG": "en_US.UTF-8", "TRACKER_LANG": "en"}, ZH),
        (["--lang=en", "audit"], {"LANG": "zh_CN.UTF-8", "TRACKER_LANG": "zh"}, EN),
        (["audit", "--lang"], {"LANG": "zh_CN.UTF-8"}, ZH),
        (["--lang", "en", "audit", "--lang", "zh"], {"LANG": "C"}, ZH),
    ],
)
def test_screen_takes_the_option_then_the_variable_then_the_locale(
    arguments: list[str], environment: dict[str, str], expected: Language
) -> None:
    assert screen(arguments, environment) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Chinese (Simplified)_China", ZH), ("English_US", EN), (None, EN)]
)
def test_where_the_environment_is_silent_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch, name: str | None, expected: Language
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (name, "936"))
    assert screen([], {}) is expected


def test_a_sentence_is_filled() -> None:
    assert say(ZH, "cli.missing_parameter", name="FILE") == "缺少 FILE"
    assert say(EN, "cli.missing_parameter", name="FILE") == "FILE is missing"
