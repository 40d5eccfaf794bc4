#!/usr/bin/env python3
"""Write a checkpoint of `distil.py` as the one file that the package carries.

    PYTHONPATH=src python scripts/train/export.py small.pt src/quellenlage/read/learned/data/reader.npz

The file is a NumPy archive: `facts` (JSON), `pieces` (UTF-8, one a line), `scores` (their log-probabilities), `blocks`
(the word table, Q4_0, as it was) and `graph` (ONNX). In the graph, matrices of the layers are stored in 8 bits, one
scale a column, and multiplied in 32: integer products are twice as fast, but rounding what goes into them turns
differences in the last digit between processors into other findings (5 % of 510 statements, 1 % of 1,368 names).
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from labels import ALL_HEADS, HEADS
from network import Network
from onnx import helper, numpy_helper
from torch import Tensor, nn
from weights import read_weights

from quellenlage.text import digest

NAME, LIMIT, SHARED = "reader", 256, 48
# Matrices with fewer rows or columns belong to the heads and stay in 32 bits.
LEAST = 384


class Shipped(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """The network without its word table and without the heads that only helped training."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        kept = []
        for number, (head, size) in enumerate(ALL_HEADS.items()):
            first = sum(list(ALL_HEADS.values())[:number])
            kept += list(range(first, first + size)) if head in HEADS else []
        self.kept = kept
        network.heads.weight.data = network.heads.weight.data[kept]
        network.heads.bias.data = network.heads.bias.data[kept]

    def forward(self, rows: Tensor, shares: Tensor) -> tuple[Tensor, ...]:
        """Return labels, queries and keys for one window."""
        return self.network.encode(rows, shares, None, None)


def store_small(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store the layers' matrices in 8 bits; they are unpacked when the graph is loaded."""
    graph = model.graph
    unpacking = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.ndim != 2 or min(values.shape) < LEAST or "position" in tensor.name:
            continue
        scale = np.abs(values).max(axis=0) / 127
        small = np.rint(values / scale).astype(np.int8)
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(small, f"{tensor.name}_small"))
        graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{tensor.name}_scale"))
        cast = helper.make_node("Cast", [f"{tensor.name}_small"], [f"{tensor.name}_cast"], to=onnx.TensorProto.FLOAT)
        unpacking += [cast, helper.make_node("Mul", [f"{tensor.name}_cast", f"{tensor.name}_scale"], [tensor.name])]
    nodes = [*unpacking, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Export, store small, and pack."""
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="keep the layers' matrices in 32 bits, to compare")
    options = parser.parse_args()
    source = read_weights()
    stored = torch.load(options.checkpoint)
    if stored.get("pooled") is None:
        raise SystemExit("this network keeps a word's pieces apart: distil.py makes one that can be shipped")
    network = Network(source, stored["layers"], stored["inner"], stored["pooled"])
    network.load_state_dict(stored["state"], strict=False)
    shipped = Shipped(network).eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            shipped,
            (torch.zeros(1, 64, source.width), torch.full((1, 40, 64), 1 / 64)),
            str(whole),
            input_names=["rows", "shares"],
            output_names=["labels", "query", "key"],
            dynamic_axes={"rows": {1: "pieces"}, "shares": {1: "words", 2: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        graph = whole.read_bytes() if options.float else store_small(onnx.load(whole)).SerializeToString()
    shape = {name: stored[name] for name in ("layers", "inner", "pooled")}
    facts = {"name": NAME, "limit": LIMIT, "shared": SHARED, **shape}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("wb") as file:
        np.savez(
            file,
            facts=np.frombuffer(json.dumps(facts).encode(), np.uint8),
            pieces=np.frombuffer("\n".join(source.pieces).encode(), np.uint8),
            scores=np.asarray(source.scores, np.float32),
            blocks=source.blocks,
            graph=np.frombuffer(graph, np.uint8),
        )
    digest_file = options.out.with_suffix(".digest")
    digest_file.write_text(digest(options.out.read_bytes()) + "\n", encoding="ascii")
    print(options.out, options.out.stat().st_size, "bytes; graph", len(graph))


if __name__ == "__main__":
    main()
