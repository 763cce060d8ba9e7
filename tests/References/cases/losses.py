"""Losses of a prediction and a target of one shape."""
from .functions import REDUCTIONS, Cases
from .numbers import EPSILON, INF, NAN, SPECIAL

BOTH = ["input", "target"]


def pair(cases, case, left, right, kinds=("normal", "normal")):
    return {"input": cases.draw(f"{case}/input", left, kinds[0]), "target": cases.draw(f"{case}/target", right, kinds[1])}


def product(cases, left, right):
    """Each number of the left with each of the right."""
    shape = [len(left), len(right)]
    return {"input": cases.tensor(shape, [a for a in left for _ in right]), "target": cases.tensor(shape, right * len(left))}


def elementwise(name, dtype, kinds=("normal", "normal")):
    cases = Cases("loss", name, dtype)
    cases.reductions("ordinary", pair(cases, "ordinary", [2, 3], [2, 3], kinds), BOTH, [2, 3], REDUCTIONS)
    cases.add("gradient by default", pair(cases, "default", [4], [4], kinds), reduction="mean")
    for shape, reduction in (([1], "mean"), ([17], "mean"), ([33], "sum"), ([2, 1, 2, 3], "mean"), ([], "mean"), ([], "none")):
        cases.reductions(f"shape {shape}", pair(cases, f"shape {shape}", shape, shape, kinds), BOTH, None, (reduction,))
    cases.reductions("shape [0]", pair(cases, "empty", [0], [0]), BOTH, None, REDUCTIONS)
    cases.reductions("shape [0, 3]", pair(cases, "empty", [0, 3], [0, 3]), BOTH, None, REDUCTIONS)
    return cases


def regression(name, dtype):
    option, values = {"huber_loss": ("delta", (0.1, 3.0)), "smooth_l1_loss": ("beta", (0.0, 0.1, 3.0))}.get(name, (None, ()))
    cases = elementwise(name, dtype)
    for value in values:
        word = f"{option} {value}"
        cases.reductions(word, pair(cases, word, [2, 3], [2, 3]), BOTH, [2, 3], **{option: value})
    for left, right in (([2, 3], [3]), ([2, 1], [1, 3]), ([], [2, 3]), ([2, 1, 2, 1], [3, 1, 2]), ([0, 3], [3]), ([3], [2, 3])):
        word = f"shapes {left} and {right}"
        cases.reductions(word, pair(cases, word, left, right), BOTH)
    adversarial = pair(cases, "adversarial", [40], [40], ("adversarial", "adversarial"))
    cases.reductions("adversarial", adversarial, BOTH, [40], ("none",))
    cases.reductions("special values", product(cases, SPECIAL[dtype], SPECIAL[dtype]), BOTH, None, ("none",))
    for value in (None, *values):
        size, options = value or 1.0, {} if value is None else {option: value}
        kinks = product(cases, [-size, 0.0, -0.0, size, 2 * size], [0.0, size])
        cases.add(f"kinks{'' if value is None else f', {option} {value}'}", kinks, BOTH, reduction="none", **options)
    return cases.made


def weights(cases, kinds, name):
    for shape in ([2, 3], [3], [2, 1], [1]):
        word = f"{name} of shape {shape}"
        inputs = pair(cases, word, [2, 3], [2, 3], kinds) | {name: cases.draw(f"{word}/{name}", shape, "weight")}
        full = shape == [3]
        cases.reductions(word, inputs, BOTH, [2, 3] if full else None, REDUCTIONS if full else ("mean",))


def binary_cross_entropy(dtype):
    cases = elementwise("binary_cross_entropy", dtype, ("unit", "unit"))
    weights(cases, ("unit", "unit"), "weight")
    edges = [v for v in SPECIAL[dtype] if 0.0 <= v <= 1.0] + [1e-44, 1e-13, 0.5, 1.0 - EPSILON[dtype] / 2]
    cases.reductions("inputs at and near 0 and 1", product(cases, edges, [0.0, 0.25, 1.0]), None, [len(edges), 3])
    cases.add("inputs at 0 and 1, gradient to target", product(cases, [0.0, 1.0], [0.0, 0.25, 1.0]), BOTH, reduction="none")
    cases.add("targets at the ends", product(cases, [0.0, 0.5, 1.0], [0.0, -0.0, SPECIAL[dtype][2], 1.0 - EPSILON[dtype] / 2, 1.0]), BOTH, reduction="none")
    cases.add("zero weights", pair(cases, "zero", [2], [2], ("unit", "unit")) | {"weight": cases.tensor([2], [0.0, 0.0])})
    return cases.made


def binary_cross_entropy_with_logits(dtype):
    cases = elementwise("binary_cross_entropy_with_logits", dtype, ("normal", "unit"))
    for name in ("weight", "pos_weight"):
        weights(cases, ("normal", "unit"), name)
    inputs = pair(cases, "both weights", [2, 3], [2, 3], ("normal", "unit"))
    inputs |= {name: cases.draw(f"both weights/{name}", [3], "weight") for name in ("weight", "pos_weight")}
    cases.reductions("weight and pos_weight", inputs, BOTH, [2, 3], REDUCTIONS)
    finite = [1000.0, -1000.0, 100.0, -100.0, 88.75, -88.75, 20.0, -40.0, 1e-8]
    cases.reductions("large finite logits", product(cases, finite, [0.0, 1.0]), BOTH, None, ("mean", "sum"))
    extreme = finite + SPECIAL[dtype]
    inputs = product(cases, extreme, [0.0, 0.25, 1.0])
    cases.reductions("extreme logits", inputs, BOTH, [len(extreme), 3], ("none",))
    weighted = inputs | {"pos_weight": cases.tensor([3], [0.5, 3.0, 0.0])}
    cases.add("extreme logits with pos_weight", weighted, BOTH, reduction="none")
    cases.add("targets outside [0, 1]", product(cases, [-2.0, 0.0, 3.0], [2.0, -1.0, NAN, INF]), BOTH, reduction="none")
    return cases.made


def kl_div(dtype):
    cases, kinds, every = Cases("loss", "kl_div", dtype), ("mean", "batchmean", "sum", "none"), SPECIAL[dtype]
    for options, word, target in (({}, "", "unit"), ({"log_target": True}, ", log target", "normal")):
        inputs = pair(cases, f"ordinary{word}", [2, 3], [2, 3], ("normal", target))
        cases.reductions(f"ordinary{word}", inputs, BOTH, [2, 3], kinds, **options)
        for shape, kind in (([17], "sum"), ([2, 2, 3], "batchmean")):
            inputs = pair(cases, f"shape {shape}{word}", shape, shape, ("normal", target))
            cases.reductions(f"shape {shape}{word}", inputs, BOTH, None, (kind,), **options)
        for left, right in (([2, 3], [3]), ([3], [2, 3]), ([], [2]), ([0, 3], [0, 3]), ([0], [0]), ([], [])):
            inputs = pair(cases, f"shapes {left} {right}{word}", left, right, ("normal", target))
            cases.reductions(f"shapes {left} and {right}{word}", inputs, BOTH, None, ("mean", "batchmean"), **options)
        cases.add(f"special values{word}", product(cases, every, every), reduction="none", **options)
        cases.add(f"gradient to special targets{word}", product(cases, [-1.0, -INF], every), ["target"], reduction="none", **options)
    return cases.made
