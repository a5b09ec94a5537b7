"""诉求: a resident tells what is wrong, a person answers, the resident has the last word."""
