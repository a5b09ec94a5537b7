"""Why something about honours cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.honours import pioneer_views, views
from bot.honours.model import certificate, pioneer
from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.words import Words

EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    certificate.NotACertificate: lambda say, _: views.not_a_certificate(say),
    certificate.NotHonoured: lambda say, _: views.not_honoured(say),
    pioneer.NoAward: lambda say, _: pioneer_views.no_award(say),
    pioneer.OwnNomination: lambda say, _: pioneer_views.own_nomination(say),
    pioneer.EnoughNominations: pioneer_views.enough_nominations,
    pioneer.NotToBeNominated: lambda say, _: pioneer_views.not_to_be_nominated(say),
    pioneer.NotShortlisted: lambda say, _: pioneer_views.not_shortlisted(say),
}
