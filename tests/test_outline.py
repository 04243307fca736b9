from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tracker.language import Language
from tracker.outline import as_json, tree
from tracker.reading.commitments import commitments
from tracker.reading.document import read

TEXT = """关于2024年度法治政府建设情况的报告
一、工作情况
（一）加强学习。组织学法12次。
二、下一步打算
（一）加强培训。全年培训不少于6期。健全
考评制度。
"""

ENGLISH = """title: 关于2024年度法治政府建设情况的报告
genre: rule-of-law report
issuer: (not in the text)
document number: (not in the text)
year covered: 2024
year planned for: 2025
published: (not in the text)
[measures] 一、工作情况
  （一） 加强学习
[plan] 二、下一步打算
  （一） 加强培训
    ☐ [numeric] 全年培训不少于6期。
    ☐ [continuing] 健全 考评制度。

commitments: 2
note: the text does not say whose report this is; name the body with --issuer
note: the plan names no year; it was taken to be for the year after the one covered (2025)
note: no section of kind “problems” was found
note: no section of kind “duty of the principal” was found"""


def test_the_tree_says_what_was_taken_as_what() -> None:
    report = read(TEXT)
    assert tree(report, commitments(report), Language.EN) == ENGLISH


def test_the_tree_is_chinese_too() -> None:
    report = read(TEXT)
    shown = tree(report, commitments(report), Language.ZH)
    assert "[下年安排] 二、下一步打算" in shown
    assert "☐ 〔可量化〕全年培训不少于6期。" in shown
    assert "文中没有写明报告单位" in shown


@pytest.mark.parametrize("text", ["", "天气不错。", TEXT])
def test_json_meets_the_contract(contract: Path, text: str) -> None:
    schema = json.loads((contract / "report.schema.json").read_text("utf-8"))
    report = read(text)
    line = as_json("a.txt", report, commitments(report), Language.ZH)
    jsonschema.validate(json.loads(json.dumps(line)), schema)


def test_json_of_a_real_report_meets_the_contract(contract: Path, shared_data: Path) -> None:
    schema = json.loads((contract / "report.schema.json").read_text("utf-8"))
    for path in sorted((shared_data / "rule-of-law").glob("*.txt")):
        report = read(path.read_text("utf-8"))
        line = as_json(path.name, report, commitments(report), Language.EN)
        jsonschema.validate(json.loads(json.dumps(line)), schema)
