"""One side of a comparison: PyTorch, on one thread.

    torch_rounds.py NAME...     the name of a work, such as: step small fused

A first line, "ready", says that it is prepared. Each line of the input is a number of seconds; the work is then done
again and again until they are over, once at least, and the answer is a line: how many times, and the mean seconds that
one took. It ends with its input. Set OMP_NUM_THREADS and OPENBLAS_NUM_THREADS to 1 as well: Debian's PyTorch does not
pass its own number of threads on.
"""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

STEPS = {
    "small": ([64, 32, 16, 10], 64),
    "mid128": ([784, 512, 256, 10], 128),
    "mid1024": ([784, 512, 256, 10], 1024),
    "large": ([2048, 2048, 2048, 10], 512),
}
CHECKS = {
    "a": ([20, 16, 8, 3], 16),
    "b": ([64, 32, 16, 10], 32),
    "c": ([784, 64, 10], 32),
}
INSPECTIONS = {
    "small": ([64, 32, 16, 10], 32),
    "mid": ([784, 128, 10], 64),
}
OPTIMIZERS = {"eager": {}, "foreach": {"foreach": True}, "fused": {"fused": True}}
BATCHES = 4  # taken in turn, as training does, so that no batch stays in the cache alone


def perceptron(widths):
    """Linear with bias, batch normalization and relu; the last layer Linear alone."""
    modules = []
    for inputs, units in zip(widths, widths[1:-1]):
        modules += [nn.Linear(inputs, units), nn.BatchNorm1d(units), nn.ReLU()]
    return nn.Sequential(*modules, nn.Linear(widths[-2], widths[-1]))


def step(network, variant):
    """A step of training: forward, backward, and stochastic gradient descent with momentum 0.9 in float32."""
    widths, examples = STEPS[network]
    model = perceptron(widths)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, **OPTIMIZERS[variant])
    batches = [(torch.randn(examples, widths[0]), torch.randint(0, widths[-1], (examples,))) for _ in range(BATCHES)]
    taken = 0

    def work():
        nonlocal taken
        taken = (taken + 1) % BATCHES
        x, labels = batches[taken]
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(x), labels).backward()
        optimizer.step()

    return work


def parameters(widths):
    """W, b and, before the last layer, gamma, beta of each layer."""
    tensors = []
    for layer, (inputs, units) in enumerate(zip(widths, widths[1:])):
        tensors += [torch.randn(units, inputs) / inputs**0.5, torch.randn(units) * 0.1]
        if layer < len(widths) - 2:
            tensors += [1 + torch.randn(units) * 0.1, torch.randn(units) * 0.1]
    return [tensor.requires_grad_(True) for tensor in tensors]


def batched_check(cost, tensors, step=1e-6, chunk=512):
    """Central differences of every entry, many at once by torch.func.vmap: what users of PyTorch 2 may write."""
    from torch.func import vmap

    gradients = torch.autograd.grad(cost(*tensors), tensors)
    fixed = [tensor.detach() for tensor in tensors]
    for index, (tensor, gradient) in enumerate(zip(fixed, gradients)):

        def moved(entry, distance):
            change = (torch.arange(tensor.numel()) == entry).to(tensor.dtype).view_as(tensor) * distance
            return cost(*fixed[:index], tensor + change, *fixed[index + 1 :])

        for entries in torch.arange(tensor.numel()).split(chunk):
            difference = vmap(moved, (0, None))(entries, step) - vmap(moved, (0, None))(entries, -step)
            torch.testing.assert_close(difference / (2 * step), gradient.flatten()[entries], rtol=1e-3, atol=1e-5)


def check(network, mode):
    """torch.autograd.gradcheck of every parameter in float64, which raises where it fails.

    The mode is slow, every entry; fast, one random projection of each tensor; or batched, see there.
    """
    torch.set_default_dtype(torch.float64)
    widths, examples = CHECKS[network]
    x, labels = torch.randn(examples, widths[0]), torch.randint(0, widths[-1], (examples,))

    def cost(*tensors):
        a, rest = x, iter(tensors)
        for layer in range(len(widths) - 1):
            a = F.linear(a, next(rest), next(rest))
            if layer < len(widths) - 2:
                a = F.relu(F.batch_norm(a, None, None, next(rest), next(rest), True, 0.0, 1e-5))
        return F.cross_entropy(a, labels)

    tensors = parameters(widths)
    if mode == "batched":
        return lambda: batched_check(cost, tensors)
    fast = {"slow": False, "fast": True}[mode]
    return lambda: torch.autograd.gradcheck(cost, tensors, fast_mode=fast)


def inspect(network):
    """Forward and backward with the gradient of every node kept, in float32."""
    widths, examples = INSPECTIONS[network]
    x, labels = torch.randn(examples, widths[0]), torch.randint(0, widths[-1], (examples,))
    tensors = parameters(widths)

    def work():
        nodes, rest, a = [], iter(tensors), x.detach().requires_grad_(True)
        for tensor in tensors:
            tensor.grad = None
        for layer in range(len(widths) - 1):
            z = F.linear(a, next(rest), next(rest))
            nodes.append(z)
            if layer < len(widths) - 2:
                mu = z.mean(0)
                sigma2 = ((z - mu) ** 2).mean(0)
                z_norm = (z - mu) / torch.sqrt(sigma2 + 1e-5)
                z_tilda = next(rest) * z_norm + next(rest)
                a = F.relu(z_tilda)
                nodes += [mu, sigma2, z_norm, z_tilda, a]
        for node in nodes:
            node.retain_grad()
        F.cross_entropy(z, labels).backward()

    return work


WORKS = {"step": step, "check": check, "inspect": inspect}


def a_round(work, seconds):
    start = time.perf_counter()
    times, elapsed = 0, 0.0
    while times == 0 or elapsed < seconds:
        work()
        times += 1
        elapsed = time.perf_counter() - start
    return f"{times} {elapsed / times}"


def main():
    if sys.argv[1:] == ["version"]:
        print(torch.__version__)
        return
    torch.manual_seed(1)
    torch.set_num_threads(1)
    kind, *rest = sys.argv[1:]
    work = WORKS[kind](*rest)
    print("ready", flush=True)
    for line in sys.stdin:
        print(a_round(work, float(line)), flush=True)


main()
