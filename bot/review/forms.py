"""What is half said about a report."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class WritingDays(Form):
    """The days are to be written."""

    name = "writing_report_days"
