"""Layers and penalties.

PyTorch's dropout draws its own mask, so the cases give one: x·(m/(1 − p)), as its kernel on a CPU does. Running statistics are what
batch_norm leaves in copies. Penalties are written out in tensors.
"""
import math

import torch
import torch.nn.functional as F

from .functions import Cases, request
from .numbers import DTYPES, tensor


def dropout(input, mask=None, p=0.5, training=True):
    if not training:
        return F.dropout(input, p, False)
    if not 0 <= p <= 1:
        raise ValueError("p")
    return input * (mask / (1 - p)) if p < 1 else input * 0


def statistics(input, running_mean, running_var, momentum=0.1):
    mean, var = running_mean.clone(), running_var.clone()
    F.batch_norm(input, mean, var, training=True, momentum=momentum)
    return torch.stack([mean, var])


def batch_norm(input, running_mean=None, running_var=None, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    copies = [None if numbers is None else numbers.clone() for numbers in (running_mean, running_var)]
    return F.batch_norm(input, *copies, weight, bias, training, momentum, eps)


def refusing(value):
    if not 0 <= value < math.inf:
        raise ValueError("strength")
    return value


def l1_penalty(input, strength=0.01):
    return refusing(strength) * input.abs().sum()


def l2_penalty(input, strength=0.01, half=False):
    return refusing(strength) * (0.5 if half else 1.0) * (input * input).sum()


FUNCTIONS = {"dropout": dropout, "batch_norm_update_stats": statistics, "batch_norm": batch_norm, "l1_penalty": l1_penalty, "l2_penalty": l2_penalty}


def both(cases, word, inputs, grad, shape, **options):
    """With ones for a cotangent, and with other numbers."""
    cases.add(word, inputs, grad, **options)
    if grad:
        cases.add(f"{word}, with cotangent", inputs, grad, cases.draw(f"{word}/cotangent", shape), **options)


def dense(dtype):
    cases = Cases("layer", "linear", dtype)
    for lead, inputs, outputs in (([3], 4, 2), ([2, 3], 5, 4), ([], 3, 2), ([1], 1, 1), ([0], 3, 2), ([17], 33, 9)):
        for with_bias in (True, False):
            word = f"{[*lead, inputs]} to {outputs}" + ("" if with_bias else ", no bias")
            given = {"input": cases.draw(f"{word}/input", [*lead, inputs]), "weight": cases.draw(f"{word}/weight", [outputs, inputs])}
            if with_bias:
                given["bias"] = cases.draw(f"{word}/bias", [outputs])
            both(cases, word, given, list(given), [*lead, outputs])
    for lead in ([3], [2, 3], [], [0]):
        word = f"{[*lead, 4]} by one row of weights"
        given = {"input": cases.draw(f"{word}/input", [*lead, 4]), "weight": cases.draw(f"{word}/weight", [4])}
        both(cases, word, given, list(given), lead)
        if not lead:
            both(cases, f"{word}, with bias", given | {"bias": cases.draw(f"{word}/bias", [])}, [*given, "bias"], lead)
    for shape in ([1], []):
        word = f"one bias of shape {shape} for all outputs"
        given = {"input": cases.draw(f"{word}/input", [3, 4]), "weight": cases.draw(f"{word}/weight", [2, 4]), "bias": cases.draw(f"{word}/bias", shape)}
        both(cases, word, given, list(given), [3, 2])
    return cases.made


def by_example(dtype):
    cases = Cases("layer", "layer_norm", dtype)
    for shape, last in (([3, 4], [4]), ([2, 3, 4], [3, 4]), ([5], [5]), ([2, 1, 7], [7]), ([4, 33], [33]), ([0, 3], [3])):
        for eps in (1e-5, 1e-3, 0.0):
            for affine in (True, False):
                word = f"{shape} over {last}, eps {eps}" + ("" if affine else ", plain")
                given = {"input": cases.draw(f"{word}/input", shape)}
                if affine:
                    given |= {name: cases.draw(f"{word}/{name}", last) for name in ("weight", "bias")}
                both(cases, word, given, list(given), shape, normalized_shape=last, **({} if eps == 1e-5 else {"eps": eps}))
    same = {"input": cases.tensor([2, 3], [2.0] * 3 + [1.0, 1.0, 1.0])}
    cases.add("equal numbers", same, ["input"], normalized_shape=[3])
    return cases.made


def by_root(dtype):
    cases = Cases("layer", "rms_norm", dtype)
    for shape, last in (([3, 4], [4]), ([2, 3, 4], [3, 4]), ([5], [5]), ([4, 33], [33]), ([0, 3], [3])):
        for eps in (None, 1e-3, 0.0):
            for affine in (True, False):
                word = f"{shape} over {last}, eps {eps}" + ("" if affine else ", plain")
                given = {"input": cases.draw(f"{word}/input", shape)}
                if affine:
                    given |= {"weight": cases.draw(f"{word}/weight", last)}
                both(cases, word, given, list(given), shape, normalized_shape=last, **({} if eps is None else {"eps": eps}))
    return cases.made


def by_group(dtype):
    cases = Cases("layer", "group_norm", dtype)
    for shape, groups in (([3, 4], 2), ([2, 4, 3], 4), ([2, 6, 2, 2], 3), ([1, 3, 5], 1), ([2, 2, 33], 2)):
        for eps in (1e-5, 1e-3, 0.0):
            for affine in (True, False):
                word = f"{shape} in {groups}, eps {eps}" + ("" if affine else ", plain")
                given = {"input": cases.draw(f"{word}/input", shape)}
                if affine:
                    given |= {name: cases.draw(f"{word}/{name}", [shape[1]]) for name in ("weight", "bias")}
                both(cases, word, given, list(given), shape, num_groups=groups, **({} if eps == 1e-5 else {"eps": eps}))
    return cases.made


def by_batch(dtype):
    cases, moved = Cases("layer", "batch_norm", dtype), Cases("layer", "batch_norm_update_stats", dtype)
    for shape in ([4, 3], [2, 3], [3, 2, 5], [2, 2, 3, 2], [9, 1]):
        for options in ({}, {"training": True}, {"training": True, "momentum": 0.5, "eps": 1e-3}, {"eps": 1e-3}):
            for affine in (True, False):
                word = f"{shape}, {options}" + ("" if affine else ", plain")
                channel = [shape[1]]
                given = {"input": cases.draw(f"{word}/input", shape), "running_mean": cases.draw(f"{word}/mean", channel),
                         "running_var": cases.draw(f"{word}/var", channel, "weight")}
                names = ["input"]
                if affine:
                    given |= {name: cases.draw(f"{word}/{name}", channel) for name in ("weight", "bias")}
                    names += ["weight", "bias"]
                both(cases, word, given, names, shape, **options)
        for momentum in (0.1, 0.5, 0.0, 1.0, 2.0, -0.5):
            word = f"{shape}, momentum {momentum}"
            given = {"input": moved.draw(f"{word}/input", shape), "running_mean": moved.draw(f"{word}/mean", [shape[1]]),
                     "running_var": moved.draw(f"{word}/var", [shape[1]], "weight")}
            moved.add(word, given, [], **({} if momentum == 0.1 else {"momentum": momentum}))
    empty = {"input": cases.tensor([0, 3], []), **{name: cases.draw(f"empty/{name}", [3]) for name in ("weight", "bias")}}
    both(cases, "empty batch in training", empty, list(empty), [0, 3], training=True)
    return cases.made + moved.made


def dropped(dtype):
    cases = Cases("layer", "dropout", dtype)
    for p in (0.5, 0.2, 0.0, 0.9, 1.0):
        mask = cases.tensor([2, 4], [1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0])
        both(cases, f"p {p}", {"input": cases.draw(f"p {p}", [2, 4]), "mask": mask}, ["input"], [2, 4], **({} if p == 0.5 else {"p": p}))
    both(cases, "outside training", {"input": cases.draw("outside", [5])}, ["input"], [5], training=False)
    return cases.made


def penalties(dtype):
    made = []
    for name, others in (("l1_penalty", ({}, {"strength": 1.0}, {"strength": 0.0})), ("l2_penalty", ({}, {"strength": 0.1, "half": True}, {"half": True}, {"strength": 1.0}))):
        cases = Cases("layer", name, dtype)
        for shape in ([3, 4], [1], [0], [33]):
            for options in others:
                word = f"{shape}, {options}"
                both(cases, word, {"input": cases.draw(word, shape)}, ["input"], [], **options)
        cases.add("zeros", {"input": cases.tensor([4], [0.0, -0.0, 1.0, -2.0])}, ["input"])
        made += cases.made
    return made


def layers():
    return [case for dtype in DTYPES for of in (dense, by_example, by_root, by_group, by_batch, dropped, penalties) for case in of(dtype)]


def layers_refused():
    def floats(*shape):
        return tensor(list(shape), [0.5] * math.prod(shape), "float64")

    batch = {"input": floats(4, 3)}
    channels = batch | {"running_mean": floats(3), "running_var": floats(3)}
    asked = {
        "linear": [("another width", batch | {"weight": floats(2, 4)}, {}), ("another bias", batch | {"weight": floats(2, 3), "bias": floats(3)}, {}),
                   ("a bias beside one row of weights", batch | {"weight": floats(3), "bias": floats(1)}, {})],
        "layer_norm": [("other dimensions", batch, {"normalized_shape": [4]}), ("another weight", batch | {"weight": floats(2)}, {"normalized_shape": [3]})],
        "rms_norm": [("other dimensions", batch, {"normalized_shape": [4]}), ("another weight", batch | {"weight": floats(2)}, {"normalized_shape": [3]})],
        "group_norm": [("groups that do not divide", batch, {"num_groups": 2}), ("another weight", batch | {"weight": floats(2)}, {"num_groups": 3})],
        "batch_norm": [("no statistics outside training", batch, {}), ("one number a channel", {"input": floats(1, 3)}, {"training": True}),
                       ("another weight", channels | {"weight": floats(4)}, {})],
        "dropout": [("p above 1", batch | {"mask": floats(4, 3)}, {"p": 1.5}), ("p below 0", batch | {"mask": floats(4, 3)}, {"p": -0.5})],
        "l1_penalty": [("a negative strength", batch, {"strength": -1.0})],
        "l2_penalty": [("a negative strength", batch, {"strength": -1.0})],
    }
    for name, all_of in asked.items():
        for word, inputs, options in all_of:
            yield f"{name}: refuses {word}", request("layer", name, "float64", inputs, ["input"], None, options)
