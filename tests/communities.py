"""Communities like ours, but for a rule or two."""

from collections.abc import Mapping

from bot.config import Community


def like(ours: Community, **changed: object) -> Community:
    """`ours` with other values, written as in `config.yaml`: a value, or a mapping of some of a section's."""
    content = ours.model_dump(by_alias=True)
    content["sittings"]["starts"] = f"{ours.sittings.starts:%H:%M}"
    content["workshops"]["starts"] = f"{ours.workshops.starts:%H:%M}"
    content["quiet_hours"] = {"from": f"{ours.quiet_hours.starts:%H:%M}", "until": f"{ours.quiet_hours.until:%H:%M}"}
    for name in ("overdue_at", "digest_at", "top_ten_at"):
        content["reports"][name] = f"{content['reports'][name]:%H:%M}"
    ladder = content["response"]["escalation"]
    content["response"]["escalation"] = [{rung["to"]: rung["after_hours"]} for rung in ladder]
    for name, value in changed.items():
        content[name] = content[name] | value if isinstance(value, Mapping) else value
    return Community.model_validate(content)
