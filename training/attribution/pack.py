"""Checkpoint -> the model file that src/attribution/model.ts reads: 8-bit weights with a scale per row, laid out for wasm/kernel.ts.

    python pack.py CHECKPOINT OUT.bin [--name NAME]

File: "ONRA", uint32 length of the JSON head, head, then the tensors, each at a multiple of 16 bytes. Word lists are UTF-8, one a line.
"""
import argparse
import json
import struct

import numpy as np
import torch

INPUT_ONE, STATE_ONE = 4096.0, 16384.0  # what 1.0 is as a 16-bit input and as a 16-bit state
STATE_INPUT_ONE = 2048.0  # as an input that a transformer's state is part of: those reach further


def quantise(rows, one):
    """Rows of floats -> int8 rows and the factor that turns integer dot products into floats."""
    rows = np.asarray(rows, np.float32)
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127.0
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), (scale / one).astype(np.float32)


def grouped(rows):
    """Gate order of torch (i f g o, each h rows) -> groups of four units: i i i i f f f f g g g g o o o o."""
    h = rows.shape[0] // 4
    order = [gate * h + j + k for j in range(0, h, 4) for gate in range(4) for k in range(4)]
    return rows[order]


def pad_to(rows, k):
    return np.pad(rows, ((0, 0), (0, k - rows.shape[1]))) if rows.shape[1] < k else rows


class File:
    def __init__(self, head):
        self.head, self.data, self.tensors = head, bytearray(), {}

    def add(self, name, array):
        array = np.ascontiguousarray(array)
        while len(self.data) % 16:
            self.data.append(0)
        self.tensors[name] = {"type": array.dtype.name, "shape": list(array.shape), "at": len(self.data)}
        self.data += array.tobytes()

    def words(self, name, words):
        """Writes the words sorted by UTF-16 code units; returns the order of the rows: padding, unknown, then the words'."""
        assert not any("\n" in w or "\t" in w or not w for w in words)
        order = sorted(range(len(words)), key=lambda i: words[i].encode("utf-16-be"))
        self.add(name, np.frombuffer("\n".join(words[i] for i in order).encode(), np.uint8))
        return [0, 1] + [i + 2 for i in order]

    def write(self, path):
        head = json.dumps({**self.head, "tensors": self.tensors}).encode()
        head += b" " * (-(8 + len(head)) % 16)
        with open(path, "wb") as f:
            f.write(b"ONRA" + struct.pack("<I", len(head)) + head + bytes(self.data))


def both(state, prefix):
    """Input weights and biases of both directions, forward rows first."""
    w = np.concatenate([grouped(state[f"{prefix}.{side}.weight_ih_l0"]) for side in ("ahead", "back")])
    b = np.concatenate([grouped((state[f"{prefix}.{side}.bias_ih_l0"] + state[f"{prefix}.{side}.bias_hh_l0"])[:, None])[:, 0]
                        for side in ("ahead", "back")])
    return w, b


def lstm(out, name, state, prefix, w, b, one, k):
    """w, b: input weights and biases of both directions; the recurrent weights are taken from the state."""
    for i, side in enumerate(("ahead", "back")):
        u, s = quantise(grouped(state[f"{prefix}.{side}.weight_hh_l0"]), STATE_ONE)
        out.add(f"{name}.u{i}", u)
        out.add(f"{name}.us{i}", s)
    q, s = quantise(pad_to(w, k), one)
    out.add(f"{name}.w", q)
    out.add(f"{name}.ws", s)
    out.add(f"{name}.b", b.astype(np.float32))


def linear(out, name, weight, bias, n):
    w = np.zeros((n, weight.shape[1]), np.float32)
    w[: weight.shape[0]] = weight
    b = np.zeros(n, np.float32)
    b[: len(bias)] = bias
    q, s = quantise(w, STATE_ONE)
    out.add(f"{name}.w", q)
    out.add(f"{name}.ws", s)
    out.add(f"{name}.b", b)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("checkpoint")
    ap.add_argument("out")
    ap.add_argument("--name", default="attribution")
    ap.add_argument("--bias", type=float, default=1.0)
    ap.add_argument("--threshold", type=float, default=0.0)
    ap.add_argument("--calibration", default='{"slope": 1, "offset": 0}')
    opt = ap.parse_args()
    ck = torch.load(opt.checkpoint, weights_only=False)
    s = {k: v.numpy() for k, v in ck["net"].items()}
    h, h2 = ck["options"]["hidden"], ck["options"]["hidden2"]
    states = s["bert.word.weight"].shape[1] if "bert.word.weight" in s else 0
    tables = ["shape.weight", "quote.weight", "pos.weight"]
    if not states:
        tables = ["glove", "own.weight", "suffix.weight"] + tables
    layers = ["encoder2"] if states else ["encoder1", "encoder2"]
    k = -(-s[f"{layers[0]}.ahead.weight_ih_l0"].shape[1] // 8) * 8
    one = STATE_INPUT_ONE if states else INPUT_ONE
    out = File({"name": opt.name, "hidden": h, "hidden2": h2, "input": k, "inputOne": one, "stateOne": STATE_ONE,
                "window": 200, "tables": [name.split(".")[0] for name in tables], "states": states,
                "layers": ["enc2"] if states else ["enc1", "enc2"], "cueBias": opt.bias, "threshold": opt.threshold, "calibration": json.loads(opt.calibration)})
    order = {} if states else {"glove": out.words("words", ck["words"]), "own.weight": out.words("frequent", ck["frequent"]),
                               "suffix.weight": out.words("suffixes", ck["suffixes"])}
    for name in tables:
        q, sc = quantise(s[name][order.get(name, slice(None))], 1.0)
        out.add(f"in.{name.split('.')[0]}", q)
        out.add(f"in.{name.split('.')[0]}.s", sc)
    for i, layer in enumerate(layers):
        lstm(out, f"enc{layer[-1]}", s, layer, *both(s, layer), STATE_ONE if i else one, 2 * h if i else k)
    linear(out, "cue", s["cue.weight"], s["cue.bias"], 4)
    w, b = both(s, "roles")  # the mixing layer before it is linear: it is multiplied out
    lstm(out, "roles", s, "roles", w @ s["of_token.weight"], b + w @ s["of_token.bias"], STATE_ONE, 2 * h)
    out.add("roles.place", (s["place.weight"] @ w.T).astype(np.float32))
    q, sc = quantise(w @ s["of_cue.weight"], STATE_ONE)
    out.add("roles.cue.w", q)
    out.add("roles.cue.ws", sc)
    linear(out, "role", s["role.weight"], s["role.bias"], 8)
    out.add("accept.w", s["accept.weight"][0].astype(np.float32))
    out.add("accept.b", s["accept.bias"].astype(np.float32))
    for crf in ("cue_crf", "role_crf"):
        out.add(f"{crf}.t", (s[f"{crf}.transition"] + s[f"{crf}.mask"]).astype(np.float32))
        out.add(f"{crf}.b", (s[f"{crf}.begin"] + s[f"{crf}.first"]).astype(np.float32))
    out.write(opt.out)


if __name__ == "__main__":
    main()
