"""Keys of running votes: files in a directory beside the database, never in it, that all workers share.

A ballot is sealed with AES-GCM; what it is sealed for, vote and entry, is authenticated, so that none can be moved.
"""

import hmac
import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bot.votes.model.roll import BallotsLost

KEY_BYTES, NONCE_BYTES = 32, 12
RECEIPT_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 of them; none is taken for another."""
RECEIPT_LENGTH = 10


class VoteKeys:
    """One file a vote, readable by the bot alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, name: str) -> None:
        """On the disk before it returns: no ballot may be sealed with what a power cut takes away."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = self._path(name).with_suffix(".new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path(name))
        self._sync_folder()

    def read(self, name: str) -> bytes:
        """Raises `BallotsLost`."""
        try:
            key = self._path(name).read_bytes()
        except FileNotFoundError:
            raise BallotsLost(name) from None
        if len(key) != KEY_BYTES:
            raise BallotsLost(name)
        return key

    def destroy(self, name: str) -> None:
        """Overwritten, then deleted; twice is once."""
        with suppress(FileNotFoundError):
            with self._path(name).open("r+b") as file:
                file.write(bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            self._path(name).unlink()
            self._sync_folder()

    def _path(self, name: str) -> Path:
        return self._folder / f"{sha256(name.encode()).hexdigest()[:32]}.key"

    def _sync_folder(self) -> None:
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def seal(key: bytes, content: bytes, purpose: str) -> bytes:
    """The content encrypted for this purpose: nonce, ciphertext and tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # loaded where votes are held

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, purpose.encode())


def unseal(key: bytes, sealed: bytes, purpose: str) -> bytes:
    """Raises `BallotsLost` for another key, another purpose, or a changed byte."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
        raise BallotsLost(purpose) from None


def receipt(key: bytes, cause: str) -> str:
    """50 random-looking bits that only the key ties to their cause; without it nothing does."""
    number = int.from_bytes(hmac.digest(key, cause.encode(), "sha256")[:7], "big")
    return "".join(RECEIPT_SIGNS[number >> 5 * place & 31] for place in range(RECEIPT_LENGTH))
