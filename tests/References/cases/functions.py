"""What the cases of losses and activations have in common."""
import math

from .numbers import Draw, tensor

REDUCTIONS = ("mean", "sum", "none")


def request(op, name, dtype, inputs, grad, cotangent, options):
    made = {"op": op, "name": name, "dtype": dtype, "inputs": inputs, "options": options, "grad": grad, "cotangent": cotangent}
    return {key: value for key, value in made.items() if value not in (None, {})}


class Cases:
    """Collects the cases of one function in one dtype; every number comes from the draw of its case."""

    def __init__(self, op, name, dtype):
        self.op, self.name, self.dtype, self.made = op, name, dtype, []

    def tensor(self, shape, values):
        return tensor(shape, values, self.dtype)

    def draw(self, case, shape, kind="normal"):
        source = Draw(f"{self.name}/{case}")
        draws = {"normal": source.normal, "unit": source.unit, "adversarial": lambda: source.adversarial(self.dtype),
                 "weight": lambda: 0.1 + 2.0 * source.unit()}
        return self.tensor(shape, [draws[kind]() for _ in range(math.prod(shape))])

    def add(self, case, inputs, grad=None, cotangent=None, **options):
        self.made.append((f"{self.name} {self.dtype}: {case}", request(self.op, self.name, self.dtype, inputs, grad, cotangent, options)))

    def reductions(self, case, inputs, grad=None, shape=None, kinds=("mean",), **options):
        """Each reduction; the mean as the default; none also with a cotangent of the given shape."""
        for kind in kinds:
            self.add(f"{case}, {kind}", inputs, grad, **options, **({} if kind == "mean" else {"reduction": kind}))
        if shape is not None:
            self.add(f"{case}, none with cotangent", inputs, grad, self.draw(case + "/cotangent", shape), **options, reduction="none")
