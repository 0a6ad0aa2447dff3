"""Fifty steps of every optimizer by PyTorch in float64; run with PyTorch 1.13: python3 values.py > values.csv

A line holds a name, the rows, the columns and the numbers, row by row. First what all begin with: inputs X and targets Y, the
order of the examples as a row for each step, and of each network W1, gamma1, beta1, W2, b2; then for each network and
optimizer the costs before each step, and what the parameters and the running statistics are after the last one.
"""

import torch

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)

EXAMPLES, INPUTS, UNITS, CLASSES, STEPS, BATCH = 40, 3, 5, 3, 50, 8

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "sgdWithWeightDecay": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.01),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "momentumWithWeightDecay": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01),
    "momentumWithClipNorm": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "adamWithWeightDecay": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.01),
    "adamWithClipNorm": lambda p: torch.optim.Adam(p, lr=0.01),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "rmspropWithWeightDecay": lambda p: torch.optim.RMSprop(p, lr=0.01, weight_decay=0.01),
    "rmspropWithMomentum": lambda p: torch.optim.RMSprop(p, lr=0.001, alpha=0.9, momentum=0.8, weight_decay=0.01),
}
CLIP_NORM = 0.5
ACTIVATIONS = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}


def line(name, tensor):
    matrix = tensor.reshape(-1, tensor.shape[-1]) if tensor.dim() > 1 else tensor.reshape(1, -1)
    numbers = ",".join(repr(float(x)) for x in matrix.flatten())
    print(f"{name},{matrix.shape[0]},{matrix.shape[1]},{numbers}")


def learned(network):
    first, normalization, _, last = network
    return {"W1": first.weight, "gamma1": normalization.weight, "beta1": normalization.bias, "W2": last.weight, "b2": last.bias}


def network(activation, start):
    layers = torch.nn.Sequential(torch.nn.Linear(INPUTS, UNITS, bias=False), torch.nn.BatchNorm1d(UNITS), activation(),
                                 torch.nn.Linear(UNITS, CLASSES))
    with torch.no_grad():
        for name, parameter in learned(layers).items():
            parameter.copy_(start[name])
    return layers


def train(name, layers, optimizer, clips):
    costs = []
    for examples in order:
        loss = torch.nn.functional.cross_entropy(layers(x[examples]), labels[examples])
        optimizer.zero_grad()
        loss.backward()
        if clips:
            torch.nn.utils.clip_grad_norm_(layers.parameters(), CLIP_NORM)
        optimizer.step()
        costs.append(loss.item())
    line(name + ".costs", torch.tensor(costs))
    for parameter, value in learned(layers).items():
        line(f"{name}.{parameter}", value.detach())
    line(name + ".runningMean1", layers[1].running_mean)
    line(name + ".runningVariance1", layers[1].running_var)


x = torch.randn(EXAMPLES, INPUTS) * torch.tensor([1.0, 0.5, 2.0]) + torch.tensor([0.5, -1.0, 2.0])
labels = torch.randint(0, CLASSES, (EXAMPLES,))
order = torch.stack([torch.randperm(EXAMPLES)[:BATCH] for _ in range(STEPS)])
line("X", x)
line("Y", torch.nn.functional.one_hot(labels, CLASSES))
line("order", order)
start = {"W1": torch.randn(UNITS, INPUTS), "gamma1": 1 + 0.3 * torch.randn(UNITS),
         "beta1": 0.3 * torch.randn(UNITS), "W2": torch.randn(CLASSES, UNITS), "b2": torch.randn(CLASSES)}
for name, value in start.items():
    line(name, value)
for activation_name, activation in ACTIVATIONS.items():
    for optimizer_name, optimizer in OPTIMIZERS.items():
        layers = network(activation, start)
        train(f"{activation_name}.{optimizer_name}", layers, optimizer(layers.parameters()),
              optimizer_name.endswith("WithClipNorm"))
