"""The keys of this installation: a file that only its owner may read. Losing it loses every secret."""

import json
import os
import secrets
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from time import monotonic

from django.conf import settings

from jingwei.foundation.clock import today

AES, SM4 = "aes-256-gcm", "sm4-gcm"
BYTES = {AES: 32, SM4: 16}
NUMBERS = range(1, 256)  # a key's number is the first byte of what it sealed


FRESH = 1.0  # seconds
_held: list[tuple[str, float, "Ring | None"]] = [("", 0.0, None)]


class KeysMissing(RuntimeError):
    """There is no key ring where the settings say."""


class KeysThere(RuntimeError):
    """There is a key ring already; another would take its place."""


@dataclass(frozen=True)
class Key:
    """One key: its number, what it is used with, the day it was made as text, its bytes (never shown)."""

    number: int
    algorithm: str
    made_on: str
    material: bytes = field(repr=False)


@dataclass(frozen=True)
class Ring:
    """All keys by number, the number of the one that seals (the highest ever given, so that no number comes back),
    and the key of the blind indexes, which never changes."""

    keys: dict[int, Key]
    current: int
    index: bytes = field(repr=False)


def keys_file() -> Path:
    return Path(settings.KEYS_FILE)


def ring() -> Ring:
    """The ring as the file holds it now, also after another process has changed it. Raises KeysMissing."""
    file = keys_file()
    try:
        stat = file.stat()
    except FileNotFoundError:
        if not settings.KEYS_MADE_BY_THEMSELVES:
            raise KeysMissing(f"There is no key ring at {file}; make one with `jingwei keys new`.") from None
        return _made_by_itself(file)
    return _read(str(file), stat.st_mtime_ns, stat.st_ino)


def recent_ring() -> Ring:
    """The ring as it was at most a second ago: for sealing and opening by the thousand."""
    file, until, held = _held[0]
    if held is None or file != settings.KEYS_FILE or monotonic() >= until:
        held = ring()
        _held[0] = (settings.KEYS_FILE, monotonic() + FRESH, held)
    return held


def _made_by_itself(file: Path) -> Ring:
    """Of two processes that make a first ring, one is first; both go on with that one."""
    with suppress(KeysThere):
        make_ring(settings.SECRETS_CIPHER)
    stat = file.stat()
    return _read(str(file), stat.st_mtime_ns, stat.st_ino)


@lru_cache(maxsize=4)
def _read(file: str, _stamp: int, _inode: int) -> Ring:
    data = json.loads(Path(file).read_text(encoding="utf-8"))
    keys = [
        Key(one["number"], one["algorithm"], one.get("made_on", ""), b64decode(one["material"])) for one in data["keys"]
    ]
    return Ring({key.number: key for key in keys}, data["current"], b64decode(data["index"]))


def _draft(new: Ring) -> Path:
    """The ring written beside its file, for its owner only, and on the disk."""
    file = keys_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    keys = [
        {
            "number": key.number,
            "algorithm": key.algorithm,
            "made_on": key.made_on,
            "material": b64encode(key.material).decode(),
        }
        for key in new.keys.values()
    ]
    whole = {"current": new.current, "index": b64encode(new.index).decode(), "keys": keys}
    draft = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(json.dumps(whole, indent=1))
        out.flush()
        os.fsync(out.fileno())
    return draft


def write_ring(new: Ring) -> None:
    """Put the ring into its file in place of the one there, whole or not at all."""
    _draft(new).replace(keys_file())
    _held[0] = ("", 0.0, None)


def new_key(number: int, algorithm: str) -> Key:
    return Key(number, algorithm, today().isoformat(), secrets.token_bytes(BYTES[algorithm]))


def make_ring(algorithm: str) -> Ring:
    """A first ring with one key. Raises KeysThere when there is one."""
    made = Ring({1: new_key(1, algorithm)}, 1, secrets.token_bytes(32))
    draft = _draft(made)
    try:
        os.link(draft, keys_file())
    except FileExistsError:
        raise KeysThere(f"There is a key ring at {keys_file()} already.") from None
    finally:
        draft.unlink()
        _held[0] = ("", 0.0, None)
    return made


def add_key(algorithm: str) -> Key:
    """A further key, which seals from now on. Raises KeysMissing; ValueError when all numbers are used up."""
    old = ring()
    if old.current + 1 not in NUMBERS:
        raise ValueError("all key numbers are used up")
    key = new_key(old.current + 1, algorithm)
    write_ring(replace(old, keys={**old.keys, key.number: key}, current=key.number))
    return key


def drop_key(number: int) -> None:
    """Take a key off the ring, for good. Raises ValueError for the one that seals, KeyError for none."""
    old = ring()
    if number == old.current:
        raise ValueError("the key that seals is not dropped")
    keys = dict(old.keys)
    del keys[number]
    write_ring(replace(old, keys=keys))
