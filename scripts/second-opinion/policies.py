"""The rules of a place: its files from the nearest to the national one, and what takes the place of what."""
import json
import pathlib


class Refused(Exception):
    """The second opinion does not know this rule, and says so."""


def read_all(folder):
    files = {}
    for path in sorted(pathlib.Path(folder).glob("*/policy.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        files[file["region"]] = file
    return files


def chain_of(files, code):
    codes = [code, code[:4] + "00", code[:2] + "0000", "000000"]
    return [files[c] for c in dict.fromkeys(codes) if c in files]


class Programme:
    """One programme, with the pairs of scheme and service that nearer files took from it."""

    def __init__(self, file, body):
        self.file, self.body, self.region = file, body, file["region"]
        self.id = f"{self.region}/{body['id']}"
        self.kind, self.fund = body["kind"], body.get("fund")
        self.services = body.get("services")
        self.taken = []

    def full_id(self, name):
        return name if "/" in name else f"{self.region}/{name}"

    def gone(self, schemes):
        if any(services is None and scheme is None for services, scheme in self.taken):
            return True
        if not self.services:
            return False
        return all(self.answered_elsewhere(s, scheme) for s in self.services for scheme in schemes)

    def answered_elsewhere(self, service, scheme):
        return any((services is None or service in services) and (of is None or of == scheme)
                   for services, of in self.taken)


def programmes_of(chain):
    every = [Programme(file, body) for file in chain for body in file["programmes"]]
    by_id = {p.id: p for p in every}
    for programme in every:
        for entry in as_list(programme.body.get("replaces", [])):
            whole = isinstance(entry, str)
            target = by_id.get(entry if whole else entry["programme"])
            if target:
                target.taken.append((None, None) if whole else (entry.get("services"), entry.get("scheme")))
    return every


def as_list(value):
    return value if isinstance(value, list) else [value]


SCHEMES = ("employee", "resident", "none")


class Place:
    def __init__(self, files, code):
        self.code, self.chain = code, chain_of(files, code)
        self.every = programmes_of(self.chain)
        self.by_id = {p.id: p for p in self.every}
        self.listed = [p for p in self.every if not p.gone(SCHEMES) and not p.body.get("out_of_area")]
        self.elsewhere = next((p for p in self.every if p.body.get("out_of_area")), None)
        self.year_starts = self.nearest("insurance_year", "01-01")
        self.stay_year = self.nearest("stay_year", "first_part")
        self.fund_order = self.nearest("fund_order", [])
        self.counters = {f"{f['region']}/{name}": dict(c, region=f["region"]) for f in self.chain for name, c in f.get("counters", {}).items()}

    def goes_before(self, programme):
        """Whoever pays in its stead where both apply: those it names, or all of nearer files that pay out of its fund."""
        named = programme.body.get("yields_to", [])
        if named != "nearer":
            return [programme.full_id(name) for name in named]
        place = self.chain.index(programme.file)
        nearer = [p for p in self.listed if self.chain.index(p.file) < place]
        return [p.id for p in nearer if p.kind == "reimbursement" and p.fund == programme.fund]

    def nearest(self, key, otherwise):
        return next((f[key] for f in self.chain if key in f), otherwise)

    def options(self, key):
        return [name for f in reversed(self.chain) for name in f.get(key, {})]

    def item_class(self, name):
        return next((f["item_classes"][name] for f in self.chain if name in f.get("item_classes", {})), None)
