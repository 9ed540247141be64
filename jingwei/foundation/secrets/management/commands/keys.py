"""jingwei keys list | new | rotate | retire NUMBER | check: the keys of the encrypted columns. Keys are never shown."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.secrets import rotation
from jingwei.foundation.secrets.ring import BYTES, KeysMissing, KeysThere, add_key, keys_file, make_ring, ring

SHOWN = 20  # damaged values told one by one


class Command(BaseCommand):
    help = "List, make, rotate, retire and check the keys of the encrypted columns. Keys are never shown."
    requires_system_checks = []  # without a ring the checks fail, and this is how it comes about

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="list|new|rotate|retire|check")
        verbs.add_parser("list", help="the keys by number, and how much each has sealed")
        for verb, words in (("new", "a first ring of keys"), ("rotate", "a new key; everything is sealed anew")):
            one = verbs.add_parser(verb, help=words)
            one.add_argument("--cipher", choices=sorted(BYTES), default=None, help="default: JINGWEI_CIPHER")
        verbs.add_parser("retire", help="take a key off the ring").add_argument("number", type=int)
        verbs.add_parser("check", help="whether everything opens; exit code 1 when not")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            getattr(self, f"do_{verb}")(**{name: options[name] for name in ("cipher", "number") if name in options})
        except (KeysMissing, KeysThere, rotation.StillNeeded) as refusal:
            raise CommandError(str(refusal)) from None

    def do_list(self) -> None:
        keys, counted = ring(), rotation.counts()
        for number, key in sorted(keys.keys.items()):
            state = "正在使用" if number == keys.current else "只用于解密"
            self.say(f"第 {number} 号  {key.algorithm}  {key.made_on} 生成  {state}  已加密 {counted[number]:,} 项")
        for number in sorted(set(counted) - set(keys.keys)):
            self.say(f"第 {number} 号  不在密钥文件里  已加密 {counted[number]:,} 项，打不开")

    def do_new(self, cipher: str | None) -> None:
        make_ring(cipher or settings.SECRETS_CIPHER)
        self.say(f"已生成密钥文件：{keys_file()}。请与数据库的备份分开另存一份：丢了它，加密的内容就再也打不开。")

    def do_rotate(self, cipher: str | None) -> None:
        """Goes on with a rotation that was stopped; else begins one."""
        if rest := rotation.left():
            self.say(f"上次换密钥没有做完，还有 {rest:,} 项，接着做。")
        else:
            key = add_key(cipher or settings.SECRETS_CIPHER)
            self.say(f"已生成第 {key.number} 号密钥，从现在起用它加密。请另存一份密钥文件。")
        done = 0
        for done in rotation.reseal():
            if done % 50_000 < rotation.AT_A_TIME:
                self.say(f"已重新加密 {done:,} 项……")
        self.say(f"完成：重新加密了 {done:,} 项。")
        if rest := rotation.left():
            raise CommandError(f"还有 {rest:,} 项没有换成新密钥，请运行 jingwei keys check。")

    def do_retire(self, number: int) -> None:
        try:
            rotation.retire(number)
        except KeyError:
            raise CommandError(f"没有第 {number} 号密钥。") from None
        self.say(f"第 {number} 号密钥已停用并删除。更早的数据库备份仍要用当时的密钥文件才能打开。")

    def do_check(self) -> None:
        self.do_list()
        count = 0
        for count, one in enumerate(rotation.damaged(), 1):
            if count <= SHOWN:
                self.say(f"打不开：{one.column} 第 {one.pk} 号")
        if count:
            self.say(f"共有 {count:,} 项打不开。")
            sys.exit(1)
        self.say("全部内容都能打开。")

    def say(self, words: str) -> None:
        self.stdout.write(words)
