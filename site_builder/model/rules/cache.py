"""What can be wrong with what earlier builds left behind."""

from site_builder.model.diagnostic import Rule, Severity

CACHE_RULES = (
    Rule(
        "C001",
        Severity.NOTICE,
        "the cache could not be used",
        "What earlier builds left in .cache/ is damaged, cannot be read, or is somebody else's file, so everything was made anew. "
        "The site is the same; only this build took longer. The folder may be deleted at any time.",
        "(a damaged .cache/)",
        "(no .cache/ at all)",
    ),
    Rule(
        "P007",
        Severity.ERROR,
        "a file is not what a build from nothing makes of it",
        "`build --verify` compared every file of the site with one made from nothing, and found another. That is a fault of the "
        "program: please report it. Until it is mended, delete .cache/ before you build.",
        "(a fault of the program)",
        "(none)",
    ),
)
