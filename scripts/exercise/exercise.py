"""Runs both pipeline files of Examples/ci for changes whose verdict is known, one line per step.

  exercise.py CLONE BINARY-OR-EMPTY

CLONE is a clean clone of the project. A repository like that of the ranking's developers is made from it as Examples/ci/README.md says.
"""
import datetime
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline import Service, azure_steps, github_steps

TAG = "v0-exercise"
PULL_REQUEST = "7"


def git(folder, *arguments):
    name = ["-c", "user.name=exercise", "-c", "user.email=exercise@localhost", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, text=True, capture_output=True).stdout.strip()


def harmless(core):
    core["algorithmVersion"] = "2.4"
    core["weights"]["components"]["capacity"] = 1.51


def harmful(core):
    # A slip of the keyboard: the norm for verbal capacity ten points too high, so that everybody seems to fall short of it.
    core["algorithmVersion"] = "2.5"
    core["scaling"]["constants"]["participants"]["cap_verbal"]["mean"] = 60


class Exercise:
    def __init__(self, clone, binary, home):
        self.clone, self.home = clone, home
        self.services = Path(__file__).resolve().parent / "services"
        self.cache = home / "cache"
        self.store = home / "store"
        if binary:
            self.cache.mkdir()
            shutil.copy(binary, self.cache / "fairness-audit")
        for folder in ("snapshots", "record"):
            (self.store / folder).mkdir(parents=True)
        git(clone, "tag", "--force", TAG)
        self.make_repository()

    def make_repository(self):
        """The developers' repository, as the README says."""
        self.origin = self.home / "origin"
        self.origin.mkdir()
        git(self.origin, "init", "--quiet", "--initial-branch=main")
        kit = self.clone / "Examples/ci"
        shutil.copytree(kit, self.origin / "ci", ignore=shutil.ignore_patterns("github"))
        shutil.copytree(kit / "github", self.origin / ".github")
        for name in ("core.json", "thresholds.json"):
            shutil.copy(self.clone / name, self.origin / name)
        (self.origin / ".gitignore").write_text(".fairness-audit/\n")
        git(self.origin, "add", "--all")
        git(self.origin, "commit", "--quiet", "--message", "The core that residents get today")

    def change(self, branch, edit, overrides=None):
        """A branch with a change of the core. -> SHA-256 of the changed core"""
        git(self.origin, "checkout", "--quiet", "-B", branch, "main")
        core = json.loads((self.origin / "core.json").read_text())
        edit(core)
        data = (json.dumps(core, indent=2) + "\n").encode()
        digest = hashlib.sha256(data).hexdigest()
        (self.origin / "core.json").write_bytes(data)
        if overrides:
            (self.origin / "ci/overrides.json").write_text(json.dumps(overrides(digest), indent=2) + "\n")
        git(self.origin, "commit", "--quiet", "--all", "--message", f"{branch} change")
        git(self.origin, "checkout", "--quiet", "main")

    def values(self, kind):
        """What the service would know, by the names that the pipeline file uses."""
        snapshot = self.store / "snapshots/gate.sqlite"
        shared = {
            "FAIRNESS_AUDIT_URL": f"file://{self.clone}", "FAIRNESS_AUDIT_TAG": TAG, "FAIRNESS_AUDIT_COMMIT": git(self.clone, "rev-parse", "HEAD"),
            "STORAGE_ACCOUNT": "town", "SNAPSHOT_CONTAINER": "snapshots", "SNAPSHOT_NAME": snapshot.name,
            "SNAPSHOT_SHA256": hashlib.sha256(snapshot.read_bytes()).hexdigest() if snapshot.exists() else "", "RECORD_CONTAINER": "record",
        }
        if kind == "github":
            return {f"vars.{name}": value for name, value in shared.items()} | {
                "github.base_ref": "main", "github.event.pull_request.number": PULL_REQUEST, "github.token": "a-token"}
        return shared | {
            "System.PullRequest.TargetBranch": "refs/heads/main", "System.PullRequest.PullRequestId": PULL_REQUEST, "Build.Reason": "PullRequest",
            "System.AccessToken": "a-token", "System.CollectionUri": "https://services.example/town/", "System.TeamProjectId": "project",
            "Build.Repository.Id": "repository"}

    def run(self, kind, case, branch, expected, tampered=False):
        """Runs one pipeline for one branch. -> gate.json when there is one"""
        folder = self.home / f"{kind}-{case.replace(' ', '-')}"
        git(self.home, "clone", "--quiet", "--branch", branch, str(self.origin), str(folder))
        service = Service(kind, self.values(kind), folder, self.cache)
        if tampered:
            (self.store / "snapshots/gate.sqlite").open("ab").write(b" ")
        if tampered or case == "harmless change":
            # Later gates of the same pull request find the comment of the one before.
            (self.store / "comment").unlink(missing_ok=True)
        file, read = ((".github/workflows/gate.yml", github_steps), ("ci/azure-pipelines.yml", azure_steps))[kind == "azure"]
        verdict = None
        for step in read((folder / file).read_text()):
            line = f"{kind:7} {case:18}"
            if not service.runs(step):
                print(f"{line} passed over  {step.name}")
                continue
            if step.script is None:
                self.serve(step, service, folder)
                print(f"{line} by service   {step.name} ({step.service})")
                continue
            status, said, all_said = service.run(step, self.services, self.store)
            print(f"{line} exit {status:<8}{step.script}: {said}"[:220])
            if step.script == "ci/verdict.sh":
                verdict = status
            elif status and expected != 3:
                sys.exit(f"{step.script} failed:\n{all_said}")
            if step.script == "ci/build.sh" and not self.cache.exists():
                shutil.copytree(folder / ".fairness-audit/bin", self.cache)
        if verdict != expected:
            sys.exit(f"{kind}, {case}: the pipeline ended with {verdict}, not {expected}")
        return self.check(folder, expected)

    def serve(self, step, service, folder):
        """What the service does by itself, as far as it matters here."""
        if ("cache/restore" in step.service or step.service == "Cache@2") and self.cache.exists():
            shutil.copytree(self.cache, folder / ".fairness-audit/bin", dirs_exist_ok=True)
            service.outputs[f"{step.identifier}.outputs.cache-hit"] = "true"
        for name in step.files:
            path = folder / name
            if not path.exists():
                sys.exit(f"{step.name}: {name} is not there")
            if any(path.rglob("*.sqlite*")) or path.suffix == ".sqlite":
                sys.exit(f"{step.name}: a snapshot would be published")

    def check(self, folder, expected):
        """What must hold after every pipeline."""
        if list((folder / ".fairness-audit").rglob("*.sqlite*")):
            sys.exit(f"a snapshot is left in {folder}")
        comment = self.store / "comment"
        if expected == 3:
            if comment.exists():
                sys.exit("a comment was written without a verdict")
            return None
        if not comment.read_text().startswith("<!-- fairness-audit gate -->"):
            sys.exit("the comment does not bear the mark by which the next one finds it")
        report = json.loads((folder / ".fairness-audit/work/gate/gate.json").read_text())
        if report["exitCode"] != expected:
            sys.exit(f"gate.json says {report['exitCode']}, the pipeline {expected}")
        return report


def override_for(findings):
    today = datetime.date.today()

    def overrides(candidate):
        return {"version": 1, "overrides": [{
            "id": "exercise-1", "approver": "A. Exerciser", "role": "product owner", "reason": "The exercise shows that a decision lets a change pass.",
            "approvedOn": today.isoformat(), "expires": (today + datetime.timedelta(days=30)).isoformat(), "candidate": candidate, "findings": findings}]}

    return overrides


def main():
    clone, binary = Path(sys.argv[1]).resolve(), sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="exercise-ci-") as folder:
        exercise = Exercise(clone, binary, Path(folder))
        if not binary:
            subprocess.run(["bash", "-c", "scripts/install.sh demo && swift build -c release --product fairness-audit"], cwd=clone, check=True)
            exercise.cache.mkdir()
            shutil.copy(clone / ".build/release/fairness-audit", exercise.cache)
        snapshot = exercise.store / "snapshots/gate.sqlite"
        subprocess.run([exercise.cache / "fairness-audit", "demo", "--year", "2026", "--snapshot", snapshot], check=True, stdout=subprocess.DEVNULL)
        exercise.change("harmless", harmless)
        exercise.change("harmful", harmful)
        attempts = []
        for kind in ("github", "azure"):
            exercise.run(kind, "harmless change", "harmless", 0)
            blocked = exercise.run(kind, "harmful change", "harmful", 1)
            exercise.change("override", harmful, override_for([name for name in blocked["blockedBy"] if "@" in name]))
            passed = exercise.run(kind, "override given", "override", 0)
            if passed["summary"]["overridden"] != len(blocked["blockedBy"]):
                sys.exit("the override did not let exactly the blocking findings pass")
            attempts += [blocked["release"]["attempt"], passed["release"]["attempt"]]
        # Six gates of one release: each is counted and none replaced.
        if len(list((exercise.store / "record").glob("*.json"))) != 6 or attempts != [2, 3, 5, 6]:
            sys.exit(f"the record does not hold six attempts: {attempts}")
        for kind in ("github", "azure"):
            exercise.run(kind, "snapshot exchanged", "harmless", 3, tampered=True)
    print("8 passed, 0 failed")


main()
