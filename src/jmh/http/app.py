"""The inspection of a batch as a service of FastAPI and PyTorch: what somebody who knows both writes in an afternoon.

POST /inspect        the body checked by pydantic; every tensor of every layer comes back
POST /inspect-raw    the body read by orjson alone, unchecked

Where orjson is installed, it writes the answer straight from NumPy's arrays; elsewhere json does, from lists.
"""
import json
from typing import List

import numpy as np
import torch
import torch.nn.functional as F
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

try:
    import orjson
except ImportError:
    orjson = None

torch.set_num_threads(1)
app = FastAPI(title="inspection")
DTYPES = {"float32": (torch.float32, np.float32), "float64": (torch.float64, np.float64)}


class Job(BaseModel):
    layers: List[int]
    x: List[List[float]]
    y: List[int]
    seed: int = 0
    eps: float = 1e-5
    dtype: str = "float32"


def parameters(widths, seed, dtype):
    generator = torch.Generator().manual_seed(seed)
    layers = []
    for index, (inputs, units) in enumerate(zip(widths, widths[1:])):
        layer = {"W": torch.randn(units, inputs, generator=generator, dtype=dtype) / inputs**0.5,
                 "b": torch.zeros(units, dtype=dtype)}
        if index < len(widths) - 2:
            layer["gamma"] = torch.ones(units, dtype=dtype)
            layer["beta"] = torch.zeros(units, dtype=dtype)
        for tensor in layer.values():
            tensor.requires_grad_(True)
        layers.append(layer)
    return layers


def inspect(widths, x, y, seed, eps, dtype):
    if len(widths) < 2 or x.shape[1] != widths[0]:
        raise HTTPException(422, "layers[0] must be the width of x")
    if len(y) != len(x) or int(y.max()) >= widths[-1] or int(y.min()) < 0:
        raise HTTPException(422, "y must hold one class per row")
    layers = parameters(widths, seed, dtype)
    nodes = []
    a = x
    for layer in layers:
        kept = {"Z": F.linear(a, layer["W"], layer["b"])}
        if "gamma" in layer:
            kept["mu"] = kept["Z"].mean(0)
            kept["var"] = ((kept["Z"] - kept["mu"]) ** 2).mean(0)
            kept["Zhat"] = (kept["Z"] - kept["mu"]) / torch.sqrt(kept["var"] + eps)
            kept["Ztilde"] = layer["gamma"] * kept["Zhat"] + layer["beta"]
            kept["A"] = a = F.relu(kept["Ztilde"])
        else:
            loss = F.cross_entropy(kept["Z"], y)
        for tensor in kept.values():
            tensor.retain_grad()
        nodes.append(kept)
    loss.backward()
    return loss.item(), [
        {"activations": {name: tensor.detach() for name, tensor in kept.items()},
         "gradients": {"d" + name: tensor.grad for name, tensor in {**layer, **kept}.items()}}
        for layer, kept in zip(layers, nodes)]


def answer(loss, layers):
    def written(leaf):
        return {"loss": loss, "layers": [
            {part: {name: leaf(tensor) for name, tensor in tensors.items()} for part, tensors in layer.items()}
            for layer in layers]}

    if orjson is None:
        return JSONResponse(written(lambda tensor: tensor.tolist()))
    body = orjson.dumps(written(lambda tensor: tensor.contiguous().numpy()), option=orjson.OPT_SERIALIZE_NUMPY)
    return Response(body, media_type="application/json")


@app.post("/inspect")
def inspect_checked(job: Job):
    if job.dtype not in DTYPES:
        raise HTTPException(422, "dtype must be float32 or float64")
    dtype, _ = DTYPES[job.dtype]
    return answer(*inspect(job.layers, torch.tensor(job.x, dtype=dtype), torch.tensor(job.y), job.seed, job.eps, dtype))


@app.post("/inspect-raw")
async def inspect_unchecked(request: Request):
    job = (orjson or json).loads(await request.body())
    dtype, of_numpy = DTYPES[job.get("dtype", "float32")]
    x = torch.from_numpy(np.array(job["x"], dtype=of_numpy))
    return answer(*inspect(job["layers"], x, torch.tensor(job["y"]), job.get("seed", 0), job.get("eps", 1e-5), dtype))
