"""The words that stand before a name in a Thai title: a table that editors extend.

Thai glues such a word to the name (นายเลออน, พระเจ้านิโคลัสที่ ๒), so each row also says what follows when the word is
the beginning of another one: นาย is no honorific in นายกรัฐมนตรี, เซอร์ none in เซอร์เบีย.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class HonorificKind(StrEnum):
    """What an honorific says of the person, which decides whether the name may be filed surname first."""

    TITLE = "title"
    RANK = "rank"
    NOBLE = "noble"
    CLERGY = "clergy"
    ROYAL = "royal"
    RULER = "ruler"
    RELIGIOUS = "religious"
    THAI = "thai"

    @property
    def inverts(self) -> bool:
        """Whether persons so called have a surname that may stand first: not rulers, popes, saints and Thais."""
        return self not in (HonorificKind.RULER, HonorificKind.RELIGIOUS, HonorificKind.THAI)


@dataclass(frozen=True, slots=True)
class Honorific:
    """One honorific, title or rank.

    `word` as it stands before a name; `files` says that it stays on in the filing form; `unless` holds what follows the
    word where it is part of another word ("กรัฐ" for นาย: นายกรัฐมนตรี), with a space at its end where only the whole
    word is meant ("ก " for นาย: นายก, but นายกรีกอรี is a person).
    """

    word: str
    kind: HonorificKind
    files: bool = False
    unless: tuple[str, ...] = ()


_UNLESS: Final[dict[str, tuple[str, ...]]] = {
    "นาย": (
        "กรัฐ", "กเทศ", "กสภา", "กสมาคม", "กสโมสร", "กองค์", "กอง ", "กเมือง", "ก ", "ทุน", "ทหาร", "หน้า", "จ้าง",
        "อำเภอ", "แพทย์", "ธนาคาร", "ช่าง", "ประกัน", "ตรวจ", "สิบ", "เรือ", "ท้าย", "ท่า", "ด่าน", "ร้อย", "หมวด",
        "เวร", "แบบ", "ทะเบียน", "ทวาร", "โรง", "ห้าง", "เงิน", "ใหญ่", "ทาส", "บ้าน", "ตำรวจ", "ประตู",
    ),
    "นาง": (
        "พญา", "ฟ้า", "สนม", "กำนัล", "พยาบาล", "งาม", "เอก", "แบบ", "เงือก", "ไม้", "นวล", "แอ่น", "รำ", "ละคร", "บำเรอ",
        "ทาส", "ชี", "ห้าม", "ใน",
    ),
    "เซอร์": ("เบีย", "เวีย", "บ ", "เก", "คัส", "วิส", "แวนเตส", "เคิล", "เรียล", "โบ "),
    "ซาร์": ("ดิเนีย", "เดส", "เดญ", "บรึคเคิน", "บรืคเคิน", "ลันด์", "โกซี", "เดิส", "ดู "),
    "เอิร์ล": (" ", "แฮม"),
    "พระเจ้า": ("แผ่นดิน", "อยู่หัว", "ช้างเผือก", "ลูกเธอ", "ลูกยาเธอ", "หลานเธอ", "พี่ยาเธอ", "น้องยาเธอ", "ตาก"),
    "จักรพรรดิ": ("นิยม", "ราช", "ธิปไตย"),
    "จักรพรรดินี": ("โคลัส", "โคไล"),
    "กษัตริย์": ("นิยม", "ราช", "ธิปไตย", "ศึก"),
    "สุลต่าน": ("นิยม", "ซาเลห์"),
    "บิชอป": ("ริก",),
    "ชาห์": ("นาเมห์", "จาฮาน", "ราด"),
}  # fmt: skip

_WORDS: Final[dict[HonorificKind, str]] = {
    HonorificKind.TITLE: (
        "นาย นาง นางสาว น.ส. เซอร์ ดร. ดอกเตอร์ ด็อกเตอร์ ศาสตราจารย์ ศ. รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ นายแพทย์ แพทย์หญิง "
        "มาดาม มาดมัวแซล เมอซีเยอ มิสเตอร์ มิสซิส ซินญอร์ มหาตมะ ฯพณฯ"
    ),
    HonorificKind.RANK: (
        "จอมพล จอมพลเรือ จอมพลอากาศ นายพล นายพลเอก นายพลโท นายพลตรี นายพลจัตวา นายพลเรือ พลเอก พลโท พลตรี พลจัตวา พลเรือเอก "
        "พลเรือโท พลเรือตรี พลเรือจัตวา พลอากาศเอก พลอากาศโท พลอากาศตรี พลตำรวจเอก พลตำรวจโท พลตำรวจตรี นายพัน นายพันเอก "
        "นายพันโท นายพันตรี พันเอก พันโท พันตรี พันตำรวจเอก นายร้อยเอก ร้อยเอก ร้อยโท ร้อยตรี นาวาเอก นาวาโท นาวาตรี นาวาอากาศเอก "
        "นาวาอากาศโท นาวาอากาศตรี เรือเอก เรือโท เรือตรี สิบเอก สิบโท สิบตรี จ่าสิบเอก"
    ),
    HonorificKind.NOBLE: (
        "ลอร์ด เลดี้ เลดี ดุ๊ก ดุค ดยุก ดยุค ดัชเชส มาร์ควิส มาร์กวิส มาร์ควิสเซต มาร์เควส เอิร์ล เคานต์ เคาน์ต เคานท์ เคาน์เตส "
        "ไวเคานต์ ไวเคาน์ต ไวส์เคานต์ ไวเคาน์เตส บารอน บารอนเนต บารอเนส ท่านลอร์ด"
    ),
    HonorificKind.CLERGY: (
        "บาทหลวง คาร์ดินัล พระคาร์ดินัล บิชอป พระบิชอป อาร์ชบิชอป พระอัครสังฆราช อัครสังฆราช พระสังฆราช มุขนายก ซิสเตอร์ คุณพ่อ สาธุคุณ"
    ),
    HonorificKind.ROYAL: (
        "เจ้าชาย เจ้าหญิง เจ้าฟ้าชาย เจ้าฟ้าหญิง มกุฎราชกุมาร แกรนด์ดุ๊ก แกรนด์ดยุก แกรนด์ดยุค แกรนด์ดัชเชส อาร์ชดุ๊ก อาร์ชดยุก "
        "อาร์ชดยุค อาร์ชดัชเชส"
    ),
    HonorificKind.RULER: (
        "พระเจ้า พระเจ้าซาร์ ซาร์ ซารีนา พระเจ้าไกเซอร์ ไกเซอร์ ไคเซอร์ จักรพรรดิ จักรพรรดินี พระจักรพรรดิ พระจักรพรรดินี "
        "พระเจ้าจักรพรรดิ สมเด็จพระจักรพรรดิ สมเด็จพระจักรพรรดินี สมเด็จพระเจ้า สมเด็จพระนางเจ้า สมเด็จพระราชินีนาถ สมเด็จพระราชินี "
        "พระราชินีนาถ พระราชินี พระนางเจ้า พระนาง พระมหากษัตริย์ กษัตริย์ สุลต่าน กาหลิบ ชาห์"
    ),
    HonorificKind.RELIGIOUS: (
        "สมเด็จพระสันตะปาปา พระสันตะปาปา สันตะปาปา สมเด็จพระสันตปาปา พระสันตปาปา สันตปาปา โป๊ป นักบุญ นักพรต"
    ),
    HonorificKind.THAI: "หม่อม หม่อมเจ้า หม่อมราชวงศ์ หม่อมหลวง ม.จ. ม.ร.ว. ม.ล. เจ้าพระยา พระยา",
}
# Thai titles of nobility are the name by which the bearer is known.
_FILED: Final = frozenset(("เจ้าพระยา", "พระยา"))

#: Longest first, so that พระเจ้าซาร์ is met before พระเจ้า; who looks one up takes the longest in any order.
DEFAULT_HONORIFICS: Final[tuple[Honorific, ...]] = tuple(
    sorted(
        (
            Honorific(word, kind, files=word in _FILED, unless=_UNLESS.get(word, ()))
            for kind, words in _WORDS.items()
            for word in words.split()
        ),
        key=lambda row: (-len(row.word), row.word),
    )
)
