"""Pictures are written anew: upright, without place, time, device, preview or anything hidden behind the picture."""

import struct
from io import BytesIO

from PIL import Image, ImageOps

from jingwei.foundation.errors import Refused

_MOST_PIXELS = 64_000_000
_QUALITY = 90
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, struct.error)
_KEPT_MODES = {"1", "L", "LA", "RGB", "RGBA"}


def written_anew(data: bytes) -> bytes:
    """The JPEG or PNG `data` as a new file of the same kind that holds the picture only. Raises Refused."""
    kind = "PNG" if data.startswith(b"\x89PNG") else "JPEG"
    try:
        with Image.open(BytesIO(data), formats=[kind]) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _too_large()
            return _bare(image, kind)
    except _TOO_LARGE as error:
        raise _too_large() from error
    except _BROKEN as error:
        raise Refused("这张图片已损坏，打不开。", next_step="请重新拍照、截图或导出后再上传。") from error


def _bare(image: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(image)
    if kind == "JPEG":
        upright = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
    elif upright.mode not in _KEPT_MODES:
        upright = upright.convert("RGBA")
    upright.info.clear()  # what is left in it would be written: comment, profile, resolution
    file = BytesIO()
    upright.save(file, kind, **({"quality": _QUALITY} if kind == "JPEG" else {}))
    return file.getvalue()


def _too_large() -> Refused:
    return Refused("这张图片的尺寸太大。", next_step="请缩小到 6400 万像素以内再上传。")
