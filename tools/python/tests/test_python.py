"""What is Python's own: objects, order, threads, types.

1. Objects become requests; what cannot is a problem at its place, and nothing is raised.
2. Many are answered in their order, some at a time, while other threads run, and after a fork.
3. A core's policies are its own.
4. Answers have the types that are written down; the readme's example prints what it says.
"""

import json
import multiprocessing
import re
import subprocess
import sys
import threading
from collections import OrderedDict
from datetime import date, datetime
from decimal import Decimal
from itertools import count, islice
from pathlib import Path
from types import MappingProxyType

import pytest
import typeguard
import yibao
from conftest import ROOT

PACKAGE = Path(__file__).parents[1]


def visit(total: object, **facts: object) -> dict[str, object]:
    expense = {"id": "a", "service": "outpatient", "date": "2025-01-01", "total": total, "facts": facts}
    return {"region": "370200", "asked_on": "2025-06-01", "facts": {"scheme": "resident"}, "expenses": [expense]}


def nobody(number: int) -> dict[str, object]:
    """Somebody without insurance, which is settled at once."""
    expense = {"id": f"e{number}", "service": "outpatient", "date": "2025-01-01", "total": "9.00"}
    return {"region": "370200", "asked_on": "2025-06-01", "facts": {"scheme": "none"}, "expenses": [expense]}


def paths(answer: object) -> list[str]:
    return [problem["path"] for problem in answer["problems"]]


def test_exact_values_of_python_are_written_as_requests_write_them():
    plain = visit("1000.00", self_paid="0.30")
    plain["facts"]["conditions"] = ["diabetes", "hypertension"]
    rich = visit(Decimal("1E+3"), self_paid=Decimal("0.30"))
    rich["asked_on"] = date(2025, 6, 1)
    rich["facts"] = MappingProxyType({"scheme": "resident", "conditions": {"hypertension", "diabetes"}})
    assert yibao.estimate(OrderedDict(rich)) == yibao.estimate(plain)
    assert yibao.estimate(plain)["outcome"] == "estimate"


@pytest.mark.parametrize(
    "total", [0.3, 1000, float("nan"), Decimal("NaN"), object(), datetime(2025, 1, 1), b"1", {1, "a"}, "\ud800"]
)
def test_what_is_no_amount_is_a_problem_at_its_place(total):
    assert paths(yibao.estimate(visit(total))) == ["/expenses/0/total"]


def test_every_such_place_is_told_at_once():
    request = visit(float("inf"), **{"a/b~": object()})
    request["readings"] = request
    assert {"/expenses/0/total", "/expenses/0/facts/a~1b~0", "/readings"} <= set(paths(yibao.estimate(request)))
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    for nonsense in [None, 1, object(), deep, [float("nan")], {1: 2}, "\ud800"]:
        assert yibao.estimate(nonsense)["outcome"] == "failure"


def test_an_unknown_way_of_explaining_is_a_failure():
    assert [problem["code"] for problem in yibao.estimate(visit("1"), explain="steps")["problems"]] == [
        "unknown_option"
    ]
    assert [answer["outcome"] for answer in yibao.estimate_all([visit("1")] * 2, explain="")] == ["failure"] * 2
    with pytest.raises(ValueError):
        list(yibao.estimate_lines([visit("1")], jobs=0))


@pytest.mark.parametrize("jobs", [None, 1, 7])
def test_many_are_answered_in_order_and_only_some_are_taken_at_a_time(jobs):
    taken = []

    def requests():
        for number in count():
            taken.append(number)
            yield nobody(number) if number % 7 else "{"

    told: list[int] = []
    answers = islice(yibao.estimate_all(requests(), explain="amounts", jobs=jobs, on_progress=told.append), 1500)
    for number, answer in enumerate(answers):
        assert answer["expenses"][0]["id"] == f"e{number}" if number % 7 else answer["outcome"] == "failure"
    assert told == list(range(1, 1501))
    assert len(taken) < 3000


def test_other_threads_run_meanwhile(cases):
    started, done, seen = threading.Event(), threading.Event(), []

    def settle():
        requests = [json.dumps(case) for case in cases[:100]]
        started.set()
        list(yibao.estimate_lines(requests, jobs=1))
        done.set()

    thread = threading.Thread(target=settle)
    before = sys.getswitchinterval()
    sys.setswitchinterval(60)  # nobody is interrupted: this thread only runs where the other lets it
    try:
        thread.start()
        started.wait()
        seen.append(done.is_set())
    finally:
        sys.setswitchinterval(before)
    thread.join()
    assert seen == [False]


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")
def test_a_forked_process_settles_too():
    requests = [nobody(number) for number in range(200)]
    told = list(yibao.estimate_lines(requests))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.apply_async(lines_of, [requests]).get(timeout=120) == told


def lines_of(requests):
    return list(yibao.estimate_lines(requests))


def test_policies_of_a_core_are_seen_by_nobody_else():
    text = (ROOT / "tests" / "support" / "good-policy.json").read_text("utf-8")
    request = {"region": "620000", "asked_on": "2025-06-09", "facts": {"scheme": "resident"}}
    core = yibao.Core()
    reports = core.add_policies([text, "{}"])
    assert [bool(report["problems"]) for report in reports] == [False, True]
    assert [policy["sha256"] for policy in core.estimate(request)["policies"]][:1] == [yibao.sha256(text)]
    assert yibao.estimate(request)["policies"] != core.estimate(request)["policies"]
    bare = yibao.Core(shipped=False)
    assert bare.estimate(request)["problems"][0]["code"] == "unknown_region"
    assert bare.add_policies([text])[0]["problems"] == []
    assert bare.estimate(request)["policies"] == [{"id": "620000", "sha256": yibao.sha256(text)}]


def test_answers_have_the_types_that_are_written_down(cases):
    every = typeguard.CollectionCheckStrategy.ALL_ITEMS
    for case in cases[::3]:
        typeguard.check_type(yibao.estimate(case), yibao.Answer, collection_check_strategy=every)
    typeguard.check_type(yibao.add_policies(["{}"]), list[yibao.PolicyReport], collection_check_strategy=every)
    with pytest.raises(typeguard.TypeCheckError):
        typeguard.check_type({**yibao.estimate(visit("1")), "more": 1}, yibao.Answer)


def test_the_example_of_the_readme_prints_what_it_says_and_has_the_right_types(capsys, tmp_path):
    example = re.search(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    exec(example[1], {})
    promised = [said for line in re.findall(r"print\(.*#\s*(.*)", example[1]) for said in line.split(", ")]
    assert capsys.readouterr().out.split() == promised
    file = tmp_path / "example.py"
    file.write_text(example[1], "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--no-warn-return-any", str(file), str(PACKAGE / "python")]
    looked = subprocess.run(mypy, capture_output=True, text=True, check=False)
    assert looked.returncode == 0, looked.stdout
