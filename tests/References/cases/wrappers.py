"""Optimizers around others, and groups.

Clipping, averages and groups are PyTorch's own (torch.nn.utils, torch.optim.swa_utils, param_groups). Lookahead (Zhang et al., 2019), decoupled decay
(Loshchilov and Hutter, 2019) and accumulation (optax.MultiSteps) are written here from their formulas.
"""
import torch

from .momentum import momentum
from .numbers import DTYPES, SPECIAL
from .optimizers import mixed, trajectory
from .rule import kept
from .rules import rule
from .tensor_rules import Lamb, Lars, Muon, Whole

NAMES = {"sgd": "SGD", "adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam", "adamw": "AdamW", "adadelta": "Adadelta", "adamax": "Adamax",
         "nadam": "NAdam", "radam": "RAdam", "rprop": "Rprop", "asgd": "ASGD", "adafactor": "Adafactor"}


class Around(Whole):
    """An optimizer around another, whose slots it shows beside its own."""

    def start(self):
        self.inner = built(self.options["optimizer"], self.params)
        self.own = {}

    def step(self):
        self.count += 1
        self.around()
        self.state = {p: {**self.inner.state.get(p, {}), **{name: slots[i] for name, slots in self.own.items()}} for i, p in enumerate(self.params)}


class ClipGradNorm(Around):
    def around(self):
        o = self.options
        for part in [[p] for p in self.params] if o.get("per_tensor") else [self.params]:
            if "eps" in o:
                norm = torch.norm(torch.stack([torch.norm(p.grad, float(o.get("norm_type", 2.0))) for p in part]), float(o.get("norm_type", 2.0)))
                for p in part:
                    p.grad.mul_((o["max_norm"] / (norm + o["eps"])).clamp(max=1.0))
            else:
                torch.nn.utils.clip_grad_norm_(part, o["max_norm"], float(o.get("norm_type", 2.0)), o.get("error_if_nonfinite", False))
        self.inner.step()


class ClipGradValue(Around):
    def around(self):
        torch.nn.utils.clip_grad_value_(self.params, self.options["clip_value"])
        self.inner.step()


class DecoupledWeightDecay(Around):
    @torch.no_grad()
    def around(self):
        for p in self.params:
            p.mul_(1 - self.options["optimizer"]["options"]["lr"] * self.options.get("weight_decay", 1e-2))
        self.inner.step()


class Lookahead(Around):
    def start(self):
        super().start()
        self.own["slow"] = [p.detach().clone() for p in self.params]

    @torch.no_grad()
    def around(self):
        self.inner.step()
        if self.count % self.options.get("k", 5) == 0:
            for slow, fast in zip(self.own["slow"], self.params):
                slow.add_(fast - slow, alpha=self.options.get("alpha", 0.5))
                fast.copy_(slow)


class Ema(Around):
    def start(self):
        super().start()
        decay = self.options.get("decay", 0.999)
        self.module = torch.nn.ParameterList(self.params)
        equal = self.options.get("averaging", "exponential") == "equal"
        self.average = torch.optim.swa_utils.AveragedModel(self.module, avg_fn=None if equal else lambda old, now, _: decay * old + (1 - decay) * now)

    def around(self):
        self.inner.step()
        self.average.update_parameters(torch.nn.ParameterList(self.params))
        self.own["averaged"] = [p.detach().clone() for p in self.average.parameters()]


class Accumulate(Around):
    def start(self):
        super().start()
        self.own["accumulated"] = [torch.zeros_like(p) for p in self.params]
        # Its slots exist before the first step of the optimizer inside.
        self.fresh = {p: {name: torch.zeros_like(p) for name in self.options.get("slots", [])} for p in self.params}

    def around(self):
        n, place, sums = self.options["steps"], (self.count - 1) % self.options["steps"] + 1, self.own["accumulated"]
        for i, p in enumerate(self.params):
            add = self.options.get("reduction", "mean") == "sum"
            sums[i] = p.grad.clone() if place == 1 else sums[i] + p.grad if add else sums[i] + (p.grad - sums[i]) / place
        if place == n:
            for i, p in enumerate(self.params):
                p.grad = sums[i]
            self.inner.step()
            self.own["accumulated"] = [torch.zeros_like(p) for p in self.params]


class Groups(Whole):
    def start(self):
        specs, members = self.options["optimizers"], self.options["members"]
        of = [members[i] if i < len(members) else len(specs) - 1 for i in range(len(self.params))]
        parts = [[p for p, group in zip(self.params, of) if group == g] for g in range(len(specs))]
        if len({spec["name"] for spec in specs}) == 1 and specs[0]["name"] in NAMES:
            kind = getattr(torch.optim, NAMES[specs[0]["name"]])
            self.runs = [kind([{"params": part, **spec["options"]} for part, spec in zip(parts, specs)], lr=1.0, foreach=False)]
        else:
            self.runs = [built(spec, part) for spec, part in zip(specs, parts) if part]

    def step(self):
        for run in self.runs:
            run.step()
        self.state = {p: {name: slot for run in self.runs for name, slot in run.state.get(p, {}).items()} for p in self.params}
        self.state = {p: {name: slots[i] for name, slots in kept(self, self.params).items()} for i, p in enumerate(self.params)}


RULES = {"lars": Lars, "lamb": Lamb, "muon": Muon, "clip_grad_norm": ClipGradNorm, "clip_grad_value": ClipGradValue,
         "decoupled_weight_decay": DecoupledWeightDecay, "lookahead": Lookahead, "ema": Ema, "accumulate": Accumulate, "groups": Groups}


def built(spec, params, path=None):
    """The optimizer of a spec: written down here where torch.optim lacks it, else its own, on one tensor at a time or on the path of the given name."""
    name, options = spec["name"], spec["options"]
    kind = RULES.get(name) or momentum(name, options) or rule(name, options) or getattr(torch.optim, NAMES[name])
    return kind(params, **({path: True} if path else {"foreach": False}), **options)


def spec(name, **options):
    return {"name": name, "options": {"lr": 0.1, **options}}


def around(name, **options):
    return {"name": name, "options": options}


GRID = {
    "lars": [{}, {"lr": 0.1, "momentum": 0.0, "trust_coefficient": 0.02}, {"weight_decay": 0.1, "nesterov": True}, {"eps": 1e-3, "maximize": True}],
    "lamb": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3}, {"weight_decay": 0.1, "maximize": True}],
    "adafactor": [{}, {"lr": 0.5, "beta2_decay": -0.5, "eps": [1e-8, 0.1]}, {"d": 2.0, "weight_decay": 0.1, "maximize": True}],
    "muon": [{}, {"lr": 0.1, "weight_decay": 0.0, "ns_steps": 1, "adjust_lr_fn": None}, {"momentum": 0.5, "nesterov": False, "adjust_lr_fn": "match_rms_adamw", "ns_steps": 2},
             {"ns_coefficients": [1.5, -0.5, 0.0], "eps": 1e-3, "ns_steps": 3}],
    "clip_grad_norm": [{"optimizer": spec("sgd"), "max_norm": 1.0}, {"optimizer": spec("adam"), "max_norm": 0.5, "norm_type": "Infinity"},
                       {"optimizer": spec("sgd", momentum=0.9), "max_norm": 2.0, "norm_type": 1.0}, {"optimizer": spec("adamw"), "max_norm": 1.0, "norm_type": 3.0},
                       {"optimizer": spec("sgd"), "max_norm": 1e6, "error_if_nonfinite": True},
                       {"optimizer": spec("sgd"), "max_norm": 0.5, "norm_type": 0.0}, {"optimizer": spec("sgd"), "max_norm": 1e-4, "norm_type": -1.0},
                       {"optimizer": spec("sgd"), "max_norm": 1e-4, "norm_type": -2.5}, {"optimizer": spec("adam"), "max_norm": 1e-4, "norm_type": "-Infinity"},
                       {"optimizer": spec("sgd"), "max_norm": 1.0, "per_tensor": True}, {"optimizer": spec("sgd"), "max_norm": 1.0, "eps": 0.0},
                       {"optimizer": spec("sgd"), "max_norm": 1.0, "eps": 0.5, "per_tensor": True, "norm_type": "Infinity"}],
    "clip_grad_value": [{"optimizer": spec("sgd"), "clip_value": 1.0}, {"optimizer": spec("adam", maximize=True), "clip_value": 0.1}],
    "decoupled_weight_decay": [{"optimizer": spec("adam")}, {"optimizer": spec("sgd", momentum=0.9), "weight_decay": 0.5}],
    "lookahead": [{"optimizer": spec("adam")}, {"optimizer": spec("sgd", momentum=0.9), "k": 2, "alpha": 0.8},
                  {"optimizer": around("clip_grad_norm", optimizer=spec("adamw"), max_norm=1.0), "k": 3}],
    "ema": [{"optimizer": spec("sgd")}, {"optimizer": spec("adam"), "decay": 0.5}, {"optimizer": spec("sgd", momentum=0.9), "averaging": "equal"}],
    "accumulate": [{"optimizer": spec("sgd"), "steps": 2}, {"optimizer": spec("sgd", weight_decay=0.1), "steps": 3, "reduction": "sum"}],
    "groups": [{"optimizers": [spec("adam"), spec("sgd", momentum=0.9)], "members": [0]}, {"optimizers": [spec("adamw"), spec("adamw", lr=0.01, weight_decay=0.0)], "members": [1, 0]},
               {"optimizers": [spec("sgd"), around("clip_grad_norm", optimizer=spec("rmsprop"), max_norm=1.0)], "members": [1]}],
}


def wrappers():
    for dtype in DTYPES:
        for name, grid in GRID.items():
            shapes = [[2, 3], [3, 2], [1, 4]] if name == "muon" else [[3], [2, 2]]
            for i, options in enumerate(grid):
                yield trajectory(f"options {i + 1}", name, dtype, options, 7, shapes, mixed)
            yield trajectory("zero gradients", name, dtype, grid[0], 3, shapes, lambda *_: 0.0)
            if name not in ("adafactor", "muon"):
                yield trajectory("gradients of special values", name, dtype, grid[0], 2, [[12], [3]], lambda s, step: SPECIAL[dtype][s.index(12)])


def wrappers_refused():
    tensors = {"params": [{"shape": [2], "data": [1.0, 2.0]}], "grads": [[{"shape": [2], "data": [1.0, "Infinity"]}]]}
    for name, options in (("clip_grad_norm", {"optimizer": spec("sgd"), "max_norm": 1.0, "error_if_nonfinite": True}), ("muon", {})):
        yield f"{name}: refuses {options}", {"op": "optimizer", "name": name, "dtype": "float64", "options": options, **tensors}
