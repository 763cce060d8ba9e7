"""SGD whose momentum is kept otherwise than in torch.optim: the velocity of Polyak and Keras, and the running average of many textbooks."""
from .rule import Rule


class Sgd(Rule):
    defaults = {"momentum": 0.0, "momentum_form": "velocity", "nesterov": False}

    def starts(self):
        return {"momentum_buffer": 0.0} if self.momentum else {}

    def move(self, p, g, s):
        if not self.momentum:
            return p - self.lr * g
        if self.momentum_form == "averaging":
            return p - self.lr * self.mean(s, "momentum_buffer", g, self.momentum)
        s["momentum_buffer"] = self.momentum * s["momentum_buffer"] + self.lr * g
        # Keras looks ahead by the velocity as it is now.
        return p - (self.momentum * s["momentum_buffer"] + self.lr * g if self.nesterov else s["momentum_buffer"])


def momentum(name, options):
    """The class for a form that torch.optim lacks; None where it has the form itself."""
    return Sgd if name == "sgd" and options.get("momentum_form", "buffer") != "buffer" else None
