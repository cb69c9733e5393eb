"""Checkpoint of the default network -> one with fewer units, to be trained on: of each LSTM the units that matter least are left out.

    python shrink.py CHECKPOINT OUT --hidden 80 --hidden2 56

A unit matters as much as the weights that read it are large (their norm), its own recurrence among them.
"""
import argparse

import torch

SIDES = ("ahead", "back")


def kept(net, prefix, side, h, most, readers):
    """Indexes of the `most` units of one direction whose readers' columns have the largest norm."""
    at = SIDES.index(side) * h
    norm = (net[f"{prefix}.{side}.weight_hh_l0"] ** 2).sum(0)
    for name in readers:
        norm = norm + (net[name][:, at : at + h] ** 2).sum(0)
    return torch.sort(torch.topk(norm, most).indices).values


def shrink(net, prefix, most, readers):
    """Drops units of a BiLSTM, and their columns in what reads them. accept reads three vectors: its columns are given by `readers` as views."""
    h = net[f"{prefix}.ahead.weight_hh_l0"].shape[1]
    both = []
    for side in SIDES:
        keep = kept(net, prefix, side, h, most, readers)
        rows = torch.cat([keep + gate * h for gate in range(4)])
        own = f"{prefix}.{side}."
        net[own + "weight_hh_l0"] = net[own + "weight_hh_l0"][rows][:, keep]
        for name in ("weight_ih_l0", "bias_ih_l0", "bias_hh_l0"):
            net[own + name] = net[own + name][rows]
        both.append(keep + SIDES.index(side) * h)
    both = torch.cat(both)
    for name in readers:
        net[name] = net[name][:, both]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("checkpoint")
    ap.add_argument("out")
    ap.add_argument("--hidden", type=int, required=True)
    ap.add_argument("--hidden2", type=int, required=True)
    opt = ap.parse_args()
    ck = torch.load(opt.checkpoint, weights_only=False)
    net, h2 = ck["net"], ck["options"]["hidden2"]
    # accept reads [greatest state of roles, its state at the cue, state of the cue]: three parts, each with columns of its own
    for i, width in enumerate((2 * h2, 2 * h2)):
        net[f"part{i}"] = net["accept.weight"][:, i * width : (i + 1) * width]
    net["part2"] = net["accept.weight"][:, 4 * h2 :]
    side = [f"encoder2.{s}.weight_ih_l0" for s in SIDES]
    heads = [name for name in ("syntax.weight",) if name in net]
    shrink(net, "encoder1", opt.hidden, side + heads)
    shrink(net, "encoder2", opt.hidden, ["cue.weight", "union.weight", "of_token.weight", "of_cue.weight", "part2"])
    shrink(net, "roles", opt.hidden2, ["role.weight", "part0", "part1"])
    net["accept.weight"] = torch.cat([net.pop(f"part{i}") for i in range(3)], 1)
    ck["options"] |= {"hidden": opt.hidden, "hidden2": opt.hidden2}
    torch.save(ck, opt.out)


if __name__ == "__main__":
    main()
