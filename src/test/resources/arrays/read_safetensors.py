"""Prints what stands in the safetensors file named on the command line, as its format's description has it."""

import json
import struct
import sys

import numpy as np

with open(sys.argv[1], "rb") as file:
    content = file.read()
(length,) = struct.unpack_from("<Q", content)
assert length % 8 == 0
header = json.loads(content[8 : 8 + length])
metadata = header.pop("__metadata__")
end = 0
for name, entry in header.items():
    begin, behind = entry["data_offsets"]
    assert begin == end
    end = behind
    dtype = {"F64": "<f8", "F32": "<f4"}[entry["dtype"]]
    array = np.frombuffer(content[8 + length + begin : 8 + length + behind], dtype).reshape(entry["shape"])
    print(name, dtype, array.shape, *[struct.pack(">d", value).hex() for value in array.ravel()])
assert 8 + length + end == len(content)
print(metadata["response"])
