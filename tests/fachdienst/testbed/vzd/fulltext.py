"""The full-text search of the directory, `_text`: how words are matched (HOWTO Search, "Full-text search").

Words match at their beginning, upper and lower case alike. In the index a dot at the end of a word goes away and a
slash separates words; in a query neither does, so "Str." and "Arzt/Ärztin" find nothing, as in the field.
"""

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")

Text = list[list[str]]  # one list of words for each indexed attribute
Query = Callable[[Text], bool]


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower())


def simple(query: str) -> Query:
    """What has a meaning in the complex search separates words like a blank; all words must occur."""
    wanted = re.sub(r'[-,+|"()*~]', " ", query.lower()).split()
    return lambda text: all(_begins(word, text) for word in wanted)


def complex_(query: str) -> Query:
    """With _complexSearch=true: quotes, + or blank for AND, | or comma for OR, - for NOT, ~ for similar, * for any end.

    A comma is OR even within quotes. When anything is quoted, the other words must match whole.
    """
    if "\\" in query:  # escaping is not supported and finds nothing
        return lambda text: False
    exact = '"' in query
    alternatives = [_all_of(part, exact) for comma in query.split(",") for part in _outside_quotes(comma, "|")]
    return lambda text: any(alternative(text) for alternative in alternatives)


def contains(query: str) -> Query:
    """With the modifier :contains: parts of words count, and a quoted phrase may have commas."""
    phrases = [" ".join(words_of(part)) for part in re.findall(r'"([^"]*)"', query)]
    phrases += words_of(re.sub(r'"[^"]*"', " ", query))
    return lambda text: all(any(phrase in joined for joined in _joined(text)) for phrase in phrases)


def similar(wanted: str, word: str, distance: int = 2) -> bool:
    """Levenshtein distance of at most `distance`."""
    if abs(len(wanted) - len(word)) > distance:
        return False
    row = list(range(len(word) + 1))
    for i, a in enumerate(wanted, 1):
        before, row = row, [i]
        for j, b in enumerate(word, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
    return row[-1] <= distance


def _joined(text: Text) -> list[str]:
    return [" ".join(attribute) for attribute in text] + [" ".join(word for attribute in text for word in attribute)]


def _begins(wanted: str, text: Text) -> bool:
    return any(word.startswith(wanted) for attribute in text for word in attribute)


def _outside_quotes(query: str, separator: str) -> list[str]:
    return [part.strip() for part in re.split(rf'\{separator}(?=(?:[^"]*"[^"]*")*[^"]*$)', query) if part.strip()]


def _all_of(query: str, exact: bool) -> Query:
    terms = re.findall(r'-?"[^"]*"?|[^\s+"()]+', query.lower())
    tests = [_term(term, exact) for term in terms]
    return lambda text: bool(tests) and all(test(text) for test in tests)


def _term(term: str, exact: bool) -> Query:
    if term.startswith("-") and len(term) > 1:
        excluded = _term(term[1:], exact)
        return lambda text: not excluded(text)
    if term.startswith('"'):
        phrase = words_of(term)
        return lambda text: any(_has_phrase(attribute, phrase) for attribute in text)
    if fuzzy := re.fullmatch(r"(.+)~(\d?)", term):
        word, distance = fuzzy[1], int(fuzzy[2] or 2)
        return lambda text: any(similar(word, other, distance) for attribute in text for other in attribute)
    if term.endswith("*"):
        return lambda text: _begins(term.rstrip("*"), text)
    if exact:
        return lambda text: any(term in attribute for attribute in text)
    return lambda text: _begins(term, text)


def _has_phrase(attribute: list[str], phrase: list[str]) -> bool:
    length = len(phrase)
    return length > 0 and any(attribute[i : i + length] == phrase for i in range(len(attribute) - length + 1))
