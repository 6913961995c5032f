"""Text that has lost its full stops: where its sentences begin, and that the rest of the texts is left alone."""

from ingest.extraction.stopless import beginnings, has_lost_stops

LOST = (
    "Fishermen Warn Of Empty Nets-RIGA, LATVIA — -The head of the fishing union has warned that the nets of the"
    " coast are empty and that few boats will leave the harbours this spring He repeated his call for lower quotas"
    " “We have waited for two years and nobody listened to us,” one of them added In the port of Liepaja dozens of men"
    " have for weeks kept their boats ashore to protest against the new limits of the ministry But the minister has"
    " not met them since the protest began, and a speaker of the author of The Salt Road told reporters that"
    " nothing would change before the end of the season"
)


def test_sentences_without_stops_begin_with_the_words_that_begin_sentences() -> None:
    assert has_lost_stops(LOST)
    starts = [LOST[at:].split()[0] for at in beginnings(LOST)]
    assert starts == ["RIGA,", "The", "He", "“We", "In", "But"]


def test_text_with_its_stops_has_lost_none() -> None:
    assert not has_lost_stops(
        "The boats stayed ashore. He warned the ministry. In May they left. " * 12
    )
    assert not has_lost_stops("A short line The end")
