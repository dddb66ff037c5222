#!/usr/bin/env python3
"""Holds the files of a gate against their schemas.

    scripts/validate-gate-surfaces.py FOLDER...

Each folder holds gate.json, gate.junit.xml and gate.sarif. gate.json is held against our own schemas/gate.schema.json, the other two
against published ones, which `scripts/install.sh test` puts in .build-schemas: the schema of JUnit results of Jenkins' xUnit plugin
(junit-10.xsd) and the OASIS schema of SARIF 2.1.0 (errata 01). FAIRNESS_AUDIT_SCHEMAS names another folder for them.

Prints what is wrong, one line each. Exit: 0 all valid, 1 something is not, 2 a schema or a tool is missing.
"""

import json
import os
import pathlib
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent


def published(name: str) -> pathlib.Path:
    path = pathlib.Path(os.environ.get("FAIRNESS_AUDIT_SCHEMAS", ROOT / ".build-schemas")) / name
    if not path.is_file():
        print(f"{path} is missing: run scripts/install.sh test", file=sys.stderr)
        sys.exit(2)
    return path


def json_errors(validator, path: pathlib.Path) -> list[str]:
    value = json.loads(path.read_text(encoding="utf-8"))
    return [f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validator.iter_errors(value)]


def xml_errors(schema: pathlib.Path, path: pathlib.Path) -> list[str]:
    try:
        result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(schema), str(path)], capture_output=True, text=True)
    except FileNotFoundError:
        print("xmllint is missing: run scripts/install.sh test", file=sys.stderr)
        sys.exit(2)
    return [] if result.returncode == 0 else [f"{path}: {result.stderr.strip()}"]


def main(folders: list[str]) -> int:
    junit, sarif = published("junit-10.xsd"), json.loads(published("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    own = json.loads((ROOT / "schemas" / "gate.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(sarif)
    jsonschema.Draft202012Validator.check_schema(own)
    # `format` counts: a location that is no URI is a mistake.
    sarif_validator = jsonschema.Draft4Validator(sarif, format_checker=jsonschema.FormatChecker())
    own_validator = jsonschema.Draft202012Validator(own)
    errors = []
    for folder in map(pathlib.Path, folders):
        errors += json_errors(own_validator, folder / "gate.json")
        errors += xml_errors(junit, folder / "gate.junit.xml")
        errors += json_errors(sarif_validator, folder / "gate.sarif")
    for error in errors:
        print(error)
    print(f"{len(folders)} gates, {len(errors)} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(sys.argv[1:]))
