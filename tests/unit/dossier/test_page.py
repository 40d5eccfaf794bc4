"""The page: well formed, self-contained, safe, and every link leads somewhere."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from builders import make_reading
from dossiers import HOSTILE, full_dossier, hostile_dossier
from lxml import html

from quellenlage.dossier import render_html
from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import outline
from quellenlage.dossier.page.article import paragraphs
from quellenlage.dossier.page.notes import gather_notes
from quellenlage.languages import load_pack
from quellenlage.model import Dossier, Part, Trace

MAKERS = [full_dossier, hostile_dossier, lambda: Dossier(()), lambda: Dossier((make_reading(""),))]


def _render(dossier: Dossier, language: str = "de") -> str:
    return render_html(dossier, load_pack(language).labels, language)


def _text_of(dossier: Dossier) -> list[str]:
    """Return the articles' texts as the page shows them: all runs, one after another."""
    shown = outline(dossier)
    notes = gather_notes(shown, Labels(load_pack("de").labels))
    return [
        "\n".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs(report, notes[report.number]))
        for report in shown.reports
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_links_and_ids(make: Callable[[], Dossier]) -> None:
    """Every id stands once, and every link leads to one."""
    page = html.document_fromstring(_render(make()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a/@href")
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(ids)


@pytest.mark.parametrize("make", MAKERS)
def test_needs_no_network(make: Callable[[], Dossier]) -> None:
    """Nothing is loaded from anywhere: no address stands where a browser would fetch it."""
    page = html.document_fromstring(_render(make()))
    assert page.xpath("//@src | //link | //img | //iframe | //object | //form | //*[@style]") == []
    assert "@import" not in _render(make())
    assert re.findall(r"url\((?!#)", _render(make())) == []


@pytest.mark.parametrize("make", MAKERS)
def test_policy_fits_the_page(make: Callable[[], Dossier]) -> None:
    """The security policy allows the page's own style and script by their hashes, and no other."""
    page = html.document_fromstring(_render(make()))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (script,) = page.xpath("//style/text()"), page.xpath("//script/text()")
    hashes = [b64encode(sha256(content.encode()).digest()).decode() for content in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; base-uri 'none'"
    )


def test_hostile_text_is_text() -> None:
    """What an article holds stands on the page as text: no element and no attribute comes of it."""
    page = html.document_fromstring(_render(hostile_dossier()))
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//*[@onerror or @onload or @onclick] | //i") == []
    assert HOSTILE in page.text_content()
    assert not set(_render(hostile_dossier())) & {"\x1b", "\x07", "\u202e"}


def test_statements_lead_to_their_marks() -> None:
    """A statement links to its place in the text, where its very words are marked, and the mark links back."""
    dossier = full_dossier()
    page = html.document_fromstring(_render(dossier))
    for reading in dossier.readings:
        for statement in reading.statements:
            key = f"s-{statement.id}"
            assert page.xpath(f"//a[@href='#{key}']")
            assert page.xpath(f"//span[@id='{key}']")
            marked = "".join(page.xpath(f"//mark[contains(@class, 'said') and contains(@data-k, '{key}')]/text()"))
            assert marked == "".join(span.of(reading.article.text) for span in statement.content)
            assert page.xpath(f"//a[@class='ref' and @href='#from-{key}']")


def test_passages_lead_to_their_marks() -> None:
    """Both sides of a passage are marked in their texts, shaded by their origin."""
    page = html.document_fromstring(_render(full_dossier()))
    sharing = next(sharing for sharing in outline(full_dossier()).sharings if sharing.silent)
    for side, report in (("a", sharing.left), ("b", sharing.right)):
        key = f"p-{sharing.pairs[0].id}-{side}"
        (link,) = page.xpath(f"//a[@id='from-{key}']/@href")
        assert link == f"#{key}"
        marks = page.xpath(f"//mark[contains(@data-k, '{key}')]")
        span = sharing.copy.passages[0].a if side == "a" else sharing.copy.passages[0].b
        assert "".join(mark.text for mark in marks) == span.of(report.reading.article.text)
        assert all("o1" in mark.get("class").split() for mark in marks)


def test_moments_lead_to_their_marks() -> None:
    """Every report of a moment is linked to the sentence that tells of it."""
    dossier = full_dossier()
    page = html.document_fromstring(_render(dossier))
    (entry,) = dossier.timeline
    for number, place in enumerate(entry.occurrences, 1):
        key = f"m-{entry.id}.{number}"
        assert page.xpath(f"//section[@id='timeline']//a[@href='#{key}']")
        marked = "".join(page.xpath(f"//mark[contains(@data-k, '{key}')]/text()"))
        reading = next(reading for reading in dossier.readings if reading.article.id == place.article)
        assert marked == place.span.of(reading.article.text)


def test_claims_lead_to_their_marks() -> None:
    """Every report of a claim is linked to its words in the text, and every claim stands once."""
    dossier = full_dossier()
    page = html.document_fromstring(_render(dossier))
    for claim in dossier.claims:
        assert len(page.xpath(f"//*[@id='f-{claim.id}']")) == 1
        for number in range(1, len(claim.occurrences) + 1):
            marked = "".join(page.xpath(f"//mark[contains(@data-k, 'k-{claim.id}-{number}')]/text()"))
            reading = next(r for r in dossier.readings if marked in r.article.text)
            assert any(found.span.of(reading.article.text) == marked for found in claim.occurrences)


def test_synopsis_columns() -> None:
    """The synopsis has a column for each report, and its frame can be scrolled by keyboard."""
    page = html.document_fromstring(_render(full_dossier()))
    (frame,) = page.xpath("//section[@id='synopsis']/div[@class='scroll']")
    assert (frame.get("tabindex"), frame.get("role")) == ("0", "region")
    assert len(frame.xpath(".//thead//th")) == 4
    assert all(len(row.xpath("th | td")) == 4 for row in frame.xpath(".//tbody/tr"))
    assert frame.xpath(".//td/a[contains(@class, 'o1')]/span[@class='letter']/text()")


def test_values_stand_side_by_side() -> None:
    """Both values of a contradiction head their sentences, and are set off in them."""
    page = html.document_fromstring(_render(full_dossier()))
    sides = page.xpath("//article[@class='dispute']//div[@class='side']")
    assert [side.xpath("string(p[@class='value'])") for side in sides] == ["drei Meter", "vier Meter"]
    assert [side.xpath("string(.//b)") for side in sides] == ["drei Meter", "vier Meter"]


def test_long_parts_are_folded() -> None:
    """Of many voices the first are shown at once and the rest behind a click; no statement is lost."""
    readings = tuple(
        make_reading(f"{{say=1:direct|„Wort {n}“}}, sagte {{speaker=1:Person {n}|Person {n}}}.", id=f"r{n}")
        for n in range(40)
    )
    page = html.document_fromstring(_render(Dossier(readings)))
    assert len(page.xpath("//section[@id='voices']/article")) == 16
    assert len(page.xpath("//section[@id='voices']/details//article")) == 24
    assert len(page.xpath("//section[@id='reports']/details//li")) == 16


def test_differing_words_are_set_off() -> None:
    """Side by side, the words that only one report has are set off."""
    page = html.document_fromstring(_render(full_dossier()))
    differing = [word.text for word in page.xpath("//blockquote/b[@class='diff']")]
    assert sorted(differing) == ["drei", "drei", "fünf", "vier"]


@pytest.mark.parametrize("make", [full_dossier, hostile_dossier])
def test_the_whole_text_is_there(make: Callable[[], Dossier]) -> None:
    """Marks cut the text into pieces, yet every word of every article stands on the page, once and in order."""
    dossier = make()
    for shown, reading in zip(_text_of(dossier), dossier.readings, strict=True):
        kept = re.sub(r"[\x00-\x1f\x7f]", "\ufffd", reading.article.text.replace("\n", " "))
        assert shown.split() == kept.split()


def test_furniture_recedes() -> None:
    """A part that is no running text is dimmed and says what it is."""
    page = html.document_fromstring(_render(full_dossier()))
    parts = {(part.text, part.get("title")) for part in page.xpath("//span[@class='part']")}
    assert ("Mehr: Wie sicher sind die Deiche?", "Verweis auf andere Artikel") in parts
    assert page.xpath("//h4")[0].text_content() == "Der Deich hielt"


def test_paragraphs() -> None:
    """Paragraphs stand between blank lines, or are lines where there are none; Windows line ends are no blank lines."""
    texts = ("Eins.\n\nZwei,\ndrei.", "Eins.\nZwei.", "Eins.\r\nZwei.", "\n\n Eins. \n\n")
    counts = [len(text.split("\n")) for text in (_text_of(Dossier((make_reading(text),)))[0] for text in texts)]
    assert counts == [3, 2, 2, 1]  # the first has two paragraphs, the second of two lines


def test_emoji_and_other_scripts() -> None:
    """Offsets are code points: behind an emoji and in Hebrew the right words are marked."""
    reading = make_reading("👩‍🚒🌊 {speaker=1:דן לוי|דן לוי} {cue=1|sagte}: {say=1:direct|„שלום 🌍“}.", id="rtl")
    page = html.document_fromstring(_render(Dossier((reading,))))
    assert page.xpath("//mark[contains(@class, 'said')]/text()") == ["„שלום 🌍“"]
    assert page.xpath("//mark[contains(@class, 'speaker')]/text()") == ["דן לוי"]
    assert page.xpath("//div[@class='body']/p/@dir") == ["auto"]


def test_overlapping_marks() -> None:
    """Spans that overlap without one holding the other are cut, and each keeps all of its words."""
    reading = make_reading("Der Deich bei Seehagen hielt.", id="x")
    parts = tuple(
        Part(f"p{start}", "caption", reading.article.span(start, end), Trace("room:test"))
        for start, end in ((0, 13), (4, 22))
    )
    (text,) = _text_of(Dossier((replace(reading, parts=parts),)))
    assert text == "Der Deich bei Seehagen hielt."


def test_languages() -> None:
    """The page says its language, and every article its own."""
    page = html.document_fromstring(_render(full_dossier(), "en"))
    assert page.get("lang") == "en"
    assert {article.get("lang") for article in page.xpath("//article[@class='text']")} == {"de"}
    assert page.xpath("//h1/text()") == ["3 reports, all of them carry dpa text"]


def test_headings_descend() -> None:
    """Headings go down one level at a time, so that a screen reader finds its way."""
    levels = [
        int(heading.tag[1])
        for heading in html.document_fromstring(_render(full_dossier())).xpath("//h1|//h2|//h3|//h4")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast(scheme: int) -> None:
    """Text stands out from its ground by 4.5 to 1 or more (WCAG 2.2, level AA), in the light and the dark scheme."""
    blocks = re.findall(r":root \{(.*?)\}", _render(Dossier(())), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[0]))
    if scheme:
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[1]))
    pairs = [(ink, "paper") for ink in ("ink", "soft", "link", "alarm", "gone", "new")]
    pairs += [("ink", ground) for ground in ("diff", "lit", *(f"o{n}-ground" for n in range(7)))]
    pairs += [("alarm", "alarm-ground"), *(("paper", f"o{n}") for n in range(7))]
    assert {
        pair: _contrast(*(colours[name] for name in pair))
        for pair in pairs
        if _contrast(*(colours[n] for n in pair)) < 4.5
    } == {}
