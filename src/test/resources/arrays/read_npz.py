"""Prints what NumPy reads from the .npz named on the command line: the type, shape and the
bits of the numbers, as doubles, of each array, and the text.
"""

import struct
import sys
import zipfile

import numpy as np

with np.load(sys.argv[1], allow_pickle=False) as arrays:
    for name in arrays.files:
        if name != "response.json":
            array = arrays[name]
            print(name, array.dtype.str, array.shape, *[struct.pack(">d", value).hex() for value in array.ravel()])
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(archive.read("response.json").decode())
