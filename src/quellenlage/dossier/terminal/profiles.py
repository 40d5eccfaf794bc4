"""Who is who, in the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.outline import Outline
from quellenlage.dossier.outline.reasons import form_line, profile_line
from quellenlage.dossier.terminal.style import Style, heading, indented, rest, with_id

# Entities of one kind before the rest becomes a count; names and descriptions of one entity.
_PROFILES, _FORMS = 8, 6


def profiles(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The entities by kind, each with every name that the reports use and what they call it."""
    labels = style.labels
    if not shown.named_profiles:
        return
    yield heading(labels("section_profiles"))
    counts: dict[str, int] = {}
    most = style.limit(_PROFILES)
    for profile in shown.named_profiles:
        label = profile.entity.label
        counts[label] = counts.get(label, 0) + 1
        if most is not None and counts[label] > most:
            continue
        head = Text.assemble((profile.name, "bold"))
        found = labels("in_reports", reports=labels.count("reports", len(profile.firsts)))
        head.append(f"  {profile_line(profile, labels)} · {found}", "dim")
        yield with_id(head, profile.entity.id)
        for key, forms in (("also", profile.forms), ("called", profile.descriptions)):
            chosen = forms[: style.limit(_FORMS)]
            names = ", ".join(form_line(form) for form in chosen)
            if len(forms) > len(chosen):
                names = f"{names}, …"
            if names:
                yield indented(Text(labels(key, names=names), "dim"), 2)
    yield from rest(sum(max(0, count - (most or count)) for count in counts.values()), "more_entities", style)
