"""Turns functions into a worker of ParityNet. One file, no dependencies, Python 3.8 or later: copy it beside your own.

    from paritynet_worker import serve

    def mse_loss(input, target):
        n = len(input)
        return sum((x - y) ** 2 for x, y in zip(input, target)) / n, [2 * (x - y) / n for x, y in zip(input, target)]

    serve(loss=mse_loss)

The function's name is the op's. Its parameters say which arguments and options of the op it takes; what it does not name is left out of all cases,
or stays at its default. `docs/workers.md` of ParityNet has the rest.
"""

import inspect
import json
import math
import os
import struct
import sys
import traceback

__all__ = ["serve", "Flat"]

# Names of arguments of ops; every other parameter is an option.
_INPUTS = frozenset(
    "input target weight bias pos_weight var input1 input2 anchor positive negative log_probs targets input_lengths target_lengths "
    "running_mean running_var mask noise positive_distance negative_distance swap_distance".split()
)


class Flat(list):
    """The elements of a tensor, row-major, as Python numbers; `shape` is its shape."""

    def __init__(self, data, shape):
        super().__init__(data)
        self.shape = tuple(shape)


def serve(loss=None, activation=None, layer=None, optimizer=None, schedule=None, initializer=None, *,
          arrays=None, dtypes=("float32", "float64"), name=None, version=""):
    """Answers ParityNet until it says stop.

    Each kind is a function, a list of functions, or a dictionary of functions by the op's name.

    loss, activation, layer: f(input, …, options …) -> value, or (value, gradient), or (value, {"input": gradient, …}).
        A function that has a parameter `cotangent` gives the gradients of sum(cotangent * value); None stands for ones.
    optimizer: f(param, grad, state, step, options …) -> (param, state). It is called for one parameter tensor and one step, counted from 1; `state` is
        a dictionary of slots by PyTorch's names, empty before the first step. A function that returns a parameter alone tells no state, and may keep
        what it likes in `state`.
    schedule: f(step, lr, options …) -> rate, where `lr` is the rate that training starts from; with a parameter `metrics`: f(lr, metrics, …) -> all rates.
    initializer: f(shape, seed, options …) -> tensor.

    arrays: how tensors are made: numpy.asarray, torch.tensor, jax.numpy.asarray; called as arrays(list, dtype=…). By default tensors are lists of
        Python numbers in double, and what comes back is rounded once.
    dtypes: the element types that are offered; a parameter `dtype` receives the one of a request.
    """
    # What the functions print must not get between the answers.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    kinds = dict(loss=loss, activation=activation, layer=layer, optimizer=optimizer, schedule=schedule, initializer=initializer)
    ops = {(kind, op): _Op(kind, op, f, arrays) for kind, given in kinds.items() for op, f in _named(given)}
    if not ops:
        raise ValueError("serve must be given a function: expected one such as loss=mse_loss, got none.")
    for line in sys.stdin:
        if not line.strip():
            continue
        request = json.loads(line)
        if request["op"] == "stop":
            break
        if request["op"] == "start":
            answer = {
                "protocol": 1, "name": name or _own_name(), "language": "python", "version": version,
                "ops": [op.greeting(dtypes) for op in ops.values()],
            }
        else:
            answer = {"id": request.get("id")}
            try:
                op = ops.get((request["op"], request.get("name")))
                answer.update({"skipped": "it is not served"} if op is None else op.answer(request))
            except Exception as problem:
                traceback.print_exc()
                answer["error"] = {"kind": "backend", "message": _said(problem)}
        out.write(json.dumps(answer, separators=(",", ":")) + "\n")
        out.flush()


class _Op:
    def __init__(self, kind, name, function, arrays):
        self.kind, self.name, self.function, self.arrays = kind, name, function, arrays
        parameters = inspect.signature(function).parameters.values()
        self.all = any(p.kind == p.VAR_KEYWORD for p in parameters)
        self.names = [p.name for p in parameters if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]

    def greeting(self, dtypes):
        said = {"op": self.kind, "name": self.name, "dtypes": list(dtypes)}
        own = {"dtype", "cotangent", "param", "grad", "state", "step", "steps", "lr" if self.kind == "schedule" else "", "metrics", "shape", "seed"}
        is_function = self.kind in ("loss", "activation", "layer")
        if not self.all:
            said["options"] = [n for n in self.names if n not in own and not (is_function and n in _INPUTS)]
        if is_function:
            if not self.all:
                said["inputs"] = [n for n in self.names if n in _INPUTS]
            said["cotangent"] = "cotangent" in self.names
            said["broadcast"] = self.arrays is not None
        return said

    def answer(self, request):
        given = {n: _option(v) for n, v in request.get("options", {}).items()}
        given["dtype"] = request.get("dtype", "float64")
        try:
            return getattr(self, "_" + self.kind)(request, given)
        except (ArithmeticError, ValueError) as problem:
            if self.arrays is not None or not (isinstance(problem, ArithmeticError) or str(problem) == "math domain error"):
                raise
            return {"skipped": f"Python's own floats raise an error where IEEE 754 has an infinity or NaN: {_said(problem)}"}

    def _call(self, given):
        return self.function(**{n: v for n, v in given.items() if self.all or n in self.names})

    def _loss(self, request, given):
        dtype, inputs = given["dtype"], request["inputs"]
        for n, tensor in inputs.items():
            given[n] = self._read(tensor, dtype)
        given["cotangent"] = self._read(request["cotangent"], dtype) if "cotangent" in request else None
        result = self._call(given)
        value, grads = result if isinstance(result, tuple) and len(result) == 2 else (result, None)
        lead = next(iter(self._leads(inputs)))
        answer = {"value": _written(value, dtype, inputs[lead]["shape"])}
        if grads is not None:
            grads = grads if isinstance(grads, dict) else {lead: grads}
            answer["grads"] = {n: _written(g, dtype, inputs[n]["shape"]) for n, g in grads.items() if n in inputs and g is not None}
        return answer

    _activation = _layer = _loss

    # The first argument that the function names is the one that a bare gradient is of.
    def _leads(self, inputs):
        return [n for n in self.names if n in inputs] or list(inputs)

    def _optimizer(self, request, given):
        dtype = given["dtype"]
        params = [self._read(p, dtype) for p in request["params"]]
        shapes = [p["shape"] for p in request["params"]]
        before = request.get("from", {})
        states = [{n: self._read(t[i], dtype) for n, t in before.items() if n != "step"} for i in range(len(params))]
        is_told, all_params, all_states = True, [], []
        for k, grads in enumerate(request["grads"]):
            for i, grad in enumerate(grads):
                result = self._call(dict(given, param=params[i], grad=self._read(grad, dtype), state=states[i], step=before.get("step", 0) + k + 1))
                is_told = is_told and isinstance(result, tuple)
                param, state = result if isinstance(result, tuple) else (result, {})
                # A step starts from what the step before has answered.
                params[i] = self._read(_written(param, dtype, shapes[i]), dtype)
                if isinstance(result, tuple):
                    states[i] = {n: self._read(_written(s, dtype, shapes[i]), dtype) for n, s in state.items()}
            all_params.append([_written(p, dtype, s) for p, s in zip(params, shapes)])
            if is_told:
                all_states.append({n: [_written(states[i][n], dtype, shapes[i]) for i in range(len(params))] for n in states[0]})
        return {"params": all_params, "state": all_states} if is_told and any(all_states) else {"params": all_params}

    def _schedule(self, request, given):
        given["lr"] = request["lr"]
        if "metrics" in request:
            rates = self._call(dict(given, metrics=[_number(m) for m in request["metrics"]]))
        else:
            rates = [self._call(dict(given, step=k, steps=request["steps"])) for k in range(request["steps"] + 1)]
        return {"lr": [_word(float(r)) for r in rates]}

    def _initializer(self, request, given):
        result = self._call(dict(given, shape=request["shape"], seed=request["seed"]))
        return {"value": _written(result, given["dtype"], request["shape"])}

    def _read(self, tensor, dtype):
        of, shape = tensor.get("dtype", dtype), tensor["shape"]
        data = [int(x) if of == "int64" else _rounded(_number(x), of) for x in tensor["data"]]
        if self.arrays is None:
            return Flat(data, shape)
        root = sys.modules.get((getattr(self.arrays, "__module__", None) or "numpy").split(".")[0])
        return self.arrays(data, dtype=getattr(root, of, of)).reshape(tuple(shape))


def _named(given):
    if given is None:
        return []
    if isinstance(given, dict):
        return list(given.items())
    return [(f.__name__, f) for f in (given if isinstance(given, (list, tuple)) else [given])]


def _own_name():
    return os.path.splitext(os.path.basename(sys.argv[0] or "python"))[0].replace(",", "")[:40] or "python"


_WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def _number(x):
    return _WORDS[x] if isinstance(x, str) else float(x)


def _option(x):
    return [_option(item) for item in x] if isinstance(x, list) else _WORDS.get(x, x) if isinstance(x, str) else x


# A list without lists in it has the shape of the argument that it goes with, where it is as long.
def _written(result, dtype, shape):
    own = tuple(result.shape) if hasattr(result, "shape") else None
    data = result.tolist() if hasattr(result, "tolist") else result
    if own is None:
        own, at = [], data
        while isinstance(at, (list, tuple)):
            own.append(len(at))
            at = at[0] if at else None
        flat = len(own) == 1 and own[0] == math.prod(shape)
        own = tuple(shape) if flat else tuple(own)
    return {"shape": list(own), "data": [_word(_rounded(float(x), dtype)) for x in _flat(data)]}


def _flat(data):
    if isinstance(data, (list, tuple)):
        for item in data:
            yield from _flat(item)
    else:
        yield data


def _rounded(x, dtype):
    if dtype != "float32" or not math.isfinite(x):
        return x
    try:
        return struct.unpack("f", struct.pack("f", x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)


def _word(x):
    return x if math.isfinite(x) else "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"


def _said(problem):
    frames = traceback.extract_tb(problem.__traceback__)
    own = [f for f in frames if os.path.basename(f.filename) != os.path.basename(__file__)]
    at = f" ({os.path.basename(own[-1].filename)}, line {own[-1].lineno})" if own else ""
    return f"{type(problem).__name__}: {problem}{at}"
