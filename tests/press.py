"""A small press: outlets that print one agency's stories, whole or cut, credited or not. All invented."""

import json
from pathlib import Path
from random import Random

_WHO = ("Gemeinderat", "Hafenmeister", "Schulleiterin", "Müllerin", "Fährmann", "Stadtkämmerer", "Imkerin", "Landrätin")
_WHERE = ("Altweiler", "Brunnholt", "Crassow", "Dornfelde", "Eschmark", "Finkenau", "Grünlage", "Hohlstedt", "Ilmrode")
_WHAT = ("Brücke", "Mühle", "Schleuse", "Turnhalle", "Bücherei", "Kläranlage", "Allee", "Seilbahn", "Markthalle")
_DID = ("besichtigte", "eröffnete", "prüfte", "kaufte", "sperrte", "lobte", "vermaß", "räumte", "versteigerte")
_HOW = ("zögernd", "gestern", "erneut", "nachts", "heimlich", "feierlich", "bedächtig", "eilig", "vergnügt")
OUTLETS = ("Altweiler Bote", "Brunnholt heute", "Crassower Kreisblatt", "Dornfelder Post")


def write_press(file: Path, stories: int, seed: int = 1) -> list[dict[str, str]]:
    """Write the articles of so many stories as JSON lines, and return them."""
    random = Random(seed)
    rows: list[dict[str, str]] = []
    for story in range(stories):
        text = [_sentence(random, f"{story}{number}") for number in range(9)]
        for place, outlet in enumerate(random.sample(OUTLETS, random.randint(1, 4))):
            kept = text[: random.randint(5, 9)]
            body = " ".join([*kept, _sentence(random, f"{story}x{place}")])
            credit = " (dpa)" if place == 0 else ""
            published = f"2024-05-{1 + story % 28:02d}"
            rows.append({"id": f"s{story}-{place}", "outlet": outlet, "published": published, "text": body + credit})
    save(file, rows)
    return rows


def save(file: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as JSON lines."""
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _sentence(random: Random, mark: str) -> str:
    who, where, what, did, how = (random.choice(words) for words in (_WHO, _WHERE, _WHAT, _DID, _HOW))
    return (
        f"{who} Nummer {mark} aus {where} {did} {how} die {what} am Weg {random.randrange(10_000)} mit {mark} Leuten."
    )
