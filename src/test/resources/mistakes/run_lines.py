"""Runs the lines of every page of the catalogue: python3 run_lines.py pages.json, an array as /v1/mistakes answers it.

Every correction has to give the true tensor, which is the cost differentiated by complex step or forward itself, and every
formula has to give what the catalogue says is returned instead, which is not the true one. Prints what does not hold, and
at the end how many pages were run.
"""
import json
import sys

import numpy as np

STEP = 1e-30
SAME = 1e-9
OTHER = 1e-9
SEEDS = range(5)
NUMPY_NAMES = {"runningMean": "running_mean", "runningVariance": "running_var"}
LAST_LINE = "dZ = dZnorm / s + dsigma2 * 2 * (Z - mu) / m + dmu / m"


def layer(random, m, n):
    """A normalized layer with gammas of both signs and an epsilon that is not small; as many inputs as units."""
    w = dict(np=np, m=m, eps=0.1, momentum=0.9, weight_decay=0.01, learning_rate=0.1)
    w.update(A_prev=random.normal(0.7, 1.3, (m, n)), W=random.normal(size=(n, n)), b=random.normal(size=n))
    w.update(gamma=random.uniform(0.5, 2, n) * (-1) ** np.arange(n), beta=random.normal(0, 0.6, n))
    w.update(running_mean=random.normal(size=n), running_var=random.uniform(0.5, 2, n))
    w.update(dA=random.normal(size=(m, n)), Ztilda_prev=random.normal(size=(m, n)))
    w["Z"] = w["A_prev"] @ w["W"].T + w["b"]
    w["mu"] = w["Z"].mean(axis=0)
    w["sigma2"] = w["Z"].var(axis=0)
    w["s"] = np.sqrt(w["sigma2"] + w["eps"])
    w["Znorm"] = (w["Z"] - w["mu"]) / w["s"]
    w["Ztilda"] = w["gamma"] * w["Znorm"] + w["beta"]
    w["A"] = relu(w["Ztilda"])
    return w


def relu(z):
    return np.where(z.real > 0, z, 0)


def softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def derivative(cost, at):
    gradient = np.zeros(at.shape)
    for i in np.ndindex(at.shape):
        moved = at.astype(complex)
        moved[i] += 1j * STEP
        gradient[i] = cost(moved).imag / STEP
    return gradient


def gradients(w, fixed_statistics=False):
    """Those of J = sum(dA * A), by the cost alone."""

    def after(Ztilda):
        return (w["dA"] * relu(Ztilda)).sum()

    def normalized(Z, gamma=w["gamma"], beta=w["beta"]):
        mu = Z.sum(axis=0) / w["m"]
        sigma2 = ((Z - mu) ** 2).sum(axis=0) / w["m"]
        if fixed_statistics:
            mu, sigma2 = w["running_mean"], w["running_var"]
        return gamma * (Z - mu) / np.sqrt(sigma2 + w["eps"]) + beta

    def weighted(W, b=w["b"]):
        return after(normalized(w["A_prev"] @ W.T + b))

    return {
        "dZtilda": derivative(after, normalized(w["Z"])),
        "dZ": derivative(lambda Z: after(normalized(Z)), w["Z"]),
        "dgamma": derivative(lambda gamma: after(normalized(w["Z"], gamma=gamma)), w["gamma"]),
        "dbeta": derivative(lambda beta: after(normalized(w["Z"], beta=beta)), w["beta"]),
        "dW": derivative(weighted, w["W"]),
        "db": derivative(lambda b: weighted(w["W"], b), w["b"]),
    }


def with_backward(w, true):
    """What lines may use beside forward."""
    dZnorm = w["gamma"] * true["dZtilda"]
    dsigma2 = -0.5 * (dZnorm * (w["Z"] - w["mu"])).sum(axis=0) / w["s"] ** 3
    dmu = -(dZnorm / w["s"]).sum(axis=0)
    return {**w, "dZtilda": true["dZtilda"], "dZ": true["dZ"], "dZnorm": dZnorm, "dsigma2": dsigma2, "dmu": dmu}


def returned_in_dZ(w, true):
    """D, M and V are the three paths, and q is dZtilda."""
    m, Z, v, s, x, gamma, eps, dA = (w[name] for name in "m Z sigma2 s Znorm gamma eps dA".split())
    q, Zt, c = true["dZtilda"], w["Ztilda"], Z - w["mu"]
    g = gamma * q

    def paths(g, x, s, axis=0):
        mean = lambda of: of.mean(axis=axis, keepdims=True)
        return (g - mean(g) - x * mean(g * x)) / s

    D, M, V = g / s, g.mean(axis=0) / s, x * (g * x).mean(axis=0) / s
    dZ = D - M - V
    root, outside, unbiased = np.sqrt(v), np.sqrt(v) + eps, np.sqrt(v * m / (m - 1) + eps)
    inverse, running = np.sqrt(1 / s + eps), np.sqrt(w["running_var"] + eps)
    across = np.sqrt(Z.var(axis=1, keepdims=True) + eps)
    all_of = np.sqrt(Z.var() + eps)
    x_all = (Z - Z.mean()) / all_of
    return {
        "Z01": q, "Z02": g, "Z03": D, "Z04": D - M, "Z05": D - V, "Z06": -M - V, "Z07": D - M - 2 * V,
        "Z08": D - M - V / 2, "Z09": D - M + V, "Z10": D + M - V, "Z11": D - m * M - V, "Z12": D - M - m * V,
        "Z13": D - m * M - m * V, "Z14": dZ / m, "Z15": D / m - M - V, "Z16": D - M - V / m, "Z17": D - M / m - V,
        "Z18": paths(q, x, s), "Z19": gamma * dZ, "Z20": s * dZ, "Z21": dZ / s, "Z22": D - M - V * s**1.5,
        "Z23": D - M - V * s, "Z24": D - M - V * s**2, "Z25": D - M - V / s, "Z26": D - M - V / s**2,
        "Z27": D - M - Z / s * (g * x).mean(axis=0) / s, "Z28": D - M - x * (g * Z / s).mean(axis=0) / s,
        "Z29": D - M - Zt * (g * Zt).mean(axis=0) / s, "Z30": D - M - x * g.mean(axis=0) / s,
        "Z31": paths(g, c / outside, outside), "Z32": dZ * s / root, "Z33": paths(g, c / root, root),
        "Z34": paths(g, c / unbiased, unbiased), "Z35": D - M - V * m / (m - 1), "Z36": D - (g / s).sum() / m - V,
        "Z37": D - M - c * (g * c / s**3).sum() / m, "Z38": D - g.mean() / s - x * (g * x).mean() / s,
        "Z39": paths(g, (Z - Z.mean(axis=1, keepdims=True)) / across, across, axis=1),
        "Z40": (g - g.mean() - x_all * (g * x_all).mean()) / all_of, "Z41": g / running,
        "Z42": dA, "Z43": dA * (Z > 0), "Z44": dA * (x > 0), "Z45": paths(gamma * dA, x, s) * (Z > 0),
        "Z46": m * dZ, "Z47": -dZ, "Z48": g - g.mean(axis=0), "Z49": D - m * V,
        "Z50": dZ - (g * c).sum(axis=0) / s**3 / m**2, "Z51": paths(g, c / inverse, inverse),
        "Z52": paths(g, (Z - w["running_mean"]) / running, running), "Z54": dZ * m * float(np.float32(1 / m)),
        "Z56": D - M - V * (s / root) ** 3,
    }


def returned_in_parameters(w, true):
    m, Z, v, s, x, gamma, eps, dA, A_prev = (w[name] for name in "m Z sigma2 s Znorm gamma eps dA A_prev".split())
    q, c, dZ = true["dZtilda"], Z - w["mu"], true["dZ"]
    total = lambda of: of.sum(axis=0)
    dgamma, dbeta, dW = total(q * x), total(q), dZ.T @ A_prev
    running = (Z - w["running_mean"]) / np.sqrt(w["running_var"] + eps)
    return {
        "G01": total(q * Z), "G02": total(q * c), "G03": total(q * w["Ztilda"]), "G04": dgamma / m,
        "G05": gamma * dgamma, "G06": total(q * Z / s), "G07": dbeta, "G08": total(dA * x), "G09": total(q * running),
        "G10": dgamma / s, "G11": dgamma.sum(), "G12": m * dgamma, "G13": -dgamma, "G14": total(q * c) / np.sqrt(v),
        "G15": total(q * c) / np.sqrt(v * m / (m - 1) + eps), "G16": total(dA * (Z > 0) * x), "G17": q[-1] * x[-1],
        "G18": total(dZ * x), "G19": 0 * gamma,
        "B01": dbeta / m, "B02": gamma * dbeta, "B03": 0 * gamma, "B04": dgamma, "B05": total(dA), "B06": dbeta.sum(),
        "B07": gamma * dbeta / s, "B08": m * dbeta, "B09": -dbeta, "B10": total(dA * (Z > 0)), "B11": q[-1],
        "W01": q.T @ A_prev, "W02": dZ.T @ w["A"], "W03": dW / m, "W04": m * dW, "W05": 2 * dW,
        "W06": w["learning_rate"] * dW, "W07": dW.T, "W08": dbeta, "W09": dW, "W10": dA * (w["Ztilda_prev"] > 0),
    }


def losses(random, m):
    """Of each id: what its lines see, the true tensor, and what is returned instead."""
    z = random.normal(size=(m, 3))
    Y = np.eye(3)[random.integers(0, 3, m)]
    entropy = derivative(lambda z: -(Y * np.log(softmax(z))).sum() / m, z)
    binary = derivative(lambda z: -(Y * np.log(sigmoid(z)) + (1 - Y) * np.log(1 - sigmoid(z))).sum() / m, z)
    squared = derivative(lambda z: ((z - Y) ** 2).sum() / m, z)
    known = lambda A: dict(np=np, m=m, Y=Y, A=A)
    p, a = softmax(z), sigmoid(z)
    return {
        "L01": (known(p), entropy, p - Y), "L02": (known(p), entropy, (Y - p) / m),
        "L03": (known(a), binary, (a - Y) / m * a * (1 - a)), "L04": (known(z), squared, (z - Y) / m),
        "L05": (known(z), entropy, (z - Y) / m),
    }


def forward(random, w):
    Z, mu, v, s, m, keep = (w[name] for name in "Z mu sigma2 s m momentum".split())
    mean, variance = w["running_mean"], w["running_var"]
    square = layer(random, 4, 4)
    column = lambda vector: vector[:, np.newaxis]
    far = {**w, "Z": Z + 1e6, "mu": mu + 1e6}
    spread = far["Z"].var(axis=0)
    return {
        "F01": (w, mu, 0 * mu + Z.sum() / m), "F02": (w, w["Znorm"], (Z - mu) / (np.sqrt(v) + w["eps"])),
        "F03": (w, w["Znorm"], (Z - mu) / s**2), "F04": (w, v, v * m / (m - 1)),
        "F05": (w, mu[np.newaxis], Z.mean(axis=1, keepdims=True)),
        "F06": (square, square["Ztilda"], column(square["gamma"]) * square["Znorm"] + column(square["beta"])),
        "F07": (far, spread, (far["Z"] ** 2).mean(axis=0) - far["mu"] ** 2),
        "R01": (w, keep * mean + (1 - keep) * mu, (1 - keep) * mean + keep * mu),
        "R02": (w, keep * variance + (1 - keep) * v * m / (m - 1), keep * variance + (1 - keep) * v),
    }


def cases(seed, pages):
    random = np.random.default_rng(seed)
    w = layer(random, 5, 4)
    true = gradients(w)
    known = with_backward(w, true)
    instead = {**returned_in_dZ(w, true), **returned_in_parameters(w, true)}
    found = {id: (known, true[pages[id]["tensor"]], value) for id, value in instead.items()}
    inference = gradients(w, fixed_statistics=True)
    found["Z52"] = (with_backward(w, inference), inference["dZ"], returned_in_dZ(w, inference)["Z52"])
    found["W09"] = (known, true["dW"] + w["weight_decay"] * w["W"], true["dW"])
    return {**found, **losses(random, 5), **forward(random, w)}


def run(lines, known, tensor):
    """What the lines make of a tensor; those of dZ may stop before its last line."""
    name = NUMPY_NAMES.get(tensor, tensor)
    names = {key: np.copy(value) if isinstance(value, np.ndarray) else value for key, value in known.items()}
    if not name.startswith("running"):
        names.pop(name, None)
    exec(lines, names)
    if name == "dZ" and "dZ" not in names:
        exec(LAST_LINE, names)
    return np.asarray(names[name])


def distance(a, b):
    """Relative to the larger one, so that a tensor that should be 0 is compared with what stands in its place."""
    return np.abs(a - b).max() / max(np.abs(a).max(), np.abs(b).max(), 1)


def complaints(page, known, true, instead):
    corrected, written = run(page["correction"], known, page["tensor"]), run(page["formula"], known, page["tensor"])
    if corrected.shape != true.shape or distance(corrected, true) > SAME:
        yield "the correction is not right"
    if distance(written, instead) > SAME:
        yield "the formula is not the catalogue's"
    if written.shape == true.shape and distance(written, true) < OTHER:
        yield "the formula is right"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pages = {page["id"]: page for page in json.load(file)}
    for seed in SEEDS:
        for id, case in cases(seed, pages).items():
            for complaint in complaints(pages[id], *case):
                print(id, complaint)
    print(len(cases(0, pages).keys() & pages.keys()), "of", len(pages), "pages were run")


main()
