"""我没有码: who lives here and has no code is let in by somebody who knows them."""
