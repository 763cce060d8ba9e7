"""PyTorch's own sample inputs of its operators and optimizers (torch.testing._internal), and those that it says must be refused."""
import inspect
import random
import zlib

import numpy
import torch
import torch.nn.functional as F
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_optimizers import optim_db

from .contract import computed, declined
from .numbers import DTYPES, indices, tensor
from .optimizers import mixed, trajectory

LOSSES = ["binary_cross_entropy", "binary_cross_entropy_with_logits", "cosine_embedding_loss", "cross_entropy", "ctc_loss", "gaussian_nll_loss", "hinge_embedding_loss",
          "huber_loss", "kl_div", "l1_loss", "margin_ranking_loss", "mse_loss", "multi_margin_loss", "multilabel_margin_loss", "multilabel_soft_margin_loss", "nll_loss",
          "poisson_nll_loss", "smooth_l1_loss", "soft_margin_loss", "triplet_margin_loss", "triplet_margin_with_distance_loss"]
ACTIVATIONS = ["celu", "elu", "gelu", "glu", "hardshrink", "hardsigmoid", "hardswish", "hardtanh", "leaky_relu", "log_softmax", "logsigmoid", "mish", "prelu", "relu", "relu6",
               "rrelu", "selu", "sigmoid", "silu", "softmax", "softmin", "softplus", "softshrink", "softsign", "tanh", "tanhshrink", "threshold"]
KINDS = {"loss": LOSSES, "activation": ACTIVATIONS, "layer": ["batch_norm", "group_norm", "layer_norm", "linear", "rms_norm"]}
# Arguments of functions that have no signature in Python.
ARGUMENTS = {"hardshrink": ["input", "lambd"], "softshrink": ["input", "lambd"], "softplus": ["input", "beta", "threshold"], "logsigmoid": ["input"], "gelu": ["input", "approximate"],
             "prelu": ["input", "weight"], "linear": ["input", "weight", "bias"], "sigmoid": ["input"], "tanh": ["input"], "softmax": ["input", "dim", "dtype"],
             "log_softmax": ["input", "dim", "dtype"]}
LENGTHS = ("input_lengths", "target_lengths")
# Weights that a gradient goes to; elsewhere they are constants.
LEARNED = ("prelu", "linear", "layer_norm", "rms_norm", "group_norm", "batch_norm", "multilabel_soft_margin_loss")


# Losses whose targets are signs.
SIGNS = ("hinge_embedding_loss", "cosine_embedding_loss", "soft_margin_loss", "margin_ranking_loss")


class NoRequest(Exception):
    """The sample cannot be said as a request: what it needs is in the message."""


def named(name, sample):
    """The arguments by name; those that are none are left out."""
    given = (sample.input, *sample.args)
    if name in ARGUMENTS:
        arguments = dict(zip(ARGUMENTS[name], given)) | sample.kwargs
    else:
        arguments = inspect.signature(getattr(F, name)).bind(*given, **sample.kwargs).arguments
    return {key: value for key, value in arguments.items() if value is not None}


def written(value, dtype):
    if value.is_complex() or value.dtype == torch.bool:
        raise NoRequest(str(value.dtype))
    if not value.is_floating_point():
        return indices(value.shape, value.reshape(-1).tolist())
    if value.dtype != getattr(torch, dtype):
        raise NoRequest("numbers of another type")
    return tensor(value.shape, value.detach().reshape(-1).tolist(), dtype)


def option(value):
    if isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, float)):
        return value if value == value and abs(value) != float("inf") else str(value).replace("inf", "Infinity").replace("nan", "NaN")
    if isinstance(value, (list, tuple)):
        return [option(each) for each in value]
    raise NoRequest(f"an option of type {type(value).__name__}")


def constant(name, key):
    """Whether PyTorch has no gradient to the argument."""
    return key in ("weight", "pos_weight") and name not in LEARNED or key == "target" and name in SIGNS


def request(op, name, sample, dtype):
    inputs, options, grad = {}, {}, []
    for key, value in named(name, sample).items():
        if key in LENGTHS and not isinstance(value, torch.Tensor):
            value = torch.tensor(value)
        if isinstance(value, torch.Tensor):
            inputs[key] = written(value, dtype)
            if value.requires_grad and not constant(name, key):
                grad.append(key)
        elif key == "inplace" and not value:
            continue
        elif key == "distance_function" and isinstance(value, torch.nn.PairwiseDistance) and (value.norm, value.eps, value.keepdim) == (2.0, 1e-6, False):
            options[key] = "euclidean"
        elif key in ("size_average", "reduce", "dtype", "inplace", "_stacklevel", "distance_function"):
            raise NoRequest(f"the option {key}")
        else:
            options[key] = option(value)
    if name == "rrelu" and options.get("training"):
        raise NoRequest("noise of PyTorch's own")
    asked = {"op": op, "name": name, "dtype": dtype, "inputs": inputs, "options": options, "grad": grad}
    return {key: value for key, value in asked.items() if value != {}}


def size(request):
    return sum(len(data["data"]) for data in request["inputs"].values())


def drawn(op, skipped):
    """Requests by name and type, each with its case and whether PyTorch says that it is refused; what is no request is skipped."""
    for name in KINDS[op]:
        infos = [info for info in op_db if info.name in (name, f"nn.functional.{name}")]
        for dtype in DTYPES:
            for seed in (torch.manual_seed, random.seed, numpy.random.seed):
                seed(zlib.crc32(f"{name} {dtype}".encode()))
            made = []
            for info in infos:
                errors = [(error.sample_input, True) for error in info.error_inputs("cpu")] if info.error_inputs_func else []
                samples = [(sample, False) for sample in info.sample_inputs("cpu", getattr(torch, dtype), requires_grad=True)]
                for number, (sample, refused) in enumerate(samples + errors):
                    words = [f"{name} {dtype}: PyTorch's", "wrong" if refused else "sample", info.variant_test_name, str(number + 1)]
                    try:
                        asked = request(op, name, sample, dtype)
                        made.append((" ".join(filter(None, words)), asked, declined(asked) is not None or refused and not computed(asked)))
                    except NoRequest as why:
                        skipped.append(f"{' '.join(filter(None, words))}: {why}")
            yield made


def functions(op, most=30, one=500):
    """Those of at most so many numbers; where all of an op have more, its smallest one, unless even that is large."""
    for made in drawn(op, []):
        least = min(size(asked) for _, asked, _ in made)
        for case in made:
            if size(case[1]) <= most or size(case[1]) == least <= one:
                yield case


def optimizers(steps=3):
    """PyTorch's sets of options, on gradients of ours."""
    for info in optim_db:
        name = info.optim_cls.__name__.lower()
        if name in ("lbfgs", "sparseadam"):
            continue
        for dtype in DTYPES:
            kind = getattr(torch, dtype)
            samples = [(given, False) for given in info.optim_inputs_func("cpu", kind)]
            for given, refused in samples + [(error.optimizer_error_input, True) for error in info.optim_error_inputs_func("cpu", kind)]:
                try:
                    options = {key: option(value) for key, value in given.kwargs.items()}
                except NoRequest:
                    continue
                if given.params is None:
                    word = f"PyTorch's {'wrong' if refused else 'sample'}, {given.desc}"
                    yield *trajectory(word, name, dtype, options, 1 if refused else steps, [[2], [2, 2]], mixed), refused
