"""The encoder and its heads in PyTorch, for training; the shipped form is made by `export`."""

from itertools import pairwise
from typing import Any

import torch
from labels import ALL_HEADS, ROLES
from torch import Tensor, nn
from torch.nn import functional
from weights import Source, unpack

# How wide the space is in which contents point at their cues and speakers.
POINTER = 48


class Fused(torch.autograd.Function):  # type: ignore[misc]  # torch is not installed where types are checked
    """Attention as the one node that ONNX Runtime has for it; used for export, never trained through."""

    @staticmethod
    def forward(_: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        """Return what each place sees."""
        parts = (y.view(*y.shape[:2], heads, -1).transpose(1, 2) for y in (q, k, v))
        return functional.scaled_dot_product_attention(*parts).transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        """Return the node."""
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Layer(nn.Module):  # type: ignore[misc]  # likewise
    """One layer as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None, asked: Tensor | None = None) -> Tensor:
        """Return the next hidden states, of all places or of those asked for; the mask is true where something is."""
        asked = x if asked is None else asked
        q, k, v = self.q(asked), self.k(x), self.v(x)
        if mask is None:
            seen = Fused.apply(q, k, v, self.heads)
        else:
            parts = (y.view(*y.shape[:2], self.heads, -1).transpose(1, 2) for y in (q, k, v))
            seen = functional.scaled_dot_product_attention(*parts, attn_mask=mask).transpose(1, 2).reshape(q.shape)
        asked = self.aln(asked + self.drop(self.ao(seen)))
        return self.oln(asked + self.drop(self.fo(functional.gelu(self.fi(asked)))))


class Network(nn.Module):  # type: ignore[misc]  # likewise
    """The word table (frozen), the first layers of the encoder, and the heads over the first piece of each word."""

    def __init__(self, source: Source, layers: int) -> None:
        super().__init__()
        width, inner = source.width, len(source.tensors["l0.fi.b"])
        self.word = nn.Embedding.from_pretrained(torch.from_numpy(unpack(source.blocks)), freeze=True)
        self.position = nn.Embedding(source.positions, width)
        self.norm = nn.LayerNorm(width, source.epsilon)
        self.layers = nn.ModuleList(Layer(width, source.heads, inner, source.epsilon) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(width, sum(ALL_HEADS.values()))
        self.query = nn.Linear(width, POINTER * len(ROLES))
        self.key = nn.Linear(width, POINTER * len(ROLES))
        self._load(source)

    def _load(self, source: Source) -> None:
        tensors = {name: torch.from_numpy(value) for name, value in source.tensors.items()}
        width = source.width
        state = {
            "position.weight": tensors["emb.pos"].view(-1, width) + tensors["emb.type"][:width],
            "norm.weight": tensors["emb.ln.w"],
            "norm.bias": tensors["emb.ln.b"],
        }
        for n in range(len(self.layers)):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                state[f"layers.{n}.{part}.weight"] = tensors[f"l{n}.{part}.w"]
                state[f"layers.{n}.{part}.bias"] = tensors[f"l{n}.{part}.b"]
        missing = self.load_state_dict(state, strict=False)
        if missing.unexpected_keys:
            raise SystemExit(f"these weights have no place: {missing.unexpected_keys}")

    def encode(self, rows: Tensor, places: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Return for words: labels of all heads side by side, queries and keys of pointers."""
        x = self.drop(self.norm(rows + self.position.weight[: rows.shape[1]]))
        for layer in self.layers[:-1]:
            x = layer(x, mask)
        # The last layer is only asked about the first piece of each word.
        asked = x.gather(1, places[..., None].expand(-1, -1, x.shape[-1]))
        x = self.layers[-1](x, mask, asked)
        x = self.drop(x)
        return self.heads(x), self.query(x), self.key(x)

    def forward(self, ids: Tensor, places: Tensor) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return what each head says of each word, and the queries and keys by role."""
        mask = (ids >= 0)[:, None, None, :]
        labels, query, key = self.encode(self.word(ids.clamp(min=0)), places, mask)
        bounds = [0]
        for size in ALL_HEADS.values():
            bounds.append(bounds[-1] + size)
        by_head = {head: labels[..., a:b] for head, (a, b) in zip(ALL_HEADS, pairwise(bounds), strict=True)}
        shape = (*query.shape[:2], len(ROLES), POINTER)
        return by_head, query.view(shape), key.view(shape)
