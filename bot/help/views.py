"""How asking for a person looks."""

from bot.help.model import HelpedAlready, HelpRequest, NobodyToHelp, NoHelpRequest
from bot.help.taps import TakeHelp
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words


def asked(say: Words) -> Screen:
    return screen(say, say("I have told the people who help. Someone will write to you here."))


def card(say: Words, request: HelpRequest) -> Screen:
    """What those who help see."""
    if request.helper is not None:
        helper = request.helper or say.plain("A former neighbour")
        return Screen(say("🙋 {name} asked for help. {helper} is helping.", name=request.name, helper=helper))
    person = say("🙋 <a href=\"tg://user?id={id}\">{name}</a> asks for a person's help.", id=request.telegram_id,
                 name=request.name)  # fmt: skip
    return Screen(person, ((Choice(say.plain("I will help"), TakeHelp(request=request.id)),),))


def taken(say: Words, request: HelpRequest) -> Screen:
    text = say("Thank you. {name} has been told that you are coming.", name=request.name)
    return screen(say, text)


def helper_comes(say: Words, request: HelpRequest) -> Screen:
    return screen(say, say("{helper} will help you and writes or calls soon.", helper=request.helper))


def helped_already(say: Words, refusal: HelpedAlready) -> Screen:
    return screen(say, say("{name} is helping already. Thank you.", name=refusal.by))


def nobody_to_help(say: Words, _: NobodyToHelp) -> Screen:
    return screen(say, say("Please ask in your neighbourhood's group, or come by at the community office."))


def no_help_request(say: Words, _: NoHelpRequest) -> Screen:
    return screen(say, say("This has been deleted. Whoever asked needs no help any more."))
