"""Reading a file for an import: bytes in, article and analysis out; no database takes part."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from entries.services.importing.files import InputFile
from entries.text.analysis import Analysis
from entries.text.article import Article
from entries.text.encoding import EncodingError, decode
from entries.text.findings import Finding, line_of
from entries.text.parser import ParseError, parse
from entries.text.serializer import digest, serialize
from entries.text.tables import DEFAULT_TABLES, Tables


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file cannot be taken in, and on which line."""

    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A file read: the entry's text and what was found, or why it is rejected."""

    path: str
    data: bytes
    digest: str
    text: str = ""
    encoding: str = ""
    article: Article = field(default_factory=Article)
    canonical: str = ""
    analysis: Analysis | None = None
    findings: tuple[Finding, ...] = ()
    rejection: Rejection | None = None

    @property
    def text_digest(self) -> str:
        """The digest of the canonical text."""
        return digest(self.canonical)

    def findings_json(self) -> list[Mapping[str, object]]:
        """The findings as they are kept with the imported file."""
        return [
            {
                "code": found.code,
                "severity": found.severity,
                "line": line_of(self.text, found.start),
                "words": found.words,
                "message": found.message,
            }
            for found in self.findings
        ]


def plan(file: InputFile, *, tables: Tables = DEFAULT_TABLES, encoding: str | None = None) -> Plan:
    """Reads one file: decodes, parses, analyses. Never raises for what is wrong with the file: the plan says it."""
    try:
        data = file.read()
    except OSError as error:
        return Plan(file.path, b"", "", rejection=Rejection(f"อ่านแฟ้มไม่ได้: {error.strerror}"))
    return plan_bytes(file.path, data, tables=tables, encoding=encoding)


def plan_bytes(path: str, data: bytes, *, tables: Tables = DEFAULT_TABLES, encoding: str | None = None) -> Plan:
    """As `plan`, of bytes that have been read."""
    key = hashlib.sha256(data).hexdigest()
    try:
        decoded = decode(data, encoding=encoding)
        reading = parse(decoded.text, tables.labels)
    except EncodingError as error:
        return Plan(path, data, key, rejection=Rejection(str(error), error.line))
    except ParseError as error:
        return Plan(path, data, key, rejection=Rejection(error.reason, error.line))
    article = reading.article
    if not article.headwords and not article.thai_titles:
        reason = "ไม่พบคำตั้งและคำเทียบ ให้เพิ่มบรรทัดหัวเรื่องหรือค่าใต้ป้าย “คำตั้ง”"
        return Plan(path, data, key, rejection=Rejection(reason, 1))
    analysis = Analysis(article, tables)
    analysis.prepare()
    return Plan(
        path=path,
        data=data,
        digest=key,
        text=decoded.text,
        encoding=decoded.encoding,
        article=article,
        canonical=serialize(article),
        analysis=analysis,
        findings=(*decoded.findings, *reading.findings),
    )
