"""A certificate as a picture for a phone: 1080 px wide, in the proportions of A4."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bot.honours.model.certificate import Paper
from bot.kit.picture import INK, PAPER, QUIET, CannotDraw, wrapped

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1080, 1527
MARGIN, FRAME = 130, 44
TITLE, NAME, TEXT, SMALL = 120, 96, 54, 40
LINE = 1.5
GOLD, RED = "#B08D3C", "#A6192E"
"""The frame and the title, as people know certificates."""
QR = 250


def draw(paper: Paper) -> bytes:
    """A PNG. Raises `CannotDraw`."""
    try:
        from PIL import Image, ImageDraw, ImageFont
        from pylopdf_fonts_zh_cn import sans_path

        fonts = {size: ImageFont.truetype(str(sans_path()), size) for size in (TITLE, NAME, TEXT, SMALL)}
    except (ImportError, OSError) as missing:
        raise CannotDraw(str(missing)) from missing
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    brush = _Brush(ImageDraw.Draw(picture), fonts)
    brush.frame()
    brush.words(paper)
    picture.paste(_qr(paper.link), (MARGIN, HEIGHT - MARGIN - QR))
    drawn = BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


@dataclass
class _Brush:
    on: "ImageDraw.ImageDraw"
    fonts: "dict[int, ImageFont.FreeTypeFont]"

    def frame(self) -> None:
        for inset, width in ((FRAME, 10), (FRAME + 22, 3)):
            self.on.rectangle((inset, inset, WIDTH - inset, HEIGHT - inset), outline=GOLD, width=width)

    def words(self, paper: Paper) -> None:
        self._centred(paper.title, TITLE, 150, RED)
        self._centred(paper.name, NAME, 400, INK)
        y: float = 590
        for line in paper.lines:
            y = self._wrapped(line, TEXT, y, MARGIN, WIDTH - MARGIN)
        right, bottom = WIDTH - MARGIN, HEIGHT - MARGIN
        self.on.text((right, bottom - QR), paper.issuer, INK, self._fitting(paper.issuer, TEXT, 500), anchor="ra")
        self.on.text((right, bottom - QR + 80), paper.day, INK, self._fitting(paper.day, TEXT, 500), anchor="ra")
        self._wrapped(paper.check, SMALL, bottom - 84, MARGIN + QR + 40, right)

    def _centred(self, text: str, size: int, y: int, colour: str) -> None:
        font = self._fitting(text, size, WIDTH - 2 * MARGIN)
        self.on.text((WIDTH / 2, y), text, colour, font, anchor="ma")

    def _fitting(self, text: str, size: int, room: float) -> "ImageFont.FreeTypeFont":
        """Smaller where it would not fit on one line."""
        font = self.fonts[size]
        wide = font.getlength(text)
        return font if wide <= room else font.font_variant(size=max(int(size * room / wide), 12))

    def _wrapped(self, text: str, size: int, y: float, left: float, right: float) -> float:
        """On as many lines as it takes; where the next one begins."""
        font = self.fonts[size]
        for line in wrapped(text, font, right - left):
            self.on.text((left, y), line, INK if size > SMALL else QUIET, font)
            y += size * LINE
        return y


def _qr(link: str) -> "Image.Image":
    import segno
    from PIL import Image

    png = BytesIO()
    segno.make(link, micro=False, error="m").save(png, kind="png", scale=8, border=0)
    return Image.open(png).convert("RGB").resize((QR, QR), Image.Resampling.NEAREST)
