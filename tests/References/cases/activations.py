"""Activations."""
from .functions import Cases
from .numbers import DTYPES, INF, NAN, SPECIAL


def activation(name, dtype, options=None, dims=False):
    """Functions along dims always have a cotangent: the gradient of a sum that is 1 would be rounding errors alone."""
    cases = Cases("activation", name, dtype)
    edges = [88.75, -88.75, 710.0, -710.0, 1000.0, -1000.0, 20.0, 20.5, -20.0, 1e-8, -1e-8, 0.5, -3.0]
    for number, option in enumerate(options or [{}]):
        word = "".join(f", {key} {value}" for key, value in option.items())
        shapes = [[2, 3], [17]] if not dims else [[2, 3], [3, 2, 4]] if option["dim"] < 2 else [[3, 2, 4]]
        for shape in shapes:
            if not dims:
                cases.add(f"ordinary {shape}{word}", {"input": cases.draw(f"ordinary {shape}", shape)}, **option)
            cases.add(f"cotangent {shape}{word}", {"input": cases.draw(f"cotangent {shape}", shape)}, None,
                      cases.draw(f"cotangent {shape}/cotangent", shape), **option)
        if number == 0:
            for shape in ([], [1], [33], [0]) + (() if dims else ([0, 3], [2, 1, 2, 3])):
                cases.add(f"shape {shape}{word}", {"input": cases.draw(f"shape {shape}", shape)}, None,
                          cases.draw(f"shape {shape}/cotangent", shape), **option)
        if not dims:
            values = SPECIAL[dtype] + edges
            cases.add(f"special values{word}", {"input": cases.tensor([len(values)], values)}, None,
                      cases.draw("special/cotangent", [len(values)]), **option)
            cases.add(f"adversarial{word}", {"input": cases.draw("adversarial", [40], "adversarial")}, **option)
    return cases


def softmaxes(name, dtype):
    cases = activation(name, dtype, [{"dim": dim} for dim in (-1, 0, 1, 2)], True)
    for shape, dim in (([0, 3], 1), ([0, 3], 0), ([2, 0], 1), ([2, 1], 1), ([3, 17], 1), ([17, 3], 0)):
        cases.add(f"shape {shape}, dim {dim}", {"input": cases.draw(f"shape {shape} {dim}", shape)}, None,
                  cases.draw(f"shape {shape} {dim}/cotangent", shape), dim=dim)
    rows = [[1000.0, -1000.0, 0.0], [2.0, 2.0, 2.0], [-INF, 1.0, 0.0], [-INF, -INF, -INF], [INF, 0.0, 1.0], [NAN, 0.0, 1.0],
            SPECIAL[dtype][:3], SPECIAL[dtype][3:6], SPECIAL[dtype][6:9], [88.75, -88.75, 1e-8], [-103.0, 0.0, -750.0]]
    cases.add("special rows", {"input": cases.tensor([len(rows), 3], sum(rows, []))}, None,
              cases.draw("special rows/cotangent", [len(rows), 3]), dim=1)
    return cases.made


def prelu(dtype):
    cases, both = Cases("activation", "prelu", dtype), ["input", "weight"]
    for shape, count in (([2, 3], 1), ([2, 3], 3), ([2, 3, 2], 3), ([2, 3, 2, 2], 3), ([17], 1), ([], 1), ([0], 1), ([0, 3], 3)):
        inputs = {"input": cases.draw(f"{shape} {count}", shape), "weight": cases.draw(f"{shape} {count}/weight", [count])}
        word = f"shape {shape}, {count} weights"
        cases.add(word, inputs, both)
        cases.add(f"{word}, cotangent", inputs, both, cases.draw(f"{shape} {count}/cotangent", shape))
    values = SPECIAL[dtype]
    for weight in (0.25, 0.0, -1.5, 1.0):
        inputs = {"input": cases.tensor([1, len(values)], values), "weight": cases.tensor([len(values)], [weight] * len(values))}
        cases.add(f"special values, weight {weight}", inputs, both)
    return cases.made


def activations():
    options = {"sigmoid": None, "tanh": None, "relu": None, "leaky_relu": [{}, {"negative_slope": 0.2}, {"negative_slope": 0.0}],
               "softplus": [{}, {"beta": 0.5, "threshold": 5.0}, {"beta": 3.0}, {"threshold": "Infinity"}], "gelu": [{}, {"approximate": "tanh"}]}
    for dtype in DTYPES:
        for name, rows in options.items():
            yield from activation(name, dtype, rows).made
        yield from softmaxes("softmax", dtype) + softmaxes("log_softmax", dtype) + prelu(dtype)
