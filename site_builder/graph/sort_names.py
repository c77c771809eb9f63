"""Names of people turned round, as reference works list them: "Bakhyt Taro" is "Taro, Bakhyt".

A *particle* is a word such as "van" before a family name. Source of the rules: the practice described in The
Chicago Manual of Style, 17th edition, 16.67-16.84, cut down to what a name alone can tell.
"""

import re
from collections.abc import Sequence

_ARTICLE = "The "
_GROUP = re.compile(
    r"[,&+/]|\d|\b(?:and|und|et|with|featuring|of|the"
    r"|academy|association|band|bigband|brothers|chor|choirs?|chorale|chorus|club|collective|company|consort|duo"
    r"|ensemble|group|kapelle|orchestra|orchester|orchestre|philharmonic|players|trio|quartett?e?|quintette?|sextet"
    r"|septet|octet|nonet|singers|sisters|society|symphony|troupe|union|хор|оркестр|ансамбль|квартет|квинтет|трио)\b",
    re.IGNORECASE,
)
"""What the name of a group has, and the name of one person has not."""
_EAST_ASIAN = re.compile(r"[぀-ヿ㐀-鿿가-힣豈-﫿]")
"""Written in their own script, such names have the family first already."""
_SUFFIX = re.compile(r",?\s+((?:jr|sr|jnr|snr)\.?|[IVX]{2,}|V)$", re.IGNORECASE)
_REMARK = re.compile(r"\s+(\([^()]*\)|\[[^\[\]]*\])$")

_BEHIND = re.compile(r"van|[vV]on|vom|de[nr]?|het|te[nr]?|zu[mr]?|a[fv]|d[ao]s?|di|dei|de(?:l|ll[ao]|gli)")
"""In small letters these follow the given names: "Beethoven, Ludwig van". "Von" does so in capitals as well."""
_IN_FRONT = re.compile(
    r"la|les?|lo|[dl][ao]s|du|des|bint?|ibn|abu|a[pb]|ó|ní|ma?c|st\.?|santa|sainte?|san", re.IGNORECASE
)
"""These belong to the family name: "La Barbara, Joan". So do the others when they begin with a capital."""
_NEVER_GIVEN = re.compile(r"d[eiau]|l[ae]|ó|ní", re.IGNORECASE)
"""With one word after them they are a family name without a given one: "De Luce"."""
_PREFIX = re.compile(r"(d['’]|(?:al|el|ul|as|ash|an|ar|at|az)-)(?=\w)")
"""Particles in small letters that are written together with the name: "Farabi, Abu Nasr al-"."""


def sort_name(name: str) -> str:
    """The form of a musician's name for lists: family name first for a person, "Beatles, The" for a group."""
    if name.startswith(_ARTICLE):
        return f"{name[len(_ARTICLE) :]}, The"
    return ", ".join(_family_first(name)) or name


def family_name(name: str, stated: str = "") -> str:
    """The family name of a person, without particles that follow it; "" for groups and names of one word.

    `stated` is the sort name by the author's own word, where there is one.
    """
    if stated:
        family, comma, given = stated.partition(",")
        return family.strip() if comma and given.strip() != _ARTICLE.strip() else ""
    return next(iter(_family_first(name)), "")


def _family_first(name: str) -> tuple[str, ...]:
    """Family name, given names and what follows them; () where the name does not tell."""
    bare, remark = _split_off(_REMARK, name) if name.endswith((")", "]")) else (name, "")
    bare, suffix = _split_off(_SUFFIX, bare)
    words = bare.split()
    if not _is_person(bare, words):
        return ()
    start = _start_of_family(words)
    given, family = words[:start], words[start:]
    while len(family) > 1 and _BEHIND.fullmatch(family[0]):
        given.append(family.pop(0))
    if prefix := _PREFIX.match(family[0]):
        given.append(prefix[0])
        family[0] = family[0][prefix.end() :]
    first = f"{' '.join(given)} {remark}".strip()
    return (" ".join(family), first, suffix) if suffix else (" ".join(family), first)


def _split_off(pattern: re.Pattern[str], name: str) -> tuple[str, str]:
    found = pattern.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")


def _is_person(name: str, words: Sequence[str]) -> bool:
    """Whether the words are given names and a family name, as far as they tell."""
    if len(words) < 2 or _GROUP.search(name) or (not name.isascii() and _EAST_ASIAN.search(name)):
        return False
    if len(words) == 2 and _NEVER_GIVEN.fullmatch(words[0]):
        return False
    # "Singing Classes" and "Not conducted" cannot all be told from people, but a name that ends in small letters can.
    return not words[-1].islower() or _PREFIX.match(words[-1]) is not None


def _start_of_family(words: Sequence[str]) -> int:
    """Where the family name begins, with its particles. The first word is always a given name."""
    start = len(words) - 1
    while start > 1 and any(particle.fullmatch(words[start - 1].casefold()) for particle in (_BEHIND, _IN_FRONT)):
        start -= 1
    return start
