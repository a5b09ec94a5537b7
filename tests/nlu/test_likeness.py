"""Which descriptions are of one trouble, as residents put it; within one category and one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.likeness import ALIKE, likeness

SAME = (
    ("路灯不亮", "路灯坏了"),
    ("3号楼2单元的路灯不亮", "2单元路灯一直不亮，晚上看不见"),
    ("电梯坏了", "电梯停了不动了"),
    ("电梯坏了", "电梯又坏了"),
    ("3号楼垃圾没人收", "垃圾好几天没人收了"),
    ("楼上装修太吵", "楼上天天装修，吵得睡不着"),
    ("下水道堵了", "下水道又堵了，污水冒出来"),
    ("夜里狗叫", "狗夜里一直叫"),
    ("声控灯不亮", "二楼声控灯不亮了"),
    ("门口垃圾堆满了", "垃圾桶满了没人倒"),
    ("The lamp is broken", "broken lamp at the entrance"),
)
DIFFERENT = (
    ("3号楼2单元的路灯不亮", "3号楼2单元的声控灯太亮，一直不灭"),
    ("垃圾没人收", "垃圾分类桶太少"),
    ("楼上装修太吵", "广场舞声音太响"),
    ("下水道堵了", "暖气不热"),
    ("车位被占", "电动车充电桩坏了"),
    ("车位被占", "外来车辆乱停堵路"),
    ("停水了", "网络断了"),
    ("树枝挡光", "草坪没人浇水"),
    ("保安态度差", "物业费太贵"),
    ("The gate does not close", "Somebody smokes in the stairwell"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_trouble_in_other_words_is_recognised(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_trouble_in_the_same_place_is_not(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE


def test_the_place_alone_makes_nothing_alike() -> None:
    assert likeness("3号楼2单元502室", "3号楼2单元502室") == 0.0
    assert likeness("", "路灯不亮") == 0.0


@given(st.text("路灯不亮3号楼2单元 ab，", max_size=30), st.text("路灯坏了3号楼 abc，", max_size=30))
def test_it_does_not_matter_who_was_first(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
