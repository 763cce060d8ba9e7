#!/usr/bin/python3
"""Makes the stored PyTorch results beside this file, or compares them with fresh ones (--check). README.md tells the rest."""
import hashlib
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

# Set before torch loads: a wider processor must give the same bits.
os.environ |= {"ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2", "OMP_NUM_THREADS": "1"}
sys.dont_write_bytecode = True

import torch
import torch.nn.functional as F

from cases.activations import activations
from cases.activations_more import activations_more, refused_more, rrelu
from cases.classification import cross_entropy, multi_margin_loss, nll_loss
from cases.contract import FUNCTIONS as KERNELS, settled
from cases.elements import elements, elements_refused
from cases.elsewhere import LOSSES, answered, elsewhere
from cases.groups import groups, paced
from cases.layers import FUNCTIONS as LAYERS, layers, layers_refused
from cases.long_runs import long_runs
from cases.losses import binary_cross_entropy, binary_cross_entropy_with_logits, kl_div, regression
from cases.multilabel import multilabel_margin_loss, multilabel_refused, multilabel_soft_margin_loss
from cases.numbers import DTYPES, SEED, tensor
from cases.optimizers import optimizers
from cases.options import activation_options, layer_options, loss_options, refused_activation_options, refused_loss_options
from cases.refusals import refused
from cases.rows import FUNCTIONS as ROWS, original_losses
from cases.rule import kept
from cases.samples import functions as samples, optimizers as optimizer_samples
from cases.schedules import answer as schedule, refused_schedules, schedules
from cases.trajectories import fifty, in_float, other_paths, trajectories_refused, without_gradients
from cases.vectors import FUNCTIONS as VECTORS, vectors, vectors_refused
from cases.wrappers import built, wrappers, wrappers_refused

HERE = Path(__file__).resolve().parent
# How PyTorch is asked, and what is said of its answer: no part of the request.
SETTINGS = ("default_dtype", "path", "outside")
# Functions that torch.nn.functional does not have, or not by this name.
FUNCTIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "rrelu": rrelu} | KERNELS | VECTORS | ROWS | LAYERS


def written(value):
    return tensor(value.shape, value.detach().reshape(-1).tolist(), str(value.dtype).removeprefix("torch."))


def read(data, dtype):
    kind = getattr(torch, data.get("dtype", dtype))
    return torch.tensor([float(v) if isinstance(v, str) else v for v in data["data"]], dtype=kind).reshape(data["shape"])


def function(request):
    """A loss, an activation or a layer, with its gradients."""
    name, dtype = request["name"], request["dtype"]
    inputs = {key: read(data, dtype) for key, data in request["inputs"].items()}
    wanted = [inputs[key].requires_grad_() for key in request.get("grad", ["input"])]
    method = FUNCTIONS.get(name) or getattr(F, name)
    options = {key: float(option) if option in ("Infinity", "-Infinity", "NaN") else option for key, option in request.get("options", {}).items()}
    value = method(**inputs, **options)
    cotangent = read(request["cotangent"], dtype) if "cotangent" in request else torch.ones_like(value)
    # A number of differences does not lead back to them: PyTorch then says that the gradient is none.
    grads = torch.autograd.grad(value, wanted, cotangent, allow_unused=options.get("p") == 0) if wanted else []
    grads = [torch.zeros_like(by) if grad is None else grad for by, grad in zip(wanted, grads)]
    return {"value": written(value), "grads": dict(zip(request.get("grad", ["input"]), map(written, grads)))}


def optimizer(request):
    if "schedule" in request:
        return paced(request, read, written)
    dtype = request["dtype"]
    params = [read(data, dtype).requires_grad_() for data in request["params"]]
    run = built({"name": request["name"], "options": request.get("options", {})}, params, request.get("path"))
    after, states = [], []
    for grads in request["grads"]:
        for param, grad in zip(params, grads):
            param.grad = None if grad is None else read(grad, dtype)
        run.step()
        after.append([written(param) for param in params])
        states.append({name: list(map(written, slots)) for name, slots in kept(run, params).items()})
    return {"params": after, "state": states} if request.get("state") else {"params": after}


def answer(request):
    if request["name"] in LOSSES:
        return answered(request)
    torch.set_default_dtype(getattr(torch, request.get("default_dtype") or request.get("dtype", "float32")))
    ops = {"loss": function, "activation": function, "layer": function, "optimizer": optimizer, "schedule": schedule}
    try:
        return ops[request["op"]](request)
    except (ValueError, RuntimeError, IndexError, TypeError, ZeroDivisionError):
        return {"error": {"kind": "argument"}}


def made():
    """Every file with its cases and the requests that PyTorch refuses."""
    losses = (*(lambda dtype, name=name: regression(name, dtype) for name in ("mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss")),
              binary_cross_entropy, binary_cross_entropy_with_logits, kl_div, cross_entropy, nll_loss, multi_margin_loss)
    rows = (multilabel_margin_loss, multilabel_soft_margin_loss, original_losses)
    return {
        "losses.jsonl": ([case for dtype in DTYPES for loss in losses for case in loss(dtype)], refused("loss")),
        "losses_elements.jsonl": (elements(), elements_refused()),
        "losses_elsewhere.jsonl": (elsewhere(), ()),
        "losses_rows.jsonl": ([case for dtype in DTYPES for loss in rows for case in loss(dtype)], multilabel_refused()),
        "losses_vectors.jsonl": (vectors(), vectors_refused()),
        "losses_options.jsonl": (loss_options(), refused_loss_options()),
        "activations_options.jsonl": (activation_options(), refused_activation_options()),
        "layers_options.jsonl": (layer_options(), ()),
        "activations.jsonl": (activations(), refused("activation")),
        "activations_more.jsonl": (activations_more(), refused_more()),
        "layers.jsonl": (layers(), layers_refused()),
        "optimizers.jsonl": (optimizers(), refused("optimizer")),
        "optimizers_trajectories.jsonl": ([*fifty(), *other_paths(), *without_gradients(), *in_float()], trajectories_refused()),
        "optimizers_long_runs.jsonl": (long_runs(), ()),
        "groups.jsonl": (groups(), ()),
        "schedules.jsonl": (schedules(), refused_schedules()),
        "optimizers_wrappers.jsonl": (wrappers(), wrappers_refused()),
        "losses_samples.jsonl": sampled(samples("loss")),
        "activations_samples.jsonl": sampled(samples("activation")),
        "layers_samples.jsonl": sampled(samples("layer")),
        "optimizers_samples.jsonl": sampled(optimizer_samples()),
    }


def line(case, asked, refuses, number):
    """A line with PyTorch's answer, which must be a refusal or must not."""
    said, notes = settled(asked, answer(asked))
    if ("error" in said) != refuses:
        raise SystemExit(f"{case}: expected {'an error' if refuses else 'a result'}, got {json.dumps(said)[:200]}")
    asked = {key: value for key, value in asked.items() if key not in SETTINGS}
    whole = {"case": case, **notes, "request": {"id": number} | asked, "response": {"id": number} | said}
    return json.dumps(whole, separators=(",", ":"), allow_nan=False) + "\n"


def sampled(samples):
    """PyTorch's own samples, apart by whether they are refused."""
    samples = list(samples)
    return [case[:2] for case in samples if not case[2]], [case[:2] for case in samples if case[2]]


def content():
    """Every file's name and bytes."""
    files, about = {}, {}
    for name, (cases, refusals) in made().items():
        lines = []
        for refuses, (case, asked) in [*((False, c) for c in cases), *((True, c) for c in refusals)]:
            lines.append(line(case, asked, refuses, len(lines) + 1))
        data = "".join(lines).encode()
        files[name] = data
        about[name] = {"lines": len(lines), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    package = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "python3-torch"], capture_output=True, text=True, check=True).stdout
    build = re.sub(r"\s+", " ", torch.__config__.show()).strip()
    manifest = {"torch": torch.__version__, "package": f"python3-torch {package}", "build": build, "seed": SEED, "threads": 1,
                "files": about}
    files["manifest.json"] = (json.dumps(manifest, indent=2) + "\n").encode()
    return files


def main():
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    print(f"seed {SEED}, torch {torch.__version__}")
    differ = False
    for name, data in content().items():
        path = HERE / name
        if "--check" not in sys.argv[1:]:
            path.write_bytes(data)
            print(f"wrote {name}: {len(data)} bytes")
        elif not path.exists() or path.read_bytes() != data:
            old = path.read_bytes().splitlines() if path.exists() else []
            new = data.splitlines()
            where = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
            print(f"{name} differs from line {where + 1} on")
            differ = True
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
