"""The control interface: acting as people, looking at screens, moving the clock, making trouble."""
