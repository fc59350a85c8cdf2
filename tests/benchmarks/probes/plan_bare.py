"""The same pages of words in the same fonts, by ReportLab alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
for font in sorted(FONTS.glob("*.ttf")):
    pdfmetrics.registerFont(TTFont(font.stem, str(font)))
plain = ParagraphStyle("plain", fontName="NotoSans-Regular", fontSize=12, leading=15)
bold = ParagraphStyle("bold", fontName="NotoSans-Bold", fontSize=12, leading=15)
flow: list[object] = []
for page in json.loads(Path(sys.argv[1]).read_text("utf-8")):
    flow += [Paragraph(escape(line), bold if n % 8 == 0 else plain) for n, line in enumerate(page)]
    flow.append(PageBreak())
SimpleDocTemplate(sys.argv[2], invariant=True).build(flow)
