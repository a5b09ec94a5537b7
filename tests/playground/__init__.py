"""Tests of the playground: is it as strict as Telegram, and can two libraries talk to it that know nothing of it?"""
