"""What English needs to know of single words: who plays an instrument, which names keep their capital in a sentence,
which countries take an article."""

# An instrument that is not here has "players": "Dombra players of Kazakhstan".
_PLAYERS = {
    "accordion": "accordionist",
    "bagpipes": "piper",
    "bandoneon": "bandoneonist",
    "banjo": "banjoist",
    "baritone": "baritone",
    "bassoon": "bassoonist",
    "cello": "cellist",
    "clarinet": "clarinettist",
    "contralto": "contralto",
    "cornet": "cornettist",
    "double bass": "double bassist",
    "drum": "drummer",
    "drum kit": "drummer",
    "drums": "drummer",
    "fiddle": "fiddler",
    "flute": "flautist",
    "guitar": "guitarist",
    "harp": "harpist",
    "harpsichord": "harpsichordist",
    "keyboard": "keyboardist",
    "keyboards": "keyboardist",
    "lute": "lutenist",
    "mandolin": "mandolinist",
    "marimba": "marimbist",
    "mezzo-soprano": "mezzo-soprano",
    "oboe": "oboist",
    "organ": "organist",
    "percussion": "percussionist",
    "piano": "pianist",
    "saxophone": "saxophonist",
    "singing": "singer",
    "sitar": "sitarist",
    "soprano": "soprano",
    "tenor": "tenor",
    "theremin": "thereminist",
    "timpani": "timpanist",
    "trombone": "trombonist",
    "trumpet": "trumpeter",
    "tuba": "tubist",
    "vibraphone": "vibraphonist",
    "viola": "violist",
    "viola da gamba": "gambist",
    "violin": "violinist",
    "violoncello": "cellist",
    "vocals": "singer",
    "voice": "singer",
    "xylophone": "xylophonist",
    "zither": "zitherist",
}

# Of these the last word says what the player is: "Hardanger fiddler", "bass clarinettist". Not so "talking drum".
_NOUNS_OF_COMPOUNDS = frozenset(
    ["cello", "clarinet", "fiddle", "flute", "guitar", "lute", "oboe", "saxophone", "trombone", "trumpet", "violin"]
)
# "French horn", "Hardanger fiddle": the first word of a common noun that is a proper one.
_PROPER_WORDS = frozenset(
    [
        "african",
        "american",
        "arabic",
        "celtic",
        "chinese",
        "english",
        "french",
        "german",
        "greek",
        "hammond",
        "hardanger",
        "hawaiian",
        "highland",
        "indian",
        "irish",
        "italian",
        "japanese",
        "latin",
        "moog",
        "northumbrian",
        "portuguese",
        "rhodes",
        "russian",
        "scottish",
        "spanish",
        "swiss",
        "turkish",
        "viennese",
        "welsh",
        "wurlitzer",
    ]
)
_WITH_ARTICLE = frozenset(
    [
        "bahamas",
        "comoros",
        "congo",
        "gambia",
        "holy see",
        "ivory coast",
        "levant",
        "maldives",
        "netherlands",
        "philippines",
        "uk",
        "united states of america",
        "us",
        "usa",
        "ussr",
    ]
)
_WITHOUT_ARTICLE = frozenset(["heard island and mcdonald islands", "south georgia and the south sandwich islands"])
# "the Marshall Islands", "the Soviet Union", "the Republic of Venice": the last or first words say what it is.
_LAST_WORDS = frozenset(
    [
        "antilles",
        "caliphate",
        "commonwealth",
        "confederation",
        "emirates",
        "empire",
        "federation",
        "horde",
        "islands",
        "khanate",
        "kingdom",
        "republic",
        "states",
        "sultanate",
        "territories",
        "territory",
        "union",
    ]
)
_BEGINNINGS = tuple(
    f"{words} of "
    for words in (
        "commonwealth",
        "democratic republic",
        "duchy",
        "emirate",
        "empire",
        "federal republic",
        "grand duchy",
        "isle",
        "khanate",
        "kingdom",
        "people's republic",
        "principality",
        "republic",
        "socialist republic",
        "union",
    )
)


def common_noun(name: str) -> str:
    """An ordinary word without the capital that it has as a title: "violin", but "French horn", "Ondes Martenot"."""
    lowered = name[:1].lower() + name[1:]
    first_word = lowered.partition(" ")[0]
    return name if lowered != lowered.lower() or first_word in _PROPER_WORDS else lowered


def player_of(instrument: str) -> str:
    """ "violinist", "Hardanger fiddler", "dombra player"."""
    known = _PLAYERS.get(instrument.casefold())
    kind, _, noun = instrument.rpartition(" ")
    compound = f"{kind} {_PLAYERS[noun]}" if noun in _NOUNS_OF_COMPOUNDS else ""
    return known or compound or f"{instrument} player"


def players_of(instrument: str) -> str:
    """ "violinists", "dombra players"."""
    return f"{player_of(instrument)}s"


def country_in_prose(name: str) -> str:
    """The name with its article: "the Netherlands", "Kazakhstan"."""
    plain = name.casefold()
    last_word = plain.rpartition(" ")[2]
    has_article = plain in _WITH_ARTICLE or last_word in _LAST_WORDS or plain.startswith(_BEGINNINGS)
    return f"the {name}" if has_article and plain not in _WITHOUT_ARTICLE else name
