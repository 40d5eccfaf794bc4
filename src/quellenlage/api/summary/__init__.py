"""A summary phrased by a language model of the user's own, every sentence checked against the claims that it cites.

Nothing is sent anywhere unless `summarise` is called with the address of an endpoint.
"""

from quellenlage.api.summary.endpoint import Endpoint
from quellenlage.api.summary.summarise import SummaryOptions, request_of, summarise, to_summary_json, to_summary_text
from quellenlage.dossier.summary import MOST_CLAIMS

__all__ = ["MOST_CLAIMS", "Endpoint", "SummaryOptions", "request_of", "summarise", "to_summary_json", "to_summary_text"]
