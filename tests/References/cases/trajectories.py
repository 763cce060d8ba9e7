"""Fifty steps of every optimizer under every option, with state: PyTorch's own where it has the rule, else that of adam_rules.py or rules.py."""
from .numbers import DTYPES, SPECIAL
from .optimizers import GRID, mixed, trajectory

MORE = {
    "sgd": [{"lr": 0.1, "momentum": 0.9, "momentum_form": "velocity"}, {"lr": 0.1, "momentum": 0.9, "momentum_form": "averaging"},
            {"lr": 0.1, "momentum": 0.9, "nesterov": True, "momentum_form": "velocity"},
            {"lr": 0.01, "momentum": 0.5, "nesterov": True, "momentum_form": "velocity", "weight_decay": 0.1, "maximize": True}],
    "adam": [{"weight_decay": 0.1, "decoupled_weight_decay": True}, {"eps": 1e-3, "eps_placement": "uncorrected"}, {"eps": 1e-3, "eps_placement": "inside"},
             {"amsgrad": True, "amsgrad_form": "corrected"}, {"eps": 1e-3, "eps_root": 1e-4}, {"lr": 0.1, "amsgrad": True, "eps_root": 0.25},
             {"amsgrad": True, "amsgrad_form": "corrected", "eps_root": 0.25}],
    "adamw": [{"eps": 1e-3, "eps_placement": "uncorrected"}, {"eps": 1e-3, "eps_placement": "inside"}, {"amsgrad": True, "amsgrad_form": "corrected"},
              {"eps": 1e-3, "eps_root": 1e-4}],
    "rmsprop": [{"eps": 1e-3, "eps_placement": "inside"}, {"momentum": 0.9, "momentum_form": "velocity"},
                {"centered": True, "eps": 1e-3, "momentum": 0.5, "eps_placement": "inside", "momentum_form": "velocity"}],
    "adagrad": [{"eps": 1e-3, "initial_accumulator_value": 0.1, "eps_placement": "inside"}],
    "adadelta": [],
    "adamax": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3}, {"weight_decay": 0.1, "maximize": True}, {"eps": 1e-3, "eps_placement": "outside"}],
    "radam": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3}, {"weight_decay": 0.1}, {"maximize": True},
              {"lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True}, {"lr": 0.1, "threshold": 4.0}, {"lr": 0.1, "betas": [0.9, 0.75], "threshold": 6.0}],
    "nadam": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3, "momentum_decay": 1.0}, {"weight_decay": 0.1, "maximize": True},
              {"lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True}],
    "rprop": [{}, {"lr": 0.1, "etas": [0.25, 2.0], "step_sizes": [1e-3, 0.5]}, {"maximize": True}, {"lr": 0.1, "weight_decay": 0.1}],
    "asgd": [{}, {"lr": 0.1, "lambd": 0.1, "alpha": 0.5, "t0": 5}, {"lr": 0.1, "lambd": 0.5, "t0": 0, "weight_decay": 0.1, "maximize": True}],
    "adan": [{}, {"lr": 0.1, "betas": [0.5, 0.75, 0.9], "eps": 1e-3}, {"lr": 0.01, "weight_decay": 0.1, "maximize": True},
             {"lr": 0.01, "weight_decay": 0.1, "no_prox": True}],
    "adabelief": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3, "eps_root": 1e-6}, {"weight_decay": 0.1, "maximize": True},
                  {"lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True}],
    "yogi": [{}, {"betas": [0.5, 0.9], "eps": 1e-2, "initial_accumulator_value": 0.0}, {"eps_root": 1e-3, "weight_decay": 0.1, "maximize": True},
             {"weight_decay": 0.1, "decoupled_weight_decay": True}],
    "lion": [{}, {"lr": 0.1, "betas": [0.5, 0.75]}, {"lr": 0.01, "weight_decay": 0.1, "maximize": True}],
    "signum": [{}, {"momentum": 0.0}, {"lr": 0.01, "momentum": 0.5, "weight_decay": 0.1, "maximize": True}],
}


# What PyTorch 2.6 has no option for.
PYTORCHS = {"momentum_form", "eps_placement", "amsgrad_form", "eps_root", "threshold"}
KEPT_IN_FLOAT = {"nadam": "PyTorch keeps mu_product as float while the default type is float, 2.10 too; the exact product has more digits.",
                 "asgd": "PyTorch keeps eta and mu as float while the default type is float, 2.10 too; the exact rates have more digits."}

OTHER_ORDER = "PyTorch's path over all tensors takes eta*(g + lambd*p) from p, with eta and mu in the type of the step; it rounds elsewhere than one tensor at a time."


def fifty():
    few = [[2], [1, 1]]
    for dtype in DTYPES:
        for name, options in MORE.items():
            for chosen in GRID.get(name, []) + options:
                word = ", ".join(f"{key} {value}" for key, value in chosen.items()) or "defaults"
                yield trajectory(f"50 steps and their state, {word}", name, dtype, chosen, 50, few, mixed)
            if name not in GRID:
                yield from extremes(name, dtype)


def extremes(name, dtype):
    small = [[3], [2, 2]]
    huge = 1e25 if dtype == "float32" else 1e200
    yield trajectory("zero gradients", name, dtype, {}, 3, small, lambda *_: 0.0)
    yield trajectory("a gradient, then zeros", name, dtype, {"lr": 0.1}, 4, small, lambda s, step: s.normal() if step == 0 else 0.0)
    yield trajectory("tiny gradients", name, dtype, {}, 4, small, lambda s, _: s.magnitude(-30, -20))
    yield trajectory("huge gradients", name, dtype, {}, 4, small, lambda s, _: huge * s.normal())
    yield trajectory("gradients of special values", name, dtype, {}, 3, [[12]], lambda s, step: SPECIAL[dtype][s.index(12)])
    yield trajectory("shapes [], [0], [1], [19]", name, dtype, {"lr": 0.1}, 3, [[], [0], [1], [19]], mixed)


def without_gradients():
    """A parameter without a gradient stays as it is, and its own count of steps does too."""
    rows = {"sgd": {"lr": 0.1, "momentum": 0.9, "dampening": 0.5, "weight_decay": 0.1}, "adam": {"lr": 0.1, "amsgrad": True}, "adamw": {"weight_decay": 0.1}, "rmsprop": {"momentum": 0.5},
            "adagrad": {"lr": 0.1, "lr_decay": 0.5}, "adadelta": {}, "adamax": {"lr": 0.1}, "radam": {"lr": 0.1}, "rprop": {"lr": 0.1}, "asgd": {"lr": 0.1, "lambd": 0.1, "t0": 1}}
    for dtype in DTYPES:
        for name, options in rows.items():
            case, request = trajectory("gradients that are none", name, dtype, options, 8, [[2], [1, 1], []], mixed)
            for step, parameter in ((1, 1), (2, 1), (3, 0), (5, 2), (5, 1), (6, 0), (6, 1), (6, 2)):
                request["grads"][step][parameter] = None
            yield case, request


def other_paths():
    """What torch.optim does with all tensors at once, or in one kernel, beside one tensor at a time."""
    paths = {"foreach": ["sgd", "adagrad", "rmsprop", "adam", "adamw", "adadelta", "adamax", "nadam", "radam", "rprop", "asgd", "adafactor"],
             "fused": ["sgd", "adagrad", "adam", "adamw"]}
    for dtype in DTYPES:
        for path, names in paths.items():
            for name in names:
                for i, options in enumerate(GRID.get(name, []) + [o for o in MORE.get(name, [{}]) if PYTORCHS.isdisjoint(o)]):
                    case, request = trajectory(f"4 steps, {path}, options {i + 1}", name, dtype, options, 4, [[3], [2, 9]], mixed)
                    yield case, request | {"path": path} | ({"outside": OTHER_ORDER} if (name, path) == ("asgd", "foreach") else {})


def in_float():
    """NAdam and ASGD keep their products and rates in float, unless the default type is double: in double they lose half their digits."""
    for name, options in (("nadam", {"lr": 0.1}), ("asgd", {"lr": 0.1, "lambd": 0.1, "t0": 1})):
        case, request = trajectory("5 steps while the default type is float", name, "float64", options, 5, [[2], [1, 1]], mixed)
        yield case, request | {"default_dtype": "float32", "outside": KEPT_IN_FLOAT[name]}


def trajectories_refused():
    betas = [{"lr": -0.1}, {"betas": [1.0, 0.9]}, {"betas": [0.9, 1.0]}, {"betas": [-0.1, 0.9]}, {"eps": -1.0}, {"weight_decay": -1.0}]
    asked = {"adamax": betas, "radam": betas, "rprop": [{"lr": -0.1}, {"etas": [1.0, 1.2]}, {"etas": [0.0, 1.2]}, {"etas": [0.5, 1.0]}],
             "asgd": [{"lr": -0.1}, {"weight_decay": -1.0}]}
    two = {"shape": [2], "data": [0.1, 0.2]}
    for name, rows in asked.items():
        for options in rows:
            yield f"{name}: refuses {options}", {"op": "optimizer", "name": name, "options": options, "dtype": "float64", "params": [two], "grads": [[two]]}
