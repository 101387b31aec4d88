"""Native = Python: whatever is asked, the wheel answers with the bytes of the command line."""

import json
from pathlib import Path

import pytest
import yibao
from conftest import ROOT, command_line

BAD = [
    "",
    "{",
    "null",
    "[]",
    "{}",
    '{"region":"370212"}',
    '{"region":1,"asked_on":2}',
    '{"a":1,"a":2}',
    "1e999",
    '"\\ud800"',
    '{"region":"370212","asked_on":"2025-06-09","facts":{"scheme":"x","hardship":["orphan","y"],"self_paid":1e999}}',
    '{"region":"370212","asked_on":"2025-06-09","expenses":[{"id":"\\u0000汉\\u2028","service":"inpatient"}]}',
    '{"region":"110228","asked_on":"2025-06-09"}',
    "[" * 1000,
]


def compact(answer: object) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("explain", ["full", "amounts"])
def test_every_worked_case_and_every_refusal(cases, explain):
    texts = [json.dumps(case) for case in cases]
    told = command_line([*texts, *BAD], "--explain", explain)
    assert list(yibao.estimate_lines([*texts, *BAD], explain=explain)) == told
    assert list(yibao.estimate_lines(cases, explain=explain, jobs=1)) == told[: len(cases)], (
        "as objects, one after another"
    )
    assert [compact(yibao.estimate(case, explain=explain)) for case in cases[::7]] == told[: len(cases) : 7]


def test_what_the_second_opinion_was_asked():
    lines = (ROOT / "tests" / "second-opinion" / "answers.jsonl").read_text("utf-8").splitlines()[::5]
    texts = [json.dumps(json.loads(line)["request"]) for line in lines]
    assert list(yibao.estimate_lines(texts)) == command_line(texts)


def test_settlement_records_in_every_form():
    cases = json.loads((ROOT / "tests" / "support" / "settlement-records.json").read_text("utf-8"))
    records = [case["text"] for case in cases if "\n" not in case["text"]]
    records = [*records, *(record.encode("gb18030") for record in records[:3] if record.isprintable())]
    for args, options in [
        ((), {}),
        (("--region", "370200", "--asked-on", "2026-01-01"), {"region": "370200", "asked_on": "2026-01-01"}),
    ]:
        assert list(yibao.estimate_records(records, **options)) == command_line(records, "--from", "setlinfo", *args)


def test_records_read_as_the_package_of_javascript_reads_them():
    cases = json.loads((ROOT / "tests" / "support" / "settlement-records.json").read_text("utf-8"))
    assert len(cases) > 20
    for case in cases:
        assert yibao.read_settlement(case["text"]) == case["read"], case["title"]
    assert {note["code"] for note in yibao.read_settlement('{"psn_name":"王"}'.encode("gbk"))["notes"]} >= {"encoding"}


def test_everything_else_that_is_asked(cases):
    some = [case for case in cases if case.get("expenses")][::60]
    texts = [json.dumps(case) for case in some]
    expense = {"expense": some[0]["expenses"][0]["id"]}
    asked = {"of": "paid", "amount": "100.00"}
    assert [compact(yibao.extremes(case)) for case in some] == command_line(texts, ask="extremes")
    assert [compact(yibao.alternatives(case)) for case in some] == command_line(texts, ask="alternatives")
    assert [compact(yibao.curve(case)) for case in some] == command_line(texts, ask="curve")
    told = command_line(texts[:1], "--expense", expense["expense"], "--up-to", "50000", ask="curve")
    assert [compact(yibao.curve(some[0], **expense, up_to="50000"))] == told
    told = command_line(texts[:1], "--expense", expense["expense"], "--of", "paid", "--amount", "100.00", ask="inverse")
    assert [compact(yibao.inverse(some[0], **expense, **asked))] == told


def test_regions_are_described_by_the_policies_of_the_checkout():
    assert len(yibao.regions()) > 3000
    for file in sorted(ROOT.glob("policies/*/policy.json")):
        text = file.read_bytes().decode()
        region = json.loads(text)["region"]
        answer = yibao.estimate({"region": region, "asked_on": "2025-06-09", "facts": {"scheme": "resident"}})
        assert answer["policies"][0] == {"id": region, "sha256": yibao.sha256(text)}, "install the package again"
        assert yibao.describe(region)["facts"]
    assert yibao.describe("000001")["problems"][0]["code"] == "unknown_region"
    assert Path(yibao.__file__).with_name("py.typed").is_file()
