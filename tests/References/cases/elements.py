"""Losses of a prediction and a target that PyTorch has, beside those in losses.py."""
from .functions import REDUCTIONS, Cases, request
from .losses import BOTH, pair, product
from .numbers import DTYPES, INF, NAN, SPECIAL, indices, tensor

INPUT = ["input"]


def signs(cases, case, shape):
    """A prediction, and −1 or 1 for each."""
    inputs = pair(cases, case, shape, shape, ("normal", "unit"))
    inputs["target"]["data"] = [1.0 if v < 0.5 else -1.0 for v in inputs["target"]["data"]]
    return inputs


def poisson_nll_loss(dtype):
    cases = Cases("loss", "poisson_nll_loss", dtype)
    forms = ({}, {"full": True}, {"log_input": False}, {"log_input": False, "full": True, "eps": 1e-3})
    for options in forms:
        word = ", ".join(f"{key} {value}" for key, value in options.items()) or "defaults"
        left = "normal" if options.get("log_input", True) else "weight"
        inputs = pair(cases, f"ordinary, {word}", [2, 3], [2, 3], (left, "weight"))
        cases.reductions(f"ordinary, {word}", inputs, BOTH, [2, 3], REDUCTIONS, **options)
        counts = inputs | {"target": cases.tensor([2, 3], [0.0, 1.0, 2.0, 3.0, 10.0, 200.0])}
        cases.reductions(f"counts, {word}", counts, INPUT, None, REDUCTIONS, **options)
        for a, b in (([2, 3], [3]), ([2, 1], [1, 3]), ([3], [2, 3]), ([], [2]), ([17], [17]), ([0], [0]), ([], [])):
            case = f"shapes {a} and {b}, {word}"
            cases.reductions(case, pair(cases, case, a, b, (left, "weight")), BOTH, None, ("mean",), **options)
        every = product(cases, SPECIAL[dtype], [0.0, 0.5, 1.0, 1.5, -1.0, INF, NAN])
        cases.add(f"special values, {word}", every, INPUT, reduction="none", **options)
    rates = product(cases, [0.0, 1e-8, 1.0], [0.0, 1.0, 2.0])
    cases.add("a rate of 0", rates, BOTH, log_input=False, reduction="none")
    cases.add("a rate of 0 without eps", rates, BOTH, log_input=False, eps=0.0, reduction="none")
    cases.add("slope of Stirling's term", product(cases, [0.5], [1.5, 2.0, 100.0, 1e30]), ["target"], full=True, reduction="none")
    return cases.made


def soft_margin_loss(dtype):
    cases = Cases("loss", "soft_margin_loss", dtype)
    cases.reductions("ordinary", signs(cases, "ordinary", [2, 3]), INPUT, [2, 3], REDUCTIONS)
    cases.reductions("any target", pair(cases, "any target", [2, 3], [2, 3]), INPUT, [2, 3], REDUCTIONS)
    for left, right in (([2, 3], [3]), ([2, 3], []), ([17], [17]), ([0], [0]), ([], [])):
        case = f"shapes {left} and {right}"
        cases.reductions(case, pair(cases, case, left, right), INPUT, None, ("mean", "sum"))
    sizes = [0.0, -0.0, 1.0, 20.0, -20.0, 80.0, -80.0, INF, -INF, NAN]
    cases.add("sizes", product(cases, sizes, [-1.0, 0.0, 1.0]), INPUT, reduction="none")
    cases.add("beyond the exponential", product(cases, [-800.0, 800.0], [-1.0, 1.0]), INPUT, reduction="none")
    return cases.made


def hinge_embedding_loss(dtype):
    cases = Cases("loss", "hinge_embedding_loss", dtype)
    for options in ({}, {"margin": 0.3}, {"margin": -2.0}):
        word = f"margin {options.get('margin', 1.0)}"
        cases.reductions(f"ordinary, {word}", signs(cases, f"ordinary, {word}", [2, 3]), INPUT, [2, 3], REDUCTIONS, **options)
        margin = options.get("margin", 1.0)
        kinks = product(cases, [margin, 0.0, -margin, 2.0 * margin + 1.0], [-1.0, 1.0, 0.0, 0.5])
        cases.add(f"kinks, {word}", kinks, INPUT, reduction="none", **options)
        for left, right in (([2, 3], [3]), ([3], [2, 3]), ([2, 1], [1, 3]), ([], [2]), ([17], [17]), ([0], [0]), ([], [])):
            case = f"shapes {left} and {right}, {word}"
            cases.reductions(case, pair(cases, case, left, right), INPUT, None, ("mean",), **options)
    cases.add("special values", product(cases, SPECIAL[dtype], [-1.0, 1.0, 0.0, NAN, INF]), INPUT, reduction="none")
    return cases.made


def whole(dtype):
    """Integers where PyTorch promotes them, forwards and backwards."""
    signed, counts, bits = indices([2, 3], [1, -1, 1, -1, -1, 1]), indices([2, 3], [0, 1, 2, 7, 300, 16777217]), indices([2, 3], [1, 0, 0, 1, 1, 0])
    losses = [("hinge_embedding_loss", INPUT, "target", signed, {}), ("soft_margin_loss", INPUT, "target", signed, {}), ("l1_loss", INPUT, "target", counts, {}),
              ("smooth_l1_loss", INPUT, "target", counts, {"beta": 0.5}), ("poisson_nll_loss", INPUT, "target", counts, {}),
              ("gaussian_nll_loss", ["input", "var"], "target", counts, {}), ("margin_ranking_loss", ["input1", "input2"], "target", signed, {"margin": 0.5}),
              ("cosine_embedding_loss", ["input1", "input2"], "target", indices([2], [1, -1]), {}), ("multilabel_soft_margin_loss", INPUT, "target", bits, {}),
              ("multilabel_soft_margin_loss", BOTH, "weight", indices([3], [1, 2, 3]), {}), ("binary_cross_entropy", BOTH, "weight", bits, {}),
              ("binary_cross_entropy_with_logits", BOTH, "weight", counts, {}), ("binary_cross_entropy_with_logits", BOTH, "pos_weight", indices([3], [1, 2, 3]), {})]
    made = []
    for name, names, integers, given, options in losses:
        cases = Cases("loss", name, dtype)
        word = f"integers for {integers}"
        drawn = {key: cases.draw(f"{word}/{key}", [2, 3], "unit" if "binary" in name or key == "var" else "normal") for key in names}
        cases.reductions(word, drawn | {integers: given}, names, given["shape"] if len(given["shape"]) == 1 and integers == "target" else None, REDUCTIONS, **options)
        made += cases.made
    return made


def elements():
    """All of them."""
    losses = (poisson_nll_loss, soft_margin_loss, hinge_embedding_loss, whole)
    return [case for dtype in DTYPES for loss in losses for case in loss(dtype)]


def elements_refused():
    two, three = tensor([2], [0.1, 0.2], "float64"), tensor([3], [0.1, 0.2, 0.3], "float64")
    row, one = {"input": two, "target": three}, {"input": tensor([1], [0.5], "float64"), "target": two}
    for name in ("poisson_nll_loss", "soft_margin_loss", "hinge_embedding_loss"):
        yield f"{name}: refuses shapes that do not broadcast", request("loss", name, "float64", row, None, None, {})
        yield f"{name}: refuses an unknown reduction", request("loss", name, "float64", {"input": two, "target": two}, None, None, {"reduction": "all"})
    yield "soft_margin_loss: refuses a prediction that would broadcast", request("loss", "soft_margin_loss", "float64", one, None, None, {})
    labels = {"input": two, "target": indices([2], [0, 1])}
    for name in ("mse_loss", "huber_loss", "kl_div", "binary_cross_entropy", "binary_cross_entropy_with_logits"):
        yield f"{name}: refuses integers for target", request("loss", name, "float64", labels, None, None, {})
    for name in ("soft_margin_loss", "hinge_embedding_loss"):
        both = {"input": two, "target": two}
        yield f"{name}: refuses a gradient to the target", request("loss", name, "float64", both, ["target"], None, {})
