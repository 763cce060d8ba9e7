"""Runs SciPy's minimizers on the problems of Moré, Garbow and Hillstrom, and prints one JSON object a line.

    apt-get install python3-scipy
    /usr/bin/python3 tests/References/scipy_minimizers.py > tests/References/runs/scipy.jsonl

Names of problems as arguments run those alone. The formulas are written here once more, in numpy, so that a wrong one on either side shows. Derivatives are complex steps, which have no error but
rounding; only the problems' data is read from the repository.
"""
import json
import pathlib
import signal
import sys
import warnings

import numpy as np
import scipy
from scipy import optimize

DATA = pathlib.Path(__file__).resolve().parents[2] / "src/Definitions/Problems/Data"
SCALES = [1, 10, 100]
SECONDS = 60


def load(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))["problems"]


def size(z):
    return np.where(np.real(z) < 0, -z, z)


def gulf(x, _):
    t = np.arange(1, 100) / 100
    y = 25 + (-50 * np.log(t)) ** (2 / 3)
    return np.exp(-size(y - x[1]) ** x[2] / x[0]) - t


def helical(x, _):
    theta = np.arctan(x[1] / x[0]) / (2 * np.pi) + (0 if x[0].real > 0 else 0.5)
    return np.array([10 * (x[2] - 10 * theta), 10 * (np.sqrt(x[0] ** 2 + x[1] ** 2) - 1), x[2]])


def watson(x, _):
    j = np.arange(len(x))
    rows = []
    for i in range(1, 30):
        t = i / 29
        rows.append(sum(j[1:] * x[1:] * t ** (j[1:] - 1)) - sum(x * t ** j) ** 2 - 1)
    return np.array(rows + [x[0], x[1] - x[0] ** 2 - 1])


def penalty2(x, _):
    n, a = len(x), np.sqrt(1e-5)
    i = np.arange(2, n + 1)
    y = np.exp(i / 10) + np.exp((i - 1) / 10)
    return np.concatenate([
        [x[0] - 0.2], a * (np.exp(x[1:] / 10) + np.exp(x[:-1] / 10) - y), a * (np.exp(x[1:] / 10) - np.exp(-0.1)),
        [sum((n - np.arange(n)) * x ** 2) - 1]])


def variably(x, _):
    s = sum(np.arange(1, len(x) + 1) * (x - 1))
    return np.concatenate([x - 1, [s, s * s]])


def trigonometric(x, _):
    n, i = len(x), np.arange(1, len(x) + 1)
    return n - sum(np.cos(x)) + i * (1 - np.cos(x)) - np.sin(x)


def almost_linear(x, _):
    n = len(x)
    return np.concatenate([(x + sum(x) - (n + 1))[:-1], [np.prod(x) - 1]])


def padded(x):
    return np.concatenate([[0], x, [0]])


def boundary(x, _):
    n, p = len(x), padded(x)
    h = 1 / (n + 1)
    t = h * np.arange(1, n + 1)
    return 2 * x - p[:-2] - p[2:] + h * h * (x + t + 1) ** 3 / 2


def integral(x, _):
    n = len(x)
    h = 1 / (n + 1)
    t = h * np.arange(1, n + 1)
    c = (x + t + 1) ** 3
    return np.array([x[i] + h * ((1 - t[i]) * sum(t[: i + 1] * c[: i + 1]) + t[i] * sum((1 - t[i + 1:]) * c[i + 1:])) / 2 for i in range(n)])


def banded(x, _):
    n = len(x)
    return np.array([x[i] * (2 + 5 * x[i] ** 2) + 1
                     - sum(x[j] * (1 + x[j]) for j in range(max(0, i - 5), min(n, i + 2)) if j != i) for i in range(n)])


def full_rank(x, _):
    m = 20
    r = np.full(m, -1 - 2 * sum(x) / m)
    r[: len(x)] += x
    return r


def rank_one(x, _):
    return np.arange(1, 21) * sum(np.arange(1, len(x) + 1) * x) - 1


def rank_one_zeros(x, _):
    s = sum(np.arange(2, len(x)) * x[1:-1])
    return np.concatenate([[-1], np.arange(1, 19) * s - 1, [-1]])


def chebyquad(x, _):
    n = len(x)
    before, now, out = np.ones_like(x), 2 * x - 1, []
    for i in range(1, n + 1):
        out.append(sum(now) / n + (1 / (i * i - 1) if i % 2 == 0 else 0))
        before, now = now, 2 * (2 * x - 1) * now - before
    return np.array(out)


def biggs(x, _):
    t = np.arange(1, 14) / 10
    y = np.exp(-t) - 5 * np.exp(-10 * t) + 3 * np.exp(-4 * t)
    return x[2] * np.exp(-t * x[0]) - x[3] * np.exp(-t * x[1]) + x[5] * np.exp(-t * x[4]) - y


def osborne2(x, d):
    t = np.arange(65) / 10
    peaks = sum(x[k] * np.exp(-((t - x[7 + k]) ** 2) * x[4 + k]) for k in (1, 2, 3))
    return d["y"] - (x[0] * np.exp(-t * x[4]) + peaks)


def chained(x, _):
    return np.ravel(np.column_stack([10 * (x[1::2] - x[0::2] ** 2), 1 - x[0::2]]))


def singular(x, _):
    a, b, c, d = x[0::4], x[1::4], x[2::4], x[3::4]
    return np.ravel(np.column_stack([a + 10 * b, np.sqrt(5) * (c - d), (b - 2 * c) ** 2, np.sqrt(10) * (a - d) ** 2]))


I10 = np.arange(1, 11)
FORMULAS = {
    "rosenbrock": chained,
    "freudenstein_roth": lambda x, _: np.array([
        -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]]),
    "powell_badly_scaled": lambda x, _: np.array([1e4 * x[0] * x[1] - 1, np.exp(-x[0]) + np.exp(-x[1]) - 1.0001]),
    "brown_badly_scaled": lambda x, _: np.array([x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2]),
    "beale": lambda x, _: np.array([c - x[0] * (1 - x[1] ** k) for k, c in ((1, 1.5), (2, 2.25), (3, 2.625))]),
    "jennrich_sampson": lambda x, _: 2 + 2 * I10 - (np.exp(I10 * x[0]) + np.exp(I10 * x[1])),
    "helical_valley": helical,
    "bard": lambda x, d: d["y"] - (x[0] + (u := np.arange(1, 16)) / ((16 - u) * x[1] + np.minimum(u, 16 - u) * x[2])),
    "gaussian": lambda x, d: x[0] * np.exp(-x[1] * ((8 - np.arange(1, 16)) / 2 - x[2]) ** 2 / 2) - d["y"],
    "meyer": lambda x, d: x[0] * np.exp(x[1] / (45 + 5 * np.arange(1, 17) + x[2])) - d["y"],
    "gulf_research": gulf,
    "box": lambda x, _: np.exp(-I10 / 10 * x[0]) - np.exp(-I10 / 10 * x[1]) - x[2] * (np.exp(-I10 / 10) - np.exp(-I10)),
    "powell_singular": singular,
    "wood": lambda x, _: np.array([
        10 * (x[1] - x[0] ** 2), 1 - x[0], np.sqrt(90) * (x[3] - x[2] ** 2), 1 - x[2], np.sqrt(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / np.sqrt(10)]),
    "kowalik_osborne": lambda x, d: d["y"] - x[0] * (d["u"] ** 2 + d["u"] * x[1]) / (d["u"] ** 2 + d["u"] * x[2] + x[3]),
    "brown_dennis": lambda x, _: (x[0] + (t := np.arange(1, 21) / 5) * x[1] - np.exp(t)) ** 2 + (x[2] + x[3] * np.sin(t) - np.cos(t)) ** 2,
    "osborne_1": lambda x, d: d["y"] - (x[0] + x[1] * np.exp(-(t := 10 * np.arange(33)) * x[3]) + x[2] * np.exp(-t * x[4])),
    "biggs_exp6": biggs,
    "osborne_2": osborne2,
    "watson": watson,
    "extended_rosenbrock": chained,
    "extended_powell_singular": singular,
    "penalty_1": lambda x, _: np.concatenate([np.sqrt(1e-5) * (x - 1), [sum(x * x) - 0.25]]),
    "penalty_2": penalty2,
    "variably_dimensioned": variably,
    "trigonometric": trigonometric,
    "brown_almost_linear": almost_linear,
    "discrete_boundary_value": boundary,
    "discrete_integral_equation": integral,
    "broyden_tridiagonal": lambda x, _: (3 - 2 * x) * x - padded(x)[:-2] - 2 * padded(x)[2:] + 1,
    "broyden_banded": banded,
    "linear_full_rank": full_rank,
    "linear_rank_one": rank_one,
    "linear_rank_one_zeros": rank_one_zeros,
    "chebyquad": chebyquad,
}


class Limit(Exception):
    """A run needs more calls than are worth waiting for."""


class Logged:
    """A function that counts its calls and keeps the best value after each that is better, and where it was."""

    most = 5000

    def __init__(self, residuals):
        self.residuals, self.calls, self.gradients, self.best, self.at = residuals, 0, 0, [], None

    def note(self, x, value):
        self.calls += 1
        if self.calls > self.most:
            raise Limit(f"more than {self.most} values")
        if np.isfinite(value) and (not self.best or value < self.best[-1][1]):
            self.best.append([self.calls, float(value)])
            self.at = [float(v) if np.isfinite(v) else None for v in x]

    def vector(self, x):
        r = np.real(self.residuals(np.asarray(x, dtype=complex)))
        self.note(x, float(r @ r))
        return r

    def value(self, x):
        r = np.real(self.residuals(np.asarray(x, dtype=complex)))
        self.note(x, float(r @ r))
        return float(r @ r)

    def jacobian(self, x):
        self.gradients += 1
        if self.gradients > 2 * self.most:
            raise Limit("more gradients than are worth waiting for")
        step = 1e-200
        columns = []
        for j in range(len(x)):
            z = np.asarray(x, dtype=complex)
            z[j] += 1j * step
            columns.append(np.imag(self.residuals(z)) / step)
        return np.column_stack(columns)

    def gradient(self, x):
        return 2 * self.jacobian(x).T @ np.real(self.residuals(np.asarray(x, dtype=complex)))

    def hessian(self, x):
        """Central differences of the exact gradient."""
        n = len(x)
        h = np.empty((n, n))
        for j in range(n):
            d = np.zeros(n)
            d[j] = np.cbrt(np.finfo(float).eps) * max(1, abs(x[j]))
            h[:, j] = (self.gradient(x + d) - self.gradient(x - d)) / (2 * d[j])
        return (h + h.T) / 2


def stop(*_):
    raise Limit(f"no answer in {SECONDS} s")


def run(method, residuals, start):
    f, ended = Logged(residuals), None
    # trust-exact does not return from its subproblem where the Hessian is singular.
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        if method == "lm":
            optimize.least_squares(f.vector, start, f.jacobian, method="lm", ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=f.most)
        else:
            more = {"hess": f.hessian} if method in ("Newton-CG", "trust-exact") else {}
            options = {"maxiter": f.most} | ({"ftol": 1e-15, "gtol": 1e-8} if method == "L-BFGS-B" else {} if method == "Newton-CG" else {"gtol": 1e-8})
            optimize.minimize(f.value, start, method=method, jac=f.gradient, options=options, **more)
    except (Limit, ValueError, FloatingPointError, np.linalg.LinAlgError, OverflowError) as error:
        ended = str(error)
    finally:
        signal.alarm(0)
    answer = {"value": f.best[-1][1] if f.best else None, "x": f.at, "evaluations": f.calls, "best": f.best}
    return answer | ({"error": ended} if ended else {})


def main():
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    print(json.dumps({"scipy": scipy.__version__, "numpy": np.__version__}))
    for problem in load("more-garbow-hillstrom.json"):
        if sys.argv[1:] and problem["name"] not in sys.argv[1:]:
            continue
        data = {key: np.array(problem[key]) for key in ("y", "u") if key in problem}
        formula = FORMULAS[problem["name"]]
        for scale in SCALES:
            start = scale * np.array(problem["start"], dtype=float)
            for method in ("lm", "CG", "BFGS", "L-BFGS-B", "Newton-CG", "trust-exact"):
                line = {"problem": problem["name"], "scale": scale, "method": method}
                answer = run(method, lambda x: formula(x, data), start)
                if scale != 1:
                    answer.pop("best", None)
                print(json.dumps(line | answer))
                sys.stdout.flush()


if __name__ == "__main__":
    main()
