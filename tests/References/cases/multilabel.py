"""Losses of rows whose target lists several right classes, and what they refuse."""
import math

from .functions import REDUCTIONS, Cases, request
from .losses import pair
from .numbers import INF, NAN, Draw, indices, tensor
from .rows import BOTH


def multilabel_margin_loss(dtype):
    cases = Cases("loss", "multilabel_margin_loss", dtype)

    def listed(word, shape):
        source = Draw(f"multilabel_margin_loss/{word}/target")
        return indices(shape, [source.index(shape[-1] + 1) - 1 for _ in range(math.prod(shape))])

    for shape in ([3, 4], [5], [2, 1], [4, 17]):
        word = f"shape {shape}"
        inputs = {"input": cases.draw(word, shape), "target": listed(word, shape)}
        cases.reductions(word, inputs, None, shape[:-1], REDUCTIONS)
    scores = {"input": cases.tensor([4], [0.1, 0.2, 0.4, 0.8])}
    for word, target in (("what stands after the first −1", [3, 0, -1, 1]), ("no class", [-1, 0, 1, 2]), ("every class", [0, 1, 2, 3]),
                         ("a class twice", [3, 3, -1, -1])):
        cases.add(word, scores | {"target": indices([4], target)})
    kinks = {"input": cases.tensor([3, 3], [1.0, 0.0, 0.0, 0.0, 1.0, NAN, INF, 0.0, 1.0]), "target": indices([3, 3], [0, -1, -1] * 3)}
    cases.reductions("kinks and special scores", kinks, None, [3], ("none",))
    # The mean and the sum of an empty batch are memory that libtorch never writes: no reference exists.
    cases.reductions("empty batch", {"input": cases.tensor([0, 3], []), "target": indices([0, 3], [])}, None, [0], ("none",))
    return cases.made


def multilabel_soft_margin_loss(dtype):
    cases, every = Cases("loss", "multilabel_soft_margin_loss", dtype), [*BOTH, "weight"]
    for shape in ([3, 4], [5], [2, 2, 3], [2, 1]):
        word = f"shape {shape}"
        inputs = pair(cases, word, shape, shape, ("normal", "unit"))
        cases.reductions(word, inputs, BOTH, shape[:-1], REDUCTIONS)
        for form in ([shape[-1]], shape, [1]):
            weighted = inputs | {"weight": cases.draw(f"{word}/weight {form}", form, "weight")}
            cases.reductions(f"{word}, weight {form}", weighted, every, shape[:-1], ("mean",))
    cases.reductions("a target for all rows", pair(cases, "broadcast", [3, 4], [4], ("normal", "unit")), BOTH, [3], REDUCTIONS)
    cases.reductions("empty batch", pair(cases, "empty", [0, 3], [0, 3]), BOTH, [0], REDUCTIONS)
    large = {"input": cases.tensor([2, 4], [1000.0, -1000.0, 88.75, -88.75] * 2), "target": cases.tensor([2, 4], [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0])}
    cases.reductions("large logits", large, BOTH, [2], REDUCTIONS)
    return cases.made


def multilabel_refused():
    def floats(*shape):
        return tensor(shape, [0.5] * math.prod(shape), "float64")

    listed = "multilabel_margin_loss"
    for name, word, inputs in ((listed, "class too large", {"input": floats(3), "target": indices([3], [0, 3, -1])}),
                               (listed, "class below −1", {"input": floats(3), "target": indices([3], [0, -2, -1])}),
                               (listed, "class too large after the end", {"input": floats(3), "target": indices([3], [0, -1, 3])}),
                               (listed, "other number of classes", {"input": floats(2, 3), "target": indices([2, 2], [0, -1, 0, -1])}),
                               (listed, "three dimensions", {"input": floats(1, 2, 2), "target": indices([1, 2, 2], [0] * 4)}),
                               ("multilabel_soft_margin_loss", "shapes that do not broadcast", {"input": floats(2, 3), "target": floats(2)}),
                               ("multilabel_soft_margin_loss", "weight of the wrong length",
                                {"input": floats(2, 3), "target": floats(2, 3), "weight": floats(2)})):
        yield f"{name}: refuses {word}", request("loss", name, "float64", inputs, None, None, {})
