"""The log as moderators and supervisors read it."""

from bot.audit.deed_views import DEEDS
from bot.audit.model import Deed, Page
from bot.audit.taps import SeeLog
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, shorten
from bot.roles.tier_views import ROLES

SHOWN_ELDER, NAME_ELDER = 1, 8


def log(say: Words, page: Page) -> Screen:
    """The newest first; in 长辈版 one line after the other."""
    if not page.deeds:
        return screen(say, say("Nothing has been done yet."), back=GoHome())
    shown = page.deeds[:SHOWN_ELDER] if say.elder else page.deeds
    older = shown[-1].id if len(shown) < len(page.deeds) else page.older
    following = [Choice(say.plain("See what was before"), SeeLog(before=older))] if older else []
    lines = [line(say, deed, page.names.get(deed.who, "")) for deed in shown]
    return screen(say, say.quote("\n".join(lines)), *following, back=GoHome())


def line(say: Words, deed: Deed, name: str) -> str:
    """11月25日 上午10点 林芳（管理员）：认领诉求 #12; plain."""
    when, did = say.time(deed.at), say.plain(DEEDS[deed.what])
    about = f" #{deed.number}" if deed.number is not None else ""
    return say.plain("{when} {who}: {did}", when=when, who=_who(say, deed, name), did=did + about)


def _who(say: Words, deed: Deed, name: str) -> str:
    if not deed.roles:
        return say.plain("a resident")
    name = name or say.plain("somebody who has left")
    if say.elder:
        return shorten(name, NAME_ELDER)
    held = say.plain(", ").join(say.plain(said) for role, said in ROLES.items() if role in deed.roles)
    return say.plain("{name} ({roles})", name=name, roles=held)
