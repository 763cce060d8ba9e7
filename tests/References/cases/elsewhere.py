"""Losses that PyTorch does not have, by the formulas of the systems that do.

The answers are not PyTorch's: each loss and its slopes are written down again here from the sources of Keras, optax, scikit-learn and
torchvision, in decimal arithmetic of 60 digits, and rounded once. Nothing is shared with the definitions. Sums are exact before they round.
"""
import ctypes
import math
from decimal import Decimal, getcontext

from .functions import REDUCTIONS, Cases
from .losses import BOTH, pair, product
from .numbers import tensor

getcontext().prec = 60
ZERO, ONE, TWO = Decimal(0), Decimal(1), Decimal(2)


def sign(x):
    return ONE if x > 0 else -ONE if x < 0 else ZERO


def log_cosh(x, y):
    """keras: softplus(-2d) + d - log(2)."""
    d = x - y
    grow, fall = d.exp(), (-d).exp()
    slope = (grow - fall) / (grow + fall)
    return ((-TWO * d).exp() + 1).ln() + d - TWO.ln(), slope, -slope


def quantile_loss(x, y, quantile=0.5):
    """scikit-learn: alpha * sign * d - (1 - alpha) * (1 - sign) * d, with d = y - x and sign = d >= 0."""
    q, d = Decimal(quantile), y - x
    over = ONE if d >= 0 else ZERO
    slope = ZERO if d == 0 else (ONE - over) * (ONE - q) - over * q
    return q * over * d - (ONE - q) * (ONE - over) * d, slope, -slope


def mean_absolute_percentage_error(x, y, eps=1e-7):
    """keras: 100 * abs((y - x) / maximum(abs(y), epsilon))."""
    least = Decimal(eps)
    size, d = max(abs(y), least), x - y
    turn = sign(y) if abs(y) >= least else ZERO
    return 100 * abs(d / size), 100 * sign(d) / size, 100 * (-sign(d) / size - abs(d) * turn / size ** 2)


def mean_squared_logarithmic_error(x, y, eps=1e-7):
    """keras: square(log(maximum(x, epsilon) + 1) - log(maximum(y, epsilon) + 1))."""
    least = Decimal(eps)
    a, b = max(x, least) + 1, max(y, least) + 1
    d = a.ln() - b.ln()
    return d ** 2, 2 * d / a if x >= least else ZERO, -2 * d / b if y >= least else ZERO


def squared_hinge(x, y):
    """keras: square(maximum(1 - y * x, 0))."""
    h = max(ONE - y * x, ZERO)
    return h ** 2, -2 * h * y, -2 * h * x


def perceptron_loss(x, y):
    """optax: maximum(0, -x * y)."""
    missed = y * x < 0
    return (-x * y, -y, -x) if missed else (ZERO, ZERO, ZERO)


def sigmoid_focal_loss(x, y, alpha=0.25, gamma=2.0):
    """torchvision: alpha_t * (1 - p_t) ** gamma * cross-entropy with logits."""
    p = ONE / (ONE + (-x).exp())
    entropy, by_x, by_y = -(y * p.ln() + (ONE - y) * (ONE - p).ln()), p - y, -x
    pt, slope, tilt = p * y + (ONE - p) * (ONE - y), (2 * y - 1) * p * (ONE - p), 2 * p - 1
    power, factor, turn = Decimal(gamma), ONE, ZERO
    if alpha >= 0:
        a = Decimal(alpha)
        factor, turn = a * y + (ONE - a) * (ONE - y), 2 * a - 1
    focus = (ONE - pt) ** power
    steep = -power * (ONE - pt) ** (power - 1) if gamma else ZERO
    return (factor * focus * entropy, factor * (focus * by_x + steep * slope * entropy),
            factor * (focus * by_y + steep * tilt * entropy) + turn * focus * entropy)


def sparsemax_loss(x, y):
    """optax: sparse_plus(where(y, -x, x))."""
    z, turn = (-x, -ONE) if y else (x, ONE)
    value, slope = (z, ONE) if z >= 1 else (ZERO, ZERO) if z <= -1 else ((z + 1) ** 2 / 4, (z + 1) / 2)
    return value, turn * slope, None


LOSSES = {loss.__name__: loss for loss in (log_cosh, quantile_loss, mean_absolute_percentage_error, mean_squared_logarithmic_error, squared_hinge,
                                           perceptron_loss, sigmoid_focal_loss, sparsemax_loss)}


def rounded(value, dtype):
    return ctypes.c_float(float(value)).value if dtype == "float32" else float(value)


def places(shape, common):
    """The element at each place of a shape that broadcasts."""
    strides, step = [], 1
    for length in reversed(shape):
        strides.insert(0, 0 if length == 1 else step)
        step *= length
    strides = [0] * (len(common) - len(shape)) + strides
    found = [0]
    for length, stride in zip(common, strides):
        found = [place + stride * i for place in found for i in range(length)]
    return found


def answered(request):
    """What the loss and its slopes are."""
    options, dtype, inputs = dict(request.get("options", {})), request["dtype"], request["inputs"]
    reduction = options.pop("reduction", "mean")
    shapes = {name: inputs[name]["shape"] for name in BOTH}
    rank = max(map(len, shapes.values()))
    padded = {name: [1] * (rank - len(shape)) + shape for name, shape in shapes.items()}
    common = [a if b == 1 else b for a, b in zip(*padded.values())]
    at = {name: places(shapes[name], common) for name in BOTH}
    data = {name: [Decimal(rounded(v, dtype)) for v in inputs[name]["data"]] for name in BOTH}
    count = math.prod(common)
    share = ONE / count if reduction == "mean" else ONE
    weights = [Decimal(rounded(v, dtype)) for v in request["cotangent"]["data"]] if "cotangent" in request else [ONE]
    values, slopes = [], {name: [ZERO] * len(data[name]) for name in BOTH}
    for i in range(count):
        value, *by = LOSSES[request["name"]](data["input"][at["input"][i]], data["target"][at["target"][i]], **options)
        values.append(value)
        for name, slope in zip(BOTH, by):
            if slope is not None:
                slopes[name][at[name][i]] += slope * share * weights[i if len(weights) > 1 else 0]
    shape, result = (common, values) if reduction == "none" else ([], [sum(values, ZERO) * share])
    grads = {name: tensor(shapes[name], [rounded(v, dtype) for v in slopes[name]], dtype) for name in request.get("grad", ["input"])}
    return {"value": tensor(shape, [rounded(v, dtype) for v in result], dtype), "grads": grads}


OPTIONS = {"quantile_loss": ({}, {"quantile": 0.9}, {"quantile": 0.125}), "mean_absolute_percentage_error": ({}, {"eps": 0.5}),
           "mean_squared_logarithmic_error": ({}, {"eps": 0.5}),
           "sigmoid_focal_loss": ({}, {"alpha": -1.0, "gamma": 0.0}, {"alpha": 0.75, "gamma": 1.0}, {"alpha": -1.0, "gamma": 1.5}, {"gamma": 5.0})}
KINDS = {"mean_squared_logarithmic_error": ("weight", "weight"), "sigmoid_focal_loss": ("normal", "unit"), "sparsemax_loss": ("normal", "unit")}


def cases_of(name, dtype):
    cases, kinds, grad = Cases("loss", name, dtype), KINDS.get(name, ("normal", "normal")), ["input"] if name == "sparsemax_loss" else BOTH
    for options in OPTIONS.get(name, ({},)):
        word = ", ".join(f"{key} {value}" for key, value in options.items()) or "defaults"

        def draw(case, left, right):
            inputs = pair(cases, case, left, right, kinds)
            if name in ("squared_hinge", "perceptron_loss", "sparsemax_loss"):
                low = 0.0 if name == "sparsemax_loss" else -1.0
                inputs["target"]["data"] = [1.0 if v > 0.5 else low for v in inputs["target"]["data"]]
            return inputs

        cases.reductions(f"ordinary, {word}", draw(f"ordinary, {word}", [2, 3], [2, 3]), grad, [2, 3], REDUCTIONS, **options)
        for left, right in (([2, 3], [3]), ([3], [2, 3]), ([2, 1], [1, 3]), ([17], [17]), ([], [2]), ([], [])):
            case = f"shapes {left} and {right}, {word}"
            cases.reductions(case, draw(case, left, right), grad, None, ("mean",), **options)
        bound = options.get("eps", 1e-7)
        ends = [-1.0, 0.0, 1.0, 0.5] if kinds[1] == "normal" else [0.0, 1.0] if kinds[1] == "unit" else [0.0, bound, 1.0]
        kinks = product(cases, [-1.0, 0.0, 0.5, 1.0, 2.0, -20.0, 30.0, 1e-3], ends)
        cases.add(f"kinks, {word}", kinks, grad, reduction="none", **options)
    return cases.made


def elsewhere():
    """All of them."""
    return [case for dtype in ("float32", "float64") for name in LOSSES for case in cases_of(name, dtype)]
