"""Rules that PyTorch 2.6 does not have, each written down from the formulas of the system that introduced it.

Nothing here is shared with what is tested. Keras: where eps stands in RMSprop and Adagrad, and the velocity of RMSprop. optax: Lion and Signum.
"""
import torch

from .adam_rules import AdaBelief, Adam, Adamax, AdamW, Adan, RAdam, Yogi
from .rule import Rule


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


NEW = {"lion": Lion, "signum": Signum, "adabelief": AdaBelief, "yogi": Yogi, "adan": Adan}
OTHER = {"adam": Adam, "adamw": AdamW, "adamax": Adamax, "radam": RAdam, "rmsprop": RMSprop, "adagrad": Adagrad, "rprop": Rprop}
OPTIONS = {"eps_placement", "amsgrad_form", "momentum_form", "eps_root", "threshold"}
LACKING = {"adam": {"decoupled_weight_decay"}, "rprop": {"weight_decay"}}


def rule(name, options):
    """The class that PyTorch 2.6 lacks; None where it has its own for these options."""
    return NEW.get(name) or (OTHER[name] if name in OTHER and set(options) & (OPTIONS | LACKING.get(name, set())) else None)
