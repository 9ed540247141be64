from io import BytesIO

import pytest
from PIL import Image

from jingwei.foundation.errors import Refused
from jingwei.foundation.evidence.structure import Accepted, accepted
from tests.foundation.documents.made import docx, paragraph, pdf, zipped

from .made import TEXT, picture, workbook

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def refusal(filename: str, data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        accepted(filename, data)
    assert caught.value.next_step
    return str(caught.value.message)


def photograph(**tags: object) -> bytes:
    """A photograph of a phone that tells where, when and with what it was taken."""
    exif = Image.Exif()
    exif[MAKER] = "Some phone"
    exif[ORIENTATION] = 6  # turned by a quarter
    exif.get_ifd(GPS).update({1: "N", 2: (31.0, 13.0, 40.0), 3: "E", 4: (121.0, 28.0, 17.0)})
    return picture(exif=exif, comment=b"a remark", dpi=(300, 300))


@pytest.mark.parametrize(
    ("filename", "data", "media_type"),
    [
        ("公示.pdf", pdf([(90, 700, "公示")]), "application/pdf"),
        ("记录.docx", docx(paragraph("记录")), WORD),
        ("台账.xlsx", workbook(), EXCEL),
        ("记录.txt", TEXT, "text/plain"),
        ("记录.TXT", TEXT.decode().encode("gb18030"), "text/plain"),
    ],
)
def test_a_file_on_the_list_is_kept_as_it_is(filename: str, data: bytes, media_type: str) -> None:
    kept = accepted(filename, data)
    assert kept == Accepted(filename.replace("TXT", "txt"), media_type, data)


def test_a_photograph_loses_its_place_time_and_device_and_stands_upright() -> None:
    taken = photograph()
    assert Image.open(BytesIO(taken)).getexif().get_ifd(GPS)[1] == "N"
    kept = accepted("走访.jpg", taken)
    image = Image.open(BytesIO(kept.content))
    assert (kept.media_type, image.format, image.size) == ("image/jpeg", "JPEG", (20, 40))
    assert dict(image.getexif()) == {}
    assert image.info.keys() & {"exif", "comment", "icc_profile", "xmp"} == set()
    assert b"Some phone" not in kept.content
    assert image.getpixel((10, 2))[0] > 200 > 50 > image.getpixel((10, 38))[0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_picture_of_any_mode_keeps_what_it_shows(mode: str) -> None:
    kept = accepted("图.png", picture("PNG", mode))
    before, after = (Image.open(BytesIO(data)).convert("RGBA") for data in (picture("PNG", mode), kept.content))
    assert (kept.media_type, before.tobytes()) == ("image/png", after.tobytes())


def test_a_picture_in_the_colours_of_print_is_kept_in_those_of_the_screen() -> None:
    assert Image.open(BytesIO(accepted("图.jpg", picture(mode="CMYK")).content)).mode == "RGB"


def test_what_is_hidden_behind_a_picture_is_gone() -> None:
    hidden = b"<script>alert(1)</script>" + zipped({"x.txt": "x"})
    for kind in ("JPEG", "PNG"):
        assert b"script" not in accepted("图.jpg", picture(kind) + hidden).content


@pytest.mark.parametrize(
    ("filename", "data", "named"),
    [
        ("图.jpg", picture("PNG"), "图.png"),
        ("图.jpeg", picture(), "图.jpeg"),
        ("图.PNG", picture("PNG"), "图.png"),
        (r"C:\相册\图.jpg", picture(), "图.jpg"),
        ("../../图.jpg", picture(), "图.jpg"),
        ("图\u202egpj.png\n", picture("PNG"), "图gpj.png"),
        (".jpg", picture(), "jpg.jpg"),
        (" . ", picture(), "佐证材料.jpg"),
        ("", picture(), "佐证材料.jpg"),
        ("长" * 300 + ".jpg", picture(), "长" * 120 + ".jpg"),
    ],
)
def test_a_file_keeps_its_own_name_with_an_honest_ending(filename: str, data: bytes, named: str) -> None:
    assert accepted(filename, data).filename == named


@pytest.mark.parametrize(
    ("filename", "data", "message"),
    [
        ("走访.jpg", b"<html><script>alert(1)</script></html>", "不能上传这种文件。"),
        ("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "不能上传这种文件。"),
        ("图.jpg", b"GIF89a<script>", "不能上传这种文件。"),
        ("网页.txt", b"\xef\xbb\xbf <!DOCTYPE html><p>x", "这是网页或程序代码，不是纯文本。"),
        ("图.txt", b"<svg onload='alert(1)'/>", "这是网页或程序代码，不是纯文本。"),
        ("程序.exe", b"MZ\x90\x00" + b"\x00" * 100, "不能上传这种文件。"),
        ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "不能上传这种文件。"),
        ("图.jpg", b"\xff\xd8\xff\xe0<html>", "这张图片已损坏，打不开。"),
        ("图.png", picture("PNG")[:60], "这张图片已损坏，打不开。"),
        ("假.pdf", b"%PDF-1.4 nothing", "这个 PDF 已损坏，打不开。"),
        ("密.pdf", pdf([(90, 700, "密")], locked=True), "这个 PDF 设了密码，读不了。"),
        ("包.docx", zipped({"a.txt": "x"}), "不能上传压缩包。"),
        ("空.docx", b"", "文件是空的。"),
        ("记录.txt", bytes(range(256)), "认不出文件里的文字，它可能不是文字文件，或用了少见的文字编码。"),
    ],
)
def test_what_is_not_on_the_list_is_refused(filename: str, data: bytes, message: str) -> None:
    assert refusal(filename, data) == message


@pytest.mark.parametrize(
    "extra",
    [
        {"word/vbaProject.bin": b"x"},
        {"xl/macrosheets/sheet1.xml": b"<x/>"},
        {"word/activeX/activeX1.xml": b"<x/>"},
        {"[Content_Types].xml": b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"},
        {"word/_rels/settings.xml.rels": b'<R Type=".../attachedTemplate" TargetMode="External" Target="x"/>'},
    ],
)
def test_an_office_file_with_a_program_inside_is_refused(extra: dict[str, str | bytes]) -> None:
    accepted("记录.docx", docx(paragraph("记录")))
    assert refusal("记录.docx", docx(paragraph("记录"), extra=extra)) == "文件里带有宏或外部模板，不能上传。"


def test_a_zip_bomb_is_refused() -> None:
    bomb = docx(paragraph("记录"), extra={"word/media/1.png": b"\x00" * (200 << 20)})
    assert refusal("记录.docx", bomb).startswith("文件解开后大得不正常")


@pytest.mark.parametrize("size", [(9_000, 8_000), (20_000, 20_000)])
def test_a_picture_that_unpacks_without_end_is_refused(size: tuple[int, int]) -> None:
    assert refusal("图.png", picture("PNG", "1", size)) == "这张图片的尺寸太大。"
