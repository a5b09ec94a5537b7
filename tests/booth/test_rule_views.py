"""The rule of a vote in one sentence, as residents read it."""

import pytest

from bot.booth.rule_views import how, owners_sentence, rule_sentence
from bot.config import Config
from bot.kit.words import Words
from bot.votes.model.owners import Majority
from bot.votes.model.rule import AGAINST_ALL, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import at_least, more_than

HALF, TWO_THIRDS = more_than("1/2"), at_least("2/3")
OPTIONS = ("甲", "乙", AGAINST_ALL)
SAID = [
    (
        Rule(Electorate.RESIDENTS, Kind.YES_NO, Hurdle(Base.CAST, TWO_THIRDS), building=3),
        "3号楼每位居民一票；同意的不少于总票数的3分之2就通过，一样多不通过。",
    ),
    (
        Rule(Electorate.COUNCIL, Kind.YES_NO, Hurdle(Base.PRESENT, HALF), Hurdle(Base.PRESENT, HALF)),
        "每位居民代表一票；参加的超过到场的一半才算数；同意的超过到场的一半就通过，一样多不通过。",
    ),
    (
        Rule(Electorate.HOUSEHOLDS, Kind.APPROVAL, Hurdle(Base.ENTITLED, HALF), None, OPTIONS),
        "每户一票；得票最多的，超过全体的一半就通过，一样多不通过。",
    ),
    (Rule(Electorate.OWNERS, Kind.CHOOSE, None, None, OPTIONS), "每位业主一票；得票最多的通过，一样多不通过。"),
    (
        Rule(Electorate.HOUSEHOLDS, Kind.RANKED, Hurdle(Base.CAST, HALF), None, OPTIONS),
        "每户一票；两两相比都胜出、把它排在“都不同意”前面的超过总票数的一半就通过，一样多不通过。",
    ),
]


@pytest.mark.parametrize(("rule", "sentence"), SAID)
def test_the_sentence_names_who_when_it_counts_and_what_passes(rule: Rule, sentence: str, config: Config) -> None:
    assert rule_sentence(Words("zh", config.community.zone), rule) == sentence


def test_the_owners_two_majorities(config: Config) -> None:
    say = Words("zh", config.community.zone)
    assert owners_sentence(say, Majority.ORDINARY) == (
        "按业主人数和面积各算一遍：参加的都不少于3分之2才算数，其中同意的都超过一半才通过。"
    )
    assert "其中同意的都不少于4分之3才通过" in owners_sentence(say, Majority.SPECIAL)


def test_how_a_ballot_is_filled_in(config: Config) -> None:
    say = Words("zh", config.community.zone)
    told = [how(say, Rule(Electorate.HOUSEHOLDS, kind, None, None, OPTIONS)) for kind in list(Kind)[1:]]
    assert told == ["选一项。", "能接受的都可以选。", "按您的先后点一遍，最好的先点。"]
