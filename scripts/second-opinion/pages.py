"""Regions out of the fragments of docs/mechanisms, so that the dice reach rules that no shipped place has.

    python3 pages.py docs/mechanisms policies FOLDER

FOLDER gets one region a page, 990100, 990200, …, below what the shipped national file says of care elsewhere and of babies: a
page stands by itself, but for the classes of items, which all have. What a page leaves out is filled in as
docs/mechanisms/README.md says."""
import copy
import json
import pathlib
import shutil
import sys
from policies import read_all

FOR_ALL = ("out_of_area", "cover_from_birth")


def words(text):
    return {"zh": text, "en": text}


def whole_value(name, value):
    only = {key: value.pop(key) for key in ("value", "table") if key in value}
    value.setdefault("words", words(name))
    for version in value.setdefault("versions", [only]):
        version.setdefault("source", "S")


def whole_programme(programme):
    name = programme["id"]
    if programme.setdefault("kind", "reimbursement") in ("reimbursement", "allowance"):
        programme.setdefault("fund", "basic")
        programme.setdefault("services", ["inpatient"])
    for key, text in (("name", words(name)), ("clause", words(name)), ("sources", ["S"])):
        programme.setdefault(key, text)
    for condition in programme.get("person", []) + programme.get("expense", []):
        condition.setdefault("words", words("condition"))
    for reading in programme.get("readings", {}).values():
        reading.setdefault("words", words("reading"))
        reading.setdefault("why", words("reading"))
    for value in programme.get("values", {}).items():
        whole_value(*value)


def whole(fragment, region, classes):
    source = {"title": "t", "publisher": "p", "date": "2025", "status": "announced"}
    file = {"format": 1, "name": words("region"), "sources": {"S": source}, **copy.deepcopy(fragment), "region": region}
    file["item_classes"] = copy.deepcopy(classes) | file.get("item_classes", {})
    for value in file.get("indices", {}).items():
        whole_value(*value)
    for name, kind in file["item_classes"].items():
        kind.setdefault("words", words(name))
        kind.setdefault("source", "S")
    for programme in file["programmes"]:
        whole_programme(programme)
    return file


def fragment_of(page):
    return json.loads(page.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0])


def write(folder, name, file):
    place = folder / f"{file['region']}-{name}"
    place.mkdir(parents=True)
    (place / "policy.json").write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")


def main(pages, shipped, folder):
    shutil.rmtree(folder, ignore_errors=True)
    china = read_all(shipped)["000000"]
    write(folder, "china", china | {"programmes": [p for p in china["programmes"] if any(key in p for key in FOR_ALL)]})
    shutil.copy(shipped / "vocabulary.json", folder)
    fragments = {page.stem: fragment_of(page) for page in sorted(pages.glob("*.md")) if page.name != "README.md"}
    classes = {name: kind for fragment in fragments.values() for name, kind in fragment.get("item_classes", {}).items()}
    for number, (name, fragment) in enumerate(fragments.items(), 1):
        write(folder, name, whole(fragment, f"99{number:02d}00", classes))


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:4]))
