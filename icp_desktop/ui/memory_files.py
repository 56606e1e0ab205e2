"""Small files that live in memory alone, for style sheets, which take pictures only by name.

The bytes follow Qt's resource format, version 1: a header, a tree of nodes, the names, the data.
"""

import struct

from PySide6.QtCore import QResource

_DIRECTORY = 0x02
_HEADER_SIZE = 20


def mount_files(files: dict[str, bytes], root: str) -> bytes:
    """Make files readable as ":<root>/<name>".

    Qt reads the bytes that are returned in place: keep them until `unmount_files`, or for ever.
    """
    packed = pack_files(files)
    if not QResource.registerResourceData(packed, root):
        message = f"Qt did not take the files for {root}."
        raise RuntimeError(message)
    return packed


def unmount_files(packed: bytes, root: str) -> None:
    """Take files away again; only then may their bytes go."""
    QResource.unregisterResourceData(packed, root)


def pack_files(files: dict[str, bytes]) -> bytes:
    """Return the files as one flat folder in Qt's resource format."""
    names, data = bytearray(), bytearray()
    nodes = [struct.pack(">IHII", 0, _DIRECTORY, len(files), 1)]
    # Qt looks a name up by bisecting the hashes.
    for name in sorted(files, key=_hash):
        nodes.append(struct.pack(">IHHHI", len(names), 0, 0, 1, len(data)))
        encoded = name.encode("utf-16-be")
        names += struct.pack(">HI", len(encoded) // 2, _hash(name)) + encoded
        data += struct.pack(">I", len(files[name])) + files[name]
    tree = b"".join(nodes)
    data_at = _HEADER_SIZE + len(tree)
    header = b"qres" + struct.pack(">IIII", 1, _HEADER_SIZE, data_at, data_at + len(data))
    return header + tree + bytes(data) + bytes(names)


def _hash(name: str) -> int:
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
