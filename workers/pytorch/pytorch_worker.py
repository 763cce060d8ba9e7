"""PyTorch as a worker of ParityNet: torch.nn.functional, .init, torch.optim and torch.optim.lr_scheduler, with gradients by autograd.

It speaks the protocol itself, without the kit, since it differentiates by any argument and steps from any state. What this version of PyTorch lacks
is left out of the ops that it offers.
"""

import json
import math
import os
import sys

import torch
import torch.nn.functional as F

# What PyTorch prints must not get between the answers.
out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
os.dup2(2, 1)
torch.set_num_threads(1)

PAIR, WEIGHED = "input target", "input target weight"

# Each op: its arguments in PyTorch's order, and the options that PyTorch has.
LOSSES = {
    "l1_loss": (PAIR, "reduction"), "mse_loss": (PAIR, "reduction"), "smooth_l1_loss": (PAIR, "beta reduction"), "huber_loss": (PAIR, "delta reduction"),
    "binary_cross_entropy": (WEIGHED, "reduction"), "binary_cross_entropy_with_logits": ("input target weight pos_weight", "reduction"),
    "cross_entropy": (WEIGHED, "label_smoothing ignore_index reduction"), "nll_loss": (WEIGHED, "ignore_index reduction"),
    "kl_div": (PAIR, "log_target reduction"), "poisson_nll_loss": (PAIR, "log_input full eps reduction"),
    "gaussian_nll_loss": ("input target var", "full eps reduction"), "soft_margin_loss": (PAIR, "reduction"),
    "hinge_embedding_loss": (PAIR, "margin reduction"), "margin_ranking_loss": ("input1 input2 target", "margin reduction"),
    "cosine_embedding_loss": ("input1 input2 target", "margin reduction"),
    "triplet_margin_loss": ("anchor positive negative", "margin p eps swap reduction"), "multi_margin_loss": (WEIGHED, "p margin reduction"),
    "multilabel_margin_loss": (PAIR, "reduction"), "multilabel_soft_margin_loss": (WEIGHED, "reduction"),
    "ctc_loss": ("log_probs targets input_lengths target_lengths", "blank zero_infinity reduction"),
}
ACTIVATIONS = {
    "celu": ("input", "alpha"), "elu": ("input", "alpha"), "gelu": ("input", "approximate"), "glu": ("input", "dim"), "hardshrink": ("input", "lambd"),
    "hardsigmoid": ("input", ""), "hardswish": ("input", ""), "hardtanh": ("input", "min_val max_val"), "leaky_relu": ("input", "negative_slope"),
    "log_softmax": ("input", "dim"), "logsigmoid": ("input", ""), "mish": ("input", ""), "prelu": ("input weight", ""), "relu": ("input", ""),
    "relu6": ("input", ""), "selu": ("input", ""), "sigmoid": ("input", ""), "silu": ("input", ""), "softmax": ("input", "dim"), "softmin": ("input", "dim"),
    "softplus": ("input", "beta threshold"), "softshrink": ("input", "lambd"), "softsign": ("input", ""), "tanh": ("input", ""), "tanhshrink": ("input", ""),
    "threshold": ("input", "threshold value"),
}
LAYERS = {
    "linear": ("input weight bias", ""), "layer_norm": ("input weight bias", "normalized_shape eps"), "rms_norm": ("input weight", "normalized_shape eps"),
    "group_norm": ("input weight bias", "num_groups eps"), "batch_norm": ("input running_mean running_var weight bias", "training momentum eps"),
}
OPTIMIZERS = {
    "adafactor": ("Adafactor", "lr beta2_decay eps d weight_decay maximize"),
    "adadelta": ("Adadelta", "lr rho eps weight_decay maximize"), "adagrad": ("Adagrad", "lr lr_decay weight_decay initial_accumulator_value eps maximize"),
    "adam": ("Adam", "lr betas eps weight_decay amsgrad maximize"), "adamax": ("Adamax", "lr betas eps weight_decay maximize"),
    "adamw": ("AdamW", "lr betas eps weight_decay amsgrad maximize"), "asgd": ("ASGD", "lr lambd alpha t0 weight_decay maximize"),
    "nadam": ("NAdam", "lr betas eps weight_decay momentum_decay"), "radam": ("RAdam", "lr betas eps weight_decay"),
    "rmsprop": ("RMSprop", "lr alpha eps weight_decay momentum centered maximize"), "rprop": ("Rprop", "lr etas step_sizes maximize"),
    "sgd": ("SGD", "lr momentum dampening weight_decay nesterov maximize"),
}
SCHEDULES = {
    "constant_lr": ("ConstantLR", "factor total_iters"), "cosine_annealing_lr": ("CosineAnnealingLR", "T_max eta_min"),
    "cosine_annealing_warm_restarts": ("CosineAnnealingWarmRestarts", "T_0 T_mult eta_min"), "exponential_lr": ("ExponentialLR", "gamma"),
    "linear_lr": ("LinearLR", "start_factor end_factor total_iters"), "multi_step_lr": ("MultiStepLR", "milestones gamma"),
    "polynomial_lr": ("PolynomialLR", "total_iters power"), "step_lr": ("StepLR", "step_size gamma"),
    "cyclic_lr": ("CyclicLR", "base_lr max_lr step_size_up step_size_down mode gamma cycle_momentum base_momentum max_momentum"),
    "one_cycle_lr": ("OneCycleLR", "max_lr total_steps epochs steps_per_epoch pct_start anneal_strategy cycle_momentum base_momentum max_momentum "
                     "div_factor final_div_factor three_phase"),
    "reduce_lr_on_plateau": ("ReduceLROnPlateau", "mode factor patience threshold threshold_mode cooldown min_lr eps"),
    "lambda_lr": ("LambdaLR", "lr_lambda"), "multiplicative_lr": ("MultiplicativeLR", "lr_lambda"), "sequential_lr": ("SequentialLR", "schedulers milestones"),
    "chained_scheduler": ("ChainedScheduler", "schedulers"), "swa_lr": ("SWALR", "swa_lr anneal_epochs anneal_strategy"),
}
INITIALIZERS = {
    "constant": "val", "uniform": "a b", "normal": "mean std", "trunc_normal": "mean std a b", "xavier_uniform": "gain", "xavier_normal": "gain",
    "kaiming_uniform": "a mode nonlinearity", "kaiming_normal": "a mode nonlinearity", "orthogonal": "gain",
}
OF_ROWS = ("nll_loss", "cosine_embedding_loss", "multi_margin_loss")
FUNCTIONS = {"loss": LOSSES, "activation": ACTIVATIONS, "layer": LAYERS}
WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def offered():
    for kind, table in FUNCTIONS.items():
        for name, (inputs, options) in table.items():
            if hasattr(F, name):
                yield {"op": kind, "name": name, "options": options.split(), "inputs": inputs.split()}
    for name, (cls, options) in OPTIMIZERS.items():
        if hasattr(torch.optim, cls):
            yield {"op": "optimizer", "name": name, "options": options.split()}
    for name, (cls, options) in SCHEDULES.items():
        if rule_of(cls):
            yield {"op": "schedule", "name": name, "options": options.split()}
    for name, options in INITIALIZERS.items():
        if hasattr(torch.nn.init, name + "_"):
            yield {"op": "initializer", "name": name, "options": options.split()}


def option(x):
    return [option(item) for item in x] if isinstance(x, list) else {n: option(v) for n, v in x.items()} if isinstance(x, dict) else WORDS.get(x, x) if isinstance(x, str) else x


def read(tensor, dtype):
    of = tensor.get("dtype", dtype)
    data = [WORDS[x] if isinstance(x, str) else x for x in tensor["data"]]
    return torch.tensor(data, dtype=getattr(torch, of)).reshape(tensor["shape"])


def word(x):
    return x if math.isfinite(x) else "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"


def written(tensor):
    return {"shape": list(tensor.shape), "data": [word(x) for x in tensor.detach().reshape(-1).tolist()]}


def function(request, options):
    names, _ = FUNCTIONS[request["op"]][request["name"]]
    inputs = {n: read(t, request["dtype"]) for n, t in request["inputs"].items()}
    for n in request["grad"]:
        inputs[n].requires_grad_()
    f = getattr(F, request["name"])
    ordered = names.split()
    # Optional arguments are named, since their place differs between functions.
    required = [n for n in ordered if n not in ("weight", "bias", "pos_weight") or request["name"] in ("prelu", "linear") and n in inputs]
    if "target" in inputs and inputs[ordered[0]].dim() == 1 and request["name"] in OF_ROWS and inputs["target"].shape == (1,):
        # One row without a batch has one target, which is a scalar.
        inputs["target"] = inputs["target"].reshape(())
    value = f(*(inputs.get(n) for n in required), **{n: inputs[n] for n in ordered if n in inputs and n not in required}, **options)
    answer = {"value": written(value)}
    if request["grad"]:
        cotangent = read(request["cotangent"], request["dtype"]).reshape(value.shape) if "cotangent" in request else torch.ones_like(value)
        grads = torch.autograd.grad(value, [inputs[n] for n in request["grad"]], cotangent, allow_unused=True)
        answer["grads"] = {n: written(torch.zeros_like(inputs[n]) if g is None else g) for n, g in zip(request["grad"], grads)}
    return answer


def optimizer(request, options):
    cls, _ = OPTIMIZERS[request["name"]]
    params = [torch.nn.Parameter(read(p, request["dtype"])) for p in request["params"]]
    rule = getattr(torch.optim, cls)(params, **{n: tuple(v) if isinstance(v, list) else v for n, v in options.items()})
    all_params, all_states = [], []
    for grads in request["grads"]:
        for p, g in zip(params, grads):
            p.grad = read(g, request["dtype"])
        rule.step()
        all_params.append([written(p) for p in params])
        slots = dict.fromkeys(n for p in params for n, v in rule.state[p].items() if n != "step" and v is not None)
        all_states.append({n: [tell(rule.state[p].get(n), request["dtype"]) for p in params] for n in slots})
    return {"params": all_params, "state": all_states} if all_states and all_states[0] else {"params": all_params}


def tell(slot, dtype):
    if slot is None:
        # Not kept for this parameter.
        return {"shape": [0], "data": []}
    return written(slot if torch.is_tensor(slot) else torch.tensor(slot, dtype=getattr(torch, dtype)))


def rule_of(cls):
    return getattr(torch.optim.lr_scheduler, cls, None) or getattr(torch.optim.swa_utils, cls, None)


def pace_of(name, options, rule):
    cls, known = SCHEDULES[name]
    given = {n: v for n, v in options.items() if n in known.split()}
    if "schedulers" in given:
        given["schedulers"] = [pace_of(inner["name"], inner["options"], rule) for inner in given["schedulers"]]
    if "lr_lambda" in given:
        # A list of factors, of which the last one goes on.
        factors = given["lr_lambda"]
        given["lr_lambda"] = lambda step: factors[min(step, len(factors) - 1)]
    return rule_of(cls)(given.pop("schedulers"), **given) if name == "chained_scheduler" else rule_of(cls)(rule, **given)


def schedule(request, options):
    # Momentum, since some schedules move it.
    rule = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=request["lr"], momentum=0.9)
    pace = pace_of(request["name"], options, rule)
    rates = [rule.param_groups[0]["lr"]]
    for metric in request.get("metrics") or [None] * request["steps"]:
        rule.step()
        pace.step() if metric is None else pace.step(option(metric))
        rates.append(rule.param_groups[0]["lr"])
    return {"lr": [word(float(r)) for r in rates]}


def initializer(request, options):
    torch.manual_seed(request["seed"])
    drawn = torch.empty(request["shape"], dtype=getattr(torch, request["dtype"]))
    return {"value": written(getattr(torch.nn.init, request["name"] + "_")(drawn, **options))}


KINDS = {"optimizer": optimizer, "schedule": schedule, "initializer": initializer}

for line in sys.stdin:
    request = json.loads(line)
    if request["op"] == "stop":
        break
    if request["op"] == "start":
        answer = {"protocol": 1, "name": "pytorch", "language": "python", "version": torch.__version__, "ops": list(offered())}
    else:
        answer = {"id": request["id"]}
        try:
            answer.update(KINDS.get(request["op"], function)(request, {n: option(v) for n, v in request["options"].items()}))
        except Exception as problem:
            answer["error"] = {"kind": "backend", "message": f"{type(problem).__name__}: {problem}".split("\n")[0]}
    out.write(json.dumps(answer, separators=(",", ":")) + "\n")
    out.flush()
