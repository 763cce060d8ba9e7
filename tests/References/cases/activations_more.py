"""The activations beside those of activations.py. The noise of rrelu is what PyTorch drew: its answer in training is PyTorch's own."""
import torch
import torch.nn.functional as F

from .activations import activation, softmaxes
from .functions import Cases, request
from .numbers import DTYPES, SPECIAL, tensor

OPTIONS = {"celu": [{}, {"alpha": 2.0}, {"alpha": 0.3}], "elu": [{}, {"alpha": 0.5}, {"alpha": -1.5}], "selu": None, "silu": None, "mish": None,
           "softsign": None, "tanhshrink": None, "logsigmoid": None, "relu6": None, "hardsigmoid": None, "hardswish": None,
           "hardtanh": [{}, {"min_val": -2.0, "max_val": 0.5}, {"min_val": 0.0, "max_val": 6.0}, {"min_val": "-Infinity", "max_val": 2.0}, {"max_val": "Infinity"}],
           "threshold": [{"threshold": 0.5, "value": 0.0}, {"threshold": -1.0, "value": 20.0}, {"threshold": 1.0, "value": "-Infinity"}, {"threshold": "-Infinity", "value": 1.0}],
           "hardshrink": [{}, {"lambd": 1.0}, {"lambd": -1.0}], "softshrink": [{}, {"lambd": 1.5}, {"lambd": 0.0}],
           "rrelu": [{}, {"lower": 0.0, "upper": 0.5}]}


def kinks(dtype):
    """Where straight lines meet."""
    points = [-6.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 3.0, 6.0]
    for name, options in OPTIONS.items():
        cases = Cases("activation", name, dtype)
        for option in options or [{}]:
            # One at a time: PyTorch's vectors and its scalars differ at some.
            for point in points:
                cases.add(f"kink {point}" + "".join(f", {key} {value}" for key, value in option.items()), {"input": cases.tensor([1], [point])}, **option)
        yield from cases.made


def rrelu_in_training(dtype):
    """Noise as PyTorch draws it, which is 1 where the input is positive."""
    cases = Cases("activation", "rrelu", dtype)
    for shape, option in (([2, 3], {}), ([17], {"lower": 0.0, "upper": 0.5}), ([3, 2, 2], {"lower": 0.25, "upper": 0.25})):
        given = cases.draw(f"training {shape}", shape)
        x = torch.tensor(given["data"], dtype=getattr(torch, dtype)).reshape(shape)
        noise = torch.empty_like(x)
        torch.manual_seed(7)
        torch.ops.aten.rrelu_with_noise(x, noise, option.get("lower", 1 / 8), option.get("upper", 1 / 3), True)
        inputs = {"input": given, "noise": tensor(shape, noise.reshape(-1).tolist(), dtype)}
        cases.add(f"training {shape}", inputs, None, cases.draw(f"training {shape}/cotangent", shape), training=True, **option)
    return cases.made


def rrelu(input, noise=None, lower=1 / 8, upper=1 / 3, training=False):
    """With noise PyTorch's forward draws it anew; from the same seed it draws the same."""
    if noise is None:
        return F.rrelu(input, lower, upper, training)
    torch.manual_seed(7)
    value = F.rrelu(input, lower, upper, True)
    assert torch.equal(value, torch.where(input > 0, input, input * noise))
    return value


def glu(dtype):
    cases = Cases("activation", "glu", dtype)
    for shape, dim in (([2, 4], -1), ([2, 4], 0), ([4, 3, 2], 0), ([2, 6, 3], 1), ([2], 0), ([0, 4], 1), ([34], -1), ([2, 0], 1)):
        inputs, out = {"input": cases.draw(f"{shape} {dim}", shape)}, list(shape)
        out[dim] //= 2
        options = {} if dim == -1 else {"dim": dim}
        cases.add(f"shape {shape}, dim {dim}", inputs, **options)
        cases.add(f"shape {shape}, dim {dim}, cotangent", inputs, None, cases.draw(f"{shape} {dim}/cotangent", out), **options)
    values = SPECIAL[dtype] + [17.0, -17.0, 88.75, -88.75, 1000.0, -1000.0]
    cases.add("special gates", {"input": cases.tensor([2, len(values)], [1.5] * len(values) + values)}, dim=0)
    cases.add("special values", {"input": cases.tensor([2, len(values)], values + [0.5] * len(values))}, dim=0)
    cases.add("adversarial", {"input": cases.draw("adversarial", [2, 20], "adversarial")})
    return cases.made


def activations_more():
    for dtype in DTYPES:
        for name, options in OPTIONS.items():
            yield from activation(name, dtype, options).made
        yield from kinks(dtype)
        yield from rrelu_in_training(dtype) + glu(dtype) + softmaxes("softmin", dtype)


def refused_more():
    def asked(name, numbers, options, more=None):
        inputs = {"input": tensor([len(numbers)], numbers, "float64"), **(more or {})}
        return f"{name}: refuses {options or 'a wrong shape'}", request("activation", name, "float64", inputs, None, None, options)

    yield asked("softshrink", [1.0, 2.0], {"lambd": -0.5})
    yield asked("celu", [1.0, 2.0], {"alpha": 0.0})
    yield asked("rrelu", [1.0, 2.0], {"lower": 0.5, "upper": 0.25})
    yield asked("glu", [1.0, 2.0, 3.0], {})
    yield asked("glu", [1.0, 2.0], {"dim": 1})
    yield asked("softmin", [1.0, 2.0], {"dim": 1})
