"""What several tests need: the worked cases of the policies, and the command line."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def command_line(lines: list[str | bytes], *args: str, ask: str = "estimate") -> list[str]:
    """What the command line answers, line by line."""
    text = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines) + b"\n"
    program = [str(ROOT / "target" / "release" / "yibao"), ask, "--lines", *args]
    return subprocess.run(program, input=text, capture_output=True, check=True).stdout.decode().splitlines()


@pytest.fixture(scope="session")
def cases() -> list[dict[str, object]]:
    """The request of every worked case that is an object."""
    files = sorted(ROOT.glob("policies/*/cases.json"))
    requests = [case["request"] for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    assert len(requests) > 500
    return [request for request in requests if isinstance(request, dict)]
