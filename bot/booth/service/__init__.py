"""What people do at the booth, beside casting: `bot.votes.service` decides, here is what leads there."""
