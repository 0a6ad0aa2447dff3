"""The initialization of W once more, from its description alone; writes values.csv. Run in this folder: python3 values.py"""

from math import cos, log, pi, sin, sqrt


def philox(c, k):
    """Philox4x32-10 of four counter words and two key words."""
    for _ in range(10):
        x, y = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(y >> 32) ^ c[1] ^ k[0], y & 0xFFFFFFFF, (x >> 32) ^ c[3] ^ k[1], x & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def normals(seed, index, purpose=1):
    """The normal numbers of a stream, without end; purpose 1 is W, whose index is the layer's, from 0."""
    key, block = [seed & 0xFFFFFFFF, seed >> 32 & 0xFFFFFFFF], 0
    while True:
        w = philox([block & 0xFFFFFFFF, block >> 32, index, purpose], key)
        u, v = (((w[i] << 32 | w[i + 1]) >> 11) * 2.0**-53 for i in (0, 2))
        r, angle = sqrt(-2 * log(1 - u)), 2 * pi * v
        yield r * cos(angle)
        yield r * sin(angle)
        block += 1


def weights(scheme, seed, scale, layer, units, inputs):
    """W of a layer counted from 0, as units rows of inputs numbers."""
    variance = {"he": 2 / inputs, "xavier": 2 / (inputs + units), "lecun": 1 / inputs, "normal": 1, "zeros": 0}
    deviation, stream = scale * sqrt(variance[scheme]), normals(seed, layer)
    return [[deviation * next(stream) + 0 for _ in range(inputs)] for _ in range(units)]


def check_against_published_vectors():
    """The known answers that come with Random123, philox4x32 of 10 rounds."""
    ones, pi_digits = 0xFFFFFFFF, [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344, 0xA4093822, 0x299F31D0]
    assert philox([0] * 4, [0] * 2) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
    assert philox([ones] * 4, [ones] * 2) == [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]
    assert philox(pi_digits[:4], pi_digits[4:]) == [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]


if __name__ == "__main__":
    check_against_published_vectors()
    with open("values.csv", "w", encoding="utf-8") as file:
        file.write("scheme,seed,scale,W1,W2\n")
        for scheme in ["he", "xavier", "lecun", "normal", "zeros"]:
            for seed, scale in [(0, 1.0), (1, 1.0), (-1, 0.5), (2**63 - 1, 3.0), (-(2**63), 1e-3), (20261125, 1e300)]:
                tensors = [weights(scheme, seed, scale, 0, 4, 3), weights(scheme, seed, scale, 1, 2, 4)]
                numbers = [" ".join(repr(x) for row in w for x in row) for w in tensors]
                file.write(",".join([scheme, str(seed), repr(scale)] + numbers) + "\n")
