"""XML from strangers, read as a stream: no document type, no entities, nothing deeper or longer than a run needs."""

from collections.abc import Callable
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_DEPTH, Cancelled

# Expat looks again at the whole of a token that is not complete: small portions of a huge one would take for ever
PORTION = 1 << 20


class XmlReader(ContentHandler):
    """Says which element opened and closed, by local names; `path` are those that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self._text: list[str] = []

    def opened(self, name: str, attributes: AttributesImpl) -> None:
        """An element began."""

    def closed(self, name: str, text: str) -> None:
        """An element ended; `text` is what stood in it after its last child. It is still the last of `path`."""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        local = name.rpartition(":")[2]
        self.path.append(local)
        if len(self.path) > MAX_DEPTH:
            raise InvalidInput(f"It is nested deeper than {MAX_DEPTH} levels, as no run file is.")
        self._text.clear()
        self.opened(local, attrs)

    def characters(self, content: str) -> None:
        self._text.append(content)

    def endElement(self, name: str) -> None:
        self.closed(name.rpartition(":")[2], "".join(self._text).strip())
        self.path.pop()
        self._text.clear()


def read_xml(content: bytes, reader: XmlReader, cancelled: Callable[[], bool]) -> None:
    """Let the reader see the whole of it; `InvalidInput` for what is not sound or not safe, `Cancelled` when it is."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(reader)
    try:
        for start in range(0, len(content), PORTION):
            if cancelled():
                raise Cancelled
            parser.feed(content[start : start + PORTION])
        parser.close()
    except DefusedXmlException:
        raise InvalidInput("It holds XML definitions, as no watch writes them and harmful files do.") from None
    except (SAXException, ValueError, LookupError) as error:
        line = getattr(error, "getLineNumber", lambda: None)()
        where = "" if line is None else f" at line {line}"
        raise InvalidInput(f"Its XML is broken{where}. Export it again.") from None
