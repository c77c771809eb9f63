"""S: the site's folder and settings. P: publishing."""

from site_builder.model.diagnostic import Rule, Severity

SITE_RULES = (
    Rule(
        "S001",
        Severity.ERROR,
        "site.toml cannot be read",
        "The settings are written in TOML: a name, an equals sign, and a value; text stands in quotes.",
        "title = My encyclopedia",
        'title = "My encyclopedia"',
    ),
    Rule(
        "S002",
        Severity.ERROR,
        "a setting is not known",
        "It has no effect, and probably is a typing mistake; the hint names the nearest setting.",
        'titel = "My encyclopedia"',
        'title = "My encyclopedia"',
    ),
    Rule(
        "S003",
        Severity.ERROR,
        "a setting has a value that it cannot have",
        "The message says what the setting takes.",
        'strict = "yes"',
        "strict = true",
    ),
    Rule(
        "S004",
        Severity.NOTICE,
        "the site does not know its own address",
        "A feed, a sitemap and robots.txt hold whole addresses, so they are left out until `base_url` is set in "
        "site.toml, or given as --base-url. Everything else works without it.",
        "(no base_url)",
        'base_url = "https://example.org/encyclopedia/"',
    ),
    Rule(
        "S005",
        Severity.ERROR,
        "a content file lies where it has no meaning",
        "Entries lie in content/musicians/, content/venues/ and so on: in a folder named after their kind, and not "
        "deeper. A facet of the site's own is declared in site.toml, under [[facets]].",
        "content/musician/bakhyt-taro.md",
        "content/musicians/bakhyt-taro.md",
    ),
    Rule(
        "S006",
        Severity.ERROR,
        "a symbolic link is not followed",
        "A link could lead out of the site's folder. Put the file itself there.",
        "content/musicians/x.md -> /etc/passwd",
        "content/musicians/x.md",
    ),
    Rule(
        "S007",
        Severity.WARNING,
        "there is nothing to build",
        'content/musicians/ has no Markdown file. `site-builder add "Name"` writes the first one.',
        "(an empty content/)",
        "content/musicians/bakhyt-taro.md",
    ),
    Rule(
        "S008",
        Severity.ERROR,
        "an extension cannot be loaded",
        'The settings `checks` and `emitters` name Python objects as "module:attribute". The module must be installed '
        "beside site-builder.",
        'checks = ["mychecks"]',
        'checks = ["mychecks:spelling"]',
    ),
    Rule(
        "S009",
        Severity.ERROR,
        "a file cannot be read",
        "The operating system refused. Look at the file's permissions.",
        "(a file that only its owner may read)",
        "(a file that you may read)",
    ),
    Rule(
        "S010",
        Severity.ERROR,
        "the name of a file cannot be shown",
        "It holds a control character, or bytes that are no text. No message and no address could name it, so it is "
        "not read. Rename the file.",
        "content/musicians/(bytes that are no UTF-8).md",
        "content/musicians/bakhyt-taro.md",
    ),
    Rule(
        "S011",
        Severity.WARNING,
        "a text lies among the entries and is none",
        "Entries are plain text files whose names end in .md. Some editors add .txt by themselves; word processors have "
        "formats of their own, from which the text has to be copied.",
        "content/musicians/bakhyt-taro.txt",
        "content/musicians/bakhyt-taro.md",
    ),
    Rule(
        "S012",
        Severity.WARNING,
        "a picture cannot be used",
        "The file is there and has the name of a picture, but is damaged, is none, or is so large that to open it could fill the "
        "memory. The site is published; the entry shows its emblem until there is a picture that can be shown.",
        "image: {file: taro.jpg, alt: …}  # taro.jpg is a text, or has 20000 × 20000 pixels",
        "image: {file: taro.jpg, alt: …}  # taro.jpg is a photograph of some thousand pixels",
    ),
    Rule(
        "P001",
        Severity.ERROR,
        "two pages want one file of the site",
        "Nothing was written. Usually an entry has the address of a page that the program makes, such as `index`; give it another `slug`.",
        "content/musicians/index.md",
        "content/musicians/index-the-band.md",
    ),
    Rule(
        "P002",
        Severity.ERROR,
        "the output folder holds files of somebody else",
        "Nothing was written, so that nothing of yours is lost. Name an empty folder with --output, or, if the site shall "
        "live beside those files, say so once with --adopt: they are kept, and only files of the site's own names are replaced.",
        "site-builder build --output ~/Documents",
        "site-builder build --output ~/Documents/encyclopedia",
    ),
    Rule(
        "P003",
        Severity.ERROR,
        "a page would be written outside the output folder",
        "A folder in the output is a symbolic link, or a path leads upwards. Nothing is written through it.",
        "output/musicians -> /elsewhere",
        "output/musicians/",
    ),
    Rule(
        "P004",
        Severity.ERROR,
        "a file of the site cannot be written",
        "The operating system refused: the disk is full, or you may not write there. What was written before is whole; "
        "the next build does the rest.",
        "(a full disk)",
        "(room on the disk)",
    ),
    Rule(
        "P005",
        Severity.ERROR,
        "another build is at work in the same folder",
        "Two builds that write into one folder would delete each other's pages, so the second does nothing. Wait until the "
        "first has ended, or stop it: a build that was killed holds the folder no longer, and the next one finishes its work.",
        "site-builder build & site-builder build",
        "site-builder build; site-builder build",
    ),
    Rule(
        "P006",
        Severity.NOTICE,
        "the site could not be published at once",
        "With --atomic a copy of the folder, made of hard links, takes the changes and then changes places with it. Linux does "
        "this, on its own file systems and in a folder that is no mount point. The site is published all the same, one whole file after another.",
        "site-builder build --atomic --output /mnt/memory-card",
        "site-builder build --output /mnt/memory-card",
    ),
)
