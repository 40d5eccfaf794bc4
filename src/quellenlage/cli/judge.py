"""`quellenlage judge`: how two sentences, or two numbers marked in them, stand to each other."""

import sys

import click

from quellenlage import api
from quellenlage.api.judge import Judged, judge
from quellenlage.cli.options import exit_code, show_problem
from quellenlage.cli.table import Column, print_table
from quellenlage.export import encode
from quellenlage.model import Problem


@click.command("judge")
@click.argument("pairs", metavar="PAIRS")
@click.option("--language", default="de", show_default=True, help="Pack that the texts are read with.")
@click.option("--fast", is_flag=True, help="Read with rules alone.")
@click.option("--jsonl", is_flag=True, help="Print one judgement a line as JSON (docs/reference/json.md).")
def judge_command(*, pairs: str, language: str, fast: bool, jsonl: bool) -> int:
    """Judge the pairs in the file PAIRS (- for standard input), one JSON object a line.

    \b
    {"id": …, "kind": "claims" | "numbers",
     "left": {"text", "published", "outlet"[, "start", "end"]}, "right": {…}}

    Claims are same, related or contradict; numbers (the marked characters) same, update, conflict or different.
    """  # noqa: D301 (click's mark against wrapping)
    problems: list[Problem] = []

    def report(problem: Problem) -> None:
        problems.append(problem)
        show_problem(problem)

    found = judge(pairs, api.Options(language=language, fast=fast), report)
    if jsonl:
        for judged in found:
            sys.stdout.buffer.write(_line(judged))
        sys.stdout.buffer.flush()
    else:
        print_table(_COLUMNS, (_row(judged) for judged in found))
    return exit_code(problems)


_COLUMNS = (Column("id"), Column("relation"), Column("score", right=True), Column("why", wide=True))


def _line(judged: Judged) -> bytes:
    found = judged.judgement
    return encode({"id": judged.id, "relation": found.relation, "score": found.score, "why": found.why}) + b"\n"


def _row(judged: Judged) -> tuple[str, ...]:
    found = judged.judgement
    return (judged.id, found.relation, f"{found.score:.3f}", found.why)
