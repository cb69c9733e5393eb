"""Checkpoint of the accurate engine -> its transformer as ONNX with 8-bit weights, its vocabulary, and the file of its heads.

    python to_onnx.py CHECKPOINT BERT_FOLDER OUT_FOLDER

Writes model.onnx and vocab.txt. (pack.py writes the heads.) Input `pieces` (rows, places; int64, 0 is padding), output `states` (rows, places,
size; float). Weights have 7 bits: with 8 the sums of AVX2 without VNNI saturate.
"""
import os
import shutil
import sys

import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from transformer import Bert


class Exported(nn.Module):
    def __init__(self, bert):
        super().__init__()
        self.bert = bert

    def forward(self, pieces):
        return self.bert(pieces)


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
    quantize_dynamic(full, f"{out}/model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    os.remove(full)
    shutil.copy(f"{bert_folder}/vocab.txt", f"{out}/vocab.txt")
    print({name: os.path.getsize(f"{out}/{name}") for name in ("model.onnx", "vocab.txt")})


if __name__ == "__main__":
    main()
