"""The supervisors' month: figures that are put together by themselves, and the minutes of the meeting about them."""
