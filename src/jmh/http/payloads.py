"""The same work as a request of the peer (app.py) and as ours: float32, unchecked, the same tensors in the answer."""
import array
import json
import random
import struct
import sys

BOUNDARY = "a-boundary-that-no-body-holds"
JSON = "application/json"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
NETWORKS = {"smallw": ([64, 32, 16, 10], 32), "midw": ([784, 128, 10], 64)}
NODES = "Z mu sigma2 Znorm Ztilda dZtilda dZnorm dsigma2 dmu dZ dW db dgamma dbeta".split()


def batch(widths, examples):
    """Normal numbers of six decimals and random classes, the same in every run."""
    source = random.Random(7)
    x = [[round(source.gauss(0, 1), 6) for _ in range(widths[0])] for _ in range(examples)]
    return x, [source.randrange(widths[-1]) for _ in range(examples)]


def of_peer(widths, x, labels):
    return json.dumps({"layers": widths, "x": x, "y": labels, "seed": 1}, separators=(",", ":")).encode()


def ours(widths, **arrays):
    *hidden, last = widths[1:]
    layers = [{"type": "dense", "units": units, "normalization": {"type": "batch"}, "activation": "relu"}
              for units in hidden] + [{"type": "dense", "units": last}]
    # A of the last layer is its Z, which the peer does not send twice
    outputs = [name + str(layer) for layer in range(1, len(widths) - 1) for name in ("A", "dA")]
    return json.dumps({
        "network": {"inputs": widths[0], "layers": layers, "loss": "softmaxCrossEntropy"},
        "initialization": {"scheme": "lecun", "seed": 1}, "precision": "float32", "gradientCheck": False,
        "tensors": {"only": NODES + outputs}, "batch": {"layout": "rows", **arrays}}, separators=(",", ":")).encode()


def safetensors(x, labels):
    """X as float32 and labels as 64-bit integers, little-endian."""
    numbers = array.array("f", [entry for row in x for entry in row])
    classes = array.array("q", labels)
    if sys.byteorder == "big":
        numbers.byteswap()
        classes.byteswap()
    middle = len(numbers) * numbers.itemsize
    end = middle + len(classes) * classes.itemsize
    header = json.dumps({"X": {"dtype": "F32", "shape": [len(x), len(x[0])], "data_offsets": [0, middle]},
                         "labels": {"dtype": "I64", "shape": [len(labels)], "data_offsets": [middle, end]}}).encode()
    header += b" " * (-len(header) % 8)
    return struct.pack("<Q", len(header)) + header + numbers.tobytes() + classes.tobytes()


def part(name, content_type, body, file=""):
    disposition = f'form-data; name="{name}"' + (f'; filename="{file}"' if file else "")
    head = f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\nContent-Type: {content_type}\r\n\r\n"
    return head.encode() + body + b"\r\n"


def write(folder):
    """NAME-peer.json, NAME-ours.json and NAME-ours.multipart, whose arrays are safetensors, for each network."""
    for name, (widths, examples) in NETWORKS.items():
        x, labels = batch(widths, examples)
        parts = part("request", JSON, ours(widths)) + part(
            "arrays", "application/x-safetensors", safetensors(x, labels), "arrays.safetensors")
        (folder / f"{name}-peer.json").write_bytes(of_peer(widths, x, labels))
        (folder / f"{name}-ours.json").write_bytes(ours(widths, X=x, labels=labels))
        (folder / f"{name}-ours.multipart").write_bytes(parts + f"--{BOUNDARY}--\r\n".encode())
