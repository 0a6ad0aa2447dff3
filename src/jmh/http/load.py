#!/usr/bin/env python3
"""Inspections over HTTP: GradLens beside FastAPI with PyTorch, in one run, in turn. First: ./mvnw -DskipTests package

    load.py [options] [CASE...]       CASE: one of CASES below, or a part of its name ("midw"); all without one

All services stay up, on loopback, and are warmed up. In each pair wrk loads the one and then the other for two
seconds, first with one connection, then with 16; the next pair begins with the other one. What counts is the median of
the pairs' ratios. Before anything is measured, the answers are held to have the same tensors of the same sizes. The
peers are app.py on the system's own Python with the json of the standard library ("plain"), and in a newer Debian with
orjson ("strong"), two workers each. Needs wrk and Python 3.9, and the ports 8200 to 8202.
"""
import argparse
import json
import math
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import payloads

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
BODIES = PROJECT / "target" / "jmh" / "http"
JAVA_OPTIONS = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]  # as in the README
WORKERS = 2
READY_WITHIN = 120  # seconds
ENOUGH = 8  # requests for a median

# For each kind of service: where it takes an inspection, and what tells that it is up.
OURS, PLAIN, STRONG = "GradLens", "plain", "strong"
PORTS = {OURS: 8200, PLAIN: 8201, STRONG: 8202}
UP = {OURS: "/actuator/health/readiness", PLAIN: "/openapi.json", STRONG: "/openapi.json"}
PATHS = {"json": "/v1/inspections", "safetensors": "/v1/inspections?format=safetensors"}

# The strong peer is asked in the faster of its two ways, the plain one in the usual way.
ASKED = {PLAIN: ["/inspect"], STRONG: ["/inspect", "/inspect-raw"]}
# name: the network, how we speak, the peer
CASES = {
    "smallw": ("smallw", "json", STRONG),
    "midw": ("midw", "json", STRONG),
    "midw safetensors": ("midw", "safetensors", STRONG),
    "smallw plain": ("smallw", "json", PLAIN),
    "midw plain": ("midw", "json", PLAIN),
}
OUR_NAMES = {"var": "sigma2", "Zhat": "Znorm", "Ztilde": "Ztilda"}


class Request:
    """A body and where it goes."""

    def __init__(self, service, path, body, content_type):
        self.service = service
        self.url = f"http://127.0.0.1:{PORTS[service]}{path}"
        self.body = BODIES / body
        self.content_type = content_type

    @staticmethod
    def ours(network, form):
        if form == "json":
            return Request(OURS, PATHS[form], f"{network}-ours.json", payloads.JSON)
        return Request(OURS, PATHS[form], f"{network}-ours.multipart", payloads.MULTIPART)

    @staticmethod
    def of_peer(network, peer, path="/inspect"):
        return Request(peer, path, f"{network}-peer.json", payloads.JSON)

    def answer(self):
        request = urllib.request.Request(self.url, self.body.read_bytes(), {"Content-Type": self.content_type})
        with urllib.request.urlopen(request, timeout=60) as answered:
            return answered.read()

    def load(self, connections, seconds):
        """What wrk says, as post.lua writes it; longer than asked for where hardly a request was answered."""
        while True:
            result = self._wrk(connections, seconds)
            if result["errors"]:
                raise SystemExit(f"{self.url} with {self.body.name}: {result}")
            if result["requests"] >= ENOUGH:
                return result
            seconds *= 2

    def _wrk(self, connections, seconds):
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
                   "-s", HERE / "post.lua", self.url]
        environment = {**os.environ, "BODY": str(self.body), "CONTENT_TYPE": self.content_type}
        said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        return json.loads(said.strip().split("\n")[-1])


class Services:
    """The services that are measured; whatever was started is ended, by its id."""

    def __init__(self, options):
        self.options = options
        self.processes = {}
        self.logs = tempfile.TemporaryDirectory()

    def __enter__(self):
        return self

    def start(self, service):
        log = open(Path(self.logs.name) / service, "w", encoding="utf-8")
        self.processes[service] = subprocess.Popen(
            self._command(service), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.logs.name,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
        self._wait(service)

    def _command(self, service):
        port = str(PORTS[service])
        if service == OURS:
            java = str(Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java")
            jar = self.options.jar or next((PROJECT / "target").glob("gradlens-*.jar"))
            return [java, *JAVA_OPTIONS, *self.options.java_option, "-jar", str(jar), f"--server.port={port}"]
        serve = [port, str(WORKERS)]
        if service == PLAIN:
            return [str(HERE / "serve.sh"), *serve]
        inside = [str(HERE.parent / "python" / "debian13.sh"), "run", self.options.debian13]
        return [*inside, "/bench/http/serve.sh", *serve]

    def _wait(self, service):
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end and self.processes[service].poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORTS[service]}{UP[service]}", timeout=5).close()
                return
            except OSError:
                time.sleep(0.3)
        raise SystemExit(f"{service} does not start: {(Path(self.logs.name) / service).read_text()[-2000:]}")

    def __exit__(self, *_):
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(30)
        self.logs.cleanup()


def size(tensor):
    """Of nested lists, as a tuple."""
    return (len(tensor), *size(tensor[0])) if isinstance(tensor, list) else ()


def tensors_of_peer(answer):
    """The sizes by our names, with the layer behind."""
    sizes = {}
    for layer, kept in enumerate(json.loads(answer)["layers"], 1):
        for name, tensor in {**kept["activations"], **kept["gradients"]}.items():
            plain = name.removeprefix("d") if name in kept["gradients"] else name
            prefix = "d" if name in kept["gradients"] else ""
            sizes[f"{prefix}{OUR_NAMES.get(plain, plain)}{layer}"] = size(tensor)
    return sizes


def tensors_of_ours(answer, form):
    if form == "json":
        return {f"{name}{layer['layer']}": size(tensor) for layer in json.loads(answer)["layers"]
                for name, tensor in {**layer["forward"], **layer["backward"]}.items()}
    length = struct.unpack("<Q", answer[:8])[0]
    header = json.loads(answer[8 : 8 + length])
    return {name: tuple(entry["shape"]) for name, entry in header.items() if name != "__metadata__"}


def numbers(sizes):
    return sum(math.prod(shape) for shape in sizes.values())


def quartiles(ratios):
    return statistics.quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else [ratios[0]] * 3


class Comparison:
    def __init__(self, options, case):
        network, form, peer = CASES[case]
        self.options = options
        self.case = case
        self.form = form
        self.ours = Request.ours(network, form)
        self.peer = self._fastest([Request.of_peer(network, peer, path) for path in ASKED[peer]])

    def _fastest(self, requests):
        """Of the ways to ask the peer."""
        taken = {}
        for request in requests:
            request.load(16, self.options.warm_up)
            taken[request] = request.load(1, self.options.seconds)["p50_ms"]
        return min(taken, key=taken.get)

    def measure(self):
        ours, theirs = self.ours.answer(), self.peer.answer()
        held = tensors_of_ours(ours, self.form)
        if held != tensors_of_peer(theirs):
            differing = set(held.items()) ^ set(tensors_of_peer(theirs).items())
            raise SystemExit(f"{self.case}: not the same tensors: {differing}")
        self.ours.load(16, self.options.warm_up)
        pairs = [self._pair(index) for index in range(self.options.pairs)]
        return {"case": self.case, "peer": self.peer.service, "path": self.peer.url.rsplit("/", 1)[1],
                "tensors": len(held), "numbers": numbers(held), "ours_bytes": len(ours), "peer_bytes": len(theirs),
                "pairs": len(pairs), "one": self._summary([pair["one"] for pair in pairs], "p50_ms"),
                "sixteen": self._summary([pair["sixteen"] for pair in pairs], "requests_s")}

    def _pair(self, index):
        order = (self.ours, self.peer) if index % 2 == 0 else (self.peer, self.ours)
        pair = {}
        for name, connections in (("one", 1), ("sixteen", 16)):
            taken = {request: request.load(connections, self.options.seconds) for request in order}
            pair[name] = (taken[self.ours], taken[self.peer])
        return pair

    @staticmethod
    def _summary(pairs, field):
        """Medians, and how many times as fast we are: fewer milliseconds, more requests."""
        values = [(ours[field], theirs[field]) for ours, theirs in pairs]
        ratios = [theirs / ours if field == "p50_ms" else ours / theirs for ours, theirs in values]
        lower, median, upper = quartiles(ratios)
        return {"field": field, "ours": statistics.median(ours for ours, _ in values),
                "peer": statistics.median(theirs for _, theirs in values),
                "times_as_fast": median, "quartiles": [lower, upper], "all": values}


def table(results):
    yield ("| request | answer, ours / peer | peer | p50, one connection | times as fast "
           "| requests/s, 16 connections | times as fast |")
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for r in results:
        one, sixteen = r["one"], r["sixteen"]
        yield (f"| {r['case']} | {r['ours_bytes'] / 1e6:.2f} / {r['peer_bytes'] / 1e6:.2f} MB | {r['peer']} "
               f"| {one['ours']:.2f} / {one['peer']:.2f} ms | {ratio(one)} "
               f"| {sixteen['ours']:.0f} / {sixteen['peer']:.0f} | {ratio(sixteen)} |")


def ratio(summary):
    lower, upper = summary["quartiles"]
    return f"**{summary['times_as_fast']:.3g}** ({lower:.3g}–{upper:.3g})"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="*", help=", ".join(CASES))
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--seconds", type=int, default=2, help="of a load, 2 unless told")
    parser.add_argument("--warm-up", type=int, default=25, help="seconds for each request, 25 unless told: until then "
                        "the JVM still compiles")
    parser.add_argument("--debian13", metavar="FOLDER", help="the root of debian13.sh, where the strong peer runs")
    parser.add_argument("--jar", help="ours, target/gradlens-*.jar unless told")
    parser.add_argument("--java-option", action="append", default=[], help="for GradLens, such as --java-option=-Xmx2g")
    parser.add_argument("--lines", metavar="FILE", help="append the results, a line of JSON each")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = [case for case, (_, _, peer) in CASES.items()
              if (not options.case or any(case == wanted or case.startswith(wanted + " ") for wanted in options.case))
              and (peer == PLAIN or options.debian13)]
    BODIES.mkdir(parents=True, exist_ok=True)
    payloads.write(BODIES)
    results = []
    with Services(options) as services:
        for service in dict.fromkeys([OURS, *(CASES[case][2] for case in chosen)]):
            services.start(service)
        for case in chosen:
            results.append(Comparison(options, case).measure())
            line = json.dumps(results[-1])
            print(line, flush=True)
            if options.lines:
                with open(options.lines, "a", encoding="utf-8") as lines:
                    lines.write(line + "\n")
    print("\n".join(["", *table(results)]))


if __name__ == "__main__":
    sys.exit(main())
