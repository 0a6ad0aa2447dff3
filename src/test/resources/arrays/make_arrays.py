"""Writes the files beside this script, by NumPy and by hand, and expected.json, which says what stands in them.

Run as `/usr/bin/python3 make_arrays.py` in this folder, with Debian's python3-numpy.
"""

import io
import json
import struct
import zipfile

import numpy as np

EXPECTED = {}


def keep(file, arrays):
    EXPECTED[file] = {
        name: {"shape": list(np.shape(array)), "values": [repr(float(value)) for value in np.ravel(array, order="C")]}
        for name, array in arrays.items()
    }


def npz(file, arrays, save=np.savez):
    save(file, **arrays)
    keep(file, arrays)


def npy(array, version=None, allow_pickle=False):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version=version, allow_pickle=allow_pickle)
    return buffer.getvalue()


def zipped(file, members, method=zipfile.ZIP_STORED):
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)


class Pipe(io.RawIOBase):
    """A stream that cannot be sought, so that zip writes sizes and checksums behind each member."""

    def __init__(self):
        self.content = b""

    def writable(self):
        return True

    def write(self, more):
        self.content += bytes(more)
        return len(more)


def streamed(file, arrays, method):
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as archive:
        for name, array in arrays.items():
            with archive.open(name + ".npy", "w", force_zip64=method == zipfile.ZIP_STORED) as member:
                member.write(npy(array))
    with open(file, "wb") as target:
        target.write(pipe.content)
    keep(file, arrays)


def long_unsigned():
    return np.array([0, 7, 2**53], dtype="u8")


def numpy_files():
    numbers = [-3, 0, 1, 100]
    types = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4"]
    natural = {t: np.array(np.abs(numbers) if t[0] == "u" else numbers, dtype=t) for t in types}
    natural["b1"] = np.array([True, False, True])
    natural["specials"] = np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324, 0.1])
    natural["halves"] = np.array([np.nan, np.inf, 6e-8, 65504, 0.1], dtype="f2")
    natural["largest"] = np.array([2**53, -(2**53)], dtype="i8")
    natural["unsigned"] = np.array([255, 128], dtype="u1")
    natural["wide"] = np.array([2**32 - 1, 2**31], dtype="u4")
    npz("datatypes.npz", natural)
    npz("big-endian.npz", {t: a.astype(a.dtype.newbyteorder(">")) for t, a in natural.items()})
    cube = np.arange(24.0).reshape(2, 3, 4)
    npz("fortran.npz", {"W": np.asfortranarray(cube[0]), "cube": np.asfortranarray(cube), "transposed": cube[1].T})
    npz("shapes.npz", {"scalar": np.float64(2.5), "none": np.zeros((0,)), "hollow": np.zeros((3, 0)),
                       "vector": np.arange(3.0), "row": np.ones((1, 3)), "column": np.ones((3, 1)), "cube": cube})
    versions = {"v%d" % major: cube[0] for major in (1, 2, 3)}
    zipped("versions.npz", [(name + ".npy", npy(a, (int(name[1]), 0))) for name, a in versions.items()])
    keep("versions.npz", versions)
    rng = np.random.default_rng(1)
    npz("compressed.npz", {"X": rng.standard_normal((10, 8)), "zeros": np.zeros((20, 20)), "labels": np.arange(40)},
        np.savez_compressed)
    streamed("streamed-stored.npz", {"X": cube[0], "b": np.arange(3.0)}, zipfile.ZIP_STORED)
    streamed("streamed-deflated.npz", {"X": cube[0], "b": np.arange(3.0)}, zipfile.ZIP_DEFLATED)
    npz("empty.npz", {})
    npz("long-unsigned.npz", {"u8": long_unsigned(), "turned": long_unsigned().astype(">u8")})


def refused_numpy_files():
    numbers = np.arange(3.0)
    np.savez("refused-objects.npz", b=np.array([{"a": 1}], dtype=object))
    np.savez("refused-structured.npz", b=np.zeros(2, dtype=[("a", "<f8"), ("b", "<i4")]))
    np.savez("refused-complex.npz", b=np.ones(2, dtype="c16"))
    np.savez("refused-text.npz", b=np.array(["abc"]))
    np.savez("refused-large-integer.npz", b=np.array([1, 2**53 + 1]))
    np.savez("refused-large-unsigned.npz", b=np.array([1, 2**64 - 1], dtype="u8"))
    np.savez("refused-long-double.npz", b=np.ones(2, dtype="longdouble"))
    zipped("refused-boolean.npz", [("b.npy", npy(np.array([True, False]))[:-1] + b"\x07")])
    zipped("refused-twins.npz", [("b.npy", npy(numbers)), ("b.npy", npy(numbers))])
    zipped("refused-path.npz", [("../b.npy", npy(numbers))])
    zipped("refused-other-member.npz", [("b.npy", npy(numbers)), ("notes.txt", b"text")])
    zipped("refused-version.npz", [("b.npy", npy(numbers).replace(b"NUMPY\x01", b"NUMPY\x04"))])
    zipped("refused-short.npz", [("b.npy", npy(numbers)[:-1])])
    zipped("refused-long.npz", [("b.npy", npy(numbers) + b"\0")])
    zipped("refused-pickle.npz", [("b.npy", b"\x80\x04K\x01.")])
    zipped("refused-lzma.npz", [("b.npy", npy(numbers))], zipfile.ZIP_LZMA)
    zipped("refused-bomb.npz", [("b.npy", npy(np.zeros(3_000_000)))], zipfile.ZIP_DEFLATED)


def safetensors(file, entries, data, metadata=None):
    header = {} if metadata is None else {"__metadata__": metadata}
    for name, (dtype, shape, begin, end) in entries.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}
    raw(file, json.dumps(header).encode(), data)


def raw(file, header, data):
    header += b" " * (-len(header) % 8)
    with open(file, "wb") as target:
        target.write(struct.pack("<Q", len(header)) + header + data)


def bfloat(values):
    return b"".join(struct.pack("<f", value)[2:] for value in values)


def packed(parts):
    data, entries, arrays = b"", {}, {}
    for name, (dtype, shape, array, encoded) in parts.items():
        more = array.tobytes() if encoded is None else encoded
        entries[name] = (dtype, shape, len(data), len(data) + len(more))
        data += more
        arrays[name] = array
    return data, entries, arrays


def safetensors_files():
    parts = {
        "F64": ("F64", [2, 3], np.arange(6.0).reshape(2, 3), None),
        "F32": ("F32", [2], np.array([0.1, -2], dtype="f4"), None),
        "F16": ("F16", [2], np.array([0.1, np.inf], dtype="f2"), None),
        "BF16": ("BF16", [3], np.array([1.5, -2, 0.0]), bfloat([1.5, -2, 0.0])),
        "I32": ("I32", [2], np.array([-7, 7], dtype="i4"), None),
        "I64": ("I64", [2], np.array([2**53, -(2**53)]), None),
        "scalar": ("F64", [], np.float64(2.5), None),
        "none": ("F32", [0, 4], np.zeros((0, 4), dtype="f4"), None),
    }
    data, entries, arrays = packed(parts)
    safetensors("datatypes.safetensors", entries, data)
    keep("datatypes.safetensors", arrays)
    turned = dict(reversed(entries.items()))
    safetensors("unordered.safetensors", turned, data, {"format": "np"})
    keep("unordered.safetensors", {name: arrays[name] for name in turned})
    safetensors("empty.safetensors", {}, b"")
    keep("empty.safetensors", {})
    integers = {
        "U8": ("U8", [2], np.array([255, 128], dtype="u1"), None),
        "I8": ("I8", [2], np.array([-128, 127], dtype="i1"), None),
        "BOOL": ("BOOL", [3], np.array([True, False, True]), None),
        "I16": ("I16", [2], np.array([-(2**15), 2**15 - 1], dtype="i2"), None),
        "U16": ("U16", [2], np.array([2**16 - 1, 2**15], dtype="u2"), None),
        "U32": ("U32", [2], np.array([2**32 - 1, 2**31], dtype="u4"), None),
        "U64": ("U64", [3], long_unsigned(), None),
    }
    data, entries, arrays = packed(integers)
    safetensors("integers.safetensors", entries, data)
    keep("integers.safetensors", arrays)


def refused_safetensors_files():
    data = np.arange(4.0).tobytes()
    half = ("F64", [2], 0, 16)

    def refused(file, entries, data=data, metadata=None):
        safetensors("refused-" + file + ".safetensors", entries, data, metadata)

    refused("overlap", {"a": half, "b": ("F64", [3], 8, 32)})
    refused("same-bytes", {"a": ("F64", [4], 0, 32), "b": ("F64", [4], 0, 32)})
    refused("hole", {"a": half, "b": ("F64", [1], 24, 32)})
    refused("rest", {"a": half})
    refused("beyond", {"a": half, "b": ("F64", [3], 16, 40)})
    refused("backwards", {"a": half, "b": ("F64", [2], 32, 16)})
    refused("size", {"a": half, "b": ("F64", [3], 16, 32)})
    refused("overflow", {"a": half, "b": ("F64", [2**40, 2**40], 16, 32)})
    refused("negative", {"a": half, "b": ("F64", [-2], 16, 32)})
    refused("fraction", {"a": half, "b": ("F64", [1.5], 16, 32)})
    refused("f8", {"a": half, "b": ("F8_E4M3", [16], 16, 32)})
    refused("large-integer", {"a": ("I64", [1], 0, 8)}, struct.pack("<q", 2**53 + 1))
    refused("large-unsigned", {"a": ("U64", [1], 0, 8)}, struct.pack("<Q", 2**53 + 1))
    refused("metadata", {"a": half, "b": ("F64", [2], 16, 32)}, metadata={"a": 1})
    refused("path", {"../a": ("F64", [4], 0, 32)})
    entry = b'{"dtype":"F64","shape":[4],"data_offsets":[0,32]}'
    raw("refused-twins.safetensors", b'{"a":' + entry + b',"a":' + entry + b"}", data)
    raw("refused-field.safetensors", b'{"a":' + entry[:-1] + b',"strides":[1]}}', data)
    raw("refused-array.safetensors", b"[]", data)
    raw("refused-json.safetensors", b'{"a":NaN}', data)
    raw("refused-space-first.safetensors", b' {"a":' + entry + b"}", data)
    with open("refused-header.safetensors", "wb") as target:
        target.write(struct.pack("<Q", 2**63) + b"{}")
    with open("refused-cut.safetensors", "wb") as target:
        target.write(struct.pack("<Q", 100) + b"{}")


numpy_files()
refused_numpy_files()
safetensors_files()
refused_safetensors_files()
with open("expected.json", "w") as target:
    json.dump(EXPECTED, target)
    target.write("\n")
