"""What the titles of a list have in common, said once for all: a country, the kind of their bodies."""

import re

from ingest.extraction.titles import Title

_KINDS = r"Regions|Territories|Provinces|Districts|Oblasts|Counties|States|Republics|Departments|Ministries"


def shared_out(body: str) -> list[str]:
    """ "Orlov and Ryazan Regions" as "Orlov Region" and "Ryazan Region"; empty where it is one body."""
    found = re.fullmatch(rf"(?P<names>[^,]+(?:, [^,]+)*,? and .+?) (?P<kind>{_KINDS})", body)
    if not found:
        return []
    kind = re.sub(r"ies$", "y", found["kind"]).removesuffix("s")
    return [f"{name} {kind}" for name in re.split(r",? and |, ", found["names"])]


def sharing_country(titles: list[Title]) -> tuple[Title, ...]:
    """ "Deputy Prime Minister and Minister of Foreign Affairs of Kazakhstan": both are of Kazakhstan."""
    lands = {title.country for title in titles if title.country}
    if len(lands) != 1 or len(titles) == 1:
        return tuple(titles)
    country = lands.pop()
    return tuple(title._replace(country=country) if title.is_bare else title for title in titles)
