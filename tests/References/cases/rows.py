"""Losses of rows. Where PyTorch has no such function, it is written here as its authors define it, one class after the other and not as the
backends compute it: Keras' categorical_hinge, categorical_focal_crossentropy, categorical_generalized_cross_entropy and tversky, optax'
poly_loss_cross_entropy, multiclass_sparsemax_loss and dice_loss, and Lin's divergence. Autograd differentiates, in double precision."""
import math

import torch

from .functions import REDUCTIONS, Cases, request
from .losses import pair
from .numbers import INF, NAN, Draw, indices, tensor

BOTH = ["input", "target"]


def reduced(rows, reduction):
    return {"mean": rows.mean, "sum": rows.sum, "none": lambda: rows}[reduction]()


def one_hot(target, x):
    """Labels as rows; rows as they are."""
    if target.is_floating_point():
        return target.expand(x.shape)
    return torch.eye(x.shape[-1], dtype=x.dtype)[target].reshape(x.shape)


def rowwise(row):
    """A loss of one row and its target row as a loss of tensors, in double."""
    def loss(input, target, reduction="mean", **options):
        x, y = input.double(), one_hot(target if not target.is_floating_point() else target.double(), input.double())
        c = x.shape[-1]
        rows = [row(a, b, **options) for a, b in zip(x.reshape(-1, c), y.reshape(-1, c))]
        losses = torch.stack(rows).reshape(x.shape[:-1]) if rows else (x * y).sum(-1)
        return reduced(losses, reduction).to(input.dtype)
    return loss


def probabilities(x):
    powers = (x - x.max().detach()).exp()
    return powers / powers.sum()


def chosen(y, terms):
    """Only classes with a target take part, as a table look-up would have it."""
    return sum((y[c] * term for c, term in enumerate(terms) if y[c] != 0), y.sum() * 0)


def hinge(x, y):
    right, wrong = (y * x).sum(), ((1 - y) * x).amax()
    return torch.relu(wrong - right + 1)


def focal(x, y, alpha=0.25, gamma=2.0):
    logs = x.log_softmax(-1)
    return chosen(y, [-alpha * ((1 - p) ** gamma if gamma else 1) * log for p, log in zip(probabilities(x), logs)])


def poly(x, y, epsilon=2.0):
    logs = x.log_softmax(-1)
    return chosen(y, [-log + epsilon * (1 - p) for p, log in zip(probabilities(x), logs)])


def generalized(x, y, q=0.5):
    return (1 - (x * y).sum() ** q) / q


def sparsemax(x, y):
    """The Fenchel-Young loss; its conjugate is the maximum over all supports, found by trying the greatest k scores for each k."""
    ordered = x.sort(descending=True).values
    best = max(range(1, len(x) + 1), key=lambda k: ((ordered[:k].sum() - 1) / k).item())
    p = (x - (ordered[:best].sum() - 1) / best).clamp(min=0).detach()
    return (p * x).sum() + 0.5 * (1 - (p * p).sum()) - (y * x).sum()


def divergence(x, y):
    total = x.sum() * 0
    for a, b in zip(x, y):
        m = (a + b) / 2
        total = total + sum((0.5 * v * (v / m).log() for v in (a, b) if v != 0), total * 0)
    return total


def tversky(x, y, alpha=0.5, beta=0.5, smooth=1.0):
    shared = (x * y).sum()
    return 1 - (shared + smooth) / (shared + alpha * (x.sum() - shared) + beta * (y.sum() - shared) + smooth)


def dice(x, y, smooth=1.0):
    return 1 - (2 * (x * y).sum() + 2 * smooth) / (x.sum() + y.sum() + 2 * smooth)


FUNCTIONS = {name: rowwise(row) for name, row in {
    "categorical_hinge": hinge, "categorical_focal_crossentropy": focal, "poly_loss_cross_entropy": poly,
    "categorical_generalized_cross_entropy": generalized, "multiclass_sparsemax_loss": sparsemax,
    "jensen_shannon_divergence": divergence, "tversky": tversky, "dice_loss": dice}.items()}


def every_option(cases, options, kinds, target=None, grad=None):
    """Each set of options under each reduction; shapes under the first."""
    draw = target or (lambda word, shape: cases.draw(f"{word}/target", shape, "unit"))

    def inputs(word, shape):
        return {"input": cases.draw(f"{word}/input", shape, kinds), "target": draw(word, shape)}

    for chosen_options in options:
        word = ", ".join(f"{k} {v}" for k, v in chosen_options.items()) or "ordinary"
        cases.reductions(word, inputs(word, [3, 4]), grad, [3], REDUCTIONS, **chosen_options)
    for shape in ([5], [2, 1], [2, 2, 3], [1, 17]):
        cases.reductions(f"shape {shape}", inputs(f"shape {shape}", shape), grad, shape[:-1], ("none",))
    cases.reductions("empty batch", inputs("empty", [0, 3]), grad, [0], REDUCTIONS)


def labels(cases):
    def draw(word, shape):
        source = Draw(f"{cases.name}/{word}/target")
        return indices(shape[:-1], [source.index(shape[-1]) for _ in range(math.prod(shape[:-1]))])
    return draw


def of_classes(name, dtype, options, kinds="normal"):
    """Class indices, then rows of numbers."""
    cases = Cases("loss", name, dtype)
    every_option(cases, options, kinds, labels(cases))
    if name != "multiclass_sparsemax_loss":
        for chosen_options in options:
            word = f"rows {chosen_options}"
            cases.reductions(word, pair(cases, word, [2, 3], [2, 3], (kinds, "unit")), BOTH, [2], ("mean",), **chosen_options)
    return cases


def original_losses(dtype):
    focal_options = [{}, {"gamma": 0.0, "alpha": 1.0}, {"gamma": 1.5}, {"gamma": 3.0, "alpha": 0.5}]
    tversky_options = [{}, {"alpha": 0.3, "beta": 0.7, "smooth": 0.1}, {"alpha": 1.0, "beta": 1.0, "smooth": 0.0}]
    made = []
    for name, options, kinds in (("categorical_focal_crossentropy", focal_options, "normal"),
                                 ("poly_loss_cross_entropy", [{}, {"epsilon": 0.0}, {"epsilon": -0.5}], "normal"),
                                 ("categorical_generalized_cross_entropy", [{}, {"q": 1.0}, {"q": 0.7}], "unit"),
                                 ("multiclass_sparsemax_loss", [{}], "normal")):
        made += of_classes(name, dtype, options, kinds).made
    for name, options in (("jensen_shannon_divergence", [{}]), ("dice_loss", [{}, {"smooth": 0.1}]), ("tversky", tversky_options)):
        cases = Cases("loss", name, dtype)
        every_option(cases, options, "unit", grad=BOTH)
        made += cases.made
    cases = Cases("loss", "categorical_hinge", dtype)
    hot = cases.tensor([3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1])
    every_option(cases, [{}], "normal", grad=BOTH)
    cases.reductions("one-hot", {"input": cases.draw("one-hot", [3, 3]), "target": hot}, BOTH, [3], REDUCTIONS)
    ties = cases.tensor([3, 3], [1.0, 0.0, 0.0, 2.0, 0.5, 2.0, 0.0, 0.0, 1.5])
    cases.reductions("the kink, and equal wrong scores", {"input": ties, "target": hot}, BOTH, [3], ("none",))
    return made + cases.made


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
    # The mean and the sum of an empty batch are memory that libtorch 1.13.1 never writes: no reference exists.
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


def rows_refused():
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
