"""Consent: given, taken back, given again, and asked anew when its text has changed."""

from storage.database import Database
from tests.databases import sql
from tests.neighbours import Look, Neighbourhood, Someone

LEDGER = "SELECT version, withdrawn_at IS NULL FROM consents WHERE telegram_id = {} ORDER BY id"


async def reads_on_until_the_end(person: Someone) -> None:
    while (await person.buttons())[0] == "接着看":
        await person.taps("接着看")


async def test_who_takes_it_back_reads_on_and_agrees_again_to_write(elder: Someone, look: Look) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await elder.says("收回同意")
    assert "收回后，您照样可以看" in await elder.reads()
    await elder.taps("确定收回")
    assert "已经收回了" in await elder.reads()
    assert look(LEDGER.format(elder.telegram_id)) == [(2, 0)]

    await elder.says("我的诉求")
    assert "#1" in await elder.reads()
    await elder.taps("返回")
    await elder.taps("看预告")
    assert "下次议事日" in await elder.reads()
    for tried in (elder.says("/concern 楼道堆了东西"), elder.says("楼道堆了东西"), elder.sends("photo")):
        await tried
        assert "要先请您同意" in await elder.reads()
    assert look("SELECT count(*) FROM concerns") == [(1,)]

    await elder.taps("看看记什么")
    await reads_on_until_the_end(elder)
    await elder.taps("我同意")
    assert "欢迎您，王秀英" in await elder.reads()
    await elder.says("/concern 3号楼2单元的电梯坏了")
    assert "对吗" in await elder.reads()
    assert look(LEDGER.format(elder.telegram_id)) == [(2, 0), (2, 1)]


async def test_taking_it_back_is_asked_once_more(elder: Someone, look: Look) -> None:
    await elder.says("收回同意")
    await elder.taps("先不收回")
    assert look(LEDGER.format(elder.telegram_id)) == [(2, 1)]
    await elder.taps("反映问题")
    assert "请说说是什么事" in await elder.reads()


async def test_a_role_rests_until_its_holder_agrees_again(moderator: Someone, elder: Someone, look: Look) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await moderator.says("收回同意")
    await moderator.taps("确定收回")
    for tried in (moderator.taps("认领"), moderator.says("/reply 1 今天来修"), moderator.says("/code 3-2-502")):
        await tried
        assert "要先请您同意" in await moderator.reads()
    assert look("SELECT state FROM concerns") == [("received",)]
    await moderator.taps("我同意")
    await moderator.taps("认领")
    assert look("SELECT state FROM concerns") == [("claimed",)]


async def test_a_new_text_is_put_to_everybody_at_their_next_action(
    town: Neighbourhood, elder: Someone, liaison: Someone, database: Database, look: Look
) -> None:
    with sql(database) as run:
        run("UPDATE accounts SET consent_version = 1")  # what they agreed to is one version old
    for person in (elder, liaison):
        await person.says("/concern 3号楼2单元的路灯不亮")
        assert "要先请您同意" in await person.reads()
        assert look("SELECT count(*) FROM conversations") == [(0,)]
    assert "服务器在国外" in await liaison.reads()
    await liaison.taps("我同意")
    await liaison.says("/concern 3号楼2单元的路灯不亮")
    assert "对吗" in await liaison.reads()
    assert look("SELECT count(*) FROM concerns") == [(0,)]
    await town.settles()


async def test_nothing_is_kept_of_somebody_who_only_reads(tenant: Someone, look: Look) -> None:
    await tenant.starts()
    await tenant.taps("普通版")
    await tenant.taps("我只看看")
    await tenant.says("/concern 路灯不亮")
    assert "给本小区居民用的" in await tenant.reads()
    assert look(LEDGER.format(tenant.telegram_id)) == []
    assert look("SELECT count(*) FROM concerns") == [(0,)]


async def test_who_took_it_back_hears_of_nobodys_matters_until_they_agree_again(
    liaison: Someone, moderator: Someone, tenant: Someone, owner: Someone
) -> None:
    await liaison.says("收回同意")
    await liaison.taps("确定收回")
    await asks_in(tenant)
    assert "李明" not in await liaison.reads()
    assert "李明 说自己住3号楼" in await moderator.reads()
    await liaison.says("/concern")
    await liaison.taps("我同意")
    await moderator.says("/home")
    await asks_in(owner)
    assert "赵敏 说自己住3号楼" in await liaison.reads()
    assert "赵敏" not in await moderator.reads()


async def asks_in(person: Someone) -> None:
    await person.starts()
    await person.taps("普通版")
    await person.taps("我同意")
    await person.taps("我没有数字")
    await person.taps("3号楼")
    await person.taps("以后再说")
