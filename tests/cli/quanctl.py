"""quanctl as a black box: running it in a home of its own, and saying in TAP how it did."""
import json
import os
import shutil
import subprocess
import tempfile


class Home:
    """A folder that a run of quanctl takes for the user's; gone afterwards."""

    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="quanctl-test-")
        self.store = self.path("s.db")
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.folder,
            "XDG_DATA_HOME": self.path("data"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        for name, value in os.environ.items():
            if name.endswith("SAN_OPTIONS") or name == "G_SLICE":
                self.environment[name] = value

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Writes text, or anything else as JSON, and returns the path."""
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return self.path(name)

    def run(self, *words, store=True, **options):
        """Runs quanctl on this home's store; the answer has returncode, stdout and stderr."""
        where = ["--store", self.store] if store else []
        environment = {**self.environment, **options.pop("environment", {})}
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([self.program, *where, *words], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                              encoding="utf-8", env=environment, check=False, timeout=120, **options)

    def answer(self, *words, **options):
        """What a command answers in JSON."""
        return json.loads(self.run(*words, "--json", **options).stdout)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()


class Tap:
    """Test Anything Protocol: one line a case, what was wrong with it behind #."""

    def __init__(self):
        self.count = self.failures = 0

    def case(self, name, problems):
        self.count += 1
        self.failures += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name.replace('#', '')}", flush=True)
        for problem in problems:
            print("\n".join("# " + line for line in str(problem).splitlines()), flush=True)

    def end(self):
        print(f"1..{self.count}")
        return 1 if self.failures or not self.count else 0


def ended(answer, status, stderr=None):
    """Problems with how a run ended; stderr is the text it has to end with."""
    problems = []
    if answer.returncode != status:
        problems.append(f"status {answer.returncode}, expected {status}: {answer.stderr.strip()}")
    if stderr is not None and not answer.stderr.endswith(stderr + "\n"):
        problems.append(f"stderr {answer.stderr!r}, expected at its end {stderr!r}")
    return problems


def equal(expected, found, what=""):
    """Problems with a value; of an object only the members that are expected are looked at."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [problem for key, value in expected.items() for problem in equal(value, found.get(key), f"{what}.{key}")]
    return [] if expected == found else [f"{what}: {found!r:.500}, expected {expected!r:.500}"]
