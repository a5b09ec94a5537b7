"""操作记录: who did what, when, and in which role. Written in the transaction of the act itself; nobody changes it."""
