"""Who only tells of an event: the subject of "said", "recalled", "announced"."""

from __future__ import annotations

from relations.coding.event_rules import cues
from relations.coding.sentence import Sentence
from relations.coding.words import Words

# What states do, and figures: who tells of it had no part in it. A visitor or a signatory tells of what is theirs.
TOLD_OF = frozenset({"recognition", "relations-established", "mission-opened", "statistic", "anniversary"})
_BESIDE = 2  # words from a name to its verb: "Koshanov said", "said Mr Koshanov"
_AFTER = 6  # words from a verb to the name behind it, with its office: "said the speaker of the house, Koshanov"


def speakers(sentence: Sentence, tokens: Words, language: str) -> frozenset[str]:
    """Return the names of those who tell what a sentence tells.

    Of each verb of saying the subject is the name beside it, else one that soon follows ("said Ambassador ..."), else
    the last one before it.

    Parameters
    ----------
    sentence : Sentence
    tokens : Words
    language : str

    Returns
    -------
    frozenset of str
        As in `relations.coding.rows.PersonRow.name`.
    """
    verbs = sentence.signs.get("attribution", ())
    if not verbs or not sentence.people:
        return frozenset()
    named = [
        (sentence.word_at(begin, tokens), sentence.word_at(max(end - 1, begin), tokens), person.name)
        for person in sentence.people
        for begin, end in person.mentions or ((person.start, person.end),)
        if sentence.start <= begin < sentence.end
    ]
    verb_last = cues(language).verb_last
    found: set[str] = set()
    for verb in verbs:
        before = [(verb - last, name) for _, last, name in named if last < verb]
        after = [(first - verb, name) for first, _, name in named if first > verb]
        nearest, following = min(before, default=None), min(after, default=None)
        soon = following is not None and following[0] <= (_BESIDE if verb_last else _AFTER)
        if nearest and (nearest[0] <= _BESIDE or not soon):
            found.add(nearest[1])
        elif following and soon:
            found.add(following[1])
    return frozenset(found)
