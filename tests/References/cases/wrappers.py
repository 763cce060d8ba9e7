"""Optimizers around others, groups, and rules that look at a parameter as a whole.

Clipping, averages and groups are PyTorch 1.13's own (torch.nn.utils, torch.optim.swa_utils, param_groups). Lookahead (Zhang et al., 2019), decoupled decay
(Loshchilov and Hutter, 2019) and accumulation (optax.MultiSteps) are written here from their formulas, as are LARS and LAMB (optax), and Adafactor and
Muon in the order of torch.optim of PyTorch 2, which 1.13 lacks; Muon in the parameters' type.
"""
import math

import torch

from .numbers import DTYPES, SPECIAL
from .optimizers import mixed, trajectory

NAMES = {"sgd": "SGD", "adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam", "adamw": "AdamW", "adadelta": "Adadelta"}


class Rule:
    """The shape of a torch.optim optimizer: state by parameter, and step()."""

    def __init__(self, params, foreach=False, **options):
        self.params, self.count, self.options = params, 0, options
        self.state = {p: {} for p in params}
        self.start()

    def start(self):
        pass

    @torch.no_grad()
    def step(self):
        self.count += 1
        for p in self.params:
            self.move(p, -p.grad if self.options.get("maximize") else p.grad, self.state[p])


class Lars(Rule):
    def start(self):
        for p in self.params:
            self.state[p]["momentum_buffer"] = torch.zeros_like(p)

    def move(self, p, g, slots):
        o = self.options
        momentum, eta = o.get("momentum", 0.9), o.get("lr", 1.0)
        update = g + o.get("weight_decay", 0.0) * p
        size, length = p.norm(), update.norm()
        ratio = o.get("trust_coefficient", 0.001) * size / (length + o.get("eps", 0.0))
        update = update * (1.0 if size == 0 or length == 0 else ratio) * eta
        trace = slots["momentum_buffer"] = update + momentum * slots["momentum_buffer"]
        p.sub_(update + momentum * trace if o.get("nesterov") else trace)


class Lamb(Rule):
    def start(self):
        for p in self.params:
            self.state[p] |= {"exp_avg": torch.zeros_like(p), "exp_avg_sq": torch.zeros_like(p)}

    def move(self, p, g, slots):
        o = self.options
        b1, b2 = o.get("betas", (0.9, 0.999))
        slots["exp_avg"] = (1 - b1) * g + b1 * slots["exp_avg"]
        slots["exp_avg_sq"] = (1 - b2) * g ** 2 + b2 * slots["exp_avg_sq"]
        mean, square = slots["exp_avg"] / (1 - b1 ** self.count), slots["exp_avg_sq"] / (1 - b2 ** self.count)
        update = mean / (square.sqrt() + o.get("eps", 1e-6))
        if o.get("weight_decay"):
            update = update + o["weight_decay"] * p
        size, length = p.norm(), update.norm()
        p.sub_(o.get("lr", 1e-3) * (update if size == 0 or length == 0 else update * (size / length)))


class Adafactor(Rule):
    def start(self):
        for p in self.params:
            none = p.new_zeros(0)
            deep = p.dim() > 1
            self.state[p] |= {"row_var": p.new_zeros(*p.shape[:-1], 1) if deep else none, "col_var": p.new_zeros(*p.shape[:-2], 1, p.shape[-1]) if deep else none,
                              "variance": none if deep else torch.zeros_like(p)}

    def move(self, p, g, slots):
        o = self.options
        eps1, eps2 = o.get("eps", (None, 1e-3))
        eps1 = torch.finfo(p.dtype).eps if eps1 is None else eps1
        lr, share = o.get("lr", 1e-2), self.count ** o.get("beta2_decay", -0.8)
        alpha = max(eps2, p.norm(2).item() / p.numel() ** 0.5) * min(lr, 1 / self.count ** 0.5)
        if o.get("weight_decay"):
            p.mul_(1 - lr * o["weight_decay"])
        if g.dim() > 1:
            slots["row_var"].lerp_(torch.norm(g, dim=-1, keepdim=True).square_().div_(g.size(-1)), share)
            slots["col_var"].lerp_(torch.norm(g, dim=-2, keepdim=True).square_().div_(g.size(-2)), share)
            estimate = slots["row_var"] @ slots["col_var"]
            estimate.div_(slots["row_var"].mean(dim=-2, keepdim=True).clamp_(min=eps1))
        else:
            slots["variance"].lerp_(g * g, share)
            estimate = slots["variance"].clone()
        update = estimate.clamp_(min=eps1 * eps1).rsqrt_().mul_(g)
        p.add_(update, alpha=-alpha / max(1.0, update.norm(2).item() / (update.numel() ** 0.5 * o.get("d", 1.0))))


class Muon(Rule):
    def start(self):
        for p in self.params:
            if p.dim() != 2:
                raise ValueError("Muon only supports 2D parameters")
            self.state[p]["momentum_buffer"] = torch.zeros_like(p)

    def move(self, p, g, slots):
        o = self.options
        lr, momentum, (a, b, c) = o.get("lr", 1e-3), o.get("momentum", 0.95), o.get("ns_coefficients", (3.4445, -4.775, 2.0315))
        slots["momentum_buffer"].lerp_(g, 1 - momentum)
        update = g.lerp(slots["momentum_buffer"], momentum) if o.get("nesterov", True) else slots["momentum_buffer"].clone()
        rows, columns = p.shape
        x = update.T if rows > columns else update
        x = x / x.norm().clamp(min=o.get("eps", 1e-7))
        for _ in range(o.get("ns_steps", 5)):
            gram = x @ x.T
            x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
        fitted = 0.2 * math.sqrt(max(rows, columns)) if o.get("adjust_lr_fn") == "match_rms_adamw" else math.sqrt(max(1, rows / columns))
        p.mul_(1 - lr * o.get("weight_decay", 0.1))
        p.add_(x.T if rows > columns else x, alpha=-lr * fitted)


class Around(Rule):
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


class Groups(Rule):
    def start(self):
        specs, members = self.options["optimizers"], self.options["members"]
        of = [members[i] if i < len(members) else len(specs) - 1 for i in range(len(self.params))]
        parts = [[p for p, group in zip(self.params, of) if group == g] for g in range(len(specs))]
        if len({spec["name"] for spec in specs}) == 1:
            kind = getattr(torch.optim, NAMES[specs[0]["name"]])
            self.runs = [kind([{"params": part, **spec["options"]} for part, spec in zip(parts, specs)], lr=1.0, foreach=False)]
        else:
            self.runs = [built(spec, part) for spec, part in zip(specs, parts) if part]

    def step(self):
        for run in self.runs:
            run.step()
        states = {p: {name: slot for run in self.runs for name, slot in run.state.get(p, {}).items() if name != "step" and slot is not None} for p in self.params}
        names = dict.fromkeys(name for slots in states.values() for name in slots)
        self.state = {p: {name: states[p].get(name, p.new_zeros(0)) for name in names} for p in self.params}


RULES = {"lars": Lars, "lamb": Lamb, "adafactor": Adafactor, "muon": Muon, "clip_grad_norm": ClipGradNorm, "clip_grad_value": ClipGradValue,
         "decoupled_weight_decay": DecoupledWeightDecay, "lookahead": Lookahead, "ema": Ema, "accumulate": Accumulate, "groups": Groups}


def built(spec, params):
    kind = RULES.get(spec["name"]) or getattr(torch.optim, NAMES[spec["name"]])
    return kind(params, foreach=False, **spec["options"])


def spec(name, **options):
    return {"name": name, "options": {"lr": 0.1, **options}}


def around(name, **options):
    return {"name": name, "options": options}


GRID = {
    "lars": [{}, {"lr": 0.1, "momentum": 0.0, "trust_coefficient": 0.02}, {"weight_decay": 0.1, "nesterov": True}, {"eps": 1e-3, "maximize": True}],
    "lamb": [{}, {"lr": 0.1, "betas": [0.5, 0.9], "eps": 1e-3}, {"weight_decay": 0.1, "maximize": True}],
    "adafactor": [{}, {"lr": 0.5, "beta2_decay": -0.5, "eps": [1e-8, 0.1]}, {"d": 2.0, "weight_decay": 0.1, "maximize": True}],
    "muon": [{}, {"lr": 0.1, "weight_decay": 0.0, "ns_steps": 1}, {"momentum": 0.5, "nesterov": False, "adjust_lr_fn": "match_rms_adamw", "ns_steps": 2},
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
