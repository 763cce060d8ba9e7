#!/usr/bin/python3
"""Prints all of PyTorch's own sample inputs that can be said as requests, large ones too, with PyTorch's answers, in the form of the files beside this one."""
import sys
import warnings

from make_references import line

import torch

from cases.samples import KINDS, drawn, optimizers


def main():
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    skipped, number = [], 0
    for case, asked, refuses in [case for op in KINDS for made in drawn(op, skipped) for case in made] + list(optimizers()):
        number += 1
        sys.stdout.write(line(case, asked, refuses, number))
    print(f"{number} samples, {len(skipped)} skipped:", *skipped, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
