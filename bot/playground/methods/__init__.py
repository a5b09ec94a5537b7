"""The Bot API's methods, by the noun they are about; `table.py` names them all."""
