"""我的楼: what a liaison sees to in one building."""
