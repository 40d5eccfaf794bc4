"""The encoder and its heads in PyTorch, for training; the shipped form is made by `export`."""

from itertools import pairwise
from typing import Any

import torch
from labels import ALL_HEADS, ROLES
from torch import Tensor, nn
from torch.nn import functional
from weights import Source, unpack

# The inner places of the source's layers.
INNER = 1536
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
    """The word table (frozen), the first layers of the encoder, and the heads over words.

    Behind the first `pooled` layers, a word's pieces become one: their mean. Without it they stay apart, and the last
    layer is asked about the first piece of each word.
    """

    def __init__(self, source: Source, layers: int, inner: int = INNER, pooled: int | None = None) -> None:
        super().__init__()
        self.pooled, width = pooled, source.width
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
        narrow = self.layers[0].fi.out_features < INNER  # what is narrower has to be given its inner places
        for n in range(len(self.layers)):
            for part in ("q", "k", "v", "ao", "aln", "oln", *(() if narrow else ("fi", "fo"))):
                state[f"layers.{n}.{part}.weight"] = tensors[f"l{n}.{part}.w"]
                state[f"layers.{n}.{part}.bias"] = tensors[f"l{n}.{part}.b"]
        missing = self.load_state_dict(state, strict=False)
        if missing.unexpected_keys:
            raise SystemExit(f"these weights have no place: {missing.unexpected_keys}")

    def encode(self, rows: Tensor, shares: Tensor, mask: Tensor | None, words: Tensor | None) -> tuple[Tensor, ...]:
        """Return for words: labels of all heads side by side, queries and keys of pointers."""
        x = self.drop(self.find_states(rows, shares, mask, words))
        return self.heads(x), self.query(x), self.key(x)

    def find_states(self, rows: Tensor, shares: Tensor, mask: Tensor | None, words: Tensor | None) -> Tensor:
        """Return the last hidden states of words; `shares` (windows, words, pieces): what of a piece is a word's."""
        x = self.drop(self.norm(rows + self.position.weight[: rows.shape[1]]))
        apart = len(self.layers) - 1 if self.pooled is None else self.pooled
        for layer in self.layers[:apart]:
            x = layer(x, mask)
        taken = torch.bmm(shares.to(x.dtype), x)
        if self.pooled is None:
            return self.layers[-1](x, mask, taken)
        for layer in self.layers[apart:]:
            taken = layer(taken, words)
        return taken

    def states_of(self, ids: Tensor, places: Tensor) -> Tensor:
        """Return the last hidden states of the words of some windows."""
        shares, words = shares_of(places, ids, mean=self.pooled is not None)
        mask = (ids >= 0)[:, None, None, :]
        return self.find_states(self.word(ids.clamp(min=0)), shares, mask, words[:, None, None, :])

    def forward(self, ids: Tensor, places: Tensor) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return what each head says of each word, and the queries and keys by role."""
        x = self.drop(self.states_of(ids, places))
        return self.split(self.heads(x), self.query(x), self.key(x))

    @staticmethod
    def split(labels: Tensor, query: Tensor, key: Tensor) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return labels by head, queries and keys by role, of what stands side by side."""
        bounds = [0]
        for size in ALL_HEADS.values():
            bounds.append(bounds[-1] + size)
        by_head = {head: labels[..., a:b] for head, (a, b) in zip(ALL_HEADS, pairwise(bounds), strict=True)}
        shape = (*query.shape[:2], len(ROLES), POINTER)
        return by_head, query.view(shape), key.view(shape)


def shares_of(places: Tensor, ids: Tensor, *, mean: bool) -> tuple[Tensor, Tensor]:
    """Return what of each piece is each word's (windows, words, pieces), and where words are.

    The mean takes all pieces from a word's first to the next word's first, or the first alone.
    """
    words = (places > 0).index_fill(1, torch.tensor([0]), value=True)
    pieces = torch.arange(ids.shape[1])
    if not mean:
        return ((places[..., None] == pieces) & words[..., None]).float(), words
    ends = torch.cat([places[:, 1:], torch.zeros_like(places[:, :1])], 1)
    ends[torch.arange(len(places)), words.sum(1) - 1] = (ids >= 0).sum(1)
    inside = (pieces >= places[..., None]) & (pieces < ends[..., None]) & words[..., None]
    return inside.float() / inside.sum(-1, keepdim=True).clamp(min=1), words
