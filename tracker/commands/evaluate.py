"""`tracker evaluate`: the whole pipeline held against labelled promises."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from tracker.field import shipped
from tracker.judging.verdicts import Policy
from tracker.lessons.evaluate import Evaluation, Measure
from tracker.lessons.evaluate import evaluate as measured
from tracker.lessons.labels import load, taught
from tracker.parameters import OneOf
from tracker.terminal import Terminal

LABELS = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(help="cli.evaluate")
@click.argument("paths", metavar="LABELS...", nargs=-1, required=True, type=LABELS)
@click.option("--baselines", is_flag=True, help="evaluate.baselines")
@click.option("--format", "style", type=OneOf(["text", "json"]), default="text", help="evaluate.format")
@click.pass_obj
def evaluate(terminal: Terminal, paths: tuple[Path, ...], *, baselines: bool, style: str) -> None:
    """Print the figures of all pairs together and of each."""
    labels, texts = load(paths)
    further, texts = taught(texts)
    found = measured(labels, texts, shipped(), Policy(), further=further, baselines=baselines)
    if style == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(lines(found, terminal)))


def as_json(found: Evaluation) -> dict[str, Any]:
    """The figures as plain values; a pair says whether the model had to be refitted without it."""
    return {
        "field": found.field,
        "overall": {name: asdict(measure) for name, measure in found.overall.items()},
        "pairs": [
            {
                "baseline": pair.baseline,
                "answer": pair.answer,
                "left_out": pair.left_out,
                "measures": {
                    name: {"value": measure.value, "count": measure.count} for name, measure in own.items()
                },
            }
            for pair, own in zip(found.pairs, found.by_pair, strict=True)
        ],
        "reliability": [asdict(one) for one in found.reliability],
        "baselines": {name: asdict(one) for name, one in found.baselines.items()},
    }


def lines(found: Evaluation, terminal: Terminal) -> list[str]:
    """The figures as a table in plain text."""
    refitted = sum(pair.left_out for pair in found.pairs)
    said = [terminal.say("evaluate.mode", field=found.field, pairs=len(found.pairs), refitted=refitted), ""]
    for name, measure in found.overall.items():
        said.append(
            f"{_number(measure)} {_range(measure)} {measure.count:5}  {terminal.say(f'evaluate.{name}')}"
        )
    said += ["", terminal.say("evaluate.reliability")]
    said += [f"  {one.said:.2f} → {one.true:.2f}  ({one.count})" for one in found.reliability]
    for name, one in found.baselines.items():
        details = {key: "–" if value is None else f"{value:.3f}" for key, value in asdict(one).items()}
        said.append(terminal.say("evaluate.baseline", name=name, **details))
    said += ["", terminal.say("evaluate.by_pair")]
    for pair, own in zip(found.pairs, found.by_pair, strict=True):
        figures = " ".join(_number(own[name]) for name in SHOWN)
        said.append(f"{figures}  {pair.answer}{' *' if pair.left_out else ''}")
    return said


SHOWN = (
    "extracted",
    "answered_f1",
    "evidence_first",
    "evidence_three",
    "repeated_f1",
    "alone",
    "alone_right",
)
"""The figures shown of each pair."""


def _number(measure: Measure) -> str:
    return "    –" if measure.value is None else f"{measure.value:.3f}"


def _range(measure: Measure) -> str:
    if measure.low is None or measure.high is None:
        return " " * 13
    return f"[{measure.low:.3f}–{measure.high:.3f}]"
