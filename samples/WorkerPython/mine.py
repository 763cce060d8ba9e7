"""A loss and an optimizer in plain Python, proved by

    ./paritynet prove huber_loss --worker "python3 samples/WorkerPython/mine.py"
    ./paritynet prove adam --worker "python3 samples/WorkerPython/mine.py"
"""

import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "workers", "python"))
from paritynet_worker import serve


def huber_loss(input, target, delta, reduction):
    r = [x - y for x, y in zip(input, target)]
    values = [0.5 * d * d if abs(d) < delta else delta * (abs(d) - 0.5 * delta) for d in r]
    grads = [math.copysign(delta, d) if abs(d) > delta else d for d in r]
    if reduction == "none":
        return values, grads
    n = len(r) if reduction == "mean" else 1
    return sum(values) / n, [g / n for g in grads]


def adam(param, grad, state, step, lr, betas, eps):
    (b1, b2), n = betas, len(param)
    m = [b1 * a + (1 - b1) * g for a, g in zip(state.get("exp_avg", [0.0] * n), grad)]
    v = [b2 * a + (1 - b2) * g * g for a, g in zip(state.get("exp_avg_sq", [0.0] * n), grad)]
    c1, c2 = 1 - b1**step, 1 - b2**step
    return [p - lr * (a / c1) / (math.sqrt(b / c2) + eps) for p, a, b in zip(param, m, v)], {"exp_avg": m, "exp_avg_sq": v}


serve(loss=huber_loss, optimizer=adam)
