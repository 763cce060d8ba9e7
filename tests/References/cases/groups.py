"""Parameter groups paced by one scheduler: torch.optim with param_groups of other rates, and what the scheduler makes of each group's."""
import torch

from .numbers import DTYPES
from .optimizers import mixed, trajectory
from .schedules import CONSTANT, COSINE, EXPONENTIAL, LEAST, LINEAR, MILES, POWER, STAIRS, WARM, built, has_momentum

NAMES = {"sgd": "SGD", "adam": "Adam"}
RATES = [0.1, 0.01, 0.5]


def schedule(name, **options):
    return {"name": name, "options": options}


SCHEDULES = [
    schedule("cosine_annealing_lr", T_max=2, eta_min=0.005), schedule("cosine_annealing_lr", T_max=9, eta_min=0.02), schedule("cosine_annealing_warm_restarts", T_0=3, T_mult=2, eta_min=0.05),
    schedule("one_cycle_lr", max_lr=0.5, total_steps=12), schedule("one_cycle_lr", max_lr=0.2, total_steps=12, three_phase=True, anneal_strategy="linear"),
    schedule("cyclic_lr", base_lr=0.01, max_lr=0.2, step_size_up=4), schedule("cyclic_lr", base_lr=0.01, max_lr=0.2, step_size_up=2, mode="triangular2", cycle_momentum=False),
    schedule("swa_lr", swa_lr=0.05, anneal_epochs=4), schedule("swa_lr", swa_lr=0.05, anneal_epochs=4, anneal_strategy="linear"), STAIRS, MILES, EXPONENTIAL, LINEAR, CONSTANT, POWER,
    schedule("lambda_lr", lr_lambda=[1.0, 0.5, 0.7]), schedule("multiplicative_lr", lr_lambda=[1.0, 0.5, 0.9]),
    schedule("sequential_lr", schedulers=[LINEAR, LEAST, STAIRS], milestones=[3, 7]), schedule("sequential_lr", schedulers=[WARM, COSINE], milestones=[4]),
    schedule("chained_scheduler", schedulers=[STAIRS, COSINE]), schedule("chained_scheduler", schedulers=[CONSTANT, EXPONENTIAL]),
    schedule("reduce_lr_on_plateau", factor=0.5, patience=0, min_lr=0.02, cooldown=1), schedule("reduce_lr_on_plateau", factor=0.1, patience=1, eps=0.02),
]
# Cycles the first beta, which PyTorch does since 2.0.
CYCLED = schedule("cyclic_lr", base_lr=0.01, max_lr=0.2, step_size_up=3, base_momentum=0.5, max_momentum=0.95)
METRICS = [3.0, 2.0, 2.5, 2.5, 2.5, 1.0, 1.0, 1.0, "NaN", 1.0, 1.0, 1.0]


def groups():
    for dtype in DTYPES:
        for number, pace in enumerate([*SCHEDULES, CYCLED]):
            name = "adam" if pace is CYCLED or pace["name"] == "one_cycle_lr" and number % 2 else "sgd"
            case, request = trajectory(f"{pace}", name, dtype, {"momentum": 0.9} if name == "sgd" else {}, 12, [[3], [2], [1, 2]], mixed)
            paced = {"param_groups": [{"params": [i], "lr": rate} for i, rate in enumerate(RATES)], "schedule": pace}
            if pace["name"] == "reduce_lr_on_plateau":
                paced["metrics"] = METRICS
            yield case, request | paced


def paced(request, read, written):
    """The answer to a request with param_groups and a schedule."""
    dtype = request["dtype"]
    params = [read(data, dtype).requires_grad_() for data in request["params"]]
    run = getattr(torch.optim, NAMES[request["name"]])([group | {"params": [params[i] for i in group["params"]]} for group in request["param_groups"]],
                                                      lr=0.1, foreach=False, **request.get("options", {}))
    pace, after, states, rates, momenta = request["schedule"], [], [], [], []
    scheduler = built(pace["name"], pace["options"], run)
    for step, grads in enumerate(request["grads"]):
        for param, grad in zip(params, grads):
            param.grad = read(grad, dtype)
        rates.append([group["lr"] for group in run.param_groups])
        momentum = {group["momentum"] if "momentum" in group else group["betas"][0] for group in run.param_groups}
        assert len(momentum) == 1
        momenta += momentum
        run.step()
        after.append([written(param) for param in params])
        states.append({key: [written(run.state[p][key]) for p in params] for key, slot in run.state[params[0]].items() if key != "step" and slot is not None})
        scheduler.step(*[float(request["metrics"][step])] if "metrics" in request else [])
    said = {"params": after, "lr": rates}
    if has_momentum(pace["name"], pace["options"]):
        said["momentum"] = momenta
    return said | {"state": states}
