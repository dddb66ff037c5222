"""The steps of a pipeline file, in the order and with the variables that the file gives them, without the service that would run them.

What the file says is read here and nowhere else, so that file and exercise cannot drift apart: an expression, a condition or a kind of step
that is not known here stops the exercise.
"""
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass
class Step:
    name: str
    script: str | None = None
    """Path of a shell file; None when the service does this step itself."""
    service: str = ""
    """What the service would do."""
    condition: str = ""
    env: dict = field(default_factory=dict)
    identifier: str = ""
    files: list = field(default_factory=list)
    """Files or folders that the service would publish."""


def script_of(line, where):
    if not re.fullmatch(r"ci/[a-z]+\.sh", line.strip()):
        sys.exit(f"{where}: a step runs {line!r}; steps are shell files in ci/, so that they can be exercised")
    return line.strip()


def github_steps(text):
    document = yaml.safe_load(text)
    steps = []
    for job in document["jobs"].values():
        for entry in job["steps"]:
            step = Step(entry["name"], condition=entry.get("if", ""), env={**job.get("env", {}), **entry.get("env", {})}, identifier=entry.get("id", ""))
            if "run" in entry:
                step.script = script_of(entry["run"], entry["name"])
            else:
                step.service = entry["uses"].split("@")[0]
                step.files = [entry.get("with", {}).get(key) for key in ("sarif_file", "path") if key in entry.get("with", {})]
                if "cache" in step.service:
                    step.files = []
            steps.append(step)
    return steps


def azure_steps(text):
    document = yaml.safe_load(text)
    variables = {entry["name"]: entry["value"] for entry in document["variables"] if "name" in entry}
    steps = []
    for job in document["jobs"]:
        for entry in job.get("steps") or job["strategy"]["runOnce"]["deploy"]["steps"]:
            step = Step(entry.get("displayName", ""), condition=entry.get("condition", ""), env={**variables, **entry.get("env", {})})
            inputs = entry.get("inputs", {})
            if "bash" in entry:
                step.script = script_of(entry["bash"], step.name)
            elif entry.get("task") == "AzureCLI@2":
                step.script = script_of(inputs["scriptPath"], step.name)
            else:
                step.service = entry.get("task") or ("checkout" if "checkout" in entry else "publish")
                step.files = [value for value in (inputs.get("testResultsFiles"), entry.get("publish")) if value]
            steps.append(step)
    return steps


class Service:
    """What a service knows while a pipeline runs: its variables, and what steps told it."""

    def __init__(self, kind, values, folder, cache):
        self.kind, self.values, self.folder, self.cache = kind, dict(values), Path(folder), Path(cache)
        self.outputs = {}
        self.failed = False

    def resolve(self, text):
        def known(match):
            name = match.group(1).strip()
            if name not in self.values:
                sys.exit(f"{match.group(0)} is not known to the exercise")
            return self.values[name]

        return re.sub(r"\$\{\{(.+?)\}\}" if self.kind == "github" else r"\$\(([A-Za-z._]+)\)", known, str(text))

    def runs(self, step):
        condition = step.condition.strip()
        if not condition:
            return not self.failed
        if condition == "always()":
            return True
        found = re.fullmatch(r"steps\.(\w+\.outputs\.[\w-]+) != '(\w+)'", condition)
        if found:
            return not self.failed and self.outputs.get(found.group(1)) != found.group(2)
        found = re.fullmatch(r"always\(\) && steps\.(\w+\.outputs\.\w+) == '(\w+)'", condition)
        if found:
            return self.outputs.get(found.group(1)) == found.group(2)
        found = re.fullmatch(r"and\(always\(\), eq\(variables\['([\w.]+)'\], '(\w+)'\)\)", condition)
        if found:
            return (self.outputs | self.values).get(found.group(1)) == found.group(2)
        sys.exit(f"condition {condition!r} of step {step.name!r} is not known to the exercise")

    def environment(self, step, services, store):
        env = {key: os.environ[key] for key in ("HOME", "LANG", "TMPDIR") if key in os.environ}
        env |= {"PATH": f"{services}:{os.environ['PATH']}", "EXERCISE_STORE": str(store)}
        if self.kind == "github":
            env |= {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "town/ranking"}
            env |= {"GITHUB_OUTPUT": str(self.folder / ".git/output"), "GITHUB_STEP_SUMMARY": str(self.folder / ".git/summary")}
        else:
            # Azure gives every variable that is no secret to every step.
            plain = self.values | self.outputs
            env |= {name.upper().replace(".", "_"): value for name, value in plain.items() if name != "System.AccessToken"}
            env |= {"TF_BUILD": "True"}
        return env | {name: self.resolve(value) for name, value in step.env.items()}

    def told(self, step, output):
        if self.kind == "azure":
            self.outputs |= dict(re.findall(r"^##vso\[task\.setvariable variable=(\w+)\](.*)$", output, re.MULTILINE))
            self.values |= self.outputs
        else:
            file = self.folder / ".git/output"
            for line in file.read_text().splitlines() if file.exists() else []:
                name, value = line.split("=", 1)
                self.outputs[f"{step.identifier}.outputs.{name}"] = value
                self.values[f"steps.{step.identifier}.outputs.{name}"] = value
            file.unlink(missing_ok=True)

    def run(self, step, services, store):
        """-> exit code, the last line of what the step said, and all of it."""
        result = subprocess.run(
            ["bash", "-e", step.script], cwd=self.folder, env=self.environment(step, services, store), text=True, capture_output=True, stdin=subprocess.DEVNULL)
        self.told(step, result.stdout)
        if result.returncode:
            self.failed = True
        # A step that failed says why on standard error.
        spoken = result.stderr if result.returncode and result.stderr.strip() else result.stdout
        said = [line for line in spoken.splitlines() if line.strip() and not line.startswith("##vso")]
        return result.returncode, said[-1] if said else "", result.stdout + result.stderr
