"""Requests that torch refuses."""
from .functions import request
from .numbers import EPSILON, INF, NAN, SPECIAL, indices, tensor
from .schedules import refused_schedules


def refused(op):
    def floats(*values, shape=None):
        return tensor(shape or [len(values)], values, "float64")

    three, two, half = floats(0.1, 0.2, 0.3), floats(0.1, 0.2), floats(*[0.5] * 6, shape=[2, 3])
    labels = indices([2], [0, 2])
    losses = {name: [("shapes that do not broadcast", {"input": two, "target": three}, {})]
              for name in ("mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss", "kl_div", "binary_cross_entropy",
                           "binary_cross_entropy_with_logits")}
    same = {"input": three, "target": three}
    losses["mse_loss"] += [("unknown reduction", same, {"reduction": "average"}), ("batchmean", same, {"reduction": "batchmean"})]
    losses["huber_loss"] += [(f"delta {value}", same, {"delta": value}) for value in (0.0, -1.0)]
    losses["smooth_l1_loss"] += [("negative beta", same, {"beta": -1.0})]
    for value in (1.5, -0.1, NAN, INF):
        losses["binary_cross_entropy"] += [(f"input {value}", {"input": floats(0.5, value), "target": two}, {})]
    for value in (2.0, 1.0 + EPSILON["float64"], -1.0, -SPECIAL["float64"][2], NAN, INF, -INF):
        losses["binary_cross_entropy"] += [(f"target {value}", {"input": two, "target": floats(0.5, value)}, {})]
    for name in ("binary_cross_entropy", "binary_cross_entropy_with_logits"):
        losses[name] += [("shapes that would broadcast", {"input": three, "target": floats(0.5)}, {}),
                         ("weight that does not broadcast", {**same, "weight": two}, {})]
    for name in ("cross_entropy", "nll_loss", "multi_margin_loss"):
        losses[name] = [("class too large", {"input": half, "target": indices([2], [0, 3])}, {}),
                        ("class negative", {"input": half, "target": indices([2], [0, -1])}, {}),
                        ("other batch size", {"input": half, "target": indices([3], [0, 1, 2])}, {})]
    for name in ("cross_entropy", "nll_loss", "multi_margin_loss"):
        losses[name] += [("weight of the wrong length", {"input": half, "target": labels, "weight": two}, {})]
    losses["cross_entropy"] += [("label_smoothing above 1", {"input": half, "target": labels}, {"label_smoothing": 1.5})]
    losses["cross_entropy"] += [("ignore_index with probabilities", {"input": half, "target": half}, {"ignore_index": 1})]
    losses["multi_margin_loss"] += [("p 3", {"input": half, "target": labels}, {"p": 3})]
    activations = {"softmax": [("dim out of range", {"input": half}, {"dim": 2})], "log_softmax": [("dim out of range", {"input": half}, {"dim": -3})],
                   "gelu": [("unknown form", {"input": half}, {"approximate": "erf"})],
                   "prelu": [("other number of weights", {"input": half, "weight": two}, {})]}
    optimizing = {"sgd": [{"lr": -0.1}, {"lr": 0.1, "momentum": -0.5}, {"lr": 0.1, "weight_decay": -0.1}, {"lr": 0.1, "nesterov": True},
                          {"lr": 0.1, "nesterov": True, "momentum": 0.9, "dampening": 0.5}],
                  "adagrad": [{"lr": -0.1}, {"lr_decay": -0.1}, {"eps": -1.0}, {"initial_accumulator_value": -1.0}, {"weight_decay": -1.0}],
                  "rmsprop": [{"lr": -0.1}, {"alpha": -0.1}, {"eps": -1.0}, {"momentum": -0.1}, {"weight_decay": -1.0}],
                  "adadelta": [{"lr": -0.1}, {"rho": 1.5}, {"rho": -0.1}, {"eps": -1.0}, {"weight_decay": -1.0}]}
    for name in ("adam", "adamw"):
        optimizing[name] = [{"lr": -0.1}, {"betas": [1.0, 0.9]}, {"betas": [0.9, 1.0]}, {"betas": [-0.1, 0.9]}, {"eps": -1.0}, {"weight_decay": -1.0}]
    for name, rows in {"loss": losses, "activation": activations}.get(op, {}).items():
        for word, inputs, options in rows:
            yield f"{name}: refuses {word}", request(op, name, "float64", inputs, None, None, options)
    if op == "schedule":
        yield from refused_schedules()
    for name, rows in (optimizing if op == "optimizer" else {}).items():
        rest = {"dtype": "float64", "params": [two], "grads": [[two]]}
        for options in rows:
            yield f"{name}: refuses {options}", {"op": op, "name": name, "options": options, **rest}
        lr = {"lr": 0.1}
        yield f"{name}: refuses a gradient of another shape", {"op": op, "name": name, "options": lr, **rest, "grads": [[three]]}
