"""Short trajectories of optimizers from unusual gradients; trajectories.py has the long ones."""
import math

from .numbers import DTYPES, SPECIAL, Draw, tensor


GRID = {
    "sgd": [{"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}, {"lr": 0.1, "momentum": 0.9, "dampening": 0.5}, {"lr": 0.01, "weight_decay": 0.1},
            {"lr": 0.1, "momentum": 0.9, "nesterov": True}, {"lr": 0.1, "momentum": 0.5, "weight_decay": 0.1, "maximize": True},
            {"lr": 0.01, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1, "maximize": True}],
    "adagrad": [{}, {"lr": 0.1, "lr_decay": 0.1}, {"weight_decay": 0.1}, {"initial_accumulator_value": 0.5}, {"eps": 1e-3},
                {"lr": 0.5, "weight_decay": 0.1, "lr_decay": 0.01, "maximize": True}],
    "rmsprop": [{}, {"alpha": 0.9, "lr": 0.1}, {"momentum": 0.9}, {"centered": True}, {"eps": 1e-3}, {"weight_decay": 0.1, "maximize": True},
                {"centered": True, "momentum": 0.9, "weight_decay": 0.1}],
    "adam": [{}, {"amsgrad": True}, {"weight_decay": 0.1}, {"lr": 0.1, "eps": 1e-3}, {"betas": [0.0, 0.9999]}, {"betas": [0.9, 0.0]},
             {"eps": 1e-16}, {"lr": 0.01, "amsgrad": True, "weight_decay": 0.1, "maximize": True}],
    "adamw": [{}, {"weight_decay": 0.1, "lr": 0.1}, {"weight_decay": 0.0}, {"amsgrad": True}, {"betas": [0.5, 0.9], "eps": 1e-3},
              {"maximize": True, "amsgrad": True, "weight_decay": 0.5}],
    "adadelta": [{}, {"rho": 0.5}, {"eps": 1e-3}, {"weight_decay": 0.1}, {"lr": 0.5, "maximize": True}],
}


def trajectory(case, name, dtype, options, steps, shapes, gradient, state=True):
    source = Draw(f"{name}/{case}")
    params = [tensor(shape, [source.normal() for _ in range(math.prod(shape))], dtype) for shape in shapes]
    grads = [[tensor(shape, [gradient(source, step) for _ in range(math.prod(shape))], dtype) for shape in shapes]
             for step in range(steps)]
    made = {"op": "optimizer", "name": name, "dtype": dtype, "options": options, "params": params, "grads": grads, "state": state}
    return f"{name} {dtype}: {case}", {key: value for key, value in made.items() if value not in ({}, False)}


def mixed(source, step):
    return 0.0 if source.index(8) == 0 else source.magnitude(-6, 3)


def trajectories(name, dtype):
    small, first = [[3], [2, 2]], {"lr": 0.1} if name == "sgd" else {}
    huge = 1e25 if dtype == "float32" else 1e200
    yield trajectory("zero gradients", name, dtype, first, 3, small, lambda *_: 0.0)
    yield trajectory("a gradient, then zeros", name, dtype, GRID[name][-1], 6, small, lambda s, step: s.normal() if step == 0 else 0.0)
    yield trajectory("tiny gradients", name, dtype, first, 4, small, lambda s, _: s.magnitude(-30, -20))
    yield trajectory("huge gradients", name, dtype, first, 4, small, lambda s, _: huge * s.normal())
    yield trajectory("gradients of special values", name, dtype, first, 3, [[12]], lambda s, step: SPECIAL[dtype][s.index(12)])
    yield trajectory("shapes [], [0], [1], [19]", name, dtype, GRID[name][1], 3, [[], [0], [1], [19]], mixed)
    if name != "sgd":
        yield trajectory("eps 0 and zero gradients", name, dtype, {"eps": 0.0}, 3, small, lambda s, step: 0.0 if step == 0 else mixed(s, step))


def optimizers():
    for dtype in DTYPES:
        for name in GRID:
            yield from trajectories(name, dtype)
