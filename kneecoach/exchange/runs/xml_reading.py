"""XML from strangers, read as a stream: no document type, no entities, nothing deeper or longer than a run needs."""

from collections.abc import Callable, Mapping
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_DEPTH, Cancelled

# Expat looks again at the whole of a token that is not complete: small portions of a huge one would take for ever
PORTION = 1 << 20


class _Text(ContentHandler):
    """Gathers the text of an element, which the parser hands to nobody else."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def characters(self, content: str) -> None:
        self.parts.append(content)


class XmlReader(DefusedExpatParser):  # type: ignore[misc]  # the library has no types
    """Says which element opened and closed, by local names; `path` are those that are open.

    The events are taken where the parser itself makes them: the handlers of SAX would double the time of a file.
    """

    def __init__(self) -> None:
        super().__init__(forbid_dtd=True)
        self.path: list[str] = []
        text = _Text()
        self.setContentHandler(text)
        self._text = text.parts

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element began."""

    def closed(self, name: str, parent: str, text: str) -> None:
        """An element ended; `text` is what stood in it after its last child."""

    def start_element(self, name: str, attrs: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2] if ":" in name else name
        self.path.append(local)
        if len(self.path) > MAX_DEPTH:
            raise InvalidInput(f"It is nested deeper than {MAX_DEPTH} levels, as no run file is.")
        self._text.clear()
        self.opened(local, attrs)

    def end_element(self, _name: str) -> None:
        path = self.path
        name = path.pop()
        self.closed(name, path[-1] if path else "", "".join(self._text).strip())
        self._text.clear()


def read_xml(content: bytes, reader: XmlReader, cancelled: Callable[[], bool]) -> None:
    """Let the reader see the whole of it; `InvalidInput` for what is not sound or not safe, `Cancelled` when it is."""
    try:
        for start in range(0, len(content), PORTION):
            if cancelled():
                raise Cancelled
            reader.feed(content[start : start + PORTION])
        reader.close()
    except DefusedXmlException:
        raise InvalidInput("It holds XML definitions, as no watch writes them and harmful files do.") from None
    except (SAXException, ValueError, LookupError) as error:
        line = getattr(error, "getLineNumber", lambda: None)()
        where = "" if line is None else f" at line {line}"
        raise InvalidInput(f"Its XML is broken{where}. Export it again.") from None
