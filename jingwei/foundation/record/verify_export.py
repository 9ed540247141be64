"""Checks an export of the record, with nothing but Python itself: copy this one file anywhere and run

    python verify_export.py export.jsonl [anchor.jsonl]

It finds and locates an edit, a deletion, a swap, an insertion and, by the anchor, a cut-off tail; exit code 1 then.
An export is a file of JSON lines: seals, then the acts that wait for one, then acts; an anchor has one line a seal.
How the hashes are made: `digest_of_act`, `fold`, `digest_of_seal`. `jingwei audit verify` runs the same code.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

BEGINNING = "0" * 64
SHORT = 8
Line = dict[str, Any]


def canonical(value: Any) -> bytes:
    """One text for one value: JSON in ASCII, keys sorted, no spaces."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def digest_of_act(act: Line, columns: Iterable[str]) -> str:
    """SHA-256 over the named columns of an act. Its number is not among them: it is bound by `fold`."""
    return sha256(canonical({name: act.get(name) for name in columns})).hexdigest()


def fold(previous: str, members: Iterable[Sequence[Any]]) -> str:
    """The head of the chain after these members [act, digest], begun with the digest of the seal before."""
    head = previous
    for act, digest in members:
        head = sha256(f"{head}\n{act}\n{digest}".encode()).hexdigest()
    return head


def digest_of_seal(seal: Line) -> str:
    """SHA-256 over the columns of a seal, with the head of its chain in place of its members."""
    own = {name: value for name, value in seal.items() if name not in ("kind", "members", "digest")}
    return sha256(canonical({**own, "head": fold(seal["previous"], seal["members"])})).hexdigest()


def anchor_of(seal: Line) -> Line:
    """What is written down outside the database: the digest, and the beginnings of the digests of its acts, which
    are enough to say which act was changed."""
    kept = {name: seal[name] for name in ("number", "at", "first_act", "last_act", "count", "digest")}
    return {**kept, "acts": [[act, digest[:SHORT]] for act, digest in seal["members"]]}


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was. `kind`: edited, deleted, swapped, inserted, truncated, seal or anchor."""

    kind: str
    acts: list[int]
    seal: int | None
    says: str


@dataclass
class Report:
    """What was found. `unsealed` acts wait for their seal, `unanchored` seals for their line in the anchor."""

    acts: int = 0
    seals: int = 0
    unsealed: list[int] = field(default_factory=list)
    unanchored: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.findings

    def add(self, kind: str, acts: Iterable[int], seal: int | None, says: str) -> None:
        self.findings.append(Finding(kind, sorted(acts), seal, says))

    def as_json(self) -> Line:
        return {"whole": self.whole, **asdict(self)}

    def __str__(self) -> str:
        lines = [f"共 {self.acts} 条操作记录，{self.seals} 次封存。"]
        if self.unsealed:
            lines.append(f"尚未封存 {len(self.unsealed)} 条：{spans(self.unsealed)}。")
        if self.unanchored:
            lines.append(f"尚未存底的封存：{spans(self.unanchored)}。")
        lines += [f"发现问题：{finding.says}" for finding in self.findings]
        return "\n".join([*lines, "核对无误。" if self.whole else f"共发现 {len(self.findings)} 处问题。"])


def spans(numbers: Iterable[int]) -> str:
    """3–5、8 for 3, 4, 5, 8."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


class Verifier:
    """Reads the lines once, in their order; holds the digests of the seals and the numbers of the acts."""

    def __init__(self, anchors: Iterable[Line] | None) -> None:
        self.report = Report()
        self.anchors: dict[int, Line] | None = None if anchors is None else self._read_anchors(anchors)
        self.seals: dict[int, Line] = {}
        self.expected: dict[int, tuple[int, str]] = {}
        self.waiting: set[int] = set()
        self.present: dict[int, None] = {}  # a set that keeps the order in which they were read
        self.different: dict[int, str] = {}
        self.strangers: set[int] = set()

    def _read_anchors(self, anchors: Iterable[Line]) -> dict[int, Line]:
        """By number. A line cut off by a crash was written again; one garbled on purpose is missed as its number."""
        found: dict[int, Line] = {}
        for line in anchors:
            number = line.get("number")
            if not isinstance(number, int) or not {"digest", "acts"} <= line.keys():
                continue
            if found.setdefault(number, line)["digest"] != line["digest"]:
                self.report.add("anchor", [], number, f"存底文件里第 {number} 次封存有两个不同的摘要。")
        for number in sorted(set(range(1, max(found, default=0) + 1)) - found.keys()):
            self.report.add("anchor", [], number, f"存底文件里缺第 {number} 次封存。")
        return found

    def run(self, lines: Iterable[Line]) -> Report:
        for line in lines:
            if line["kind"] == "seal":
                self._take_seal(line)
            elif line["kind"] == "waiting":
                self.waiting.add(line["act"])
            else:
                self._take_act(line)
        self.report.acts, self.report.seals = len(self.present), len(self.seals)
        self._judge_seals()
        self._judge_anchor()
        self._judge_acts()
        self._judge_order()
        return self.report

    def _take_seal(self, seal: Line) -> None:
        self.seals[seal["number"]] = seal
        for act, digest in seal["members"]:
            if act in self.expected:
                self.report.add("seal", [act], seal["number"], f"第 {act} 条被封存了两次。")
            self.expected[act] = (seal["number"], digest)

    def _take_act(self, act: Line) -> None:
        if act["id"] in self.present:
            self.strangers.add(act["id"])
            return
        self.present[act["id"]] = None
        if act["id"] in self.expected:
            number, digest = self.expected[act["id"]]
            actual = digest_of_act(act, self.seals[number]["covers"])
            if actual != digest:
                self.different[act["id"]] = actual
        elif act["id"] not in self.waiting:
            self.strangers.add(act["id"])

    def _judge_seals(self) -> None:
        """Each seal by itself, and the chain from each to the one before."""
        before = BEGINNING
        for number in range(1, max(self.seals, default=0) + 1):
            seal = self.seals.get(number)
            if seal is None:
                acts = self._anchored_acts(number)
                self.report.add("seal", acts, number, f"第 {number} 次封存不见了{self._where(acts)}。")
                before = ""
                continue
            numbers = [act for act, _ in seal["members"]] or [0]
            bounds = [seal["first_act"], seal["last_act"], seal["count"]]
            if seal["digest"] != digest_of_seal(seal) or bounds != [min(numbers), max(numbers), len(numbers)]:
                acts = self._altered_members(seal)
                self.report.add("seal", acts, number, f"第 {number} 次封存被改动{self._where(acts)}。")
            elif before and seal["previous"] != before:
                self.report.add("seal", [], number, f"第 {number} 次封存接不上前一次封存。")
            before = seal["digest"]

    def _judge_anchor(self) -> None:
        """The seals against what was written down outside the database."""
        if self.anchors is None:
            return
        last = max(self.seals, default=0)
        reported = {finding.seal for finding in self.report.findings if finding.kind == "seal"}
        for number, anchor in sorted(self.anchors.items()):
            if number > last:
                acts = self._anchored_acts(number)
                says = f"记录的末尾被截去：第 {number} 次封存不见了{self._where(acts)}。"
                self.report.add("truncated", acts, number, says)
            elif number not in reported and self.seals[number]["digest"] != anchor["digest"]:
                acts = self._altered_members(self.seals[number])
                self.report.add("seal", acts, number, f"第 {number} 次封存与存底不符{self._where(acts)}。")
        self.report.unanchored = sorted(self.seals.keys() - self.anchors.keys())

    def _judge_acts(self) -> None:
        """The acts against the seals."""
        owner = {self.expected[act][1]: act for act in self.different}
        for act in sorted(self.different):
            seal, twin = self.expected[act][0], owner.get(self.different[act])
            if twin is None:
                self.report.add("edited", [act], seal, f"第 {act} 条被改动（第 {seal} 次封存）。")
            elif act < twin or self.different[twin] != self.expected[act][1]:
                self.report.add("swapped", [act, twin], seal, f"第 {act} 条与第 {twin} 条的内容被对调。")
        for act in sorted(self.expected.keys() - self.present.keys()):
            seal = self.expected[act][0]
            self.report.add("deleted", [act], seal, f"第 {act} 条被删除（第 {seal} 次封存）。")
        for act in sorted(self.waiting - self.expected.keys() - self.present.keys()):
            self.report.add("deleted", [act], None, f"第 {act} 条在封存之前被删除。")
        lost = {act for number in (self.anchors or {}) if number not in self.seals for act in self._members_of(number)}
        for act in sorted(self.strangers - lost):
            self.report.add("inserted", [act], None, f"第 {act} 条是插入的：它不是经系统办理写下的。")
        self.report.unsealed = sorted((self.waiting & self.present.keys()) - self.expected.keys())

    def _judge_order(self) -> None:
        """Lines of an export that changed places."""
        read = [act for act in self.present if act not in self.strangers]
        moved = [act for act, own in zip(read, sorted(read), strict=True) if act != own]
        if moved:
            self.report.add("swapped", moved, None, f"第 {spans(moved)} 条的次序被调换。")
        if list(self.seals) != sorted(self.seals):
            self.report.add("seal", [], None, "各次封存的次序被调换。")

    def _members_of(self, number: int) -> dict[int, str]:
        return dict((self.anchors or {}).get(number, {}).get("acts", []))

    def _anchored_acts(self, number: int) -> list[int]:
        return list(self._members_of(number))

    def _altered_members(self, seal: Line) -> list[int]:
        """The acts of a seal that the anchor knows otherwise; none when there is no anchor to ask."""
        known = self._members_of(seal["number"])
        now = {act: digest[:SHORT] for act, digest in seal["members"]}
        return [act for act in sorted(known.keys() | now.keys()) if known and known.get(act) != now.get(act)]

    @staticmethod
    def _where(acts: list[int]) -> str:
        return f"，涉及第 {spans(acts)} 条" if acts else ""


def verify(lines: Iterable[Line], anchors: Iterable[Line] | None) -> Report:
    """Check the lines of an export, against an anchor if there is one."""
    return Verifier(anchors).run(lines)


def read(path: str) -> Iterator[Line]:
    """The lines of a file; one that cannot be read is {}."""
    with Path(path).open(encoding="utf-8") as file:
        for text in file:
            try:
                line = json.loads(text)
            except ValueError:
                line = {}
            yield line if isinstance(line, dict) else {}


def main(arguments: Sequence[str]) -> int:
    if len(arguments) not in (1, 2):
        sys.stderr.write(__doc__ or "")
        return 2
    anchors = read(arguments[1]) if len(arguments) == 2 else None
    try:
        report = verify((line for line in read(arguments[0]) if "kind" in line), anchors)
    except (KeyError, TypeError, ValueError) as error:
        sys.stdout.write(f"文件里有一行缺少内容，无法核对：{error!r}\n")
        return 1
    sys.stdout.write(f"{report}\n")
    return 0 if report.whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
