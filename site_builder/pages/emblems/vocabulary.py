"""Which figure an instrument has, and which border a country."""

_INSTRUMENTS = {
    "violin": "violin viola fiddle hardanger-fiddle nyckelharpa gadulka lira electric-violin",
    "cello": "cello violoncello double-bass contrabass viol viola-da-gamba bass-viol baryton",
    "spike": "erhu qobyz kobyz kyl-kobyz kemenche kamancheh rebab sarangi morin-khuur gusle huqin gijak",
    "lute": "guitar lute oud mandolin ukulele pipa theorbo electric-guitar bass-guitar charango bass vihuela cittern",
    "longneck": "dombra bouzouki saz baglama tar setar banjo balalaika komuz shamisen sitar sarod tambura domra biwa"
    " tanbur dutar sanxian",
    "fan": "harp kora zither qanun kanun koto guzheng guqin psaltery lyre cimbalom dulcimer santur kantele zhetigen"
    " gayageum kokle gusli krar",
    "pipe": "flute ney nay shakuhachi recorder panpipes sybyzgy quena bansuri piccolo fife whistle kaval dizi xiao",
    "reed": "clarinet oboe bassoon saxophone duduk zurna shawm english-horn bagpipes bagpipe bass-clarinet aulos suona"
    " mey balaban launeddas",
    "brass": "trumpet trombone horn french-horn cornet tuba bugle flugelhorn euphonium alphorn sackbut serpent",
    "keys": "piano harpsichord clavichord celesta fortepiano keyboards keyboard spinet virginal rhodes",
    "organ": "organ pipe-organ harmonium hammond-organ sho sheng",
    "bellows": "accordion bandoneon concertina bayan melodeon garmon",
    "drum": "drum drums drum-kit talking-drum timpani tabla djembe bodhran daf frame-drum tambourine congas darbuka"
    " percussion taiko bongos dauylpaz",
    "bars": "xylophone vibraphone marimba balafon glockenspiel gamelan bells chimes mbira kalimba metallophone gongs",
    "voices": "voice vocals singing song singer soprano alto tenor baritone contralto countertenor mezzo-soprano choir",
    "lattice": "synthesizer theremin ondes-martenot electronics computer turntables sampler tape trautonium laptop"
    " modular-synthesizer",
}
_FAMILIES = {
    "violin": "strings string stringed bowed bowed-strings fiddles",
    "lute": "chordophones lutes plucked plucked-strings guitars",
    "fan": "zithers harps lyres",
    "pipe": "winds wind woodwinds woodwind flutes aerophones",
    "reed": "reeds",
    "brass": "brass horns",
    "keys": "keyboards keyboard keys",
    "bellows": "free-reeds accordions",
    "drum": "percussion drums membranophones",
    "bars": "mallets idiophones",
    "voices": "voice voices vocals singing",
    "lattice": "electronic electronics electrophones",
}
_COUNTRIES = {
    "meander": "greece italy cyprus albania china",
    "waves": "japan portugal indonesia viet-nam vietnam philippines",
    "lozenges": "kazakhstan kyrgyzstan uzbekistan turkmenistan mongolia tajikistan",
    "zigzag": "mali nigeria ghana senegal ethiopia kenya south-africa cameroon",
    "crosses": "russia ukraine serbia bulgaria romania belarus soviet-union",
    "teeth": "norway sweden finland iceland denmark estonia latvia lithuania",
    "pearls": "france belgium switzerland netherlands luxembourg",
    "beads": "austria czechia poland slovakia slovenia croatia hungary",
    "dentils": "germany spain israel",
    "rope": "united-kingdom ireland australia canada new-zealand",
    "steps": "argentina mexico peru bolivia chile colombia brazil cuba turkey",
    "string": "united-states georgia armenia azerbaijan",
}


def _inverted(words_of: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in words_of.items() for word in words.split()}


FIGURE_OF_INSTRUMENT = _inverted(_INSTRUMENTS)
"""By slug, or by one of the words that a slug is made of."""
FIGURE_OF_FAMILY = _inverted(_FAMILIES)
"""By the slug of the family."""
BORDER_OF_COUNTRY = _inverted(_COUNTRIES)
"""By slug; the others get one by their name."""
