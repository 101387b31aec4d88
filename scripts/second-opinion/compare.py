"""Settles random requests twice, here and with the program, and tells every fen between the two.

    python3 compare.py PROGRAM POLICIES COUNT [SEED] [--write FILE]

FILE gets the requests and the answers, without the programmes that do not apply.

COUNT requests that both settle exactly; what is refused here is counted with its reason."""
import collections
import json
import pathlib
import subprocess
import sys
from policies import Place, Refused, read_all
from dice import Dice
from settle import answer


def exact(amount):
    return amount["low"] if amount["low"] == amount["high"] else f"{amount['low']}..{amount['high']}"


def of_program(told, wanted):
    """The parts of the program's answer that the second opinion has too."""
    if told["outcome"] != "estimate":
        return {"failure": [[p["code"], p["path"]] for p in told["problems"]]}
    totals = {k: told["totals"][k] if k == "billed" else exact(told["totals"][k]) for k in wanted["totals"]}
    programmes = {p["id"]: {"verdict": p["verdict"], "paid": exact(p["paid"]),
                            "lines": {l["expense"]: [l["verdict"], exact(l["paid"])]
                                      for l in sorted(p["lines"], key=lambda l: l["expense"])}} for p in told["programmes"]}
    funds = {f["fund"]: exact(f["paid"]) for f in told["funds"] if exact(f["paid"]) != "0.00"}
    expenses = {e["id"]: {k: exact(e["slip"][k]) for k in wanted["expenses"][e["id"]]} for e in told["expenses"]}
    return {"totals": totals, "funds": dict(sorted(funds.items())), "programmes": programmes, "expenses": expenses}


def differences(mine, other, path=""):
    if isinstance(mine, dict) and isinstance(other, dict):
        return [d for k in sorted(set(mine) | set(other)) for d in differences(mine.get(k), other.get(k), f"{path}/{k}")]
    return [] if mine == other else [f"{path}: second opinion {mine}, program {other}"]


def run_program(program, folder, requests):
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in requests)
    done = subprocess.run([program, "estimate", "--lines", "--explain", "full", "--policies", folder], input=text,
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def made(files, codes, dice, count, refused):
    batch = []
    while len(batch) < count:
        code = dice.r.choice(codes)
        place = Place(files, code)
        request = dice.request(place, code)
        try:
            told, read = answer(place, request)
        except Refused as why:
            refused[str(why)] += 1
            continue
        # What nobody asked for must not matter: left out, the program's answer is still exact.
        for kind in ("entered", "readings"):
            request[kind] = {name: chosen for name, chosen in request[kind].items() if name in read}
        batch.append((request, told))
    return batch


# Places without a file, for which files further up answer. The committed requests do without: a test of the core has no list of places.
WITHOUT_FILE = ("110105", "350200", "650000")


def main(program, folder, count, seed, places):
    files = read_all(folder)
    vocabulary = json.loads((pathlib.Path(folder) / "vocabulary.json").read_text(encoding="utf-8"))
    codes = sorted(set(files) | {d for f in files.values() for d in f.get("districts", {})} | set(places))
    dice, refused, wrong, pairs = Dice(seed, vocabulary), collections.Counter(), 0, []
    for start in range(0, count, 1000):
        batch = made(files, codes, dice, min(1000, count - start), refused)
        for (request, mine), told in zip(batch, run_program(program, folder, [r for r, _ in batch])):
            apart = differences(mine, of_program(told, mine))
            pairs.append((request, mine))
            if apart:
                wrong += 1
                if wrong <= 20:
                    print(json.dumps(request, ensure_ascii=False), *apart[:12], sep="\n  ")
    return pairs, refused, wrong


if __name__ == "__main__":
    args = sys.argv[1:]
    write = args.pop(args.index("--write") + 1) if "--write" in args else None
    args = [a for a in args if a != "--write"]
    pairs, refused, wrong = main(args[0], args[1], int(args[2]), int(args[3]) if len(args) > 3 else 15, () if write else WITHOUT_FILE)
    if write:
        for _, a in pairs:
            a["programmes"] = {i: p for i, p in a["programmes"].items() if p["verdict"] != "does_not_apply"}
        lines = (json.dumps({"request": r, "answer": a}, ensure_ascii=False, separators=(",", ":")) + "\n" for r, a in pairs)
        pathlib.Path(write).write_text("".join(lines), encoding="utf-8")
    print(f"{len(pairs)} requests settled twice, {wrong} apart; {sum(refused.values())} refused here:")
    for why, times in refused.most_common(20):
        print(f"  {times} {why}")
    sys.exit(1 if wrong else 0)
