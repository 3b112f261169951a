"""One source file read whole: bytes in; article, analysis and findings out. What an import's workers do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

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
class SourceReading:
    """A file read: the entry's text and what was found, or why it is rejected (the rest is then empty).

    `findings` are ready for JSON: code, severity, line, words, message, fix.
    """

    encoding: str = ""
    article: Article = field(default_factory=Article)
    text_digest: str = ""
    analysis: Analysis | None = None
    findings: tuple[dict[str, Any], ...] = ()
    rejection: Rejection | None = None


def read_source(
    data: bytes,
    *,
    tables: Tables = DEFAULT_TABLES,
    encoding: str | None = None,
    repair: bool = False,
    analyse: Callable[[Article, Tables], Analysis] = Analysis,
) -> SourceReading:
    """Reads the bytes of one file. Never raises for what is wrong with them: the reading says it.

    `analyse` makes the analysis of the article, of which every part is then worked out.
    """
    try:
        decoded = decode(data, encoding=encoding, repair=repair)
        reading = parse(decoded.text, tables.labels)
    except EncodingError as error:
        return SourceReading(rejection=Rejection(str(error), error.line))
    except ParseError as error:
        return SourceReading(rejection=Rejection(error.reason, error.line))
    article = reading.article
    if not article.headwords and not article.thai_titles:
        reason = "ไม่พบคำตั้งและคำเทียบ ให้เพิ่มบรรทัดหัวเรื่องหรือค่าใต้ป้าย “คำตั้ง”"
        return SourceReading(rejection=Rejection(reason, 1))
    analysis = analyse(article, tables)
    analysis.prepare()
    return SourceReading(
        encoding=decoded.encoding,
        article=article,
        text_digest=digest(serialize(article)),
        analysis=analysis,
        findings=tuple(findings_as_json((*decoded.findings, *reading.findings), decoded.text)),
    )


def findings_as_json(findings: Sequence[Finding], text: str) -> list[dict[str, Any]]:
    """Findings as they are kept and reported; `text` is the decoded text that their offsets mean."""
    return [
        {
            "code": found.code,
            "severity": found.severity.value,
            "line": line_of(text, found.start),
            "words": found.words,
            "message": found.message,
            "fix": found.fix,
        }
        for found in findings
    ]
