"""The way between a page and its kernel: only what widgets say passes, whole and in Jupyter's newer form.

Two forms of a message exist. Voila reads the older one as if it were the newer, takes its first bytes for a number
of parts and counts up to it: one message in the older form keeps the whole server busy until memory ends. A message
made up to say that it has 2⁶⁴ parts does the same in Jupyter. So the newer form alone is spoken, and what comes in is
looked at before it is handed on.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

PROTOCOL = "v1.kernel.websocket.jupyter.org"
ALLOWED = frozenset({"comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request"})
TARGETS = frozenset({"jupyter.widget.control"})  # asks for the state of the widgets; the page opens nothing else
CHANNELS = frozenset({"shell", "control"})
MOST_PARTS = 32
MOST_BYTES = 1_000_000


class KernelSocket(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """A websocket that hands on what the page's widgets say, and nothing that runs code."""

    async def get(self, kernel_id: str) -> None:
        """Connect a page to its kernel."""
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in {name.strip() for name in offered.split(",")}:
            raise HTTPError(400, f"this server speaks {PROTOCOL} only")
        if not self.get_origin():  # every browser tells whose page it is; Tornado lets in who does not
            raise HTTPError(403)
        if kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        await super().get(kernel_id)

    def get_websocket_protocol(self) -> Any:
        """Leave the pings to Jupyter, whose milliseconds Tornado reads as seconds, and warns of."""
        protocol = super().get_websocket_protocol()
        if protocol is not None:
            protocol.params.ping_interval = protocol.params.ping_timeout = None
        return protocol

    def on_message(self, message: str | bytes) -> None:
        """Hand on what is allowed; the connection of who sends anything else is closed."""
        if not allowed(message):
            self.log.warning("A page sent what no page of ours sends; its connection is closed")
            self.close(1008, "not allowed")
            return
        super().on_message(message)


def allowed(message: str | bytes) -> bool:
    """Say whether a message is one that the page's widgets send.

    Examples
    --------
    >>> allowed(b"\\xff" * 8), allowed("{}")
    (False, False)
    """
    parts = split(message) if isinstance(message, bytes) else None
    if parts is None:
        return False
    try:
        channel, header, _, _, content, *_ = parts
        kind, body = json.loads(header)["msg_type"], json.loads(content)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    if channel.decode("utf-8", "replace") not in CHANNELS or not isinstance(kind, str) or not isinstance(body, dict):
        return False
    if kind not in ALLOWED:
        return False
    return kind != "comm_open" or str(body.get("target_name")) in TARGETS


def split(message: bytes) -> list[bytes] | None:
    """Return the parts of a message in the newer form; ``None`` where it is not of that form.

    It begins with the number of offsets, then the offsets; numbers have 8 bytes, the last offset is its length.
    """
    count = int.from_bytes(message[:8], "little")
    if not 6 <= count <= MOST_PARTS or not 8 * (count + 1) <= len(message) <= MOST_BYTES:
        return None
    ends = [int.from_bytes(message[8 * n : 8 * (n + 1)], "little") for n in range(1, count + 1)]
    if ends[0] != 8 * (count + 1) or ends != sorted(ends) or ends[-1] != len(message):
        return None
    return [message[start:end] for start, end in pairwise(ends)]


def joined(channel: str, header: dict[str, Any], content: dict[str, Any]) -> bytes:
    """Return a message in the newer form, as a page sends it.

    Examples
    --------
    >>> allowed(joined("shell", {"msg_type": "comm_msg"}, {}))
    True
    >>> allowed(joined("shell", {"msg_type": "execute_request"}, {"code": "1"}))
    False
    """
    parts = [channel.encode(), *(json.dumps(part).encode() for part in (header, {}, {}, content))]
    ends = [8 * (len(parts) + 2)]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return b"".join(number.to_bytes(8, "little") for number in (len(ends), *ends)) + b"".join(parts)
