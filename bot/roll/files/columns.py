"""What the columns of a roll are called, and which are never taken."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from bot.kit.people import Language
from bot.residents.model import AgeBand, Tenure
from bot.roll.model import OwnerKind


class Column(StrEnum):
    """One column of the file; its value is its English name."""

    BUILDING = "building"
    UNIT = "unit"
    ROOM = "room"
    AREA = "area"
    TENURE = "tenure"
    NAME = "name"
    AGE = "age group"
    OWNERS = "owners"
    KIND = "owner kind"
    VOTER = "voter"


REQUIRED = (Column.BUILDING, Column.UNIT, Column.ROOM, Column.AREA, Column.TENURE, Column.NAME, Column.AGE)

CHINESE: Mapping[Column, tuple[str, ...]] = {
    Column.BUILDING: ("楼号", "楼栋", "栋号", "幢号", "楼", "栋", "幢"),
    Column.UNIT: ("单元", "单元号"),
    Column.ROOM: ("房号", "室号", "门牌号", "房间号", "房间", "室"),
    Column.AREA: ("面积", "建筑面积", "专有面积", "产权面积"),
    Column.TENURE: ("居住", "居住方式", "居住类型"),
    Column.NAME: ("姓名", "住户姓名", "居民姓名", "住户"),
    Column.AGE: ("年龄段", "年龄组"),
    Column.OWNERS: ("业主", "业主姓名", "产权人", "房主"),
    Column.KIND: ("业主类型", "业主性质"),
    Column.VOTER: ("投票人", "投票业主"),
}
"""The first is what we write ourselves."""

ENGLISH: Mapping[Column, tuple[str, ...]] = {
    Column.ROOM: ("door", "flat"),
    Column.AGE: ("ageband", "agegroup"),
    Column.OWNERS: ("owner",),
    Column.KIND: ("ownertype",),
    Column.VOTER: ("namedvoter",),
}

FORBIDDEN_CHINESE = (
    "身份证", "证件", "证号", "护照", "户口", "电话", "手机", "号码", "联系", "出生", "生日", "微信", "邮箱", "银行",
    "卡号", "账号", "收入", "工资", "健康", "疾病", "残疾", "民族", "宗教", "政治面貌", "婚姻", "性别",
)  # fmt: skip
FORBIDDEN_EXACTLY = ("年龄", "岁数")
FORBIDDEN_ENGLISH = {
    "id", "ids", "idcard", "idnumber", "idno", "identity", "passport", "phone", "phones", "phonenumber", "telephone",
    "tel", "mobile", "cell", "cellphone", "contact", "birth", "birthday", "birthdate", "dob", "dateofbirth", "born",
    "age", "email", "mail", "wechat", "qq", "bank", "account", "income", "salary", "health", "religion", "ethnicity",
    "nationality", "gender", "sex",
}  # fmt: skip
"""What stands in such columns is not needed to count and to vote, so it is not kept (PIPL 6 and 19)."""

TENURES = {
    Tenure.OWNER: ("业主", "自住", "自有", "owner", "own"),
    Tenure.TENANT: ("租户", "租住", "租客", "承租", "出租", "tenant", "rent", "rented"),
}
AGES = {
    AgeBand.MINOR: ("未成年", "未成年人", "儿童", "18以下", "0-17", "<18", "minor", "under18"),
    AgeBand.YOUNG: ("青年", "18-35", "young"),
    AgeBand.MIDDLE: ("中年", "36-59", "middle"),
    AgeBand.OLDER: ("老年", "老人", "60以上", "60及以上", "60+", "older", "senior"),
}
KINDS = {
    OwnerKind.PERSON: ("个人", "自然人", "person"),
    OwnerKind.FIRM: ("单位", "公司", "企业", "firm", "company"),
    OwnerKind.DEVELOPER: ("开发商", "建设单位", "developer"),
}
"""The first is what we write in Chinese; in English it is the value itself."""


def header(column: Column, language: Language) -> str:
    """What we write over the column."""
    return CHINESE[column][0] if language == "zh" else column.value


def column_named(title: str) -> Column | None:
    """The column that somebody means by `title`; what stands in brackets does not matter."""
    return _BY_TITLE.get(_bare(re.sub(r"\(.*?\)", "", _normal(title))))


def is_forbidden(title: str) -> bool:
    """Whether a column's title promises what must not be kept."""
    words, bare = set(re.findall("[a-z]+", _normal(title))), _bare(_normal(title))
    return (
        bool((words | {bare}) & FORBIDDEN_ENGLISH)
        or bare in FORBIDDEN_EXACTLY
        or any(part in bare for part in FORBIDDEN_CHINESE)
    )


def plain_value(written: str) -> str:
    """As the tables above spell it: `60 岁以上` is `60以上`, `18～35岁` is `18-35`."""
    return re.sub("[~–—－至到]", "-", _bare(_normal(written))).replace("岁", "")


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().strip()


def _bare(text: str) -> str:
    return re.sub(r"[\s_*#:]", "", text)


_BY_TITLE = {
    _bare(title): column for column in Column for title in (column.value, *CHINESE[column], *ENGLISH.get(column, ()))
}
