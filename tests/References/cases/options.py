"""Options at the ends of what PyTorch takes: negative, zero and infinite ones, and a softmax without its dim."""
from .functions import REDUCTIONS, Cases, request
from .numbers import DTYPES, INF, tensor

FOREVER = "Infinity"
ACTIVATIONS = {
    "celu": [{"alpha": -1.5}, {"alpha": -0.25}], "elu": [{"alpha": 0.0}, {"alpha": -3.0}],
    "leaky_relu": [{"negative_slope": -0.5}, {"negative_slope": 3.0}],
    "softplus": [{"beta": -1.0}, {"beta": -0.5, "threshold": 3.0}, {"beta": 0.0}, {"threshold": -1.0}],
    "hardshrink": [{"lambd": FOREVER}, {"lambd": "-Infinity"}],
    "hardtanh": [{"min_val": 1.0, "max_val": -1.0}, {"min_val": "-Infinity"}, {"max_val": FOREVER}, {"min_val": 2.0, "max_val": 2.0}],
    "threshold": [{"threshold": "-Infinity", "value": 1.0}, {"threshold": FOREVER, "value": 1.0}, {"threshold": 0.5, "value": "-Infinity"}],
}
NUMBERS = [-50.0, -3.0, -2.0, -1.0, -0.5, -0.0, 0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 10.0]


def activation_options():
    for dtype in DTYPES:
        for name, rows in ACTIVATIONS.items():
            cases = Cases("activation", name, dtype)
            for options in rows:
                # Infinite inputs are left to options that leave them a meaning.
                ends = [INF, -INF] if name in ("leaky_relu", "hardshrink", "hardtanh", "threshold") else []
                cases.add(f"options {options}", {"input": cases.tensor([len(NUMBERS + ends)], NUMBERS + ends)}, None,
                          cases.draw(f"options {options}/cotangent", [len(NUMBERS + ends)]), **options)
            yield from cases.made
        for name in ("softmax", "log_softmax", "softmin"):
            cases = Cases("activation", name, dtype)
            for shape in ([], [3], [2, 3], [2, 3, 2], [2, 3, 2, 2], [2, 3, 1, 2, 2]):
                cases.add(f"no dim, shape {shape}", {"input": cases.draw(f"no dim {shape}", shape)}, None, cases.draw(f"no dim {shape}/cotangent", shape))
            yield from cases.made


def losses_of_two(cases, options, names, values, differ=None):
    inputs = dict(zip(names, (cases.tensor([len(value)], value) for value in values)))
    cases.reductions(f"options {options}", inputs, differ or list(names), [len(values[0])], REDUCTIONS, **options)


def loss_options():
    first, second, signs = [0.25, -2.0, 1.0, 0.0, 5.0, 3.0], [0.5, 1.0, -1.0, 0.0, 4.5, -2.0], [1.0, -1.0, 1.0, -1.0, -1.0, 1.0]
    for dtype in DTYPES:
        for name, word in (("huber_loss", "delta"), ("smooth_l1_loss", "beta")):
            cases = Cases("loss", name, dtype)
            losses_of_two(cases, {word: FOREVER}, ("input", "target"), (first, second))
            yield from cases.made
        for name, names in (("margin_ranking_loss", ("input1", "input2", "target")), ("hinge_embedding_loss", ("input", "target"))):
            cases = Cases("loss", name, dtype)
            for margin in (-1.0, FOREVER, "-Infinity"):
                losses_of_two(cases, {"margin": margin}, names, ([first, second, signs] if len(names) == 3 else [first, signs]), list(names[:-1]))
            yield from cases.made
        cases = Cases("loss", "gaussian_nll_loss", dtype)
        for eps in (0.0, -1.0):
            losses_of_two(cases, {"eps": eps}, ("input", "target", "var"), (first, second, [0.5, 2.0, 1.0, 0.0, 5.0, 0.0]))
        yield from cases.made
        cases = Cases("loss", "poisson_nll_loss", dtype)
        losses_of_two(cases, {"log_input": False, "eps": -0.5}, ("input", "target"), ([0.25, 2.0, 1.0, 0.0, 5.0, 0.75], [1.0, 0.0, 2.0, 3.0, 4.0, 1.0]), ["input"])
        yield from cases.made


def layer_options():
    for dtype in DTYPES:
        cases = Cases("layer", "dropout", dtype)
        cases.add("a single number", {"input": cases.tensor([], [3.0]), "mask": cases.tensor([], [1.0])})
        cases.add("a single number, not training", {"input": cases.tensor([], [3.0])}, training=False)
        yield from cases.made


def refused_activation_options():
    """NaN is among them for softshrink alone: elsewhere PyTorch takes it as any other number."""
    softshrink = [("softshrink", {"lambd": value}) for value in (-0.5, "-Infinity", FOREVER, "NaN")]
    for name, options in (("celu", {"alpha": 0.0}), *softshrink, ("rrelu", {"lower": 1.0, "upper": 0.5})):
        for dtype in DTYPES:
            yield f"{name} {dtype}: refuses {options}", request("activation", name, dtype, {"input": tensor([2], [1.0, -1.0], dtype)}, None, None, options)


def refused_loss_options():
    for name, options in (("huber_loss", {"delta": 0.0}), ("huber_loss", {"delta": "-Infinity"}), ("smooth_l1_loss", {"beta": "-Infinity"})):
        same = tensor([2], [1.0, -1.0], "float64")
        yield f"{name}: refuses {options}", request("loss", name, "float64", {"input": same, "target": same}, None, None, options)
    for word, shapes in (("ranks that differ", ([3, 4], [4], [3, 1])), ("a target of another rank", ([2, 3], [2, 3], [3]))):
        inputs = {name: tensor(shape, [1.0] * (shape[0] * (shape[1] if len(shape) > 1 else 1)), "float64") for name, shape in zip(("input1", "input2", "target"), shapes)}
        yield f"margin_ranking_loss: refuses {word}", request("loss", "margin_ranking_loss", "float64", inputs, ["input1"], None, {})
