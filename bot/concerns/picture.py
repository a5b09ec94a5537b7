"""Before and after on one card: two photos side by side, nothing of where and with what they were taken.

Pillow and the letters take a while to import, so only `side_by_side` does it; whoever calls keeps it away from the
event loop.
"""

from io import BytesIO

HALF, GAP, BAND = 900, 12, 84
"""Pixels: of each photo's square, between the two, and of the band with the words."""
LETTERS = 54
PAPER, INK = "#FFFFFF", "#1A1A1A"
QUALITY = 88


class CannotDraw(Exception):
    """The letters or the drawing library are missing on this machine, or one of the two is no picture."""


def side_by_side(before: bytes, after: bytes, words: tuple[str, str]) -> bytes:
    """A JPEG; each photo upright and whole in its half, its word above. Raises `CannotDraw`."""
    try:
        from PIL import Image, ImageDraw, ImageFont, ImageOps
        from pylopdf_fonts_zh_cn import sans_path

        font = ImageFont.truetype(str(sans_path()), LETTERS)
        upright = [ImageOps.exif_transpose(Image.open(BytesIO(photo))).convert("RGB") for photo in (before, after)]
    except (ImportError, OSError, ValueError) as missing:
        raise CannotDraw(str(missing)) from missing
    card = Image.new("RGB", (2 * HALF + GAP, HALF + BAND), PAPER)
    for x, photo, word in zip((0, HALF + GAP), upright, words, strict=True):
        ImageDraw.Draw(card).text((x + HALF / 2, BAND / 2), word, INK, font, anchor="mm")
        card.paste(ImageOps.pad(photo, (HALF, HALF), color=PAPER), (x, BAND))
    drawn = BytesIO()
    card.save(drawn, "JPEG", quality=QUALITY)  # a new picture: no EXIF goes with it
    return drawn.getvalue()
