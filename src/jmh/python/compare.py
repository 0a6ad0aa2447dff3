#!/usr/bin/env python3
"""GradLens beside PyTorch, in one run, in turn. Before it: ./mvnw -Pbench process-classes

    compare.py [options] [CASE...]    CASE: a name of CASES below, or how names begin ("step", "check a"); all without

For each case every PyTorch that is there, in each of its variants, is first measured in a few rounds in turn with the
others. The fastest one is then compared with GradLens: in each pair both work for a fraction of a second, one right
after the other, and the next pair begins with the other one. What counts is the median of the pairs' ratios, since the
machine's mood changes from second to second, and hits both sides of a pair alike. Every process stays alive, is warmed
up, and computes on one thread. Needs Python 3.9 and nothing else.
"""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
BUILT = PROJECT / "target" / "jmh"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
# glibc gives every tensor above 128 KB back to the system and asks for it again, which costs PyTorch up to three quarters
# of its time where page faults are dear, as on virtual machines: it is measured at its best
KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "17179869184"}
JAVA_OPTIONS = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]  # as in the README

def cases():
    """What is compared: our work (a name in Works.java), PyTorch's (names in torch_rounds.py), and what it is."""
    nets = {"small": "64-32-16-10, batch 64", "mid128": "784-512-256-10, batch 128",
            "mid1024": "784-512-256-10, batch 1024", "large": "2048-2048-2048-10, batch 512"}
    for net, text in nets.items():
        optimizers = [f"step {net} {optimizer}" for optimizer in ("eager", "foreach", "fused")]
        yield f"step {net}", (f"step {net}", optimizers, f"training step {text}")
    nets = {"small": "64-32-16-10, batch 32", "mid": "784-128-10, batch 64"}
    for net, text in nets.items():
        yield f"inspect {net}", (f"inspect {net}", [f"inspect {net}"], f"forward, backward, every node kept, {text}")
    nets = {"a": "20-16-8-3, batch 16", "b": "64-32-16-10, batch 32", "c": "784-64-10, batch 32"}
    modes = {"slow": "gradcheck", "fast": "gradcheck's fast mode (a projection)", "batched": "vmap by hand"}
    for net, text in nets.items():
        for mode, name in modes.items():
            ours, theirs = f"check {net} central", [f"check {net} {mode}"]
            yield f"check {net} {mode}", (ours, theirs, f"check of every parameter, {text}, beside {name}")
    own = {"step small": "products small", "step mid128": "products mid128", "step mid1024": "products mid1024",
           "step large": "products large", "step large on all cores": "step large", "normalization": "triad",
           "check a complex": "check a central", "check b complex": "check b central",
           "check c complex": "check c central"}
    for ours, other in own.items():
        yield f"own {ours}", (ours, [OWN + other], f"{ours}, beside our {other}")


OWN = "our "
CASES = dict(cases())


class Absent(Exception):
    """A side that cannot do this work, or ended over it."""


class Side:
    """A process that stays alive and works when it is told to; see Rounds.java and torch_rounds.py."""

    def __init__(self, name, command):
        self.name = name
        self.errors = tempfile.TemporaryFile("w+")  # not a pipe: whoever filled it would wait for a reader
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, cwd=PROJECT,
            env={**os.environ, **ONE_THREAD, **KEEP_MEMORY})
        if self._line() != "ready":
            self.close()
            raise Absent(self._complaint())

    def round(self, seconds):
        """The mean seconds of one time the work was done."""
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        line = self._line()
        if not line:
            raise Absent(f"it ended: {self._complaint()}")
        return float(line.split()[1])

    def _complaint(self):
        """The last line that is no place in a stack trace."""
        self.errors.seek(0)
        lines = [line.strip() for line in self.errors]
        return next((line for line in reversed(lines) if line and not line.startswith("at ")), "it said nothing")

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _line(self):
        return self.process.stdout.readline().strip()


def quartiles(numbers):
    return statistics.quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else [numbers[0]] * 3


def milliseconds(seconds):
    return f"{seconds * 1e3:.3g} ms"


class Comparison:
    def __init__(self, options):
        self.options = options
        java = str(Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java")
        class_path = f"{BUILT}/classes:{PROJECT}/target/classes:{(BUILT / 'classpath').read_text().strip()}"
        self.ours = [java, *JAVA_OPTIONS, *options.java_option, "-cp", class_path, "dev.gradlens.bench.Rounds"]
        self.peers = self._peers()

    def _peers(self):
        """How each PyTorch is started that was named or is found."""
        peers = {"PyTorch of the system": ["/usr/bin/python3", str(HERE / "torch_rounds.py")]}
        if self.options.debian13:
            peers["PyTorch of Debian 13"] = [
                str(HERE / "debian13.sh"), "run", self.options.debian13, "python3", "/bench/python/torch_rounds.py"]
        if (BUILT / "libtorch").is_dir():
            for products in ("openblas", "mkl"):
                peers[f"libtorch 2.10, {products}"] = [str(HERE.parent / "libtorch" / "run.sh"), products]
        peers.update((name, shlex.split(command)) for name, command in
                     (peer.split("=", 1) for peer in self.options.peer))
        return {self._with_version(name, command): command for name, command in peers.items()}

    @staticmethod
    def _with_version(name, command):
        if "torch_rounds.py" not in command[-1]:
            return name
        version = subprocess.run([*command, "version"], capture_output=True, text=True, cwd=PROJECT).stdout.strip()
        return name.replace("PyTorch", f"PyTorch {version}")

    def of(self, case):
        ours_work, works, text = CASES[case]
        ours = self._start("GradLens", self.ours, ours_work)
        started = [self._start("GradLens itself", self.ours, works[0].removeprefix(OWN))] if works[0].startswith(OWN) else [
            self._candidate(name, command, work)
            for name, command in self.peers.items() for work in self._works(name, works)]
        sides = [side for side in (ours, *started) if side]
        try:
            candidates = [side for side in sides if self._warms_up(side) and side is not ours]
            if not candidates:
                raise SystemExit(f"no PyTorch can do '{case}'")
            fastest = self._fastest(case, candidates)
            if not ours:
                return None
            return {"case": case, "what": text, "peer": fastest.name, **self._pairs(ours, fastest)}
        finally:
            for side in sides:
                side.close()

    @staticmethod
    def _works(name, works):
        """libtorch has no variants."""
        return [works[0].removesuffix(" eager")] if name.startswith("libtorch") else works

    def _warms_up(self, side):
        try:
            side.round(self.options.warm_up)
            return True
        except Absent as reason:
            print(f"# {side.name}: {reason}", file=sys.stderr)
            return False

    def _candidate(self, name, command, work):
        variant = work.split()[-1] if work.split()[0] == "step" and len(work.split()) == 3 else ""
        return self._start(f"{name} {variant}".strip(), command, work)

    @staticmethod
    def _start(name, command, work):
        try:
            return Side(name, [*command, *work.split()])
        except Absent as reason:
            print(f"# {name} cannot do '{work}': {reason}", file=sys.stderr)
            return None

    def _fastest(self, case, candidates):
        times = {side: [] for side in candidates}
        for _ in range(self.options.choose if len(candidates) > 1 else 0):
            for side in candidates:
                times[side].append(side.round(self.options.seconds))
        medians = {side: statistics.median(taken) for side, taken in times.items() if taken}
        for side, median in medians.items():
            self.write({"choice": case, "peer": side.name, "ms": median * 1e3})
        return min(medians, key=medians.get) if medians else candidates[0]

    def _pairs(self, ours, peer):
        pairs = []
        for index in range(self.options.pairs):
            order = (ours, peer) if index % 2 == 0 else (peer, ours)
            taken = {side: side.round(self.options.seconds) for side in order}
            pairs.append((taken[ours], taken[peer]))
        lower, median, upper = quartiles([theirs / mine for mine, theirs in pairs])
        return {"pairs": len(pairs), "ours_ms": statistics.median(mine for mine, _ in pairs) * 1e3,
                "peer_ms": statistics.median(theirs for _, theirs in pairs) * 1e3,
                "times_as_fast": median, "quartiles": [lower, upper],
                "seconds": [[float(f"{seconds:.4g}") for seconds in pair] for pair in pairs]}

    def write(self, result):
        line = json.dumps(result)
        print(line, flush=True)
        if self.options.lines:
            with open(self.options.lines, "a", encoding="utf-8") as lines:
                lines.write(line + "\n")


def table(results):
    yield "| what | GradLens | the fastest PyTorch here | | times as fast (quartiles) |"
    yield "| --- | --- | --- | --- | --- |"
    for r in results:
        yield (f"| {r['what']} | {milliseconds(r['ours_ms'] / 1e3)} | {milliseconds(r['peer_ms'] / 1e3)} | {r['peer']} "
               f"| **{r['times_as_fast']:.3g}** ({r['quartiles'][0]:.3g}–{r['quartiles'][1]:.3g}) |")


def machine():
    """The processor and its cores, in words."""
    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]
    return f"{names[0] if names else 'unknown processor'}, {os.cpu_count()} cores"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="*", help=", ".join(CASES))
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=0.3, help="of a round, 0.3 unless told")
    parser.add_argument("--warm-up", type=float, default=5, help="seconds for each process, 5 unless told")
    parser.add_argument("--choose", type=int, default=5, help="rounds that find the fastest PyTorch, 5 unless told")
    parser.add_argument("--debian13", metavar="FOLDER", help="the root that debian13.sh made")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND", help="one more PyTorch")
    parser.add_argument("--java-option", action="append", default=[], help="for GradLens, such as --java-option=-Xmx2g")
    parser.add_argument("--lines", metavar="FILE", help="append the results, a line of JSON each")
    return parser.parse_args()


def main():
    options = arguments()
    comparison = Comparison(options)
    comparison.write({"machine": machine(), "date": time.strftime("%Y-%m-%d"), "java_options": options.java_option})
    results = []
    for case in CASES:
        if not options.case or any(case == wanted or case.startswith(wanted + " ") for wanted in options.case):
            result = comparison.of(case)
            if result:
                comparison.write(result)
                results.append(result)
    print("\n".join(["", machine(), "", *table(results)]))


if __name__ == "__main__":
    main()
