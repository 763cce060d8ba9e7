"""Losses of several arguments: Gaussian, rankings, and losses of vectors and of distances.

PyTorch has no loss of distances: triplet_distance_loss is the last line of its triplet_margin_with_distance_loss, on distances as they are.
"""
import torch
import torch.nn.functional as F

from .functions import REDUCTIONS, Cases, request
from .numbers import DTYPES, indices, tensor

DISTANCES = {
    "euclidean": F.pairwise_distance,
    "manhattan": lambda x, y: F.pairwise_distance(x, y, 1.0),
    "squaredeuclidean": lambda x, y: ((x - y) ** 2).sum(-1),
    "cosine": lambda x, y: F.cosine_embedding_loss(x, y, torch.ones(x.shape[:-1], dtype=x.dtype), reduction="none"),
}


def with_distance(anchor, positive, negative, distance_function="euclidean", **options):
    distance = DISTANCES[distance_function]
    if options.get("margin", 1.0) > 0:
        return F.triplet_margin_with_distance_loss(anchor, positive, negative, distance_function=distance, **options)
    swap = distance(positive, negative) if options.pop("swap", False) else None
    return of_distances(distance(anchor, positive), distance(anchor, negative), swap, **options)


def of_distances(positive_distance, negative_distance, swap_distance=None, margin=1.0, reduction="mean"):
    far = negative_distance if swap_distance is None else torch.min(negative_distance, swap_distance)
    losses = torch.clamp(positive_distance - far + margin, min=0.0)
    return {"mean": losses.mean, "sum": losses.sum, "none": lambda: losses}[reduction]()


FUNCTIONS = {"triplet_margin_with_distance_loss": with_distance, "triplet_distance_loss": of_distances}


class Vectors(Cases):
    def __init__(self, name, dtype, names, optional=()):
        super().__init__("loss", name, dtype)
        self.names, self.optional = names, optional

    def inputs(self, case, shapes, kind="normal"):
        return {name: self.draw(f"{case}/{name}", shape, kind) for name, shape in zip(self.names, shapes)}

    def usual(self, shape, result, rest=None, **options):
        """One shape for all arguments, or another for the last one."""
        word = f"shape {shape}" + (f" and {rest}" if rest is not None else "") + (f", {options}" if options else "")
        shapes = [shape] * (len(self.names) - 1) + [shape if rest is None else rest]
        self.reductions(word, self.inputs(word, shapes), self.names, result, REDUCTIONS, **options)


def gaussian(dtype):
    cases = Vectors("gaussian_nll_loss", dtype, ["input", "target", "var"])
    for rest in ([2, 3], [2], [2, 1]):
        for options in ({}, {"full": True}, {"eps": 0.5}, {"full": True, "eps": 1e-3}):
            word = f"var of shape {rest}, {options}"
            inputs = cases.inputs(word, [[2, 3], [2, 3]]) | {"var": cases.draw(f"{word}/var", rest, "weight")}
            cases.reductions(word, inputs, cases.names, [2, 3], REDUCTIONS, **options)
    for shapes in (([3], [3], [3]), ([3], [3], [1]), ([2, 3], [3], [2]), ([2, 1, 3], [2, 1, 3], [2, 1]), ([0], [0], [0]), ([], [], [])):
        word = f"shapes {shapes}"
        cases.reductions(word, cases.inputs(word, shapes, "weight"), cases.names, None, REDUCTIONS)
    edges = {"input": cases.tensor([5], [1.0, 0.0, -2.0, 3.0, 1.0]), "target": cases.tensor([5], [0.0, 0.0, 1.0, 3.0, -1.0]),
             "var": cases.tensor([5], [0.0, 1e-7, 1e-6, 1e-3, 4.0])}
    cases.reductions("variances at and below eps", edges, cases.names, [5], REDUCTIONS)
    cases.reductions("no eps", edges | {"var": cases.tensor([5], [0.0, 1e-30, 1e-6, 1e-3, 4.0])}, cases.names, [5], ("none",), eps=0.0)
    return cases.made


def ranking(dtype):
    cases = Vectors("margin_ranking_loss", dtype, ["input1", "input2", "target"])
    for margin in (0.0, 0.5):
        signs = {"target": cases.tensor([2, 3], [1.0, -1.0, 1.0, -1.0, -1.0, 1.0])}
        cases.reductions(f"margin {margin}", cases.inputs(f"margin {margin}", [[2, 3], [2, 3]]) | signs, cases.names, [2, 3], REDUCTIONS, margin=margin)
    cases.usual([2, 3], None, [1, 3])
    cases.usual([0], None)
    kinks = {"input1": cases.tensor([6], [1.0, 1.0, 2.0, 0.0, 0.5, 0.0]), "input2": cases.tensor([6], [1.0, 1.0, 1.5, 0.0, 0.0, 0.5]),
             "target": cases.tensor([6], [1.0, -1.0, 1.0, 0.0, 1.0, -1.0])}
    for margin in (0.0, 0.5):
        cases.add(f"kinks, margin {margin}", kinks, cases.names, reduction="none", margin=margin)
    return cases.made


def cosine(dtype):
    cases = Vectors("cosine_embedding_loss", dtype, ["input1", "input2"])
    for margin in (0.0, 0.5, -0.25):
        inputs = cases.inputs(f"margin {margin}", [[4, 3], [4, 3]]) | {"target": cases.tensor([4], [1.0, -1.0, -1.0, 0.5])}
        cases.reductions(f"margin {margin}", inputs, cases.names, [4], REDUCTIONS, margin=margin)
    for sign in (1.0, -1.0):
        cases.reductions(f"one row, target {sign}", cases.inputs(f"one row {sign}", [[5], [5]]) | {"target": cases.tensor([], [sign])}, cases.names, None, REDUCTIONS)
    cases.reductions("one row beside many", cases.inputs("beside", [[3, 2], [1, 2]]) | {"target": cases.tensor([3], [1.0, -1.0, -1.0])}, cases.names)
    cases.reductions("no rows", cases.inputs("none", [[0, 2], [0, 2]]) | {"target": cases.tensor([0], [])}, cases.names, None, REDUCTIONS)
    edges = {"input1": cases.tensor([4, 2], [0.0, 0.0, 1.0, 0.0, 3.0, 4.0, 1.0, 2.0]), "input2": cases.tensor([4, 2], [1.0, 2.0, 0.0, 1.0, 3.0, 4.0, -1.0, -2.0]),
             "target": cases.tensor([4], [1.0, -1.0, 1.0, -1.0])}
    cases.reductions("zero, square, parallel and opposite vectors", edges, cases.names, [4], REDUCTIONS)
    return cases.made


def triplets(dtype):
    made, names = [], ["anchor", "positive", "negative"]
    cases = Vectors("triplet_margin_loss", dtype, names)
    for options in ({}, {"p": 1.0}, {"p": 3.0}, {"p": 1.5}, {"swap": True}, {"margin": 0.25, "swap": True, "p": 1.0}, {"eps": 0.125}, {"margin": -1.0},
                    {"p": 0.5}, {"p": 0.25, "swap": True}, {"p": "Infinity"}, {"p": "Infinity", "swap": True, "margin": 0.25}, {"p": 0.0}):
        cases.usual([3, 4], [3], **options)
    for shape, rest in (([4], None), ([2, 1, 3], None), ([2, 3], [1, 3]), ([0, 3], None)):
        cases.usual(shape, None, rest)
    same = {name: cases.tensor([2, 2], values) for name, values in zip(names, ([1.0, 2.0, 0.0, 0.0], [1.0, 2.0, 0.0, 1.0], [1.0, 2.0, 0.0, -1.0]))}
    for options in ({}, {"eps": 0.0}, {"eps": 0.0, "p": 1.0}, {"eps": 0.0, "swap": True}, {"eps": 0.0, "margin": 0.0, "swap": True},
                    {"eps": 0.0, "p": 0.5}, {"eps": 0.0, "p": "Infinity"}, {"eps": 0.0, "p": "Infinity", "swap": True, "margin": 3.0}, {"eps": 0.0, "p": 0.0}):
        cases.add(f"equal vectors and kinks, {options}", same, names, reduction="none", **options)
    shared = {name: cases.tensor([2, 4], values) for name, values in zip(names, ([3.0, -3.0, 1.0, 0.0, 2.0, 2.0, -2.0, 2.0], [0.0] * 8, [1.0, -1.0, 1.0, -1.0] * 2))}
    cases.reductions("largest differences that are equal", shared, names, [2], REDUCTIONS, eps=0.0, p="Infinity")
    made += cases.made
    cases = Vectors("triplet_margin_with_distance_loss", dtype, names)
    for distance in DISTANCES:
        for options in ({}, {"swap": True}, {"margin": 0.25}):
            cases.usual([3, 4], [3], distance_function=distance, **options)
    cases.usual([5], None)
    cases.usual([2, 1, 3], None, distance_function="squaredeuclidean")
    made += cases.made
    cases = Vectors("triplet_distance_loss", dtype, ["positive_distance", "negative_distance"])
    for margin in (1.0, 0.25):
        cases.usual([5], [5], margin=margin)
        word = f"swap, margin {margin}"
        names = [*cases.names, "swap_distance"]
        inputs = cases.inputs(word, [[5], [5]]) | {"swap_distance": cases.draw(f"{word}/swap", [5])}
        cases.reductions(word, inputs, names, [5], REDUCTIONS, margin=margin)
    ties = {"positive_distance": cases.tensor([3], [1.0, 0.0, 0.0]), "negative_distance": cases.tensor([3], [2.0, 0.5, 2.0]), "swap_distance": cases.tensor([3], [2.0, 0.5, 1.0])}
    cases.add("ties and kinks", ties, names, reduction="none")
    return made + cases.made


def temporal(dtype):
    cases = Cases("loss", "ctc_loss", dtype)
    by = ["log_probs"]

    def logs(word, shape):
        drawn = cases.draw(f"{word}/log_probs", shape)
        return cases.tensor(shape, [-abs(value) for value in drawn["data"]])

    def inputs(word, shape, targets, steps, lengths):
        count = [] if len(shape) == 2 else [shape[1]]
        return {"log_probs": logs(word, shape), "targets": indices(*targets), "input_lengths": indices(count, steps), "target_lengths": indices(count, lengths)}

    for word, targets in (("rows of targets", ([2, 3], [1, 2, 2, 3, 3, 1])), ("targets side by side", ([4], [1, 2, 3, 3]))):
        for options in ({}, {"zero_infinity": True}):
            cases.reductions(f"{word}, {options}", inputs(word, [6, 2, 4], targets, [6, 5], [3, 3] if len(targets[0]) == 2 else [2, 2]), by, [2], REDUCTIONS, **options)
    cases.reductions("blank 2", inputs("blank", [4, 2, 3], ([2, 2], [0, 1, 1, 1]), [4, 4], [2, 2]), by, None, REDUCTIONS, blank=2)
    cases.reductions("no batch", inputs("no batch", [5, 4], ([2], [3, 1]), [5], [2]), by, None, REDUCTIONS)
    cases.reductions("no labels", inputs("no labels", [3, 2, 3], ([2, 1], [1, 1]), [3, 2], [0, 1]), by, None, REDUCTIONS)
    cases.reductions("labels that do not fit, counted as 0", inputs("short", [4, 2, 3], ([2, 2], [1, 1, 1, 2]), [2, 4], [2, 2]), by, None, REDUCTIONS, zero_infinity=True)
    cases.add("labels that do not fit", inputs("short", [4, 2, 3], ([2, 2], [1, 1, 1, 2]), [2, 4], [2, 2]), by, reduction="none")
    return cases.made


def class_weights(dtype):
    """Probabilities give the class weights a gradient."""
    cases = Cases("loss", "cross_entropy", dtype)
    for shape, weights in (([3, 4], [4]), ([5], [5]), ([2, 3, 2], [3])):
        for options in ({}, {"label_smoothing": 0.25}):
            word = f"weights beside probabilities of shape {shape}, {options}"
            inputs = {"input": cases.draw(f"{word}/input", shape), "target": cases.draw(f"{word}/target", shape, "unit"),
                      "weight": cases.draw(f"{word}/weight", weights, "weight")}
            cases.reductions(word, inputs, ["input", "target", "weight"], None, REDUCTIONS, **options)
    return cases.made


def vectors():
    return [case for dtype in DTYPES for of in (gaussian, ranking, cosine, triplets, temporal, class_weights) for case in of(dtype)]


def vectors_refused():
    def floats(*shape, value=0.5):
        count = 1
        for length in shape:
            count *= length
        return tensor(list(shape), [value] * count, "float64")

    pair = {"input": floats(2, 3), "target": floats(2, 3)}
    rows = {"input1": floats(2, 3), "input2": floats(2, 3)}
    triple = {"anchor": floats(2, 3), "positive": floats(2, 3)}
    losses = {
        "gaussian_nll_loss": [("negative variances", pair | {"var": floats(2, 3, value=-0.5)}, {}), ("a variance for each column", pair | {"var": floats(3)}, {}),
                              ("batchmean", pair | {"var": floats(2, 3)}, {"reduction": "batchmean"})],
        "margin_ranking_loss": [("shapes that do not broadcast", rows | {"target": floats(2, 2)}, {}), ("other ranks", rows | {"target": floats(3)}, {})],
        "cosine_embedding_loss": [("a target for each number", rows | {"target": floats(2, 3)}, {}), ("rows that do not broadcast", {**rows, "input2": floats(2, 2), "target": floats(2)}, {}),
                                  ("vectors of rank 3", {"input1": floats(2, 1, 3), "input2": floats(2, 1, 3), "target": floats(2)}, {})],
        "triplet_margin_loss": [("other ranks", triple | {"negative": floats(3)}, {}), ("rows that do not broadcast", triple | {"negative": floats(2, 2)}, {})],
    }
    labels, scores = indices([2], [0, 2]), {"input": floats(2, 3)}
    for name, inputs, by in (("cross_entropy", scores | {"target": labels, "weight": floats(3)}, "weight"), ("nll_loss", scores | {"target": labels, "weight": floats(3)}, "weight"),
                             ("multi_margin_loss", scores | {"target": labels, "weight": floats(3)}, "weight"), ("binary_cross_entropy", pair | {"weight": floats(3)}, "weight"),
                             ("binary_cross_entropy_with_logits", pair | {"weight": floats(3)}, "weight"), ("binary_cross_entropy_with_logits", pair | {"pos_weight": floats(3)}, "pos_weight")):
        yield f"{name}: refuses the gradient by {by}", request("loss", name, "float64", inputs, [by], None, {})
    sequence = {"log_probs": floats(4, 2, 3, value=-1.0)}
    losses["ctc_loss"] = [("more steps than there are", sequence | {"targets": indices([2, 1], [1, 2]), "input_lengths": indices([2], [5, 4]), "target_lengths": indices([2], [1, 1])}, {}),
                          ("more labels than there are", sequence | {"targets": indices([2, 1], [1, 2]), "input_lengths": indices([2], [4, 4]), "target_lengths": indices([2], [2, 1])}, {}),
                          ("a blank that is no class", sequence | {"targets": indices([2, 1], [1, 2]), "input_lengths": indices([2], [4, 4]), "target_lengths": indices([2], [1, 1])}, {"blank": 3})]
    for name, all_of in losses.items():
        for word, inputs, options in all_of:
            yield f"{name}: refuses {word}", request("loss", name, "float64", inputs, [next(iter(inputs))], None, options)
