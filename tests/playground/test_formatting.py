"""Parse modes: entities in UTF-16 units, and Telegram's words for what cannot be parsed."""

import pytest

from bot.playground.entities import found_in, utf16_length
from bot.playground.html_mode import parse_html
from bot.playground.markdown_mode import parse_markdown
from bot.playground.refusals import Refused
from bot.playground.shapes import Json


def entity(kind: str, offset: int, length: int, **more: object) -> Json:
    """An entity."""
    return {"type": kind, "offset": offset, "length": length, **more}


HTML = [
    ("plain &lt;b&gt; &amp; &quot;&#39;&#x4e2d;", "plain <b> & \"'中", []),
    ("&copy; &nosuch;", "&copy; &nosuch;", []),
    ("<b>粗</b><i>斜</i>", "粗斜", [entity("bold", 0, 1), entity("italic", 1, 1)]),
    ("🌟<b>粗</b>", "🌟粗", [entity("bold", 2, 1)]),
    ("<b>粗<i>斜</i></b>", "粗斜", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    (
        "<STRONG>x</STRONG><ins>y</ins><del>z</del>",
        "xyz",
        [entity("bold", 0, 1), entity("underline", 1, 1), entity("strikethrough", 2, 1)],
    ),
    (
        '<a href="https://example.org/?a=1&amp;b=2">去</a>',
        "去",
        [entity("text_link", 0, 1, url="https://example.org/?a=1&b=2")],
    ),
    ('<a href="tg://user?id=5000001">王</a>', "王", [entity("text_mention", 0, 1, user_id=5000001)]),
    ("<a>没有地址</a>", "没有地址", []),
    (
        '<span class="tg-spoiler">秘</span><tg-spoiler>密</tg-spoiler>',
        "秘密",
        [entity("spoiler", 0, 1), entity("spoiler", 1, 1)],
    ),
    ("<pre>x</pre><code>y</code>", "xy", [entity("pre", 0, 1), entity("code", 1, 1)]),
    ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
    (
        "<blockquote>引</blockquote><blockquote expandable>长</blockquote>",
        "引长",
        [entity("blockquote", 0, 1), entity("expandable_blockquote", 1, 1)],
    ),
    ('<tg-emoji emoji-id="53">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="53")]),
    (
        '<tg-time unix="1796209200" format="wDT">周三</tg-time>',
        "周三",
        [entity("date_time", 0, 2, unix_time=1796209200, date_time_format="wDT")],
    ),
    ("<b></b>空", "空", []),
    ("<i>x</>", "x", [entity("italic", 0, 1)]),
]

BAD_HTML = [
    ("<b>粗", 'Can\'t find end tag corresponding to start tag "b"'),
    ("粗</b>", "Unexpected end tag at byte offset 3"),
    ("<b>粗</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
    ("<b>粗</b", "Unclosed end tag at byte offset 6"),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<marquee>x</marquee>", 'Unsupported start tag "marquee" at byte offset 0'),
    ("议<br>", 'Unsupported start tag "br" at byte offset 3'),
    ("a <b", "Unclosed start tag at byte offset 2"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]

MARKDOWN = [
    (r"plain \. \!", "plain . !", []),
    ("*粗* _斜_", "粗 斜", [entity("bold", 0, 1), entity("italic", 2, 1)]),
    ("__下__~删~||秘||", "下删秘", [entity("underline", 0, 1), entity("strikethrough", 1, 1), entity("spoiler", 2, 1)]),
    ("*粗_斜_*", "粗斜", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    ("`a.b`", "a.b", [entity("code", 0, 3)]),
    ("```python\nx=1```", "x=1", [entity("pre", 0, 3, language="python")]),
    ("```x=1```", "x=1", [entity("pre", 0, 3)]),
    (r"[去](https://example.org/a\)b)", "去", [entity("text_link", 0, 1, url="https://example.org/a)b")]),
    ("[王](tg://user?id=5000001)", "王", [entity("text_mention", 0, 1, user_id=5000001)]),
    (">引\n>用\n文", "引\n用\n文", [entity("blockquote", 0, 3)]),
]

BAD_MARKDOWN = [
    ("你好.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("3 - 2", "Character '-' is reserved and must be escaped with the preceding '\\'"),
    ("粗 *体", "Can't find end of Bold entity at byte offset 4"),
    (r"*bold _italic\_*", "Can't find end of Bold entity at byte offset 15"),
    ("`码", "Can't find end of Code entity at byte offset 0"),
    ("[去](https://example.org", "Can't find end of a URL at byte offset 5"),
]


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[Json]) -> None:
    assert (parse_html(source).text, parse_html(source).entities) == (text, entities)


@pytest.mark.parametrize(("source", "text", "entities"), MARKDOWN)
def test_markdown_becomes_text_and_entities(source: str, text: str, entities: list[Json]) -> None:
    assert (parse_markdown(source).text, parse_markdown(source).entities) == (text, entities)


@pytest.mark.parametrize(("source", "reason"), BAD_HTML)
def test_bad_html_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(("source", "reason"), BAD_MARKDOWN)
def test_bad_markdown_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_markdown(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/vote", [entity("bot_command", 0, 5)]),
        ("🌟 /vote@yishi_bot 3", [entity("bot_command", 3, 15)]),
        ("看 #路灯 和 @yishi_bot", [entity("hashtag", 2, 3), entity("mention", 8, 10)]),
        ("见 https://example.org/a，谢谢", [entity("url", 2, 21)]),
        ("example.org 或 a@example.org", [entity("url", 0, 11), entity("email", 14, 13)]),
        ("3/4 #3 a@b 2.5", []),
    ],
)
def test_what_people_type_is_marked(text: str, found: list[Json]) -> None:
    assert found_in(text) == found


def test_lengths_are_in_utf16_units() -> None:
    assert (utf16_length("abc"), utf16_length("议事"), utf16_length("🌟")) == (3, 2, 2)
