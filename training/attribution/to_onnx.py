"""Checkpoint of the accurate engine -> its transformer as ONNX with 8-bit weights, and its tokenizer.

    python to_onnx.py CHECKPOINT BERT_FOLDER OUT_FOLDER

Writes model.onnx, tokenizer.json and tokenizer_config.json. (pack.py writes the heads.) Input `pieces` (rows, places; int64, 0 is padding), output `states` (rows, places,
size; float). Weights are stored with 8 bits and a scale per column (embeddings: per row); it computes in floats, because activations with 8 bits
cost two points of cue F1 and, without VNNI, are no faster.
"""
import os
import shutil
import sys

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import helper, numpy_helper

from transformer import Bert


class Exported(nn.Module):
    def __init__(self, bert):
        super().__init__()
        self.bert = bert

    def forward(self, pieces):
        return self.bert(pieces)


def store_in_bytes(graph, least=10_000):
    """Float matrices become int8 initializers, scales and DequantizeLinear nodes."""
    looked_up = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    nodes = []
    for old in [x for x in graph.initializer if len(x.dims) == 2 and x.data_type == onnx.TensorProto.FLOAT]:
        w = numpy_helper.to_array(old)
        if w.size < least:
            continue
        axis = 0 if old.name in looked_up else 1
        scale = np.maximum(np.abs(w).max(1 - axis), 1e-8).astype(np.float32) / 127
        q = np.clip(np.rint(w / np.expand_dims(scale, 1 - axis)), -127, 127).astype(np.int8)
        names = [old.name + end for end in ("_q", "_scale", "_zero")]
        for name, array in zip(names, (q, scale, np.zeros_like(scale, np.int8))):
            graph.initializer.append(numpy_helper.from_array(array, name))
        nodes.append(helper.make_node("DequantizeLinear", names, [old.name], axis=axis))
        graph.initializer.remove(old)
    for node in reversed(nodes):
        graph.node.insert(0, node)


def main():
    checkpoint, bert_folder, out = sys.argv[1:4]
    state = torch.load(checkpoint, weights_only=False)["net"]
    state = {k[5:]: v for k, v in state.items() if k.startswith("bert.")}
    layers = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    bert = Bert(*state["word.weight"].shape, layers)
    bert.load_state_dict(state)
    os.makedirs(out, exist_ok=True)
    full = f"{out}/full.onnx"
    example = torch.randint(1000, 20000, (2, 16))
    example[1, 12:] = 0
    torch.onnx.export(Exported(bert).eval(), (example,), full, input_names=["pieces"], output_names=["states"], opset_version=17,
                      dynamic_axes={"pieces": {0: "rows", 1: "places"}, "states": {0: "rows", 1: "places"}}, dynamo=False)
    model = onnx.load(full)
    store_in_bytes(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, f"{out}/model.onnx")
    os.remove(full)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(f"{bert_folder}/{name}", f"{out}/{name}")


if __name__ == "__main__":
    main()
