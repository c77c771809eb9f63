"""W: what cannot be true of the world the entries describe. K: what `check` finds in the finished pages."""

from site_builder.model.diagnostic import Rule, Severity

WORLD_RULES = (
    Rule(
        "W001",
        Severity.WARNING,
        "somebody died before being born",
        "The latest possible day of death lies before the earliest possible day of birth.",
        "born: 1931\ndied: 1913",
        "born: 1913\ndied: 1931",
    ),
    Rule(
        "W002",
        Severity.WARNING,
        "somebody played before being born or after dying",
        "The year of a venue or an ensemble lies outside the life. Labels and works are not looked at: a record or a score may come out after a death. Uncertain dates prove nothing, and c. 1985 is taken as ten years either way.",
        "died: 1950\nvenues: [{name: Carnegie Hall, year: 1960}]",
        "died: 1950\nvenues: [{name: Carnegie Hall, year: 1949}]",
    ),
    Rule(
        "W003",
        Severity.WARNING,
        "somebody played in a hall before it opened or after it closed",
        "The year of a performance lies outside the years of the venue.",
        "venues: [{name: Carnegie Hall, year: 1880}]   (opened: 1891)",
        "venues: [{name: Carnegie Hall, year: 1892}]",
    ),
    Rule(
        "W004",
        Severity.WARNING,
        "a teacher is younger than the pupil",
        "It happens, and is worth a second look. Check both dates of birth, and which of the two taught.",
        "teachers: [Bakhyt Taro]   (born 1985, the pupil 1931)",
        "pupils: [Bakhyt Taro]",
    ),
    Rule(
        "W005",
        Severity.WARNING,
        "a relation is told differently on its two sides",
        "One entry lists its own side of the relation, and leaves this one out. One side is enough: the other is made "
        "by itself. But where both are written, they should agree.",
        "pupils: [Amalia Askarova]   and there   teachers: [Ivan Petrovich]",
        "pupils: [Amalia Askarova, Milo Askarova]   and there   teachers: [Ivan Petrovich]",
    ),
    Rule(
        "W006",
        Severity.WARNING,
        "a venue closed before it opened",
        "The latest possible closing lies before the earliest possible opening.",
        "opened: 1931\nclosed: 1913",
        "opened: 1913\nclosed: 1931",
    ),
    Rule(
        "K001",
        Severity.ERROR,
        "a link of a finished page leads nowhere",
        "The page or file it names is not in the site. A relative link in an entry is relative to the entry's page.",
        "[programme](programs/1931.html)",
        "[programme](https://example.org/1931.html)",
    ),
    Rule(
        "K002",
        Severity.ERROR,
        "a link of a finished page names a place that is not there",
        "The page exists; the part after # is no id on it.",
        "[his years in Almaty](#almati)",
        "[his years in Almaty](#almaty)",
    ),
    Rule(
        "K003",
        Severity.NOTICE,
        "no other entry speaks of this one",
        "No text links to it, no musician is related to it or belongs to it: readers who follow links never arrive here, except by the indexes. Mention it in another entry.",
        "(an entry that nobody mentions)",
        "She shared the evening with [[Bakhyt Taro]].",
    ),
    Rule(
        "K004",
        Severity.NOTICE,
        "a musician has no instrument, country or venue",
        "None of the three is given. These cross-links are how readers get from one musician to the next. Add what is known.",
        "---\nname: Bakhyt Taro\n---",
        '---\nname: Bakhyt Taro\ninstruments: [violin]\ncountries: [Kazakhstan]\nvenues: ["Small Hall, Almaty"]\n---',
    ),
)
