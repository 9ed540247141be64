"""Zip files (.docx, .xlsx) opened without trusting them: their directory is judged before anything is unpacked."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from .errors import Unreadable

_MAX_ENTRIES = 2_000
_MAX_UNPACKED = 150 * 1024 * 1024  # of all entries, as they declare it
_MAX_RATIO = 250  # of one entry; a long and dull document reaches about 60
_SMALL = 2 * 1024 * 1024  # an entry up to here may have any ratio
_MAX_PART = 16 * 1024 * 1024  # of one XML part that is read
_MAX_MARKUP = 1_500_000  # tags and attributes in one part: some 250 MB as a tree
_DIRECTORY_ENTRY = b"PK\x01\x02"


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, once its directory has been found harmless. Raises Unreadable."""
    if data.count(_DIRECTORY_ENTRY) > _MAX_ENTRIES:  # before zipfile builds an object for each
        raise _bomb()
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError) as error:
        raise _broken() from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("这个文件设了密码，读不了。", "请去掉密码，另存后再上传。")
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED or any(map(_is_inflated, entries)):
        raise _bomb()
    return archive


def entry_names(data: bytes) -> list[str]:
    """The names of the archive's entries. Raises Unreadable."""
    return opened(data).namelist()


def xml_part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The root of one XML part; None when there is no such part. No entity is resolved, nothing is fetched."""
    content = part(archive, name)
    if content is None:
        return None
    if content.count(b"<") + content.count(b"=") > _MAX_MARKUP or b"<!DOCTYPE" in content:
        raise _bomb()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken() from error
    if root.getroottree().docinfo.internalDTD is not None:  # a declaration in another encoding
        raise _bomb()
    return root


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The content of one entry, at most 16 MB; None when there is no such entry."""
    try:
        with archive.open(name) as stream:
            content = stream.read(_MAX_PART + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _broken() from error
    if len(content) > _MAX_PART:
        raise _bomb()
    return content


def _is_inflated(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1)


def _broken() -> Unreadable:
    return Unreadable("文件已损坏，打不开。", "请用原来的软件打开它，另存一份后再上传。")


def _bomb() -> Unreadable:
    return Unreadable(
        "文件解开后大得不正常，为安全起见没有读取。", "请确认文件来源；把需要的文字复制到新的 Word 文件里再上传。"
    )
