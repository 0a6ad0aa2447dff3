"""Computes step.csv, plane.csv and right.csv with mpmath; run in this folder: python3 values.py"""

import random

import mpmath as m
from mpmath import mp, mpc, mpf

FUNCTIONS = {
    "exp": (m.exp, m.exp),
    "expm1": (m.expm1, m.exp),
    "log": (m.log, lambda x: 1 / x),
    "log1p": (m.log1p, lambda x: 1 / (1 + x)),
    "sqrt": (m.sqrt, lambda x: 1 / (2 * m.sqrt(x))),
    "tanh": (m.tanh, lambda x: m.sech(x) ** 2),
    "sigmoid": (lambda z: 1 / (1 + m.exp(-z)), lambda x: 1 / ((1 + m.exp(-x)) * (1 + m.exp(x)))),
    "softplus": (lambda z: m.log(1 + m.exp(z)), lambda x: 1 / (1 + m.exp(-x))),
    "erf": (m.erf, lambda x: 2 / m.sqrt(m.pi) * m.exp(-x * x)),
    "erfc": (m.erfc, lambda x: -2 / m.sqrt(m.pi) * m.exp(-x * x)),
}
TINY = [1e-200, 3e-17, 7e-9, 1e-4]
MIDDLE = [0.1, 0.3, 0.4999, 0.5, 0.77, 1, 1.5, 2.2, 3.7, 5.1, 7.2, 9.6]
BOTH_SIDES = [-x for x in reversed(TINY + MIDDLE)] + TINY + MIDDLE
POINTS = {
    "exp": [-700, -300.3, -40.1] + BOTH_SIDES + [40.1, 300.3, 700],
    "expm1": [-700, -300.3, -40.1] + BOTH_SIDES + [40.1, 300.3, 700],
    "log": TINY + MIDDLE + [0.999999999, 1.000000001, 1e17, 1e300],
    "log1p": [-0.999999999, -0.9, -0.51] + BOTH_SIDES[BOTH_SIDES.index(-0.5) :] + [1e17, 1e300],
    "sqrt": TINY + MIDDLE + [1e17, 1e300],
    "tanh": [-350, -100.7, -19.3] + BOTH_SIDES + [19.3, 100.7, 350],
    "sigmoid": [-700, -300.3, -36.8] + BOTH_SIDES + [36.8, 300.3, 700],
    "softplus": [-700, -300.3, -36.8] + BOTH_SIDES + [36.8, 300.3, 700],
    "erf": [-25.9, -15.3] + BOTH_SIDES + [15.3, 25.9],
    "erfc": [-25.9, -15.3] + BOTH_SIDES + [11.9, 15.3, 20.7, 23.1, 25.9, 26],
}
STEPS = [1e-8, 1e-20, 1e-150]


def text(number):
    return m.nstr(number, 20, min_fixed=0, max_fixed=0)


def step_table():
    mp.dps = 1200
    yield "function,x,h,re,im,slope"
    for name, (function, slope) in FUNCTIONS.items():
        for x in map(float, POINTS[name]):
            for h in STEPS:
                value = function(mpc(x, h))
                yield f"{name},{x!r},{h!r},{text(value.real)},{text(value.imag)},{text(slope(mpf(x)))}"


def plane_table():
    mp.dps = 60
    seeded = random.Random(1998)
    yield "function,x,y,re,im"
    for name, (function, _) in FUNCTIONS.items():
        for _ in range(60):
            x, y = (round(seeded.uniform(-5, 5), 4) for _ in range(2))
            value = function(mpc(x, y))
            yield f"{name},{x!r},{y!r},{text(value.real)},{text(value.imag)}"


def right_table():
    mp.dps = 60
    seeded = random.Random(1972)
    yield "function,x,y,re,im"
    for _ in range(200):
        x, y = round(seeded.uniform(0.5, 5), 4), round(seeded.uniform(-5, 5), 4)
        value = m.erfc(mpc(x, y))
        yield f"erfc,{x!r},{y!r},{text(value.real)},{text(value.imag)}"


for file, table in (("step.csv", step_table()), ("plane.csv", plane_table()), ("right.csv", right_table())):
    with open(file, "w", encoding="ascii") as out:
        out.writelines(line + "\n" for line in table)
