"""In which language is a text written?"""

import subprocess
import sys

import pytest

from quellenlage.ingest.language import find_language, stated_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Hafen bleibt am Montag gesperrt, teilte die Stadt mit.", "de"),
        ("Bundestag beschließt Gesetz", "de"),
        ("DER HAFEN BLEIBT AM MONTAG GESPERRT, TEILTE DIE STADT MIT.", "de"),
        ("The harbour remains closed on Monday, the city said.", "en"),
        ("Le port restera fermé lundi, a indiqué la ville.", "fr"),
        (
            "Copyright Harbour News Agency. Click For Restrictions - https://agency.example/en/copyright.html\n\n"
            + "Der Hafen bleibt am Montag gesperrt, wie die Stadt mitteilte. Die Arbeiten dauern drei Wochen. " * 8,
            "de",
        ),
        ("NATO", ""),
        ("1234, 56 % / 7", ""),
        ("", ""),
        ("\ud83d", ""),
        ("\x00\n\r", ""),
    ],
)
def test_the_language_is_detected(text: str, language: str) -> None:
    """A sentence is enough; where a text does not tell, no language is guessed."""
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_DE", "de"),
        ("DEU", "de"),
        ("en-GB", "en"),
        ("Deutsch", ""),
        ("", ""),
        ("x-klingon", ""),
    ],
)
def test_the_stated_language_is_a_tag(stated: str, language: str) -> None:
    """Tags of every fashion name a language; words that are no tag do not."""
    assert stated_language(stated) == language


def test_the_stated_language_wins() -> None:
    """What the source states is believed."""
    assert find_language("The harbour remains closed on Monday.", "de-DE") == "de"


def test_detection_needs_no_download_client() -> None:
    """Detecting a language imports neither a download client nor the package that brings it."""
    code = (
        "import sys; from quellenlage.ingest.language import find_language; "
        "print(find_language('Der Hafen bleibt am Montag gesperrt.'), 'requests' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == (["de", "False"], "")
