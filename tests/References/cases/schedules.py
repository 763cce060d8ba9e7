"""Learning rates of schedules. Where PyTorch has no such schedule, FORMULAS has that of the system which has, written down independently."""
import math

import torch
from torch.optim import lr_scheduler, swa_utils

CONSTANT, EXPONENTIAL = {"name": "constant_lr", "options": {"factor": 0.1, "total_iters": 2}}, {"name": "exponential_lr", "options": {"gamma": 0.9}}
COSINE, LINEAR = {"name": "cosine_annealing_lr", "options": {"T_max": 10}}, {"name": "linear_lr", "options": {"start_factor": 0.1, "total_iters": 5}}
LEAST, STAIRS = {"name": "cosine_annealing_lr", "options": {"T_max": 6, "eta_min": 0.01}}, {"name": "step_lr", "options": {"step_size": 3, "gamma": 0.5}}
WARM, LAMBDA = {"name": "cosine_annealing_warm_restarts", "options": {"T_0": 3, "T_mult": 2}}, {"name": "lambda_lr", "options": {"lr_lambda": [1.0, 0.5, 0.7]}}
CYCLE = {"name": "cyclic_lr", "options": {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 4}}
ONE, POWER = {"name": "one_cycle_lr", "options": {"max_lr": 0.2, "total_steps": 20}}, {"name": "polynomial_lr", "options": {"total_iters": 6, "power": 2.0}}
MILES = {"name": "multi_step_lr", "options": {"milestones": [2, 2, 5]}}

SCHEDULES = {
    "step_lr": [({"step_size": 3}, 10), ({"step_size": 1, "gamma": 0.5}, 12), ({"step_size": 30, "gamma": 0.1}, 100),
                ({"step_size": 5, "gamma": 1.5}, 20), ({"step_size": 2, "gamma": 0.0}, 5)],
    "exponential_lr": [({"gamma": 0.9}, 60), ({"gamma": 0.1}, 12), ({"gamma": 1.0}, 5), ({"gamma": 1.05}, 20), ({"gamma": 0.0}, 3)],
    "linear_lr": [({}, 8), ({"start_factor": 0.1, "total_iters": 10}, 15), ({"start_factor": 1.0, "end_factor": 0.0, "total_iters": 7}, 10),
                  ({"start_factor": 0.5, "end_factor": 0.25, "total_iters": 4}, 9), ({"total_iters": 1}, 4), ({"start_factor": 0.25, "end_factor": 0.5, "total_iters": 0}, 4)],
    "constant_lr": [({}, 8), ({"factor": 0.1, "total_iters": 3}, 6), ({"factor": 1.0}, 6), ({"factor": 0.3, "total_iters": 1}, 3),
                    ({"total_iters": 0}, 4), ({"factor": 0.25, "total_iters": 0}, 4)],
    "cosine_annealing_lr": [({"T_max": 10}, 35), ({"T_max": 7, "eta_min": 0.001}, 30), ({"T_max": 1}, 5), ({"T_max": 50, "eta_min": 0.05}, 110),
                            ({"T_max": 4, "eta_min": 0.5}, 12)],
    "multi_step_lr": [({"milestones": [3, 8]}, 12), ({"milestones": [6, 2, 6, 4], "gamma": 0.5}, 9), ({"milestones": []}, 4),
                      ({"milestones": [0, 1, -3]}, 4), ({"milestones": [5, 5, 5], "gamma": 1.1}, 7)],
    "polynomial_lr": [({}, 8), ({"total_iters": 12, "power": 2.0}, 15), ({"total_iters": 9, "power": 0.5}, 12), ({"total_iters": 7, "power": 2.5}, 9),
                      ({"total_iters": 3, "power": 0.0}, 5), ({"total_iters": 0}, 4)],
    "lambda_lr": [({"lr_lambda": [1.0, 0.5, 0.25, 0.75]}, 7), ({"lr_lambda": [0.3]}, 3), ({"lr_lambda": [0.0, 2.0]}, 3)],
    "multiplicative_lr": [({"lr_lambda": [0.95]}, 40), ({"lr_lambda": [7.0, 0.5, 0.25, 1.5, 0.9]}, 12), ({"lr_lambda": [1.0, 0.0]}, 3)],
    "cosine_annealing_warm_restarts": [({"T_0": 7}, 23), ({"T_0": 3, "T_mult": 2}, 46), ({"T_0": 2, "T_mult": 3, "eta_min": 0.001}, 30), ({"T_0": 1}, 4),
                                       ({"T_0": 1, "T_mult": 2, "eta_min": 0.5}, 16)],
    "cyclic_lr": [({"base_lr": 0.01, "max_lr": 0.1}, 20), ({"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 4, "step_size_down": 6}, 43),
                  ({"base_lr": 0.0, "max_lr": 1.0, "step_size_up": 3, "mode": "triangular2", "cycle_momentum": False}, 40),
                  ({"base_lr": 0.001, "max_lr": 0.5, "step_size_up": 5, "step_size_down": 2, "mode": "exp_range", "gamma": 0.9, "base_momentum": 0.7,
                    "max_momentum": 0.95}, 40), ({"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 4, "step_size_down": 0}, 13),
                  ({"base_lr": 0.5, "max_lr": 0.1, "step_size_up": 1, "mode": "triangular2"}, 9),
                  ({"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 3, "scale_fn": [1.0, 0.75, 0.5, 0.25]}, 40),
                  ({"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 3, "step_size_down": 2, "scale_fn": [1.0, 0.5, 0.75], "scale_mode": "iterations", "mode": "exp_range", "gamma": 0.5}, 20)],
    "one_cycle_lr": [({"max_lr": 0.1, "total_steps": 20}, 20), ({"max_lr": 1.0, "epochs": 5, "steps_per_epoch": 8, "anneal_strategy": "linear"}, 39),
                     ({"max_lr": 0.1, "total_steps": 30, "three_phase": True}, 30),
                     ({"max_lr": 0.5, "total_steps": 24, "pct_start": 0.25, "anneal_strategy": "linear", "base_momentum": 0.8, "max_momentum": 0.9,
                       "div_factor": 10.0, "final_div_factor": 100.0, "three_phase": True}, 24),
                     ({"max_lr": 0.2, "total_steps": 16, "cycle_momentum": False}, 16), ({"max_lr": 0.1, "total_steps": 10, "pct_start": 0.0}, 10),
                     ({"max_lr": 0.1, "total_steps": 10, "pct_start": 1.0}, 9), ({"max_lr": 0.1, "total_steps": 1}, 0),
                     ({"max_lr": 0.1, "total_steps": 7, "epochs": 9, "steps_per_epoch": 9, "pct_start": 0.45}, 7),
                     ({"max_lr": 0.1, "total_steps": 9, "pct_start": 0.8, "three_phase": True}, 9)],
    "swa_lr": [({"swa_lr": 0.05}, 14), ({"swa_lr": 0.01, "anneal_epochs": 5, "anneal_strategy": "linear"}, 8), ({"swa_lr": 0.5, "anneal_epochs": 0}, 3),
               ({"swa_lr": 0.0, "anneal_epochs": 1}, 3)],
    "sequential_lr": [({"schedulers": [CONSTANT, EXPONENTIAL], "milestones": [2]}, 8), ({"schedulers": [LINEAR, COSINE, CONSTANT], "milestones": [5, 12]}, 20),
                      ({"schedulers": [EXPONENTIAL, LEAST, STAIRS], "milestones": [3, 3]}, 12), ({"schedulers": [WARM, LAMBDA], "milestones": [4]}, 8),
                      ({"schedulers": [MILES, WARM, POWER], "milestones": [6, 13]}, 22), ({"schedulers": [EXPONENTIAL], "milestones": []}, 4)],
    "chained_scheduler": [({"schedulers": [CONSTANT, EXPONENTIAL]}, 8), ({"schedulers": [LINEAR, COSINE, STAIRS]}, 24), ({"schedulers": [LEAST, STAIRS]}, 16),
                          ({"schedulers": [STAIRS, LEAST]}, 9), ({"schedulers": [LAMBDA, EXPONENTIAL]}, 6), ({"schedulers": [EXPONENTIAL, WARM]}, 12),
                          ({"schedulers": [ONE, MILES]}, 20), ({"schedulers": [CYCLE, STAIRS]}, 12)],
    "noam": [({}, 40), ({"warmup_steps": 10, "model_size": 64}, 40), ({"warmup_steps": 4, "model_size": 16, "factor": 2.0}, 12)],
    "inverse_sqrt": [({}, 20), ({"warmup_updates": 8}, 30), ({"warmup_updates": 5, "warmup_init_lr": 0.001}, 12)],
    "inverse_time_decay": [({"decay_steps": 1, "decay_rate": 0.5}, 12), ({"decay_steps": 10, "decay_rate": 2.0}, 30),
                           ({"decay_steps": 4, "decay_rate": 0.5, "staircase": True}, 13)],
    "warmup": [({"schedule": COSINE, "warmup_steps": 5}, 20), ({"schedule": LINEAR, "warmup_steps": 4, "start_factor": 0.25}, 12),
               ({"schedule": ONE, "warmup_steps": 3, "start_factor": 0.5}, 23)],
}

FALLING, FLAT = [8.0 / (i + 1) for i in range(12)], [1.0] * 30
MIXED = [5.0, 4.0, 4.0, 4.1, 3.0, 3.0, 2.9999, "NaN", 3.1, "Infinity", 2.0, 2.0, 2.0, 1.9, 1.9, 1.9, 1.9, 1.0, 1.5, 1.5, 1.5, 1.5, -1.0, -1.0, -1.0, -1.0]
PLATEAUS = [({}, FLAT), ({}, FALLING), ({"factor": 0.5, "patience": 1}, MIXED), ({"mode": "max", "factor": 0.5, "patience": 2, "threshold": 0.01, "cooldown": 2}, MIXED),
            ({"factor": 0.25, "patience": 0, "threshold": 0.5, "threshold_mode": "abs"}, MIXED), ({"factor": 0.5, "patience": 0, "cooldown": 3}, FLAT),
            ({"mode": "max", "factor": 0.5, "patience": 1, "threshold": 0.1, "threshold_mode": "abs", "cooldown": 1, "min_lr": 0.02, "eps": 0.001}, MIXED),
            ({"factor": 0.1, "patience": 0}, FLAT), ({"factor": 0.0, "patience": 3, "eps": 0.0}, FLAT), ({"patience": 0}, [])]
WARM_PLATEAUS = [(3, 0.0, {"patience": 0}, FLAT[:8]), (4, 0.25, {"factor": 0.5, "patience": 1, "min_lr": 0.02}, MIXED), (5, 0.5, {"mode": "max", "cooldown": 2, "patience": 2}, MIXED),
                 (3, 0.0, {}, FLAT[:2])]

REFUSED = {
    "lambda_lr": [({}, 3)], "multiplicative_lr": [({}, 3)], "multi_step_lr": [({"gamma": 0.5}, 3)], "exponential_lr": [({}, 3)],
    "step_lr": [({"step_size": 0}, 6), ({"gamma": 0.5}, 3)], "linear_lr": [({"start_factor": 0.0}, 6), ({"start_factor": 1.5}, 6), ({"end_factor": -0.1}, 6)],
    "constant_lr": [({"factor": 1.5}, 6), ({"factor": -0.1}, 6)], "cosine_annealing_lr": [({"T_max": 0}, 6), ({"eta_min": 0.5}, 3)],
    "cosine_annealing_warm_restarts": [({}, 3), ({"T_0": 0}, 3), ({"T_0": -1}, 3), ({"T_0": 3, "T_mult": 0}, 3), ({"T_0": 2.5}, 3)],
    "cyclic_lr": [({"base_lr": 0.1}, 3), ({"max_lr": 0.1}, 3), ({"base_lr": 0.1, "max_lr": 1.0, "mode": "square"}, 3), ({"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 0}, 3)],
    "one_cycle_lr": [({"total_steps": 10}, 3), ({"max_lr": 0.1}, 3), ({"max_lr": 0.1, "total_steps": 0}, 3), ({"max_lr": 0.1, "epochs": 0, "steps_per_epoch": 3}, 3),
                     ({"max_lr": 0.1, "epochs": 2, "steps_per_epoch": -1}, 3), ({"max_lr": 0.1, "total_steps": 10, "pct_start": 1.5}, 3),
                     ({"max_lr": 0.1, "total_steps": 10, "pct_start": -0.5}, 3), ({"max_lr": 0.1, "total_steps": 10, "anneal_strategy": "exp"}, 3),
                     ({"max_lr": 0.1, "total_steps": 10}, 11), ({"max_lr": 0.1, "total_steps": 10, "pct_start": 0.1}, 3),
                     ({"max_lr": 0.1, "total_steps": 10, "pct_start": 1.0}, 10), ({"max_lr": 0.1, "total_steps": 10, "div_factor": 0.0}, 3)],
    "swa_lr": [({}, 3), ({"swa_lr": 0.1, "anneal_epochs": -1}, 3), ({"swa_lr": 0.1, "anneal_strategy": "exp"}, 3)],
    "polynomial_lr": [({"total_iters": 3, "power": -1.0}, 4)],
    "sequential_lr": [({"schedulers": [CONSTANT, EXPONENTIAL]}, 3), ({"milestones": [2]}, 3), ({"schedulers": [CONSTANT, EXPONENTIAL], "milestones": []}, 3), ({"schedulers": [CONSTANT], "milestones": [3]}, 3),
                      ({"schedulers": [], "milestones": []}, 3)],
    "chained_scheduler": [({}, 3), ({"schedulers": []}, 3)],
}
PLATEAUS_REFUSED = [{"factor": 1.0}, {"mode": "least"}, {"threshold_mode": "both"}]


def schedules():
    for name, rows in SCHEDULES.items():
        for lr in (0.1, 1.0, 0.003):
            for options, steps in rows[:len(rows) if lr == 0.1 else 2]:
                made = {"op": "schedule", "name": name, "options": options, "lr": lr, "steps": steps}
                yield f"{name}: lr {lr}, {options}, {steps} steps", {key: value for key, value in made.items() if value != {}}
        yield f"{name}: no step", {"op": "schedule", "name": name, "options": rows[1][0], "lr": 0.1, "steps": 0}
    for options, metrics in PLATEAUS:
        yield (f"reduce_lr_on_plateau: {options}, {metrics}",
               {"op": "schedule", "name": "reduce_lr_on_plateau", "options": options, "lr": 0.1, "metrics": metrics})
    for steps, start_factor, options, metrics in WARM_PLATEAUS:
        made = {"schedule": {"name": "reduce_lr_on_plateau", "options": options}, "warmup_steps": steps, "start_factor": start_factor}
        yield f"warmup: {steps} steps from {start_factor}, reduce_lr_on_plateau {options}, {metrics}", {"op": "schedule", "name": "warmup", "options": made, "lr": 0.1, "metrics": metrics}


def refused_schedules():
    for name, rows in REFUSED.items():
        for options, steps in rows:
            yield f"{name}: refuses {options}, {steps} steps", {"op": "schedule", "name": name, "options": options, "lr": 0.1, "steps": steps}
    for options in PLATEAUS_REFUSED:
        yield f"reduce_lr_on_plateau: refuses {options}", {"op": "schedule", "name": "reduce_lr_on_plateau", "options": options, "lr": 0.1, "metrics": [1.0]}


KINDS = {"step_lr": "StepLR", "exponential_lr": "ExponentialLR", "linear_lr": "LinearLR", "constant_lr": "ConstantLR", "cosine_annealing_lr": "CosineAnnealingLR",
         "multi_step_lr": "MultiStepLR", "polynomial_lr": "PolynomialLR", "lambda_lr": "LambdaLR", "multiplicative_lr": "MultiplicativeLR",
         "cosine_annealing_warm_restarts": "CosineAnnealingWarmRestarts", "cyclic_lr": "CyclicLR", "one_cycle_lr": "OneCycleLR",
         "sequential_lr": "SequentialLR", "reduce_lr_on_plateau": "ReduceLROnPlateau"}


def noam(lr, t, warmup_steps=4000, model_size=512, factor=1.0):
    """Burn's NoamLrScheduler, whose step counts from 1."""
    step = t + 1.0
    return factor * lr * model_size ** -0.5 * min(step ** -0.5, step * warmup_steps ** -1.5)


def inverse_sqrt(lr, t, warmup_updates=4000, warmup_init_lr=0.0):
    """fairseq's InverseSquareRootSchedule."""
    if t < warmup_updates:
        return warmup_init_lr + t * ((lr - warmup_init_lr) / warmup_updates)
    return lr * warmup_updates ** 0.5 * t ** -0.5


def inverse_time_decay(lr, t, decay_steps, decay_rate, staircase=False):
    """Keras' InverseTimeDecay."""
    passed = t / decay_steps
    return lr / (1.0 + decay_rate * (math.floor(passed) if staircase else passed))


def warmup(lr, steps, metrics, schedule, warmup_steps, start_factor=0.0):
    """A line up to the first rate that PyTorch's own schedule has, then that schedule, which sees the metrics from there on."""
    given = {"steps": max(0, steps - warmup_steps)} if metrics is None else {"metrics": metrics[warmup_steps:]}
    after = answer({"name": schedule["name"], "options": schedule["options"], "lr": lr, **given})
    first = after["lr"][0]
    rise = [first * (start_factor + (1.0 - start_factor) * (t / warmup_steps)) for t in range(min(steps + 1, warmup_steps))]
    said = {"lr": rise + after["lr"] if steps >= warmup_steps else rise}
    if "momentum" in after:
        said["momentum"] = [after["momentum"][0]] * len(rise) + (after["momentum"] if steps >= warmup_steps else [])
    return said


FORMULAS = {"noam": noam, "inverse_sqrt": inverse_sqrt, "inverse_time_decay": inverse_time_decay}


def built(name, options, run):
    options = dict(options)
    if "lr_lambda" in options:
        factors = options["lr_lambda"]
        options["lr_lambda"] = lambda t: factors[min(t, len(factors) - 1)]
    if "scale_fn" in options:
        heights = options["scale_fn"]
        options["scale_fn"] = lambda x: heights[min(int(x), len(heights) - 1)]
    if "schedulers" in options:
        options["schedulers"] = [built(each["name"], each["options"], run) for each in options["schedulers"]]
    if name == "chained_scheduler":
        return lr_scheduler.ChainedScheduler(**options)
    return swa_utils.SWALR(run, **options) if name == "swa_lr" else getattr(lr_scheduler, KINDS[name])(run, **options)


def has_momentum(name, options):
    return (name in ("cyclic_lr", "one_cycle_lr") and options.get("cycle_momentum", True)
            or any(has_momentum(each["name"], each["options"]) for each in options.get("schedulers", [])))


def answer(request):
    name, options, lr = request["name"], request.get("options", {}), request["lr"]
    if name in FORMULAS:
        return {"lr": [FORMULAS[name](lr, t, **options) for t in range(request["steps"] + 1)]}
    if name == "warmup":
        metrics = request.get("metrics")
        return warmup(lr, request["steps"] if metrics is None else len(metrics), metrics, **options)
    run = torch.optim.SGD([torch.zeros(1)], lr=lr, momentum=0.5)
    rate = built(name, options, run)
    rates, momenta = [run.param_groups[0]["lr"]], [run.param_groups[0]["momentum"]]
    for given in [[float(metric)] for metric in request["metrics"]] if "metrics" in request else [[]] * request["steps"]:
        run.step()
        rate.step(*given)
        rates.append(run.param_groups[0]["lr"])
        momenta.append(run.param_groups[0]["momentum"])
    return {"lr": rates, "momentum": momenta} if has_momentum(name, options) else {"lr": rates}
