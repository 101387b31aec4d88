"""What China's public medical insurance pays back: exact where everything is known, a guaranteed range where something is not.

Requests and answers are those of docs/api.md. Amounts are strings, or `Decimal`, never floats: the core refuses a float
as a problem of the request. A bad request is a `Failure` among the answers, never an exception.
"""

from .core import Asked, Core, Record, read_settlement, sha256
from .types import Amount, Answer, Estimate, Explain, Failure, PolicyReport, Problem, Request

_shared = Core()

estimate = _shared.estimate
estimate_all = _shared.estimate_all
estimate_lines = _shared.estimate_lines
estimate_records = _shared.estimate_records
extremes = _shared.extremes
alternatives = _shared.alternatives
curve = _shared.curve
inverse = _shared.inverse
regions = _shared.regions
describe = _shared.describe
add_policies = _shared.add_policies

__all__ = [
    "Amount",
    "Answer",
    "Asked",
    "Core",
    "Estimate",
    "Explain",
    "Failure",
    "PolicyReport",
    "Problem",
    "Record",
    "Request",
    "add_policies",
    "alternatives",
    "curve",
    "describe",
    "estimate",
    "estimate_all",
    "estimate_lines",
    "estimate_records",
    "extremes",
    "inverse",
    "read_settlement",
    "regions",
    "sha256",
]
