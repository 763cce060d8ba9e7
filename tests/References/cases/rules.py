"""Rules that PyTorch 1.13 does not have, each written down from the formulas of the system that introduced it.

They have the interface of torch.optim as far as make_references.py needs it. Nothing here is shared with what is tested. PyTorch 2.x: NAdam
without the extra mu of 1.13, weight decay apart from the gradient. Keras: where eps stands in Adam, RMSprop, Adagrad and Adamax, and the
velocity of RMSprop. optax: Lion, Signum, AdaBelief, Yogi, eps_root, AMSGrad of the corrected mean square. Adan: the authors' code.
"""
import math

import torch


class Rule:
    """One parameter at a time: subclasses give `slots` and `move`."""
    slots = {}

    def __init__(self, params, foreach=False, lr=1e-3, weight_decay=0.0, maximize=False, **options):
        self.params, self.lr, self.decay, self.sign, self.t = params, lr, weight_decay, -1.0 if maximize else 1.0, 0
        for key, value in {**self.defaults, **options}.items():
            setattr(self, key, value)
        self.state = {p: {name: torch.full_like(p.detach(), start) for name, start in self.starts().items()} for p in params}

    defaults = {}

    def starts(self):
        return {name: 0.0 for name in self.slots}

    @torch.no_grad()
    def step(self):
        self.t += 1
        for p in self.params:
            g = self.sign * p.grad
            if getattr(self, "decoupled_weight_decay", False):
                p.mul_(1 - self.lr * self.decay)
            elif self.decay:
                g = g + self.decay * p
            p.copy_(self.move(p.clone(), g, self.state[p]))

    def mean(self, state, name, new, beta):
        state[name] = beta * state[name] + (1 - beta) * new
        return state[name]

    def corrected(self, beta):
        return 1 - beta ** self.t


class Adam(Rule):
    slots = ("exp_avg", "exp_avg_sq")
    defaults = {"betas": (0.9, 0.999), "eps": 1e-8, "amsgrad": False, "eps_placement": "outside", "amsgrad_form": "uncorrected",
                "decoupled_weight_decay": False, "eps_root": 0.0}

    def starts(self):
        return {name: 0.0 for name in self.slots + (("max_exp_avg_sq",) if self.amsgrad else ())}

    def move(self, p, g, s):
        first, second = self.betas
        m, v = self.mean(s, "exp_avg", g, first), self.mean(s, "exp_avg_sq", g * g, second)
        hat = v / self.corrected(second)
        if self.amsgrad and self.amsgrad_form == "corrected":
            hat = s["max_exp_avg_sq"] = torch.maximum(s["max_exp_avg_sq"], hat)
        elif self.amsgrad:
            v = s["max_exp_avg_sq"] = torch.maximum(s["max_exp_avg_sq"], v)
            hat = v / self.corrected(second)
        if self.eps_placement == "uncorrected" and not self.amsgrad:
            return p - m * (self.lr * math.sqrt(self.corrected(second)) / self.corrected(first)) / (v.sqrt() + self.eps)
        if self.eps_placement == "inside":
            return p - self.lr / self.corrected(first) * m / (hat + self.eps).sqrt()
        if self.eps_root:
            return p - self.lr / self.corrected(first) * m / ((hat + self.eps_root).sqrt() + self.eps)
        root = hat.sqrt() if self.amsgrad_form == "corrected" else v.sqrt() / math.sqrt(self.corrected(second))
        return p - self.lr / self.corrected(first) * m / (root + self.eps)


class AdamW(Adam):
    defaults = {**Adam.defaults, "decoupled_weight_decay": True}

    def __init__(self, params, weight_decay=1e-2, **options):
        super().__init__(params, weight_decay=weight_decay, **options)


class SGD(Rule):
    """Keras's velocity, which has the rate inside and is kept here with the other sign; or a running mean of gradients."""
    defaults = {"momentum": 0.0, "nesterov": False, "momentum_form": "velocity"}

    def starts(self):
        return {"momentum_buffer": 0.0}

    def move(self, p, g, s):
        if self.momentum_form == "averaging":
            return p - self.lr * self.mean(s, "momentum_buffer", g, self.momentum)
        v = self.momentum * -s["momentum_buffer"] - self.lr * g
        s["momentum_buffer"] = -v
        return p + (self.momentum * v - self.lr * g if self.nesterov else v)


class Adamax(Rule):
    slots = ("exp_avg", "exp_inf")
    defaults = {"betas": (0.9, 0.999), "eps": 1e-8, "eps_placement": "outside"}

    def __init__(self, params, lr=2e-3, **options):
        super().__init__(params, lr=lr, **options)

    def move(self, p, g, s):
        m = self.mean(s, "exp_avg", g, self.betas[0])
        u = s["exp_inf"] = torch.maximum(self.betas[1] * s["exp_inf"], g.abs())
        return p - self.lr / self.corrected(self.betas[0]) * m / (u + self.eps)


class RAdam(Rule):
    slots = ("exp_avg", "exp_avg_sq")
    defaults = {"betas": (0.9, 0.999), "eps": 1e-8, "decoupled_weight_decay": False, "threshold": 5.0}

    def move(self, p, g, s):
        first, second = self.betas
        m, v = self.mean(s, "exp_avg", g, first) / self.corrected(first), self.mean(s, "exp_avg_sq", g * g, second)
        far = 2 / (1 - second) - 1
        rho = far - 2 * self.t * second ** self.t / self.corrected(second)
        if rho <= self.threshold:
            return p - self.lr * m
        share = math.sqrt((rho - 4) * (rho - 2) * far / ((far - 4) * (far - 2) * rho))
        return p - m * self.lr * (math.sqrt(self.corrected(second)) / (v.sqrt() + self.eps)) * share


class NAdam(Rule):
    slots = ("exp_avg", "exp_avg_sq")
    defaults = {"betas": (0.9, 0.999), "eps": 1e-8, "momentum_decay": 4e-3, "decoupled_weight_decay": False}

    def __init__(self, params, lr=2e-3, **options):
        super().__init__(params, lr=lr, **options)
        for p in params:
            self.state[p]["mu_product"] = torch.tensor(1.0)

    def weight(self, t):
        return self.betas[0] * (1 - 0.5 * 0.96 ** (t * self.momentum_decay))

    def move(self, p, g, s):
        m, v = self.mean(s, "exp_avg", g, self.betas[0]), self.mean(s, "exp_avg_sq", g * g, self.betas[1])
        now, then = self.weight(self.t), self.weight(self.t + 1)
        s["mu_product"] = s["mu_product"] * now
        ahead = s["mu_product"] * then
        d = (v / self.corrected(self.betas[1])).sqrt() + self.eps
        p = p - self.lr * (1 - now) / (1 - s["mu_product"].item()) * g / d
        return p - self.lr * then / (1 - ahead.item()) * m / d


class RMSprop(Rule):
    defaults = {"alpha": 0.99, "eps": 1e-8, "momentum": 0.0, "centered": False, "eps_placement": "outside", "momentum_form": "buffer"}

    def __init__(self, params, lr=1e-2, **options):
        super().__init__(params, lr=lr, **options)

    def starts(self):
        return {"square_avg": 0.0, **({"momentum_buffer": 0.0} if self.momentum else {}), **({"grad_avg": 0.0} if self.centered else {})}

    def move(self, p, g, s):
        v = self.mean(s, "square_avg", g * g, self.alpha)
        if self.centered:
            average = self.mean(s, "grad_avg", g, self.alpha)
            v = v - average * average
        step = g / ((v + self.eps).sqrt() if self.eps_placement == "inside" else v.sqrt() + self.eps)
        if not self.momentum:
            return p - self.lr * step
        if self.momentum_form == "velocity":
            s["momentum_buffer"] = self.momentum * s["momentum_buffer"] + self.lr * step
            return p - s["momentum_buffer"]
        s["momentum_buffer"] = self.momentum * s["momentum_buffer"] + step
        return p - self.lr * s["momentum_buffer"]


class Adagrad(Rule):
    defaults = {"lr_decay": 0.0, "initial_accumulator_value": 0.0, "eps": 1e-10, "eps_placement": "inside"}

    def __init__(self, params, lr=1e-2, **options):
        super().__init__(params, lr=lr, **options)

    def starts(self):
        return {"sum": self.initial_accumulator_value}

    def move(self, p, g, s):
        s["sum"] = s["sum"] + g * g
        return p - self.lr / (1 + (self.t - 1) * self.lr_decay) * g / (s["sum"] + self.eps).sqrt()


class Rprop(Rule):
    defaults = {"etas": (0.5, 1.2), "step_sizes": (1e-6, 50.0)}

    def __init__(self, params, lr=1e-2, **options):
        super().__init__(params, lr=lr, **options)

    def starts(self):
        return {"prev": 0.0, "step_size": self.lr}

    def move(self, p, g, s):
        turn = g * s["prev"]
        s["step_size"] = torch.where(turn > 0, s["step_size"] * self.etas[1], torch.where(turn < 0, s["step_size"] * self.etas[0], s["step_size"]))
        s["step_size"] = s["step_size"].clamp(*self.step_sizes)
        s["prev"] = torch.where(turn < 0, torch.zeros_like(g), g)
        return p - s["prev"].sign() * s["step_size"]


class Lion(Rule):
    slots = ("exp_avg",)
    defaults = {"betas": (0.9, 0.99), "decoupled_weight_decay": True}

    def __init__(self, params, lr=1e-4, **options):
        super().__init__(params, lr=lr, **options)

    def move(self, p, g, s):
        lean = self.betas[0] * s["exp_avg"] + (1 - self.betas[0]) * g
        self.mean(s, "exp_avg", g, self.betas[1])
        return p - self.lr * lean.sign()


class Signum(Rule):
    defaults = {"momentum": 0.9, "decoupled_weight_decay": True}

    def starts(self):
        return {"momentum_buffer": 0.0} if self.momentum else {}

    def move(self, p, g, s):
        return p - self.lr * (self.mean(s, "momentum_buffer", g, self.momentum) if self.momentum else g).sign()


class AdaBelief(Rule):
    slots = ("exp_avg", "exp_avg_var")
    defaults = {"betas": (0.9, 0.999), "eps": 1e-16, "eps_root": 1e-16, "decoupled_weight_decay": False}

    def move(self, p, g, s):
        m = self.mean(s, "exp_avg", g, self.betas[0])
        s["exp_avg_var"] = self.mean(s, "exp_avg_var", (g - m) * (g - m), self.betas[1]) + self.eps_root
        root = s["exp_avg_var"].sqrt() / math.sqrt(self.corrected(self.betas[1]))
        return p - self.lr / self.corrected(self.betas[0]) * m / (root + self.eps)


class Yogi(Rule):
    defaults = {"betas": (0.9, 0.999), "eps": 1e-3, "eps_root": 0.0, "initial_accumulator_value": 1e-6, "decoupled_weight_decay": False}

    def __init__(self, params, lr=1e-2, **options):
        super().__init__(params, lr=lr, **options)

    def starts(self):
        return {name: self.initial_accumulator_value for name in ("exp_avg", "exp_avg_sq")}

    def move(self, p, g, s):
        m, square = self.mean(s, "exp_avg", g, self.betas[0]), g * g
        v = s["exp_avg_sq"] = s["exp_avg_sq"] - (1 - self.betas[1]) * (s["exp_avg_sq"] - square).sign() * square
        return p - self.lr / self.corrected(self.betas[0]) * m / ((v / self.corrected(self.betas[1]) + self.eps_root).sqrt() + self.eps)


class Adan(Rule):
    slots = ("exp_avg", "exp_avg_sq", "exp_avg_diff", "neg_pre_grad")
    defaults = {"betas": (0.98, 0.92, 0.99), "eps": 1e-8, "no_prox": False}

    def __init__(self, params, weight_decay=0.0, **options):
        super().__init__(params, weight_decay=0.0, **options)
        self.shrink = weight_decay

    def move(self, p, g, s):
        first, second, third = self.betas
        change = (-g if self.t == 1 else s["neg_pre_grad"]) + g
        m, d = self.mean(s, "exp_avg", g, first), self.mean(s, "exp_avg_diff", change, second)
        both = second * change + g
        root = self.mean(s, "exp_avg_sq", both * both, third).sqrt() / math.sqrt(self.corrected(third)) + self.eps
        s["neg_pre_grad"] = -g
        if self.no_prox:
            p = p * (1 - self.lr * self.shrink)
        p = p - self.lr / self.corrected(first) * m / root - self.lr * second / self.corrected(second) * d / root
        return p if self.no_prox else p / (1 + self.lr * self.shrink)


NEW = {"nadam": NAdam, "lion": Lion, "signum": Signum, "adabelief": AdaBelief, "yogi": Yogi, "adan": Adan}
OTHER = {"sgd": SGD, "adam": Adam, "adamw": AdamW, "adamax": Adamax, "radam": RAdam, "rmsprop": RMSprop, "adagrad": Adagrad, "rprop": Rprop}
OPTIONS = {"eps_placement", "amsgrad_form", "momentum_form", "decoupled_weight_decay", "eps_root", "threshold"}
LACKING = {"radam": {"maximize"}, "rprop": {"weight_decay"}}


def rule(name, options):
    """The class that PyTorch 1.13 lacks; None where it has its own for these options."""
    return NEW.get(name) or (OTHER[name] if name in OTHER and set(options) & (OPTIONS | LACKING.get(name, set())) else None)
