"""The shape of the rules that are written down here: that of torch.optim, as far as make_references.py needs it."""
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


def kept(run, params):
    """What an optimizer keeps, by name: a tensor a parameter, of shape [0] where it keeps none for that one."""
    states = [{name: slot for name, slot in run.state.get(p, {}).items() if name != "step" and slot is not None} for p in params]
    names = dict.fromkeys(name for state in states for name in state)
    return {name: [state.get(name, p.new_zeros(0)) for p, state in zip(params, states)] for name in names}
