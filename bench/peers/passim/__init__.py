"""Passim (David Smith, https://github.com/dasmiq/passim) beside us, where somebody has it; none of its code is here."""
