"""Characters: text loses what only serves the typesetter."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_SYMBOLS = {  # where word processors keep their bullet signs
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf076": "•", "\uf0fc": "•", "\uf02d": "–", "\uf06f": "○",
}  # fmt: skip
_HYPHENS = dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-")
_BREAKS = dict.fromkeys("\x0b\x85\u2028\u2029", "\n")
_TABLE = str.maketrans({**_LIGATURES, **_SYMBOLS, **_HYPHENS, **_BREAKS, "\t": " "})
_KEPT_CONTROLS = "\n\f" + SOFT_HYPHEN
_ODD = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]")


def cleaned(text: str) -> str:
    """Text in normal form C: ligatures taken apart, every space a plain one, no invisible signs but soft hyphens."""
    text = text.translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _ODD.sub(_kept, text)


def _kept(match: re.Match[str]) -> str:
    character = match.group()
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs", "Cn") and character not in _KEPT_CONTROLS:
        return ""
    return character


def collapsed(text: str) -> str:
    """Text on one line, single spaces, no soft hyphens; letters set apart ("S P A C E D") are drawn together."""
    text = " ".join(text.replace(SOFT_HYPHEN, "").split())
    if re.fullmatch(r"(?:\S ){4,}\S", text):
        return text.replace(" ", "")
    return text
