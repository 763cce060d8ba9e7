"""Losses of class scores and labels."""
import math

from .functions import REDUCTIONS, Cases
from .numbers import INF, NAN, SPECIAL, Draw, indices


def classes(cases, case, shape, options=None, target=None, weight=None, grad=None, full=False, cotangent=True):
    """The mean, or each reduction if full, and none with a cotangent. Class indices are drawn where no target is given."""
    inner = [*shape[:1], *shape[2:]] if len(shape) > 1 else []
    count = shape[1] if len(shape) > 1 else shape[0]
    source = Draw(f"{cases.name}/{case}/target")
    inputs = {"input": cases.draw(case + "/input", shape)}
    inputs["target"] = target or indices(inner, [source.index(count) for _ in range(math.prod(inner))])
    if weight:
        inputs["weight"] = cases.draw(case + "/weight", [count], "weight") if weight is True else cases.tensor([count], weight)
    cases.reductions(case, inputs, grad, inner if cotangent else None, REDUCTIONS if full else ("mean",), **(options or {}))


def rows(cases, case, values, label, kinds=("none",), **options):
    """Given rows of scores, all with one label; none has a cotangent."""
    inputs = {"input": cases.tensor([len(values), len(values[0])], sum(values, [])), "target": indices([len(values)], [label] * len(values))}
    cases.reductions(case, inputs, None, [len(values)] if kinds == ("none",) else None, kinds, **options)


def labelled(name, dtype):
    """What cross_entropy and nll_loss have in common: class indices."""
    cases, special = Cases("loss", name, dtype), SPECIAL[dtype]
    classes(cases, "ordinary", [4, 3], full=True)
    classes(cases, "weight", [4, 3], weight=True, full=True)
    classes(cases, "17 classes", [5, 17], weight=True)
    classes(cases, "one class", [2, 1])
    classes(cases, "unbatched", [5], full=True)
    classes(cases, "unbatched, weight", [5], weight=True)
    classes(cases, "unbatched, ignored", [3], target=indices([], [-100]))
    classes(cases, "one spatial dimension", [2, 3, 4])
    classes(cases, "one spatial dimension, weight", [2, 3, 2], weight=True, full=True)
    classes(cases, "two spatial dimensions", [2, 3, 2, 2])
    classes(cases, "default ignore_index", [4, 3], target=indices([4], [2, -100, 0, -100]), weight=True, full=True)
    for chosen, target in ((1, [1, 0, 1, 2]), (-1, [-1, 0, 1, 2]), (7, [7, 7, 2, 2])):
        classes(cases, f"ignore_index {chosen}", [4, 3], {"ignore_index": chosen}, indices([4], target), True)
    classes(cases, "spatial with ignored places", [2, 3, 2], target=indices([2, 2], [-100, 1, 2, -100]))
    classes(cases, "all rows ignored", [2, 3], target=indices([2], [-100, -100]), full=True)
    classes(cases, "all places ignored", [2, 3, 2], target=indices([2, 2], [-100] * 4))
    classes(cases, "all selected weights zero", [2, 3], target=indices([2], [1, 1]), weight=[1.0, 0.0, 2.0], full=True)
    classes(cases, "all weights zero", [2, 3], weight=[0.0, 0.0, 0.0])
    classes(cases, "empty batch", [0, 3], full=True)
    classes(cases, "empty batch, weight", [0, 3], weight=True)
    classes(cases, "empty batch of places", [0, 3, 2], full=True)
    large = [[1000.0, -1000.0, 0.0], [-1000.0, 1000.0, 0.0], [0.0, -0.0, 0.0]]
    other = [[2.0, 2.0, -INF], [-INF, 1.0, 0.0], [INF, 0.0, 1.0], [NAN, 0.0, 1.0], special[2:5], special[7:4:-1], [88.75, -88.75, 1e-8],
             [-INF, -INF, -INF]]
    for label in (0, 2):
        rows(cases, f"special rows, class {label}", large + other, label)
        rows(cases, f"large logits, class {label}", large, label, ("mean", "sum"))
    return cases


def cross_entropy(dtype):
    cases, smooth = labelled("cross_entropy", dtype), {"label_smoothing": 0.25}
    for amount in (0.1, 1.0):
        options = {"label_smoothing": amount}
        classes(cases, f"smoothing {amount}", [4, 3], options, full=True)
        classes(cases, f"smoothing {amount}, weight", [4, 3], options, weight=True, full=True)
        classes(cases, f"smoothing {amount}, ignored rows", [4, 3], options, indices([4], [0, -100, 2, -100]), True)
        classes(cases, f"smoothing {amount}, one spatial dimension", [2, 3, 2], options, weight=True)
    classes(cases, "smoothing, all rows ignored", [2, 3], smooth, indices([2], [-100, -100]), full=True)
    classes(cases, "smoothing, empty batch", [0, 3], smooth, full=True)
    classes(cases, "smoothing, unbatched", [5], smooth)
    classes(cases, "smoothing, all selected weights zero", [2, 3], smooth, indices([2], [1, 1]), [1.0, 0.0, 2.0])
    infinite = {"input": cases.tensor([2, 3], [2.0, 1.0, -INF, 1000.0, -1000.0, 0.0]), "target": indices([2], [0, 1])}
    cases.reductions("smoothing, infinite logit off target", infinite, None, [2], **smooth)
    for shape in ([2, 3], [5], [2, 3, 2], [0, 3]):
        target = cases.draw(f"probabilities {shape}", shape, "unit")
        for word, options, weight in (("", {}, None), (", weight", {}, True), (", weight and smoothing", smooth, True)):
            grad = ["input", "target", *(["weight"] if weight else [])]
            classes(cases, f"probabilities {shape}{word}", shape, options, target, weight, grad, shape in ([2, 3], [0, 3]))
    hot = cases.tensor([3, 3], [1, 0, 0, 0, 0, 1, 0, 1, 0])
    classes(cases, "one-hot", [3, 3], target=hot, full=True)
    classes(cases, "one-hot, weight", [3, 3], target=hot, weight=[0.5, 0.0, 2.0])
    classes(cases, "one-hot, smoothing", [3, 3], smooth, hot)
    mixed = {"input": cases.tensor([3, 3], [1000.0, -1000.0, 0.0, 1.0, -INF, 0.0, 1.0, NAN, 0.0]), "target": hot}
    cases.reductions("one-hot, extreme logits", mixed, None, [3], ("none",))
    return cases.made


def nll_loss(dtype):
    return labelled("nll_loss", dtype).made


def multi_margin_loss(dtype):
    cases = Cases("loss", "multi_margin_loss", dtype)
    for word, options in (("", {}), (", p 2", {"p": 2}), (", margin 0.1", {"margin": 0.1}), (", p 2, margin 3", {"p": 2, "margin": 3.0}),
                          (", margin 0", {"margin": 0.0})):
        classes(cases, f"ordinary{word}", [4, 3], options, full=not options)
        classes(cases, f"weight{word}", [4, 3], options, weight=True, full=not options)
        classes(cases, f"unbatched{word}", [5], options, weight=True)
        ties = {"input": cases.tensor([3, 3], [1.0, 0.0, 0.0, 2.0, 2.0, 2.0, 0.5, -0.5, 1.5]), "target": indices([3], [0, 1, 2])}
        cases.reductions(f"kinks and ties{word}", ties, None, [3], ("none",), **options)
    classes(cases, "17 classes", [5, 17])
    classes(cases, "one class", [2, 1])
    classes(cases, "zero weights", [2, 3], weight=[0.0, 0.0, 0.0])
    # The mean and the sum of an empty batch are memory that libtorch never writes: no reference exists.
    empty = {"input": cases.tensor([0, 3], []), "target": indices([0], [])}
    cases.reductions("empty batch", empty, None, [0], ("none",))
    special = [[1000.0, -1000.0, 0.0], [0.0, INF, 1.0], [INF, 0.0, 1.0], [NAN, 0.0, 1.0], [0.0, NAN, 1.0], SPECIAL[dtype][6:9]]
    for power in (1, 2):
        rows(cases, f"special rows, p {power}", special, 0, p=power)
    return cases.made
