"""The numbers of the cases, and how they are written."""
import ctypes
import math
import zlib

SEED = 20230113
DTYPES = ("float32", "float64")
NAN, INF = math.nan, math.inf
MASK = (1 << 64) - 1


class Draw:
    """SplitMix64, seeded by the seed and the name of the case, so that a new case leaves the others as they were."""

    def __init__(self, case):
        self.state = (SEED << 32) + zlib.crc32(case.encode())

    def word(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        return (self.word() >> 11) * 2.0 ** -53

    def index(self, count):
        return self.word() % count

    def normal(self):
        """Close to the normal distribution, by additions alone: no mathematical library takes part."""
        total = 0.0
        # Not sum(), which keeps more digits since Python 3.12.
        for _ in range(12):
            total += self.unit()
        return total - 6.0

    def magnitude(self, low, high):
        sign = 1.0 if self.word() & 1 else -1.0
        return sign * (1.0 + 9.0 * self.unit()) * float(f"1e{low + self.index(high - low)}")

    def adversarial(self, dtype):
        kind = self.index(4)
        return (self.normal() if kind == 0 else self.magnitude(-30, 8) if kind == 1 else float(self.index(5) - 2) if kind == 2
                else SPECIAL[dtype][self.index(6)])


def special(precision, exponent):
    normal, largest = 2.0 ** (2 - exponent), (2.0 - 2.0 ** (1 - precision)) * 2.0 ** (exponent - 1)
    least = normal * 2.0 ** (1 - precision)
    return [0.0, -0.0, least, -3 * least, normal, -1.0, 1.0, largest, -largest, INF, -INF, NAN]


EPSILON = {"float32": 2.0 ** -23, "float64": 2.0 ** -52}
SPECIAL = {"float32": special(24, 128), "float64": special(53, 1024)}


def shortest(value, dtype):
    """The number as JSON writes it: the fewest digits that read back to the same bits of the dtype."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if dtype == "float64":
        return value
    return next(s for s in (float(f"{value:.{digits}g}") for digits in range(1, 10)) if ctypes.c_float(s).value == value)


def tensor(shape, values, dtype):
    values = [ctypes.c_float(v).value for v in values] if dtype == "float32" else [float(v) for v in values]
    return {"shape": list(shape), "data": [shortest(v, dtype) for v in values]}


def indices(shape, values):
    return {"dtype": "int64", "shape": list(shape), "data": list(values)}
