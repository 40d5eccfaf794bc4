"""From the trace of a finding to its rule: the entry in the pack's files, its line and its examples."""

from pathlib import Path

from quellenlage.dossier.explain.records import Rule
from quellenlage.languages import Entry, Example, LanguagePack, Table, available_packs, load_pack
from quellenlage.model import Trace

# The folder that holds the package: files are named from there, the same in every installation.
_ROOT = Path(__file__).parents[3]
# Examples of a rule that are shown: enough to see what it is about.
_MOST = 4


def find_rule(trace: Trace, pack: LanguagePack | None) -> Rule:
    """Return the rule behind a trace; where the pack does not know it, its name alone."""
    if trace.rule.startswith("model:"):
        return Rule("model", trace)
    table_name, slash, entry_id = trace.rule.partition("/")
    if not slash:
        return Rule("room" if ":" in trace.rule else "unknown", trace)
    if (pack is None or pack.code != trace.pack) and trace.pack in available_packs():
        pack = load_pack(trace.pack)
    if pack is None or trace.pack not in ("", pack.code) or table_name not in pack.tables:
        return Rule("unknown", trace)
    table = pack.table(table_name)
    entry = next((entry for entry in table.entries if entry.id == entry_id), None)
    if entry is None:
        return Rule("unknown", trace, file=_relative(table.file), line=1)
    return _entry_rule(trace, table, entry)


def _entry_rule(trace: Trace, table: Table, entry: Entry) -> Rule:
    # An entry's own examples; else those of the table as a whole; else what the table's other entries are shown by.
    own = [example for example in table.examples if example.of == entry.id]
    shown = own or [example for example in table.examples if not example.of] or list(table.examples)
    return Rule(
        kind="entry",
        trace=trace,
        file=_relative(table.file),
        line=entry.line,
        fields=tuple((key, _value(value)) for key, value in entry.fields.items()),
        examples=_texts(shown, counter=False),
        counterexamples=_texts(shown, counter=True),
    )


def _texts(examples: list[Example], *, counter: bool) -> tuple[str, ...]:
    return tuple(example.marked.text for example in examples if example.counter == counter)[:_MOST]


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)


def _relative(file: Path) -> str:
    return file.relative_to(_ROOT).as_posix() if file.is_relative_to(_ROOT) else str(file)
