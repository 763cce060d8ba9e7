"""Adam and its relatives where PyTorch 2.6 has them not, or not in this form; from the formulas of the system that introduced each.

PyTorch 2.7: Adam with weight decay apart from the gradient. Keras: where eps stands in Adam and Adamax. optax: AdaBelief, Yogi, eps_root, AMSGrad
of the corrected mean square, RAdam's threshold. Adan: the authors' code.
"""
import math

import torch

from .rule import Rule


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
    defaults = {"betas": (0.9, 0.999), "eps": 1e-8, "threshold": 5.0}

    def move(self, p, g, s):
        first, second = self.betas
        m, v = self.mean(s, "exp_avg", g, first) / self.corrected(first), self.mean(s, "exp_avg_sq", g * g, second)
        far = 2 / (1 - second) - 1
        rho = far - 2 * self.t * second ** self.t / self.corrected(second)
        if rho <= self.threshold:
            return p - self.lr * m
        share = math.sqrt((rho - 4) * (rho - 2) * far / ((far - 4) * (far - 2) * rho))
        return p - m * self.lr * (math.sqrt(self.corrected(second)) / (v.sqrt() + self.eps)) * share


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
