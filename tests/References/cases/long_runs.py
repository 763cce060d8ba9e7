"""Fifty steps, with state, of what trajectories.py leaves out: wrappers, groups, rules of whole parameters, and other forms of momentum."""
from .numbers import DTYPES
from .optimizers import mixed, trajectory
from .wrappers import GRID, around, spec

# Two groups of torch.optim's own, each with options of its own.
PAIRS = {
    "sgd": [{"momentum": 0.9, "nesterov": True}, {"lr": 0.01, "weight_decay": 0.1, "maximize": True}],
    "adam": [{"amsgrad": True}, {"lr": 0.01, "betas": [0.5, 0.9], "eps": 1e-3, "weight_decay": 0.1}],
    "adamw": [{"weight_decay": 0.1}, {"lr": 0.01, "amsgrad": True, "maximize": True}],
    "adagrad": [{"lr_decay": 0.1}, {"lr": 0.01, "weight_decay": 0.1, "eps": 1e-3}],
    "adadelta": [{"rho": 0.5}, {"lr": 1.0, "eps": 1e-3, "maximize": True}],
    "rmsprop": [{"centered": True}, {"lr": 0.01, "alpha": 0.9, "momentum": 0.9}],
    "adamax": [{"eps": 1e-3}, {"lr": 0.01, "betas": [0.5, 0.9], "maximize": True}],
    "nadam": [{"momentum_decay": 1.0}, {"lr": 0.01, "betas": [0.5, 0.9], "weight_decay": 0.1}],
    "radam": [{"eps": 1e-3}, {"lr": 0.01, "betas": [0.5, 0.9], "weight_decay": 0.1}],
    "rprop": [{"etas": [0.25, 2.0]}, {"lr": 0.01, "step_sizes": [1e-3, 0.5], "maximize": True}],
    "asgd": [{"lambd": 0.1, "t0": 5}, {"lr": 0.01, "alpha": 0.5, "t0": 0, "weight_decay": 0.1}],
}

MORE = {
    "sgd": [{"lr": 0.1, "momentum": 0.9, "momentum_form": form, **more} for form in ("velocity", "averaging")
            for more in ({}, {"weight_decay": 0.1, "maximize": True})] + [{"lr": 0.1, "momentum_form": "velocity"}],
    "clip_grad_norm": [{"optimizer": spec("adam", amsgrad=True), "max_norm": 0.0}],
    "decoupled_weight_decay": [{"optimizer": spec("rmsprop", centered=True, maximize=True), "weight_decay": 0.1}],
    "ema": [{"optimizer": spec("rmsprop"), "decay": 0.9}],
    # Rules whose memory exists before their first step, as it does here.
    "accumulate": [{"optimizer": around("lamb", lr=0.1, weight_decay=0.1), "steps": 2}, {"optimizer": around("lars", lr=1.0, weight_decay=0.1), "steps": 7, "reduction": "sum"},
                   {"optimizer": spec("sgd"), "steps": 1}],
    "groups": [{"optimizers": [spec(name, **options) for options in pair], "members": [1, 0]} for name, pair in PAIRS.items()],
}


def long_runs():
    for dtype in DTYPES:
        for name in dict.fromkeys([*GRID, *MORE]):
            shapes = [[2, 3], [2, 1]] if name == "muon" else [[3], [2, 2]] if name in ("adafactor", "lars", "lamb") else [[2], [1, 1]]
            for i, options in enumerate(GRID.get(name, []) + MORE.get(name, [])):
                yield trajectory(f"50 steps and their state, options {i + 1}", name, dtype, options, 50, shapes, mixed)
