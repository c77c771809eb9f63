"""L: names and links. A: addresses."""

from site_builder.model.diagnostic import Rule, Severity

LINK_RULES = (
    Rule(
        "L001",
        Severity.WARNING,
        "no entity has that name",
        "The link leads to a page that nobody has written: it is shown as plain text and listed on the page of wanted "
        "entries. Write the entry, or mend the name. With `strict = true` in site.toml this is an error.",
        "[[Scott La Faro]]",
        "[[Scott LaFaro]]",
    ),
    Rule(
        "L002",
        Severity.WARNING,
        "several entries have that name",
        "Which one is meant is never guessed: the link leads to a page that lists them. A family name "
        "that two musicians share is such a name, too. Say which one is meant by the full name, by the address, or with a kind "
        "before the name: [[venue:Carnegie Hall]].",
        "[[Askarova]]",
        "[[milo-askarova|Askarova]]",
    ),
    Rule(
        "L003",
        Severity.WARNING,
        "a value looks like a known one with a typing mistake",
        "A new instrument, country or venue is made for it, as for any new name. If it really is a new one, give it a "
        "file of its own, and the message goes away.",
        "venues: [Carnegy Hall]",
        "venues: [Carnegie Hall]",
    ),
    Rule(
        "L004",
        Severity.WARNING,
        "the page has no such heading",
        "The part of a link after # is the text of a heading on that page, or its id. The link leads to the top of the page.",
        "[[Amalia Askarova#Carreer]]",
        "[[Amalia Askarova#Career]]",
    ),
    Rule(
        "L005",
        Severity.NOTICE,
        "a name in the text could be any of several entries",
        "Names in the text become links by themselves only when there is no doubt. Write a link that says which one is meant, if it matters.",
        "She studied with Ivan Petrovich.",
        "She studied with [[ivan-petrovich-1931|Ivan Petrovich]].",
    ),
    Rule(
        "L006",
        Severity.NOTICE,
        "an entry links to itself",
        "The link is shown as plain text.",
        "[[Bakhyt Taro]] (in the entry on Bakhyt Taro)",
        "Bakhyt Taro",
    ),
    Rule(
        "L007",
        Severity.WARNING,
        "no musician has that name",
        "A teacher, pupil, relative or partner in the front matter should be an entry. The name is shown as plain text and listed as wanted.",
        "teachers: [Ivan Petrovitch]",
        "teachers: [Ivan Petrovich]",
    ),
    Rule(
        "L008",
        Severity.WARNING,
        "two values are spelt differently and want one address",
        "They count as one and share a page. Use one spelling, or give the page a file with the other as an alias.",
        "venues: [Café Aral]   and elsewhere   venues: [Cafe Aral]",
        "venues: [Café Aral]   in both",
    ),
    Rule(
        "A001",
        Severity.ERROR,
        "two entries want one address",
        "Each page has one address, made from its file's name or its `slug`. Rename one of the files, or give it another `slug`.",
        "musicians/bakhyt-taro.md   and   musicians/taro.md with slug: bakhyt-taro",
        "musicians/bakhyt-taro.md   and   musicians/bakhyt-taro-composer.md",
    ),
    Rule(
        "A002",
        Severity.ERROR,
        "a former address belongs to another page",
        "An old address can lead to one entry only, and not to one that is in use. Delete it from `former_slugs`.",
        "former_slugs: [amalia-askarova]   (in the entry on Milo Askarova)",
        "former_slugs: [m-askarova]",
    ),
    Rule(
        "A003",
        Severity.ERROR,
        "no address can be made from the name",
        "The name has no letter that could stand in an address. Give the page a file of its own with a name in a-z, or a `slug`.",
        'venues: ["?!"]',
        'content/venues/question-mark.md with name: "?!"',
    ),
)
