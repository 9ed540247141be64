"""Sealing and opening of single values, and the blind index. Fast enough for rows by the hundred thousand.

Sealed: one byte with the number of the key, 12 of nonce, then the ciphertext with its tag. What is sealed for one
column does not open in another.
"""

import hmac
import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4

from .ring import AES, Key, Ring, recent_ring

NONCE, TAG = 12, 16


class NotOpened(ValueError):
    """A sealed value that does not open: damaged, of another column, or its key is gone."""


class SM4GCM:
    """SM4 in the mode GCM, as AESGCM does it for AES."""

    def __init__(self, material: bytes) -> None:
        self.cipher = SM4(material)

    def encrypt(self, nonce: bytes, text: bytes, column: bytes) -> bytes:
        seal = Cipher(self.cipher, modes.GCM(nonce)).encryptor()
        seal.authenticate_additional_data(column)
        return seal.update(text) + seal.finalize() + seal.tag

    def decrypt(self, nonce: bytes, sealed: bytes, column: bytes) -> bytes:
        opening = Cipher(self.cipher, modes.GCM(nonce, sealed[-TAG:])).decryptor()
        opening.authenticate_additional_data(column)
        return opening.update(sealed[:-TAG]) + opening.finalize()


@lru_cache(maxsize=64)
def _cipher(key: Key) -> Any:
    return AESGCM(key.material) if key.algorithm == AES else SM4GCM(key.material)


def seal(text: str, column: str) -> bytes:
    """The text sealed with the current key for a column ("members.Member.phone")."""
    return _sealed(text, column.encode(), recent_ring())


def _sealed(text: str, column: bytes, keys: Ring) -> bytes:
    nonce = os.urandom(NONCE)
    return bytes((keys.current,)) + nonce + _cipher(keys.keys[keys.current]).encrypt(nonce, text.encode(), column)


def opened(sealed: bytes, column: str) -> str:
    """The text. Raises NotOpened."""
    key = recent_ring().keys.get(sealed[0]) if len(sealed) > NONCE + TAG else None
    if key is None:
        raise NotOpened(f"key {sealed[0] if sealed else 0} is not on the ring")
    try:
        text: bytes = _cipher(key).decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], column.encode())
    except InvalidTag:
        raise NotOpened(f"a value of {column} does not open") from None
    return text.decode()


def blind(text: str, column: str, *, tail: int = 0) -> int:
    """The blind index of a text, or of its last `tail` signs: equal texts of a column give equal numbers of 63 bits."""
    return _blind(text, f"{column}:{tail}:", tail, recent_ring().index)


def _blind(text: str, prefix: str, tail: int, index: bytes) -> int:
    said = text[-tail:] if tail else text
    return int.from_bytes(hmac.digest(index, f"{prefix}{said}".encode(), "sha256")[:8]) >> 1


def sealer(column: str) -> Callable[[str], bytes]:
    """`seal` for many values of one column."""
    label, held, head = column.encode(), recent_ring(), b""
    encrypt: Any = None

    def sealed(text: str) -> bytes:
        nonlocal held, head, encrypt
        keys = recent_ring()
        if encrypt is None or keys is not held:
            held, head, encrypt = keys, bytes((keys.current,)), _cipher(keys.keys[keys.current]).encrypt
        nonce = os.urandom(NONCE)
        return head + nonce + bytes(encrypt(nonce, text.encode(), label))

    return sealed


def blinder(column: str, *, tail: int = 0) -> Callable[[str], int]:
    """`blind` for many values of one column. The key of the indexes never changes. There are few tails: they are
    remembered."""
    index, prefix = recent_ring().index, f"{column}:{tail}:"
    if not tail:
        return lambda text: _blind(text, prefix, 0, index)
    of_tail = lru_cache(20_000)(lambda said: _blind(said, prefix, tail, index))
    return lambda text: of_tail(text[-tail:])
