"""Runs torch.optim.LBFGS and prints its runs as JSON Lines: tests/References/pytorch.sh minimizers.py > tests/References/runs/lbfgs.jsonl

Values and gradients are written out in the order of operations of tests/Parity.Tests/Minimizers/RunProblem.cs, so that both sides minimize the same
function to the bit. Each line has the state before every iteration, and the counts of the same run in one call of step().
"""
import json
import math

import torch


def rosenbrock(x):
    a, b = x[1] - x[0] * x[0], 1 - x[0]
    return 100 * (a * a) + b * b, [-400 * (x[0] * a) - 2 * b, 200 * a]


def beale(x):
    a, b, c = 1 - x[1], 1 - x[1] * x[1], 1 - x[1] * x[1] * x[1]
    r, s, t = 1.5 - x[0] * a, 2.25 - x[0] * b, 2.625 - x[0] * c
    return r * r + s * s + t * t, [
        -2 * (r * a + s * b + t * c),
        2 * (x[0] * (r + 2 * (s * x[1]) + 3 * (t * (x[1] * x[1])))),
    ]


def wood(x):
    a, b, c, d = x[1] - x[0] * x[0], 1 - x[0], x[3] - x[2] * x[2], 1 - x[2]
    e, f = x[1] + x[3] - 2, x[1] - x[3]
    value = 100 * (a * a) + b * b + 90 * (c * c) + d * d + 10 * (e * e) + 0.1 * (f * f)
    return value, [
        -400 * (x[0] * a) - 2 * b,
        200 * a + 20 * e + 0.2 * f,
        -360 * (x[2] * c) - 2 * d,
        180 * c + 20 * e - 0.2 * f,
    ]


def bowl(x):
    weights = [1.0, 4.0, 16.0, 64.0, 256.0]
    value, gradient = 0 * x[0], []
    for w, xi in zip(weights, x):
        value = value + 0.5 * (w * (xi * xi))
        gradient.append(w * xi)
    return value, gradient


PROBLEMS = {
    "rosenbrock": (rosenbrock, [-1.2, 1.0]),
    "beale": (beale, [1.0, 1.0]),
    "wood": (wood, [-3.0, -1.0, -3.0, -1.0]),
    "bowl": (bowl, [1.0, -1.0, 1.0, -1.0, 1.0]),
}
OPTIONS = [
    {},
    {"line_search_fn": "strong_wolfe"},
    {"lr": 0.5, "history_size": 3},
    {"line_search_fn": "strong_wolfe", "history_size": 3, "tolerance_change": 1e-14},
]


def closure(x, function, optimizer):
    def evaluate():
        optimizer.zero_grad()
        with torch.no_grad():
            value, gradient = function(x.detach())
            x.grad = torch.stack(gradient)
        return value
    return evaluate


def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, torch.Tensor):
        return plain(value.tolist())
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def states(function, start, options, dtype, most=24):
    x = torch.tensor(start, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], max_iter=1, max_eval=1000, **options)
    found = []
    for _ in range(most):
        before = x.detach().clone()
        optimizer.step(closure(x, function, optimizer))
        state = optimizer.state[x]
        found.append({
            "x": plain(before), "next": plain(x.detach().clone()), "d": plain(state["d"]), "t": plain(state["t"]), "old_dirs": plain(state["old_dirs"]),
            "old_stps": plain(state["old_stps"]), "ro": plain(state["ro"]), "H_diag": plain(state["H_diag"]),
            "prev_flat_grad": plain(state["prev_flat_grad"]), "prev_loss": plain(state["prev_loss"]),
        })
        if not torch.isfinite(x).all() or torch.equal(before, x.detach()):
            break
    return found


def run(function, start, options, dtype):
    x = torch.tensor(start, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], max_iter=200, max_eval=1000, **options)
    optimizer.step(closure(x, function, optimizer))
    state = optimizer.state[x]
    return {"x": plain(x.detach()), "iterations": state["n_iter"], "evaluations": state["func_evals"]}


for name, (function, start) in PROBLEMS.items():
    for options in OPTIONS:
        for word, dtype in (("float64", torch.float64), ("float32", torch.float32)):
            print(json.dumps({
                "problem": name, "dtype": word, "options": options, "start": start, "end": run(function, start, options, dtype),
                "states": states(function, start, options, dtype),
            }))
