"""What people see and tap of a vote: the card in the group, the ballot paper, opening by questions, paper ballots."""
