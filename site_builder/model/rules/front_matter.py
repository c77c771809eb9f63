"""F: a content file as a file, and its front matter."""

from site_builder.model.diagnostic import Rule, Severity

FRONT_MATTER_RULES = (
    Rule(
        "F001",
        Severity.ERROR,
        "the file is not UTF-8",
        "Text files are read as UTF-8, with or without a byte order mark. Save the file again with the encoding "
        'UTF-8; editors offer it under "Save as" or "Save with encoding".',
        "name: Amália        (saved as Latin-1)",
        "name: Amália        (saved as UTF-8)",
    ),
    Rule(
        "F002",
        Severity.ERROR,
        "the file holds a character that text cannot have",
        "NUL and other control characters, the separators U+2028, U+2029 and U+0085, and a carriage return without a line "
        "feed break lines where no editor shows it, or cannot stand in a page or a feed, so that nobody would see what was "
        "read. Remove the character, or save the file with ordinary line ends.",
        "name: Amalia<U+2028>Askarova",
        "name: Amalia Askarova",
    ),
    Rule(
        "F003",
        Severity.ERROR,
        "the file has no front matter",
        "A content file begins, on its very first line, with a line of three hyphens, then its fields, then three "
        "hyphens again. Nothing may stand before it, not even a blank line.",
        "name: Bakhyt Taro",
        "---\nname: Bakhyt Taro\n---",
    ),
    Rule(
        "F004",
        Severity.ERROR,
        "the front matter is not closed",
        "The fields end with a second line of three hyphens. Without it nobody can tell the fields from the text.",
        "---\nname: Bakhyt Taro\nHe was born …",
        "---\nname: Bakhyt Taro\n---\nHe was born …",
    ),
    Rule(
        "F005",
        Severity.ERROR,
        "the front matter cannot be read",
        "The fields are written in YAML. The commonest cause is a colon followed by a space inside a value: put quotes "
        "round the whole value. Next comes a list item or a field that is indented by a different number of spaces than its neighbours.",
        "summary: Foo: the bar",
        'summary: "Foo: the bar"',
    ),
    Rule(
        "F006",
        Severity.ERROR,
        "the front matter is not a set of fields",
        "Every line is a field name, a colon and a value; a list or a single word is not.",
        "---\n- Bakhyt Taro\n---",
        "---\nname: Bakhyt Taro\n---",
    ),
    Rule(
        "F007",
        Severity.ERROR,
        "a field is given twice",
        "Only one of the two could count, and which one is not for the program to decide. Join them, or delete one.",
        "born: 1985\nborn: 1986",
        "born: 1985",
    ),
    Rule(
        "F008",
        Severity.WARNING,
        "a field is not known",
        "It has no effect. Usually it is a typing mistake; the hint names the nearest field. A facet of the site's "
        "own is declared in site.toml, under [[facets]].",
        "instrumnets: [violin]",
        "instruments: [violin]",
    ),
    Rule(
        "F009",
        Severity.ERROR,
        "the front matter uses YAML that is not allowed here",
        "Anchors (&x), aliases (*x), tags (!x), nesting deeper than 20 and more than 64 KB of front matter serve "
        "attacks, not biographies. Write the value out. A value that begins with one of these characters needs quotes.",
        "name: *star",
        'name: "*star"',
    ),
    Rule(
        "F010",
        Severity.ERROR,
        "a value has the wrong shape",
        "A field that takes one text was given a list or a group of fields, or the other way round.",
        "name: [Bakhyt, Taro]",
        "name: Bakhyt Taro",
    ),
    Rule(
        "F011",
        Severity.ERROR,
        "a required field is missing",
        "Every entry needs a name, and a work in `works` needs a title.",
        "---\nborn: 1985\n---",
        "---\nname: Bakhyt Taro\nborn: 1985\n---",
    ),
    Rule(
        "F012",
        Severity.ERROR,
        "a date cannot be read",
        "Dates are written as 1985, 1985-03, 1985-03-12, 12 March 1985, c. 1985, 1985?, 1980s, before 1900, after 1900 or 1931/1935 "
        "(from, to), or in EDTF (ISO 8601-2). The day has to exist.",
        "born: 1797-02-31",
        "born: 1797-02",
    ),
    Rule(
        "F013",
        Severity.ERROR,
        "a number is out of range",
        "Latitudes go from -90 to 90, longitudes from -180 to 180, in degrees with a decimal point, north and east being positive.",
        "latitude: 402.1",
        "latitude: 40.21",
    ),
    Rule(
        "F014",
        Severity.WARNING,
        "everything after the # was taken as a comment",
        "In YAML a space followed by # begins a comment. If it belongs to the value, put quotes round the value. If it is "
        "a comment, write a space after the # as well, or give it a line of its own.",
        "name: C #1 hit",
        'name: "C #1 hit"',
    ),
    Rule(
        "F015",
        Severity.ERROR,
        "an address is not allowed",
        "Addresses (the file's name, `slug`, `former_slugs`) are made of a-z, 0-9 and single hyphens between them, "
        "80 characters at most, and are not one of the names that Windows keeps for devices (con, nul, com1 …).",
        "slug: ../../etc/passwd",
        "slug: bakhyt-taro",
    ),
    Rule(
        "F016",
        Severity.ERROR,
        "a country code does not exist",
        "`code` is one of the two-letter codes of ISO 3166-1, such as KZ for Kazakhstan.",
        "code: KAZ",
        "code: KZ",
    ),
    Rule(
        "F017",
        Severity.WARNING,
        "a summary is too long",
        "The summary is one line under 120 characters: it stands under the title, in lists and in search results.",
        "summary: (a whole paragraph)",
        "summary: Violinist who carried Kazakh folk song into the concert hall",
    ),
    Rule(
        "F018",
        Severity.ERROR,
        "an image has no description",
        "`alt` says in words what the picture shows, for readers who cannot see it.",
        "image: {file: taro.jpg}",
        "image: {file: taro.jpg, alt: Bakhyt Taro with his violin in 2011}",
    ),
    Rule(
        "F019",
        Severity.ERROR,
        "an image is not where the entry says",
        "`file` is a path relative to the entry's own folder; it must lie inside content/, exist, and be a picture "
        "(jpg, png, webp, avif, gif).",
        "image: {file: ../../../etc/passwd, alt: …}",
        "image: {file: taro.jpg, alt: …}",
    ),
    Rule(
        "F020",
        Severity.ERROR,
        "a field is given in two forms",
        "`instrument: violin` is short for `instruments: [violin]`, and `teacher:` for `teachers:`. Only one of the two may stand in an entry.",
        "instrument: violin\ninstruments: [piano]",
        "instruments: [violin, piano]",
    ),
    Rule(
        "F021",
        Severity.WARNING,
        "a field has no value",
        "It counts as not given. Fill it in, or delete the line.",
        "born:",
        "born: 1985",
    ),
    Rule(
        "F022",
        Severity.WARNING,
        "a value stands twice in one list",
        "It counts once. An instrument, a venue or another facet may stand in its list again with another year or note; "
        "a person may not: {name: Amalia Askarova, year: [1999, 2004]} says both in one item.",
        "instruments: [violin, Violin]",
        "instruments: [violin]",
    ),
    Rule(
        "F023",
        Severity.ERROR,
        "a comma splits a value",
        "Between { and } a comma begins the next field, and between [ and ] the next item. A value with a comma in it needs "
        "straight quotes round it; typographic ones („ “, « ») are letters like any other.",
        "venues: [{name: Small Hall, Almaty, year: 2012}]",
        'venues: [{name: "Small Hall, Almaty", year: 2012}]',
    ),
    Rule(
        "F024",
        Severity.WARNING,
        "a field holds markup",
        "Fields are plain text: tags are shown to readers with their brackets and do nothing else. Delete them, or move the "
        "words to the text of the entry.",
        'summary: "<b>Violinist</b>"',
        "summary: Violinist",
    ),
)
