"""How was a copied text edited?"""

from builders import make_copy, make_reading

from quellenlage.compare import find_rework

ONE = "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört."
TWO = "Die Feuerwehr rückte mit vierzig Kräften an und löschte die Flammen nach sechs Stunden."
THREE = "Der Schaden liegt nach einer ersten Schätzung bei drei Millionen Euro, verletzt wurde niemand."
NEW = "Am Kai standen noch am Abend viele Leute."


def test_what_was_kept_left_out_added_and_moved() -> None:
    """Of three sentences two were kept in another order, one was left out, and one is new."""
    a, b = (
        make_reading(f"{ONE} {TWO} {THREE}", name="a", id="a"),
        make_reading(f"{THREE} {NEW} {ONE}", name="b", id="b"),
    )
    found = find_rework(make_copy(a, b, ONE, THREE), a, b)
    assert (found.kept, found.moved) == (2, 1)
    assert [span.of(a.article.text) for span in found.only_a] == [TWO]
    assert [span.of(b.article.text) for span in found.only_b] == [NEW]


def test_a_verbatim_copy_has_no_rework() -> None:
    """Nothing was left out, added or moved."""
    a, b = make_reading(f"{ONE} {TWO}", name="a", id="a"), make_reading(f"{ONE} {TWO}", name="b", id="b")
    found = find_rework(make_copy(a, b, f"{ONE} {TWO}"), a, b)
    assert (found.kept, found.only_a, found.only_b, found.moved, found.edits) == (2, (), (), 0, 0)
