"""One font file with roman and italic letters: the italic ones are alternates, called for by the feature `ital`.

Two files would cost readers a request more.
"""

from io import BytesIO

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FEATURE = "ital"
SUFFIX = ".ital"


def with_italics(roman: TTFont, italic: TTFont, kerned: TTFont) -> TTFont:
    """The roman font with the italic one's glyphs as alternates of its own.

    `kerned` is the italic font with only those letters whose kerning is taken over: that of all would weigh more than
    the letters themselves.
    """
    roman, italic, kerned = _as_written(roman), _as_written(italic), _as_written(kerned)
    # The tables of a font are read when they are first asked for, with the names that its glyphs have by then.
    added = [f"{name}{SUFFIX}" for name in italic.getGlyphOrder()]
    italic.setGlyphOrder(added)
    kerned.setGlyphOrder([f"{name}{SUFFIX}" for name in kerned.getGlyphOrder()])
    outlines, widths = roman["glyf"], roman["hmtx"]
    for name in added:
        outlines.glyphs[name] = italic["glyf"][name]
        widths[name] = italic["hmtx"][name]
    order = [*roman.getGlyphOrder(), *added]
    roman.setGlyphOrder(order)
    outlines.glyphOrder = order
    slanted = italic.getBestCmap()
    pairs = {name: slanted[code] for code, name in roman.getBestCmap().items() if code in slanted}
    _substitute_first(roman["GSUB"].table, buildSingleSubstSubtable(pairs))
    _kern_as_well(roman["GPOS"].table, kerned["GPOS"].table)
    return roman


def _as_written(font: TTFont) -> TTFont:
    """The font with its glyphs numbered as its file will have them."""
    font.flavor = None
    written = BytesIO()
    font.save(written)
    return TTFont(written, recalcTimestamp=False)


def _substitute_first(table: otTables.GSUB, subtable: otTables.SingleSubst) -> None:
    """Adds the feature, with a substitution that goes before all others: those see what it has put there."""
    table.LookupList.Lookup.insert(0, buildLookup([subtable]))
    records = table.FeatureList.FeatureRecord
    for record in records:
        record.Feature.LookupListIndex = [place + 1 for place in record.Feature.LookupListIndex]
    added = otTables.FeatureRecord()
    added.FeatureTag, added.Feature = FEATURE, otTables.Feature()
    added.Feature.FeatureParams, added.Feature.LookupListIndex = None, [0]
    first = next((place for place, record in enumerate(records) if record.FeatureTag > FEATURE), len(records))
    records.insert(first, added)
    for script in table.ScriptList.ScriptRecord:
        systems = (script.Script.DefaultLangSys, *(each.LangSys for each in script.Script.LangSysRecord))
        for system in filter(None, systems):
            system.FeatureIndex = sorted([*(place + (place >= first) for place in system.FeatureIndex), first])


def _kern_as_well(table: otTables.GPOS, other: otTables.GPOS) -> None:
    """Adds the other font's kerning, of glyphs with other names, to the feature that does the same here."""
    before = len(table.LookupList.Lookup)
    table.LookupList.Lookup += other.LookupList.Lookup
    (kerning,) = {tuple(each.Feature.LookupListIndex) for each in other.FeatureList.FeatureRecord}
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex += [before + place for place in kerning]
