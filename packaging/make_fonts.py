"""Make the four static fonts of KneeCoach from the variable Inter of the package fontpkg-inter."""

import copy
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
CUTS = [
    ("KneeCoach Text", "Regular", 400, 14),
    ("KneeCoach Text", "Medium", 500, 14),
    ("KneeCoach Text", "SemiBold", 600, 14),
    ("KneeCoach Display", "SemiBold", 600, 32),
]
# Latin with German, the punctuation of our texts, arrows, and the signs of doses and comparisons
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *(0x2009, 0x200A, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2153, 0x2154),
    *range(0x2190, 0x2194),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
]
FEATURES = ["kern", "calt", "ccmp", "locl", "mark", "mkmk", "tnum"]
# Line heights of the design, per em: text 12/16, 13/18, 14/20, 15/22 after rounding; display as Inter has it
LINE = {"KneeCoach Text": (1.037, 0.370), "KneeCoach Display": (0.96875, 0.2412)}


def make_digits_tabular(font: TTFont) -> None:
    """Point the ten digits at their tabular glyphs, so that no caller has to ask for a feature.

    The tabular one has a foot, which the design does not want: it gets the plain one's outline, centred.
    """
    gsub = font["GSUB"].table
    records = [record for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"]
    lookups = {index for record in records for index in record.Feature.LookupListIndex}
    swaps: dict[str, str] = {}
    for index in lookups:
        for subtable in gsub.LookupList.Lookup[index].SubTable:
            swaps |= getattr(subtable, "ExtSubTable", subtable).mapping
    plain = font.getBestCmap()[ord("1")]
    copy_centred(font, plain, swaps[plain])
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = swaps.get(table.cmap[code], table.cmap[code])


def copy_centred(font: TTFont, source: str, target: str) -> None:
    """Give `target` the outline of `source` in the middle of its own width."""
    glyph = copy.deepcopy(font["glyf"][source])
    width = font["hmtx"][target][0]
    shift = round((width - (glyph.xMax - glyph.xMin)) / 2) - glyph.xMin
    glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(font["glyf"])
    font["glyf"][target] = glyph
    font["hmtx"][target] = (width, glyph.xMin)


def set_line(font: TTFont, ascent: float, descent: float) -> None:
    em = font["head"].unitsPerEm
    up, down = round(ascent * em), round(descent * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = up, -down, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.usWinAscent, os2.usWinDescent = up, down


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the cut its private name; the copyright and licence entries stay."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {0, 13, 14}]
    postscript = f"{family}-{style}".replace(" ", "")
    entries = {1: family, 2: style, 3: f"{postscript}, made from Inter 4.1", 4: f"{family} {style}", 5: "Version 4.1"}
    for name_id, text in (entries | {6: postscript, 16: family, 17: style}).items():
        names.setName(text, name_id, 3, 1, 0x409)


def cut(source: Path, family: str, style: str, weight: int, optical_size: int) -> Path:
    font = instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": optical_size})
    make_digits_tabular(font)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font["OS/2"].usWeightClass = weight
    set_line(font, *LINE[family])
    rename(font, family, style)
    target = FONTS / f"{family}-{style}.ttf".replace(" ", "")
    font.save(target)
    return target


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    package = files("fontpkg_inter")
    with as_file(package / "files" / "Inter[opsz,wght].ttf") as source, as_file(package / "LICENSE") as licence:
        shutil.copyfile(licence, FONTS / "OFL.txt")
        for family, style, weight, optical_size in CUTS:
            path = cut(source, family, style, weight, optical_size)
            sys.stdout.write(f"{path.name}  {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
