"""Rules that look at a parameter as a whole, each written down from the formulas of the system that introduced it.

LARS and LAMB are optax's; Muon has the order of torch.optim of PyTorch 2.9, in the parameters' type.
"""
import math

import torch


class Whole:
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


class Lars(Whole):
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


class Lamb(Whole):
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


class Muon(Whole):
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
