"""Makes the font files of this folder: python3 subset.py <Newsreader> <AtkinsonNext> <AtkinsonNextItalic>.

Needs fonttools and brotli. The README beside it says where the three sources are from.
"""
import io
import sys
import unicodedata

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# English and Welsh, and the signs of ordinary text. Everything else comes from the larger files that fonts.css names.
ACCENTS = "\u0300\u0301\u0302\u0308"
LETTERS = {unicodedata.normalize("NFC", letter + accent) for letter in "AEIOUWYaeiouwy" for accent in ACCENTS}
SIGNS = "\u00a0£©·–—‘’“”…€−"
CHARACTERS = {*range(0x20, 0x7F), *(ord(sign) for sign in [*LETTERS, *SIGNS] if len(sign) == 1)}
# In text, but hardly ever in a heading.
OF_TEXT = CHARACTERS | {ord(sign) for sign in "§«»°²³¼½¾×•"}


def make(source, target, axes, kerning, features, characters):
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
    weight, step = kerning
    fix_kerning(font, instantiateVariableFont(TTFont(source), {**axes, "wght": weight}), step)
    written = io.BytesIO()
    font.save(written)
    font = TTFont(written, recalcTimestamp=False)
    options = Options()
    options.layout_features = features
    options.name_IDs = []
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def fix_kerning(font, at, step):
    """One distance for each pair instead of one for each weight, in steps of a hundredth of the type size at most."""
    for value, fixed in zip(kerning_of(font), kerning_of(at), strict=True):
        if value is not None:
            distance = getattr(fixed, "XAdvance", 0) if fixed else 0
            value.XAdvance = round(distance / step) * step
            value.XAdvDevice = None


def kerning_of(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                yield from (pair.Value1 for group in table.PairSet for pair in group.PairValueRecord)
            else:
                yield from (pair.Value1 for left in table.Class1Record for pair in left.Class2Record)


newsreader, atkinson, italic = sys.argv[1:]
make(newsreader, "newsreader.woff2", {"opsz": 16, "wght": (400, 700)}, (600, 20), ["kern", "liga"], CHARACTERS)
make(atkinson, "atkinson-next.woff2", {"wght": (400, 700)}, (400, 5), ["kern", "tnum"], OF_TEXT)
make(italic, "atkinson-next-italic.woff2", {"wght": (400, 700)}, (400, 5), ["kern", "tnum"], OF_TEXT)
for characters in (CHARACTERS, OF_TEXT):
    print(",".join(f"U+{code:04X}" for code in sorted(characters)))
