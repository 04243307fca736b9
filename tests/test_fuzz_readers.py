"""A short fuzz of every reader; the long one over real files is `benchmarks/fuzz.py`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from test_readers_table import MADE

COUNT = 120


@pytest.fixture(scope="module")
def fuzzer() -> ModuleType:
    path = Path(__file__).resolve().parents[1] / "benchmarks" / "fuzz.py"
    spec = importlib.util.spec_from_file_location("fuzz", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", MADE)
def test_a_mutated_file_is_read_or_refused(
    fuzzer: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    results = fuzzer.fuzz([MADE[name]], COUNT)
    assert len(results) == COUNT
    assert {seed: result for seed, result in results.items() if result.startswith("!")} == {}
    assert "read" in results.values()
    assert any(result.startswith("readers.") for result in results.values())


def test_the_fuzzer_sees_what_it_is_there_to_see(fuzzer: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_data: bytes, _name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fuzzer, "read_bytes", read)
    assert set(fuzzer.fuzz([b"x" * 99], 3).values()) == {"!ZeroDivisionError"}


def test_the_fuzzer_survives_a_crash_and_names_its_seed(
    fuzzer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setattr(fuzzer, "outcome", lambda _data, seed, _by: os._exit(9) if seed == 1 else "read")
    assert fuzzer.fuzz([b"x" * 99], 3) == {0: "read", 1: "!crash 9", 2: "read"}
