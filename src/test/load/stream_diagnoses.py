"""Streams submissions for an 8x5 batch normalization to /v1/diagnoses/batch and prints how many are diagnosed in a second.

python3 src/test/load/stream_diagnoses.py [lines [host:port]]      needs NumPy; the service has to run

A fifth of the submissions is right, three fifths hold a catalogued mistake, a fifth two mistakes at once or noise; dZ, dgamma
and dbeta with nine digits each. The lines are made before the clock runs; a thread sends them while the answers are read.
"""

import http.client
import json
import sys
import threading
import time

import numpy as np

LINES = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
ADDRESS = sys.argv[2] if len(sys.argv) > 2 else "localhost:8080"
M, N, EPS = 8, 5, 1e-5

rng = np.random.default_rng(11)
Z = rng.normal(1, 2, (M, N))
dZtilda = rng.normal(0, 1, (M, N))
gamma = rng.uniform(0.5, 1.5, N) * rng.choice([-1, 1], N)
beta = rng.normal(0, 1, N)
s = np.sqrt(Z.var(axis=0) + EPS)
Znorm = (Z - Z.mean(axis=0)) / s
g = gamma * dZtilda
D = g / s
MEAN = g.mean(axis=0) / s
V = Znorm * (g * Znorm).mean(axis=0) / s
dgamma = (dZtilda * Znorm).sum(axis=0)
dbeta = dZtilda.sum(axis=0)

# (the change of D, M and V, what is done to the sum)
PATHS = {
    "Z03": (1, 0, 0, 1), "Z04": (1, 1, 0, 1), "Z05": (1, 0, 1, 1), "Z06": (0, 1, 1, 1), "Z07": (1, 1, 2, 1),
    "Z08": (1, 1, 0.5, 1), "Z09": (1, 1, -1, 1), "Z10": (1, -1, 1, 1), "Z11": (1, M, 1, 1), "Z12": (1, 1, M, 1),
    "Z13": (1, M, M, 1), "Z14": (1, 1, 1, 1 / M), "Z15": (1 / M, 1, 1, 1), "Z16": (1, 1, 1 / M, 1), "Z17": (1, 1 / M, 1, 1),
    "Z20": (1, 1, 1, s), "Z21": (1, 1, 1, 1 / s), "Z23": (1, 1, s, 1), "Z24": (1, 1, s * s, 1), "Z25": (1, 1, 1 / s, 1),
    "Z46": (1, 1, 1, M), "Z47": (1, 1, 1, -1),
}  # fmt: skip
RIGHT = (1, 1, 1, 1)


def gradient(*changes):
    d, m, v, all_of_it = RIGHT
    for change in changes:
        d, m, v, all_of_it = d * change[0], m * change[1], v * change[2], all_of_it * change[3]
    return (d * D - m * MEAN - v * V) * all_of_it


def digits(a):
    return np.vectorize(lambda x: float(f"{x:.8e}"))(a).tolist()


def submission(i):
    kind = i % 10
    names = list(PATHS)
    expected, dZ = "CORRECT", gradient()
    if 2 <= kind < 8:
        name = names[rng.integers(len(names))]
        expected, dZ = name, gradient(PATHS[name])
    elif kind == 8:
        one, other = rng.choice(len(names), 2, replace=False)
        expected, dZ = "WRONG", gradient(PATHS[names[one]], PATHS[names[other]])
    elif kind == 9:
        expected, dZ = "WRONG", gradient() * (1 + 0.1 * rng.normal(size=(M, N)))
    gradients = {"dZ": digits(dZ), "dgamma": digits(dgamma), "dbeta": digits(dbeta)}
    return expected, json.dumps({"id": i, "gradients": {"layers": [gradients]}})


exercise = json.dumps({
    "network": {"inputs": N, "loss": "upstream",
                "layers": [{"type": "normalize", "normalization": {"type": "batch", "epsilon": EPS}}]},
    "parameters": {"layers": [{"gamma": gamma.tolist(), "beta": beta.tolist()}]},
    "batch": {"X": Z.tolist(), "upstream": dZtilda.tolist()},
})  # fmt: skip
made = [submission(i) for i in range(LINES)]


def chunks():
    yield (exercise + "\n").encode()
    for first in range(0, LINES, 64):
        yield ("\n".join(line for _, line in made[first : first + 64]) + "\n").encode()


connection = http.client.HTTPConnection(ADDRESS, timeout=60)
connection.putrequest("POST", "/v1/diagnoses/batch")
connection.putheader("Content-Type", "application/x-ndjson")
connection.putheader("Transfer-Encoding", "chunked")
connection.endheaders()
start = time.perf_counter()


def send():
    for chunk in chunks():
        connection.send(b"%x\r\n%s\r\n" % (len(chunk), chunk))
    connection.send(b"0\r\n\r\n")


sender = threading.Thread(target=send, daemon=True)
sender.start()
answer = connection.getresponse()
lines = [json.loads(line) for line in answer]
took = time.perf_counter() - start
sender.join()

named = 0
for (expected, _), line in zip(made, lines):
    found = [mistake["id"] for finding in line["findings"] for mistake in finding["mistakes"]]
    named += expected in found or expected == line["verdict"]
print(f"{LINES} submissions in {took:.1f} s: {LINES / took:.0f} a second; {named} as expected; {lines[-1]['summary']}")
