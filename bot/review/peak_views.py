"""When and where concerns are raised."""

from collections.abc import Iterator, Sequence

from bot.kit.poster import Bar, Section
from bot.kit.words import Words
from bot.reports.part_views import kind as kind_of
from bot.reports.part_views import where as where_is
from bot.review.model.peaks import Band, Node
from bot.review.part_views import BANDS


def peak_lines(say: Words, peaks: Sequence[Node]) -> Iterator[str]:
    """Plain: the busiest time first, each with its kinds and their buildings."""
    if not peaks or peaks[0].hidden:
        return
    yield headline(say, peaks)
    for band in peaks:
        yield say.plain("{part}: {value}", part=band_name(say, band), value=count(say, band))
        for kind in band.parts:
            if not kind.hidden:
                yield say.plain("· {kind}: {value}{buildings}", kind=kind_name(say, kind), value=count(say, kind),
                                buildings=_buildings(say, kind))  # fmt: skip


def headline(say: Words, peaks: Sequence[Node]) -> str:
    """Plain."""
    return say.plain("Most concerns: {band}", band=band_name(say, peaks[0]))


def sections(say: Words, peaks: Sequence[Node]) -> Sequence[Section]:
    """The times of day; of the busiest its kinds; of the commonest of these its buildings."""
    found = [Section(say.plain("Concerns by time of day"), _bars(say, peaks, [band_name(say, one) for one in peaks]))]
    busiest = peaks[0]
    kinds = [one for one in busiest.parts if not one.hidden]
    if kinds:
        heading = say.plain("{band}, by kind", band=band_name(say, busiest))
        found.append(Section(heading, _bars(say, kinds, [kind_name(say, one) for one in kinds])))
        buildings = [one for one in kinds[0].parts if not one.hidden]
        if buildings:
            heading = say.plain("{kind} then, by building", kind=kind_name(say, kinds[0]))
            found.append(Section(heading, _bars(say, buildings, [where(say, one) for one in buildings])))
    return found


def band_name(say: Words, node: Node) -> str:
    """Plain."""
    return say.plain(BANDS[Band(node.part)])


def kind_name(say: Words, node: Node) -> str:
    """Plain."""
    return kind_of(say, node.part)


def where(say: Words, node: Node) -> str:
    """Plain."""
    return where_is(say, int(node.part))


def count(say: Words, node: Node) -> str:
    """Plain."""
    return say.plain("hidden") if node.hidden else say.plain("{count} concerns", count=node.count)


def _bars(say: Words, nodes: Sequence[Node], names: Sequence[str]) -> Sequence[Bar]:
    most = max((node.count for node in nodes), default=0) or 1
    return [
        Bar(name, count(say, node), None if node.hidden else node.count / most)
        for name, node in zip(names, nodes, strict=True)
    ]


def _buildings(say: Words, kind: Node) -> str:
    shown = [
        say.plain("{building} {count}", building=where(say, one), count=one.count)
        for one in kind.parts if not one.hidden
    ]  # fmt: skip
    return say.plain(" (of these {buildings})", buildings=say.plain(", ").join(shown)) if shown else ""
