"""The Python package: the same answers as the command line, in order, never a float."""

import json
import os
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
import yibao

ROOT = Path(__file__).parents[3]
PROGRAM = os.environ.get("YIBAO_PROGRAM", str(ROOT / "target" / "release" / "yibao"))


def worked_cases() -> list[str]:
    files = sorted(ROOT.glob("policies/*/cases.json"))
    cases = [case["request"] for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    return [json.dumps(case, ensure_ascii=False) for case in cases if isinstance(case, dict)]


def command_line(args: list[str], lines: list[str]) -> list[str]:
    done = subprocess.run([PROGRAM, "estimate", "--lines", *args], input="\n".join(lines).encode(), capture_output=True, check=True)
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("explain", ["full", "amounts"])
def test_answers_are_those_of_the_command_line(explain):
    lines = worked_cases()[::5] + ["{", ""]
    assert yibao.estimate_lines(lines, explain=explain) == command_line(["--explain", explain], lines)


def test_records_are_answered_as_on_the_command_line():
    cases = json.loads((ROOT / "tests" / "support" / "settlement-records.json").read_text("utf-8"))
    records = [case["text"] for case in cases]
    told = command_line(["--from", "setlinfo", "--region", "370200"], records)
    assert yibao.estimate_records(records, region="370200") == told


def test_the_example_of_the_readme_prints_what_it_says(capsys):
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    example = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert example
    exec(example[1], {})
    promised = [said for line in re.findall(r"print\(.*#\s*(.*)", example[1]) for said in line.split(", ")]
    assert capsys.readouterr().out.split() == promised


def test_many_requests_are_answered_in_order():
    def requests():
        for year in range(5000):
            yield {"region": "370200", "asked_on": f"{2000 + year % 20}-01-01", "facts": {"scheme": "resident" if year % 7 else "nobody"}}

    outcomes = [answer["outcome"] for answer in yibao.estimate_all(requests(), explain="amounts")]
    assert outcomes == ["estimate" if year % 7 else "failure" for year in range(5000)]


def test_a_float_is_refused_and_a_decimal_is_not():
    def bill(total):
        expense = {"id": "a", "service": "outpatient", "date": "2025-01-01", "total": total, "facts": {}}
        return {"region": "370200", "asked_on": "2025-06-01", "facts": {"scheme": "resident"}, "expenses": [expense]}

    assert yibao.estimate(bill(Decimal("0.30")))["totals"]["billed"] == "0.30"
    assert [problem["path"] for problem in yibao.estimate(bill(0.3))["problems"]] == ["/expenses/0/total"]
    with pytest.raises(TypeError):
        yibao.estimate(bill(object()))
    with pytest.raises(ValueError):
        yibao.estimate(bill("1"), explain="steps")


def test_policies_are_added_and_bad_ones_are_left_out():
    good = (ROOT / "tests" / "support" / "good-policy.json").read_text("utf-8")
    reports = yibao.add_policies([good, "{}"])
    assert [bool(report["problems"]) for report in reports] == [False, True]
    request = {"region": "620000", "asked_on": "2025-06-09", "facts": {"scheme": "resident"}}
    assert yibao.estimate(request)["policies"][0]["id"] == "620000"
