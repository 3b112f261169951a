"""Modifiers of glosses and the Thai words that translate them, besides the class nouns.

They tell how far a translated term reaches: the anchor of "Holy Roman Empire" holds both จักรวรรดิ and ศักดิ์สิทธิ์.
General vocabulary only: numbers, peoples, colours, directions, adjectives of politics, function words.
"""

from __future__ import annotations

from types import MappingProxyType

_WORDS = """
absolute สมบูรณาญาสิทธิ์ เด็ดขาด | academic วิชาการ | actual จริง | administrative บริหาร ปกครอง
aerial ทางอากาศ อากาศ | african แอฟริกา | agrarian เกษตร เกษตรกรรม ที่ดิน | agricultural เกษตร เกษตรกรรม
air อากาศ ทางอากาศ | albanian แอลเบเนีย | algerian แอลจีเรีย | all ทั้งมวล ทั้งปวง ทั้งหมด รวม | allied สัมพันธมิตร
alpine แอลป์ | american อเมริกา อเมริกัน สหรัฐอเมริกา | anarchist อนาธิปไตย | ancient โบราณ
anglican แองกลิคัน อังกฤษ | anglo อังกฤษ | animal สัตว์ | annual ประจำปี | anti ต่อต้าน ต้าน แอนติ
apostolic อัครสาวก | arab อาหรับ | armed ติดอาวุธ อาวุธ กำลังทหาร | armenian อาร์มีเนีย | asian เอเชีย
asiatic เอเชีย | atlantic แอตแลนติก | atomic ปรมาณู | august เดือนสิงหาคม สิงหาคม | australian ออสเตรเลีย
austrian ออสเตรีย | austro ออสเตรีย | autocratic อัตตาธิปไตย | autonomous ปกครองตนเอง อิสระ
april เดือนเมษายน เมษายน | balance ดุล ดุลแห่ง ดุลย | balanced สมดุล | balkan บอลข่าน | baltic บอลติก
bavarian บาวาเรีย | belgian เบลเยียม | beer เบียร์ | big ใหญ่ | black ดำ | blood เลือด นองเลือด
bloody นองเลือด เลือด | blue น้ำเงิน สีน้ำเงิน | bohemian โบฮีเมีย | bourgeois กระฎุมพี
british อังกฤษ บริเตน บริติช | brown น้ำตาล | bulgarian บัลแกเรีย | byzantine ไบแซนไทน์ | canadian แคนาดา
carnation คาร์เนชัน | cat แมว | catholic คาทอลิก | caucasian คอเคซัส | central กลาง ส่วนกลาง | chemical เคมี
chief หัวหน้า สูงสุด | child เด็ก | chinese จีน | christian คริสเตียน คริสต์ คริสต์ศาสนา | civic พลเมือง
civil กลางเมือง พลเรือน พลเมือง แพ่ง | classical คลาสสิก | clear ชัดเจน | clerical นักบวช พระ | closed ปิด
coal ถ่านหิน | cold เย็น | collective รวม ร่วม ร่วมกัน นารวม | colonial อาณานิคม | combined ร่วม ผสม
commercial พาณิชย์ การค้า | common ร่วม สามัญ | communal คอมมูน | communist คอมมิวนิสต์ | concentration กักกัน
conservative อนุรักษนิยม | constituent ร่างรัฐธรรมนูญ | constitutional รัฐธรรมนูญ ภายใต้รัฐธรรมนูญ
continental ภาคพื้นทวีป ทวีป | coronation ราชาภิเษก | corporate สหการ | crimean ไครเมีย
croatian โครเอเชีย | cultural วัฒนธรรม ทางวัฒนธรรม | cyprus ไซปรัส | czech เช็ก | danish เดนมาร์ก | dead ตาย
death ตาย มรณะ ความตาย | december ธันวาคม เดือนธันวาคม | defensive ป้องกัน | democratic ประชาธิปไตย
dialectical วิภาษ วิภาษวิธี | diplomatic ทางการทูต การทูต | divine เทวสิทธิ์ เทว สวรรค์ | double สอง คู่ ทวิ
dual คู่ ทวิ ทวิภาคี สอง | dutch เนเธอร์แลนด์ ดัตช์ ฮอลันดา | early ต้น แรก | east ตะวันออก | easter อีสเตอร์
eastern ตะวันออก | ecclesiastical ศาสนจักร | economic เศรษฐกิจ | eight แปด ๘ | eighth ที่๘ ที่แปด
electoral เลือกตั้ง | electric ไฟฟ้า | eleventh ที่๑๑ | emergency ฉุกเฉิน | energy พลังงาน | english อังกฤษ
enlightened ภูมิธรรม ประเทืองปัญญา | equal เสมอภาค | estonian เอสโตเนีย | eternal นิรันดร์ ชั่วนิรันดร์
ethiopian เอธิโอเปีย | ethnic ชาติพันธุ์ เชื้อชาติ | european ยุโรป | evangelical อีแวนเจลิคัล | exceptional พิเศษ
executive บริหาร | external ภายนอก | extraordinary พิเศษ วิสามัญ | factory โรงงาน | fair ยุติธรรม | false เท็จ ปลอม
fascist ฟาสซิสต์ | february กุมภาพันธ์ เดือนกุมภาพันธ์ | federal สหพันธ์ สหพันธรัฐ กลาง
federated สหพันธ์ สหพันธรัฐ | federative สหพันธ์ สหพันธรัฐ | feudal ฟิวดัล ศักดินา | fifth ที่๕ ที่ห้า
final สุดท้าย | financial การเงิน การคลัง | finnish ฟินแลนด์ ฟินน์ | first ที่๑ ที่หนึ่ง แรก ครั้งที่๑ | five ๕ ห้า
foreign ต่างประเทศ | four ๔ สี่ จตุร จตุ | fourteen ๑๔ สิบสี่ | fourth ที่๔ ที่สี่ | franco ฝรั่งเศส
frankish แฟรงก์ | free เสรี อิสระ | freeborn เสรีชน | french ฝรั่งเศส | friday ศุกร์ | friendly ฉันมิตร
friendship มิตรภาพ ไมตรี | gallic ฝรั่งเศส | general ทั่วไป ใหญ่ | geneva เจนีวา | georgian จอร์เจีย
german เยอรมัน เยอรมนี | glorious รุ่งโรจน์ อันรุ่งโรจน์ | good ดี ประเสริฐ | gothic กอทิก
grand ใหญ่ แกรนด์ อภิมหา | great ใหญ่ มหา มหาราช ยิ่งใหญ่ | greater มหา | greek กรีก กรีซ | green เขียว
habsburg ฮับส์บูร์ก ฮัปส์บูร์ก | half ครึ่ง | hard แข็ง | heavy หนัก | hellenic กรีก | hereditary สืบทอด สืบตระกูล
high สูง สูงสุด | higher สูง | historical ประวัติศาสตร์ เชิงประวัติศาสตร์ | holy ศักดิ์สิทธิ์
home บ้าน มาตุภูมิ ภายใน | hot ร้อน | human มนุษย์ มนุษยชน | hundred ร้อย ๑๐๐ | hungarian ฮังการี
icelandic ไอซ์แลนด์ | imperial จักรวรรดิ จักรพรรดิ หลวง | independent อิสระ เอกราช | indian อินเดีย
indirect ทางอ้อม | industrial อุตสาหกรรม | inner ภายใน ใน | intelligence ข่าวกรอง | interim ชั่วคราว เฉพาะกาล
internal ภายใน | international ระหว่างประเทศ สากล นานาชาติ | ionian ไอโอเนีย | irish ไอริช ไอร์แลนด์ | iron เหล็ก
islamic อิสลาม | italian อิตาลี | italo อิตาลี | january มกราคม เดือนมกราคม | japanese ญี่ปุ่น | jewish ยิว ชาวยิว
joint ร่วม | judicial ตุลาการ | july กรกฎาคม เดือนกรกฎาคม | june มิถุนายน เดือนมิถุนายน | labor แรงงาน
labour แรงงาน กรรมกร | landed ที่ดิน | last สุดท้าย | late ปลาย | latin ละติน | latvian ลัตเวีย | left ซ้าย ฝ่ายซ้าย
legal กฎหมาย | legislative นิติบัญญัติ | lesser น้อย | liberal เสรีนิยม เสรี | liberty เสรีภาพ | light เบา แสง
limited จำกัด | lithuanian ลิทัวเนีย | little น้อย เล็ก | local ท้องถิ่น | long ยาว | low ต่ำ | lower ล่าง ต่ำ
loyal ภักดี | lutheran ลูเทอรัน | macedonian มาซิโดเนีย | main หลัก ใหญ่ | mad บ้า | major ใหญ่ หลัก
march มีนาคม เดือนมีนาคม | marine นาวิกโยธิน ทะเล | maritime ทางทะเล ทะเล | martial ทหาร ศึก
marxist มากซ์ ลัทธิมากซ์ | maximum สูงสุด | may พฤษภาคม เดือนพฤษภาคม | medical แพทย์ การแพทย์
mediterranean เมดิเตอร์เรเนียน | mental จิต | merchant พ่อค้า พาณิชย์ | middle กลาง
military ทหาร ทางทหาร | minimum ขั้นต่ำ | minor เล็ก | mixed ผสม | mobile เคลื่อนที่ | moderate สายกลาง
modern สมัยใหม่ ใหม่ | monday จันทร์ | monetary การเงิน เงินตรา | moral ศีลธรรม | moroccan โมร็อกโก | mouse หนู
municipal เทศบาล | muslim มุสลิม | mutual ร่วม ร่วมกัน ซึ่งกันและกัน | napoleonic นโปเลียน | narrow แคบ
national แห่งชาติ ชาติ ชาตินิยม | native พื้นเมือง | natural ธรรมชาติ ตามธรรมชาติ
naval ทางเรือ นาวี กองทัพเรือ เรือ | nazi นาซี | near ใกล้ | neutral เป็นกลาง กลาง | new ใหม่ | nine ๙ เก้า
ninth ที่๙ | nobel โนเบล | non ไม่ | normal ปกติ | north เหนือ | northern เหนือ | norwegian นอร์เวย์
november พฤศจิกายน เดือนพฤศจิกายน | nuclear นิวเคลียร์ | october ตุลาคม เดือนตุลาคม | official ทางการ | old เก่า
olympic โอลิมปิก | one เดียว ๑ หนึ่ง | open เปิด | oriental ตะวันออก | original กำเนิด ดั้งเดิม
orthodox ออร์ทอดอกซ์ | ottoman ออตโตมัน | own ของตน | pacific แปซิฟิก | pan รวม | papal สันตะปาปา พระสันตะปาปา
parliamentary รัฐสภา | patriotic รักชาติ | peaceful สันติ โดยสันติ | peninsular คาบสมุทร | permanent ถาวร
persian เปอร์เซีย | personal ส่วนบุคคล ส่วนตัว | personality บุคคล ตัวบุคคล | piedmontese ปีดมอนต์ | plastic พลาสติก
polish โปแลนด์ โปล | political การเมือง ทางการเมือง | polytechnic โพลีเทคนิค | popular ประชาชน มวลชน ประชา
portuguese โปรตุเกส | post หลัง | postal ไปรษณีย์ | potato มันฝรั่ง | pragmatic ปฏิบัติ | presidential ประธานาธิบดี
primary ประถม ขั้นต้น | prime นายก | private เอกชน ส่วนบุคคล | privy องคมนตรี | progressive ก้าวหน้า
proletarian กรรมาชีพ ชนชั้นกรรมาชีพ | proportional สัดส่วน | protestant โปรเตสแตนต์ | provincial มณฑล จังหวัด
provisional เฉพาะกาล ชั่วคราว | prussian ปรัสเซีย | public สาธารณะ สาธารณชน | pure บริสุทธิ์
quadruple จตุร จตุรมิตร สี่ | racial เชื้อชาติ | radical หัวรุนแรง แรดิคัล | railway รถไฟ | rapid เร็ว
rational เหตุผล | red แดง | regional ภูมิภาค | religious ศาสนา ทางศาสนา | representative ผู้แทน
republican สาธารณรัฐ | reserved สงวน | revolutionary ปฏิวัติ | rhenish ไรน์ | right ขวา สิทธิ | roman โรมัน
romanian โรมาเนีย | romantic จินตนิยม | royal หลวง ราช พระราช ราชสำนัก | royalist นิยมกษัตริย์ | ruling ปกครอง
rumanian โรมาเนีย | rural ชนบท | russian รัสเซีย | russo รัสเซีย | sacred ศักดิ์สิทธิ์ | salic แซลิก
salvation ความรอด กู้ ไถ่บาป | sardinian ซาร์ดิเนีย | saturday เสาร์ | saxon ซัคเซิน แซกซัน
scandinavian สแกนดิเนเวีย | scientific วิทยาศาสตร์ | scorched เผา | scottish สกอตแลนด์ สก็อต
second ที่๒ ที่สอง ครั้งที่๒ | secondary มัธยม รอง | secret ลับ | secular ฆราวาส ทางโลก | self ตนเอง ด้วยตนเอง
separate แยก | september กันยายน เดือนกันยายน | serbian เซอร์เบีย | serb เซิร์บ | seven ๗ เจ็ด | seventh ที่๗
short สั้น | sicilian ซิซิลี | silver เงิน | single เดี่ยว เดียว | sino จีน | six ๖ หก | sixth ที่๖ ที่หก
skilled ฝีมือ | slavic สลาฟ | slavonic สลาฟ | slovak สโลวัก | slovene สโลวีน | small เล็ก น้อย | social สังคม
socialist สังคมนิยม | soft อ่อน | solar สุริย | south ใต้ | southern ใต้ | sovereign อธิปไตย | soviet โซเวียต
spanish สเปน | special พิเศษ | splendid เดียวดาย | spontaneous ฉับพลัน | standing ประจำ ประจำการ
state รัฐ แห่งรัฐ ของรัฐ | steam ไอน้ำ | straw ฟาง | strategic ทางยุทธศาสตร์ ยุทธศาสตร์ | sublime อันสูงส่ง
sunday อาทิตย์ วันอาทิตย์ | supreme สูงสุด | surplus ส่วนเกิน | swedish สวีเดน | swiss สวิตเซอร์แลนด์ สวิส
syndicalist สหการ | syrian ซีเรีย | technical เทคนิค | temporal ทางโลก | ten ๑๐ สิบ | tenth ที่๑๐
third ที่๓ ที่สาม | thirty ๓๐ สามสิบ | three ๓ สาม ไตร | thursday พฤหัสบดี | tory ทอรี | total เบ็ดเสร็จ เต็มรูป
transcendental อุตรวิสัย | triple ไตร ไตรภาคี สาม | tsarist ซาร์ | tuesday อังคาร | turkish ตุรกี
twelve ๑๒ สิบสอง | twelfth ที่๑๒ | twentieth ที่๒๐ | twenty ๒๐ ยี่สิบ | two ๒ สอง ทวิ ทั้งสอง | ukrainian ยูเครน
unconditional ไม่มีเงื่อนไข ปราศจากเงื่อนไข | underground ใต้ดิน | unified รวม เดียว | united รวม สห ร่วม
universal ทั่วไป สากล | upper สูง บน | urban เมือง | utopian อุดมคติ เพ้อฝัน ยูโทเปีย | vatican วาติกัน
vertical แนวตั้ง | viennese เวียนนา | vital สำคัญ | volunteer อาสา อาสาสมัคร | wednesday พุธ | west ตะวันตก
western ตะวันตก | white ขาว | wild ป่า | winter ฤดูหนาว หนาว | summer ฤดูร้อน ร้อน | autumn ฤดูใบไม้ร่วง
working ทำงาน แรงงาน กรรมกร ผู้ใช้แรงงาน | worldwide โลก | yellow เหลือง | young หนุ่ม รุ่นใหม่ เยาว์ ยัง
yugoslav ยูโกสลาเวีย | peculiar เฉพาะ | thousand พัน ๑๐๐๐ | million ล้าน | sick ป่วย | man คน บุรุษ มนุษย์
woman สตรี หญิง | mother มารดา แม่ | father บิดา พ่อ | son บุตร โอรส | brother พี่น้อง ภราดร | child เด็ก
king พระราชา กษัตริย์ | emperor จักรพรรดิ | night คืน ราตรี | knife มีด มีดยาว | england อังกฤษ
britain อังกฤษ บริเตน | france ฝรั่งเศส | germany เยอรมนี เยอรมัน | russia รัสเซีย | austria ออสเตรีย
hungary ฮังการี | italy อิตาลี | spain สเปน | portugal โปรตุเกส | poland โปแลนด์ | netherlands เนเธอร์แลนด์
holland ฮอลแลนด์ ฮอลันดา | belgium เบลเยียม | switzerland สวิตเซอร์แลนด์ | sweden สวีเดน | norway นอร์เวย์
denmark เดนมาร์ก | finland ฟินแลนด์ | greece กรีซ | turkey ตุรกี | egypt อียิปต์ | china จีน | japan ญี่ปุ่น
india อินเดีย | america อเมริกา | europe ยุโรป | africa แอฟริกา | asia เอเชีย | rome โรม | paris ปารีส
vienna เวียนนา | london ลอนดอน | berlin เบอร์ลิน | moscow มอสโก | yugoslavia ยูโกสลาเวีย | ireland ไอร์แลนด์
scotland สกอตแลนด์ | wales เวลส์ | prussia ปรัสเซีย | jew ชาวยิว ยิว | turk เติร์ก | slav สลาฟ | pole โปล โปแลนด์
czechoslovakia เชโกสโลวะเกีย | romania โรมาเนีย | bulgaria บัลแกเรีย | serbia เซอร์เบีย | ukraine ยูเครน
rhine ไรน์ | danube ดานูบ | cleansing ชำระล้าง กวาดล้าง | building สร้าง การสร้าง | killing สังหาร | fighting ต่อสู้
governing ปกครอง | aligned ฝักใฝ่ | aggression รุกราน | determination กำหนด | defence ป้องกัน | defense ป้องกัน
face โฉมหน้า ใบหน้า | eye ตา | hand มือ | heart หัวใจ | head ศีรษะ หัว | stab แทง | back หลัง ข้างหลัง
human มนุษย์ | corn ข้าว | bread ขนมปัง | grain ธัญพืช ข้าว | food อาหาร | stone หิน | wood ไม้ | grande ใหญ่
gran ใหญ่ | gross ใหญ่ | grosse ใหญ่ | nouveau ใหม่ | nouvelle ใหม่ | neue ใหม่ | nuevo ใหม่ | novo ใหม่ | nova ใหม่
ancien เก่า | welt โลก | mein ของข้าพเจ้า ของฉัน | blitz สายฟ้าแลบ
"""

_FUNCTION_WORDS = """
a | an | the | of แห่ง ของ ว่าด้วย | and และ กับ | & และ กับ | or หรือ | in ใน ภายใน ที่ ณ ด้าน | at ที่ ณ
on ว่าด้วย เกี่ยวกับ บน ที่ สู่ | for เพื่อ สำหรับ ด้าน แห่ง | to สู่ ต่อ ถึง | from จาก | with กับ ด้วย ที่มี
by โดย | between ระหว่าง | against ต่อต้าน ต่อ คัดค้าน | without ปราศจาก โดยปราศจาก ไม่มี | under ภายใต้ ใต้
is คือ เป็น | be เป็น | among ระหว่าง | concerning ว่าด้วย เกี่ยวกับ | about เกี่ยวกับ ว่าด้วย | through ผ่าน โดย
within ภายใน ใน | upon บน ว่าด้วย | de | du | des | la | le | les | van | von | der | den | di | da | del | della
dos | das | al | el | zu | zum | zur
"""


def _parsed(table: str) -> dict[str, tuple[str, ...]]:
    """English word → Thai words of a table of cells ``english thai thai …`` parted by "|"."""
    parsed: dict[str, tuple[str, ...]] = {}
    for line in table.split("\n"):
        for cell in line.split("|"):
            words = cell.split()
            if words:
                parsed[words[0]] = parsed.get(words[0], ()) + tuple(words[1:])
    return parsed


MODIFIERS = MappingProxyType(_parsed(_WORDS))
"""English word (lower case) → Thai words, without spaces."""

FUNCTION_WORDS = MappingProxyType(_parsed(_FUNCTION_WORDS))
"""English function word → the Thai ones that it allows inside an anchor."""
