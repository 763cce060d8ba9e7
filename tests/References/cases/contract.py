"""Where a stored answer is another than that of PyTorch 2.6.0's Python, or is known to be wrong; the line says why.

PyTorch's Python refuses some options that libtorch computes with: those answers are libtorch's, since the contract is that of the library. Where libtorch 2.10
has another contract than 2.6, that of 2.10 is stored.
"""
import copy
import math

import torch

REFUSED = {"error": {"kind": "argument"}}


def hardtanh(input, min_val=-1.0, max_val=1.0):
    return torch._C._nn.hardtanh(input, min_val, max_val)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2.0, eps=1e-6, swap=False, reduction="mean"):
    return torch.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, torch.nn._reduction.get_enum(reduction))


FUNCTIONS = {"hardtanh": hardtanh, "triplet_margin_loss": triplet_margin_loss}
COMPUTED = {"hardtanh": "a min_val above max_val; this is the kernel's answer, in 2.10 too.", "triplet_margin_loss": "a margin of 0 or below; this is the kernel's answer, in 2.10 too.",
            "triplet_margin_with_distance_loss": "a margin of 0 or below; this is what its formula gives."}


def hardswish_slope(request, said):
    """0 at -3 and 1 at 3, of which 2.6 makes -1/2 and 3/2."""
    said, inputs = copy.deepcopy(said), request["inputs"]["input"]["data"]
    cotangent = request["cotangent"]["data"] if "cotangent" in request else [1.0] * len(inputs)
    slopes = said["grads"]["input"]["data"]
    for i, x in enumerate(inputs):
        if x in (-3.0, 3.0):
            slopes[i] = 0.0 * cotangent[i] if x < 0 else cotangent[i]
    return said


def computed(request):
    """Whether torch.nn.functional refuses an option that the kernel computes with."""
    name, options = request["name"], request.get("options", {})
    return (name == "hardtanh" and float(options.get("min_val", -1.0)) > float(options.get("max_val", 1.0))
            or name in ("triplet_margin_loss", "triplet_margin_with_distance_loss") and options.get("margin", 1.0) <= 0)


def declined(request):
    """Why a request that PyTorch answers is refused here, by what the spec says of its range; None where it is not."""
    name, options = request["name"], request.get("options", {})
    if name == "batch_norm" and options.get("eps", 1e-5) < 0:
        return "2.6 takes an eps below 0, and with it roots of numbers below 0; 2.10 refuses it."
    return None


def settled(request, said):
    """What is stored as the answer, and what the line says of it."""
    name, options = request["name"], request.get("options", {})
    if declined(request) and "error" not in said:
        return REFUSED, {"note": declined(request)}
    if computed(request) and "error" not in said:
        return said, {"note": "torch.nn.functional refuses " + COMPUTED[name]}
    if name == "softshrink" and math.isinf(float(options.get("lambd", 0.5))) and "error" not in said:
        return REFUSED, {"note": "2.6 answers; 2.10 refuses an infinite lambd."}
    if name == "hardswish" and not {-3.0, 3.0}.isdisjoint(request["inputs"]["input"]["data"]):
        return hardswish_slope(request, said), {"note": "Slopes at -3 and 3 are those of 2.10, 0 and 1; 2.6 has -1/2 and 3/2."}
    return said, {"outside": request["outside"]} if "outside" in request else {}
