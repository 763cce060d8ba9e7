"""Losses of rows. Where PyTorch has no such function, it is written here as its authors define it, one class after the other and not as the
backends compute it: Keras' categorical_hinge, categorical_focal_crossentropy, categorical_generalized_cross_entropy and tversky, optax'
poly_loss_cross_entropy, multiclass_sparsemax_loss and dice_loss, and Lin's divergence. Autograd differentiates, in double precision."""
import math

import torch

from .functions import REDUCTIONS, Cases
from .losses import pair
from .numbers import Draw, indices, tensor

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
