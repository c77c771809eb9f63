"""B: the text of an entry."""

from site_builder.model.diagnostic import Rule, Severity

BODY_RULES = (
    Rule(
        "B001",
        Severity.WARNING,
        "HTML was removed from the text",
        "Scripts, styles, frames, forms, drawings and event handlers do not belong in an entry and are taken out; the "
        "text inside harmless tags stays. Use Markdown.",
        "<script>alert(1)</script>",
        "(nothing)",
    ),
    Rule(
        "B002",
        Severity.WARNING,
        "the address of a link was removed",
        "Links may begin with http:, https: or mailto:, or be relative. Everything else, such as javascript: or data:, is taken out.",
        "[click](javascript:alert(1))",
        "[the programme](https://example.org/programme)",
    ),
    Rule(
        "B003",
        Severity.ERROR,
        "the text takes too long to read",
        "Reading one page may take two seconds of computing time. Thousands of brackets or other signs in a row do "
        "that; prose never does. Look at the text for such a run. The commonest ones, such as fifty brackets inside each "
        "other, are known without trying; a text that Markdown itself fails on is reported in the same way.",
        "[[[[[[[[[[[[[[[[ … (4,000 times)",
        "(nothing)",
    ),
    Rule(
        "B004",
        Severity.ERROR,
        "the text is nested too deeply",
        "Lists, quotations or tags inside each other, beyond what a page can show. Look for a line with many *, - or > "
        "signs, or for tags such as <b> that are never closed.",
        "* * * * * * * * * * … (500 times)",
        "* one item",
    ),
    Rule(
        "B005",
        Severity.WARNING,
        "a wiki link is empty",
        "A wiki link needs a name between its brackets. To show the brackets themselves, write a backslash before the first one.",
        "He met [[ ]] in Almaty.",
        "He met [[Amalia Askarova]] in Almaty.",
    ),
    Rule(
        "B006",
        Severity.WARNING,
        "a wiki link is not closed",
        "A link begins with [[ and ends with ]] in the same paragraph. To show the brackets themselves, write a backslash before the first one.",
        "He met [[Amalia Askarova in Almaty.",
        "He met [[Amalia Askarova]] in Almaty.",
    ),
    Rule(
        "B007",
        Severity.NOTICE,
        "a heading has the rank of the page's title",
        "The name of the entry is the one heading of the first rank. Sections of the text begin with ##; this one was lowered.",
        "# Career",
        "## Career",
    ),
    Rule(
        "B008",
        Severity.WARNING,
        "a picture lies on another host",
        "It was left out: a page that loads pictures from elsewhere tells that host who reads it, and breaks when the host does. "
        "Save the picture beside the entry, if its licence allows, and write its name.",
        "![Bakhyt Taro](https://example.org/taro.jpg)",
        "![Bakhyt Taro](taro.jpg)",
    ),
    Rule(
        "B009",
        Severity.WARNING,
        "a picture in the text has no description",
        "Readers who cannot see the picture hear its description instead. Say in a few words what it shows.",
        "![](taro.jpg)",
        "![Bakhyt Taro with his violin in 2011](taro.jpg)",
    ),
    Rule(
        "B010",
        Severity.NOTICE,
        "brackets round a name make no link",
        "A link to another entry has two square brackets on each side. Readers see single ones, and braces, as they are. "
        "If that is meant, write a backslash before the first one.",
        "He met [Amalia Askarova] in Almaty.",
        "He met [[Amalia Askarova]] in Almaty.",
    ),
    Rule(
        "B011",
        Severity.WARNING,
        "a footnote has no note, or no reference",
        "A footnote has two halves with one name: [^name] in the text, and the note on a line that begins with [^name]:. "
        "Without a note readers see the brackets; a note that nothing refers to stands at the end, and leads back nowhere.",
        "He left in 1921.[^1]",
        "He left in 1921.[^1]\n\n[^1]: Letter to his sister, 3 May 1921.",
    ),
)
