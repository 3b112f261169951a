"""Head nouns of glosses and the Thai class nouns that translate them.

Thai puts the head first: where the gloss ends in "War", the term begins with สงคราม. The table holds the general
vocabulary of history, politics, law, religion, science and the arts; editors extend it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClassNoun:
    """An English head noun (lower case, singular) and the Thai nouns it is translated by, the likeliest first."""

    english: str
    thai: tuple[str, ...]


_TABLE = """
abbey อาราม | abbot อธิการอาราม | abdication การสละราชสมบัติ การสละราชย์ | abolition การเลิก การยกเลิก
abolitionist ผู้ต่อต้านระบบทาส | academy ราชบัณฑิตยสถาน บัณฑิตยสถาน สถาบัน วิทยาลัย โรงเรียน สำนัก
accident อุบัติเหตุ | accord ความตกลง ข้อตกลง | act พระราชบัญญัติ รัฐบัญญัติ กฎหมาย บทบัญญัติ กรรมสาร | action ปฏิบัติการ การกระทำ
administration การบริหาร การปกครอง คณะบริหาร | aesthetics สุนทรียศาสตร์
affair กรณี กรณีอื้อฉาว เหตุการณ์ คดี เรื่อง กิจการ | age ยุค สมัย | agency สำนักงาน หน่วยงาน ทบวงการ องค์การ
agnosticism อไญยนิยม | agreement ความตกลง ข้อตกลง สัญญา | agriculture เกษตรกรรม การเกษตร
aircraft เครื่องบิน อากาศยาน | airlift การขนส่งทางอากาศ | airline สายการบิน
alliance พันธมิตร สัมพันธมิตร สนธิสัญญาพันธไมตรี พันธไมตรี กติกาสัญญาพันธมิตร
ally สัมพันธมิตร ฝ่ายสัมพันธมิตร พันธมิตร | altar แท่นบูชา | ambassador เอกอัครราชทูต ราชทูต
amendment บทแก้ไข การแก้ไขเพิ่มเติม | amnesty นิรโทษกรรม การนิรโทษกรรม | anarchism ลัทธิอนาธิปไตย อนาธิปไตย
anarchist นักอนาธิปไตย พวกอนาธิปไตย | annexation การผนวก การผนวกดินแดน | anthem เพลงชาติ | anthropology มานุษยวิทยา
appeal คำร้อง การอุทธรณ์ คำเรียกร้อง | appeasement การเอาใจ | aqueduct สะพานส่งน้ำ | arch ประตูชัย ซุ้มประตู
archaeology โบราณคดี | archbishop อัครมุขนายก อาร์ชบิชอป | archbishopric อัครมุขมณฑล | archduchy อาร์ชดัชชี
archipelago หมู่เกาะ กลุ่มเกาะ | architecture สถาปัตยกรรม | aristocracy ชนชั้นสูง อภิชนาธิปไตย ชนชั้นขุนนาง
armada กองเรือ อาร์มาดา | armament อาวุธ อาวุธยุทโธปกรณ์ | armee กองทัพ
armistice การสงบศึก สัญญาสงบศึก ความตกลงสงบศึก การพักรบ | army กองทัพ กองทัพบก กองกำลัง | arsenal คลังอาวุธ
art ศิลปะ ศิลปกรรม | article มาตรา บทความ | artillery ปืนใหญ่ กองทหารปืนใหญ่
assassination การลอบสังหาร การลอบปลงพระชนม์ | assemblee สมัชชา สภา | assembly สมัชชา สภา ที่ประชุม
association สมาคม | astronomy ดาราศาสตร์ | atheism อเทวนิยม ลัทธิอเทวนิยม | attack การโจมตี
autarky การพึ่งตนเองทางเศรษฐกิจ | authority อำนาจ องค์การ | autobiography อัตชีวประวัติ
autocracy อัตตาธิปไตย ระบอบอัตตาธิปไตย เอกาธิปไตย | autonomy อัตตาณัติ การปกครองตนเอง | award รางวัล คำชี้ขาด
axis แกน ฝ่ายอักษะ อักษะ | ballet บัลเลต์ | bank ธนาคาร | bankruptcy การล้มละลาย | barbarism อนารยธรรม | baron บารอน
barrier แนวป้องกัน กำแพง | base ฐานทัพ ฐาน | basilica มหาวิหาร | basin ลุ่มน้ำ แอ่ง | battalion กองพัน
battle ยุทธการ ยุทธนาวี สงคราม การรบ การสู้รบ ศึก สมรภูมิ | battlefield สมรภูมิ | battleship เรือประจัญบาน เรือรบ
bay อ่าว | beach หาด ชายหาด | bewegung ขบวนการ | bible คัมภีร์ไบเบิล พระคัมภีร์
bill ร่างพระราชบัญญัติ ร่างรัฐบัญญัติ ร่างกฎหมาย พระราชบัญญัติ บัญญัติ | biology ชีววิทยา
bishop บิชอป มุขนายก สังฆราช | bishopric มุขมณฑล | blitz การโจมตีทางอากาศ | bloc กลุ่ม กลุ่มประเทศ ค่าย
blockade การปิดล้อม | board คณะกรรมการ | bomb ระเบิด ลูกระเบิด | bond พันธบัตร | book หนังสือ สมุด สมุดปก
border พรมแดน ชายแดน | boundary พรมแดน เขตแดน เส้นพรมแดน | bourgeoisie ชนชั้นกระฎุมพี กระฎุมพี | bourse ตลาดหุ้น
boycott การคว่ำบาตร | bridge สะพาน | brigade กองพลน้อย กองพัน กองพล กลุ่ม | broadcast การกระจายเสียง
brotherhood ภราดรภาพ สมาคม | budget งบประมาณ | building อาคาร ตึก | bull สารตรา | bulletin ข่าวสาร จดหมายข่าว
bund สันนิบาต สหพันธ์ สมาพันธ์ สมาคม | bureau สำนัก สำนักงาน คณะ กรม
bureaucracy ระบบราชการ ระบบรัฐราชการ รัฐราชการ ระบบข้าราชการ | cabinet คณะรัฐมนตรี | calendar ปฏิทิน | caliph กาหลิบ
caliphate รัฐกาหลิบ | camp ค่าย ค่ายกักกัน | campaign การรณรงค์ การรบ การทัพ ยุทธการ สงคราม | canal คลอง
candidate ผู้สมัคร | canton แคว้น มณฑล | cape แหลม | capital เมืองหลวง ทุน
capitalism ลัทธิทุนนิยม ระบบทุนนิยม ทุนนิยม ระบอบทุนนิยม | capitulation การยอมจำนน | captain ร้อยเอก กัปตัน นาวาเอก
cardinal คาร์ดินัล พระคาร์ดินัล | carrier เรือบรรทุกเครื่องบิน | cartel กลุ่มผูกขาด | castle ปราสาท | catechism คำสอน
cathedral มหาวิหาร อาสนวิหาร โบสถ์ | catholicism นิกายโรมันคาทอลิก คริสต์ศาสนานิกายโรมันคาทอลิก นิกายคาทอลิก
cavalry ทหารม้า กองทหารม้า | cell หน่วย เซลล์ | cemetery สุสาน | censorship การเซนเซอร์ การตรวจพิจารณา
center ศูนย์ ศูนย์กลาง | centre ศูนย์ ศูนย์กลาง | century ศตวรรษ คริสต์ศตวรรษ | chamber สภา หอการค้า
chancellor อัครมหาเสนาบดี เสนาบดี มุขมนตรี นายกรัฐมนตรี | channel ช่องแคบ ช่อง | chapel โบสถ์น้อย | charter กฎบัตร
chateau ปราสาท | chemistry เคมี | chief หัวหน้า ประมุข | chronicle พงศาวดาร บันทึก
church คริสตจักร ศาสนจักร นิกาย โบสถ์ วัด พระศาสนจักร | cinema ภาพยนตร์ | circle กลุ่ม วง | citadel ป้อม ป้อมปราการ
citizen พลเมือง | citizenship ความเป็นพลเมือง | city กรุง เมือง นคร | civilization อารยธรรม | clan ตระกูล เผ่า
class ชนชั้น | clause มาตรา ข้อ | clergy นักบวช พระ | clinic คลินิก | club สโมสร ชมรม
coalition รัฐบาลผสม กลุ่มพันธมิตร สหพันธมิตร แนวร่วม | coast ชายฝั่ง ฝั่ง | code ประมวลกฎหมาย ประมวล
coexistence การอยู่ร่วมกัน | collaboration การร่วมมือ | collapse การล่มสลาย | collectivization ระบบนารวม การทำนารวม
college วิทยาลัย | colonialism ลัทธิอาณานิคม ลัทธิล่าอาณานิคม | colonialist นักล่าอาณานิคม | colony อาณานิคม
column เสา ขบวน แถว แนว | commander ผู้บัญชาการ ผู้บังคับบัญชา
commissar กรรมาธิการ คอมมิสซาร์ รัฐมนตรีว่าการ รัฐมนตรี กรรมการ | commissariat คณะกรรมาธิการ
commission คณะกรรมาธิการ คณะกรรมการ | commissioner กรรมาธิการ ข้าหลวง | committee คณะกรรมการ คณะกรรมาธิการ กรรมาธิการ
common สภาสามัญ สภาล่าง | commonwealth เครือจักรภพ จักรภพ | commune คอมมูน
communism ลัทธิคอมมิวนิสต์ ระบบคอมมิวนิสต์ ระบอบคอมมิวนิสต์ คอมมิวนิสต์ | communist คอมมิวนิสต์ พวกคอมมิวนิสต์
community ประชาคม ชุมชน | compact กติกาสัญญา | company บริษัท กองร้อย
compromise การประนีประนอม ความตกลงประนีประนอม ความประนีประนอม การรอมชอม | concert ความร่วมมือ | concordat ความตกลง
confederation สมาพันธรัฐ สมาพันธ์ สหพันธ์ | conference การประชุม การประชุมใหญ่ ที่ประชุม | conflict ความขัดแย้ง
congress การประชุมใหญ่ การประชุม สภา รัฐสภา คองเกรส สมัชชา | conquest การพิชิต | conscription การเกณฑ์ทหาร
conservatism ลัทธิอนุรักษนิยม อนุรักษนิยม | conservative พวกอนุรักษนิยม
conspiracy การคบคิด แผนสมคบ แผนลับ แผนการลับ แผน แผนการ | constitution รัฐธรรมนูญ
constitutionalism ระบอบรัฐธรรมนูญ ลัทธิรัฐธรรมนูญนิยม | consul กงสุล | consulate ระบบกงสุล คณะกงสุล สถานกงสุล
continent ทวีป ภาคพื้นทวีป | contract สัญญา | control การควบคุม | convention อนุสัญญา สภา ที่ประชุม การประชุม สมัชชา
cooperation ความร่วมมือ การร่วมมือ | cooperative สหกรณ์ | corporation บรรษัท องค์การ สหการ
corporatism ระบบบรรษัท ลัทธิบรรษัทนิยม | corps กองทัพน้อย กองทหาร กองพล คณะ หน่วย | corridor ฉนวน
council สภา คณะมนตรี คณะกรรมการ สังคายนา สภาสังคายนา มนตรี | count เคานต์ กราฟ | countess เคาน์เตส | country ประเทศ
county มณฑล เคาน์ตี เทศมณฑล | coup รัฐประหาร การรัฐประหาร การยึดอำนาจ | court ศาล ราชสำนัก | courtyard ลาน
covenant กติกาสัญญา กติกา พันธสัญญา | crash การล่มสลาย การพังทลาย | credit สินเชื่อ | creed หลักข้อเชื่อ
crime อาชญากรรม | crisis วิกฤตการณ์ วิกฤติการณ์ วิกฤต | criticism การวิจารณ์ บทวิจารณ์ | critique บทวิพากษ์ บทวิจารณ์
crop พืช พืชผล | cross กางเขน ไม้กางเขน | crown มงกุฎ ราชบัลลังก์ | cruiser เรือลาดตระเวน | crusade สงครามครูเสด
cult ลัทธิ ลัทธิบูชา | culture วัฒนธรรม | currency เงินตรา สกุลเงิน | curtain ม่าน | custom ศุลกากร ประเพณี
customs ศุลกากร | cycle วัฏจักร | dam เขื่อน | day วัน | debate การโต้วาที การอภิปราย | debt หนี้ หนี้สิน
decade ทศวรรษ | declaration คำประกาศ ปฏิญญา แถลงการณ์ การประกาศ คำแถลง ประกาศ
decree กฤษฎีกา พระราชกฤษฎีกา รัฐกฤษฎีกา คำสั่ง | defeat ความพ่ายแพ้ | defence การป้องกัน การป้องกันประเทศ
defense การป้องกัน การป้องกันประเทศ | deficit การขาดดุล | deism เทวัสนิยม | delegation คณะผู้แทน
demilitarization การปลอดทหาร | democracy ประชาธิปไตย ระบอบประชาธิปไตย
democrat พรรคประชาธิปไตย นักประชาธิปไตย พวกประชาธิปไตย | demonstration การเดินขบวน การชุมนุม
department กรม ทบวง จังหวัด แผนก | deportation การเนรเทศ | depression ภาวะเศรษฐกิจตกต่ำ เศรษฐกิจตกต่ำ
deputy ผู้แทน สมาชิกสภาผู้แทนราษฎร | despot กษัตริย์ ผู้เผด็จการ ทรราช
despotism ระบอบกษัตริย์ ภูมิธรรม ระบอบทรราช การปกครองแบบกดขี่ ระบอบเผด็จการ | destroyer เรือพิฆาต
detente การผ่อนคลายความตึงเครียด ระยะผ่อนคลายความตึงเครียด | deterrence การป้องปราม | dialogue การเจรจา บทสนทนา
diary บันทึกประจำวัน ไดอารี | dictator ผู้เผด็จการ
dictatorship เผด็จการ ระบอบเผด็จการ การปกครองแบบเผด็จการ อำนาจเผด็จการ | dictionary พจนานุกรม | diet สภา สภาไดเอต
diplomacy การทูต | directive คำสั่ง | directory คณะกรรมการอำนวยการ คณะผู้อำนวยการ
disarmament การลดกำลังอาวุธ การลดอาวุธ การปลดอาวุธ | disaster ภัยพิบัติ ความหายนะ มหันตภัย อุบัติภัย
discourse วจนิพนธ์ ปาฐกถา บทนิพนธ์ | discovery การค้นพบ | disease โรค | dispute กรณีพิพาท ข้อพิพาท
dissident ผู้คัดค้าน ผู้ไม่เห็นด้วย | dissolution การยุบ การสลายตัว การยุบเลิก | district เขต อำเภอ ย่าน
division กองพล การแบ่งแยก การแบ่ง | divorce การหย่า | doctrine หลักการ ลัทธิ หลัก คำสอน | dogma หลักข้อเชื่อ
domain เขต | dome โดม | dominion ดินแดนในเครือจักรภพ ประเทศในเครือจักรภพ อาณาจักร | drama ละคร | duchess ดัชเชส
duchy ดัชชี แคว้น | duke ดุ๊ก | dynasty ราชวงศ์ ราชสกุล | earl เอิร์ล | earthquake แผ่นดินไหว | economics เศรษฐศาสตร์
economy เศรษฐกิจ ระบบเศรษฐกิจ | edict พระราชกฤษฎีกา กฤษฎีกา ประกาศ พระราชโองการ | education การศึกษา
egalitarianism ลัทธิเสมอภาค | election การเลือกตั้ง
elector เจ้าผู้คัดเลือก เจ้านครรัฐผู้คัดเลือก ผู้เลือกตั้ง อิเล็กเตอร์ | electorate รัฐผู้คัดเลือก อิเล็กโทเรต
elite ชนชั้นนำ | emancipation การเลิกทาส การปลดปล่อย การปลดปล่อยทาส | embargo การห้ามส่งสินค้า
embassy สถานเอกอัครราชทูต สถานทูต | emigration การอพยพ การย้ายถิ่นออก | emigre ผู้ลี้ภัย พวกลี้ภัย
emirate รัฐเอมิเรตส์ | emperor จักรพรรดิ สมเด็จพระจักรพรรดิ พระจักรพรรดิ | empire จักรวรรดิ
empiricism ลัทธิประจักษ์นิยม ประจักษนิยม ประสบการณ์นิยม | empress จักรพรรดินี สมเด็จพระจักรพรรดินี
enclave ดินแดนล้อม | enclosure การล้อมรั้วที่ดิน การปิดล้อม | encyclical สมณสาสน์ สารสันตะปาปา
encyclopaedia สารานุกรม | encyclopedia สารานุกรม | engine เครื่องจักร เครื่องยนต์
enlightenment ยุคภูมิธรรม ภูมิธรรม การรู้แจ้ง | entente ความตกลง ความเข้าใจ ฝ่ายสัมพันธมิตร ฝ่าย
environment สิ่งแวดล้อม | envoy ทูต | epic มหากาพย์ | epidemic โรคระบาด | episcopate คณะมุขนายก
epistemology ญาณวิทยา | equality ความเสมอภาค | equilibrium ดุลยภาพ | era สมัย ยุค ศักราช | estado รัฐ
estate ฐานันดร ที่ดิน | etat รัฐ | ethics จริยศาสตร์ จริยธรรม | evolution วิวัฒนาการ
exchange ตลาดหลักทรัพย์ การแลกเปลี่ยน | excommunication การขับออกจากศาสนา บัพพาชนียกรรม การตัดขาดจากศาสนา
execution การประหารชีวิต การสำเร็จโทษ | executive ฝ่ายบริหาร คณะผู้บริหาร | exhibition นิทรรศการ งานแสดง
exile การเนรเทศ การลี้ภัย | existentialism ลัทธิอัตถิภาวนิยม อัตถิภาวนิยม | expansion การขยายตัว การขยายอำนาจ
explosion การระเบิด | expedition การเดินทางสำรวจ กองกำลัง กองทหาร การส่งกองทัพ การเดินทัพ | explorer นักสำรวจ | export การส่งออก
expressionism ลัทธิสำแดงพลังอารมณ์ ลัทธิเอกซ์เพรสชันนิสม์ | extermination การกำจัด การทำลายล้าง
extradition การส่งผู้ร้ายข้ามแดน | fable นิทาน | faction กลุ่ม ฝ่าย | factory โรงงาน | faculty คณะ
fair งานแสดงสินค้า งานมหกรรม | faith ความเชื่อ ศรัทธา | family ครอบครัว ตระกูล
famine ทุพภิกขภัย ภาวะอดอยาก ความอดอยาก | farm นา ไร่ ฟาร์ม นารวม | fascism ลัทธิฟาสซิสต์ ระบอบฟาสซิสต์ ลัทธิฟาสซิสม์
fascist พวกฟาสซิสต์ พรรคฟาสซิสต์ | federalism ลัทธิสหพันธรัฐ สหพันธรัฐนิยม | federation สหพันธ์ สหพันธรัฐ สมาพันธ์
fellowship สมาคม | feminism คตินิยมสิทธิสตรี ลัทธิสตรีนิยม สตรีนิยม | feminist นักสตรีนิยม นักสิทธิสตรี
festival เทศกาล งานฉลอง มหกรรม งานเฉลิมฉลอง | feudalism ระบบฟิวดัล ระบบศักดินา ระบบศักดินาสวามิภักดิ์
fief ที่ดินศักดินา | field ทุ่ง สนาม | film ภาพยนตร์ | finance การเงิน การคลัง | fire เพลิงไหม้ เหตุการณ์เพลิงไหม้ ไฟ
flag ธง | fleet กองเรือ ราชนาวี | flood อุทกภัย น้ำท่วม | flu ไข้หวัดใหญ่ | force กองกำลัง กองทัพ กำลัง แรง กอง
forest ป่า | formation การก่อตั้ง การจัดตั้ง | fort ป้อม | fortification ป้อมปราการ | fortress ป้อม ป้อมปราการ
forum เวที | foundation มูลนิธิ การสถาปนา | franchise สิทธิเลือกตั้ง | fraternity ภราดรภาพ | freedom เสรีภาพ อิสรภาพ
freemason สมาคมฟรีเมสัน พวกฟรีเมสัน | fresco จิตรกรรมฝาผนัง | frigate เรือฟริเกต | front แนวร่วม แนวรบ แนวหน้า
frontier พรมแดน | fund กองทุน | futurism ลัทธิอนาคตนิยม อนาคตนิยม | gallery หอศิลป์ ห้องแสดงภาพ | garde กองทหาร
garden สวน อุทยาน | garrison กองทหารรักษาการณ์ กองทหารประจำการ | gate ประตู | gazette ราชกิจจานุเบกษา หนังสือพิมพ์
general นายพล พลเอก | generation รุ่น คนรุ่น ชั่วคน
genocide การฆ่าล้างเผ่าพันธุ์ การล้างเผ่าพันธุ์ การทำลายล้างเผ่าพันธุ์ | gentry ชนชั้นผู้ดี คหบดี | genus สกุล
geography ภูมิศาสตร์ | geology ธรณีวิทยา | geopolitics ภูมิรัฐศาสตร์ | ghetto เขตชาวยิว ย่านชาวยิว เกตโต
gospel พระวรสาร | gouvernement รัฐบาล | government รัฐบาล การปกครอง คณะรัฐบาล
governor ผู้ว่าการ ข้าหลวง ผู้ว่าราชการ ผู้ปกครอง | grammar ไวยากรณ์ | grenade ระเบิดมือ | group กลุ่ม คณะ หมู่
guard กองทหารรักษาการณ์ กองกำลัง กองทหาร องครักษ์ กองทหารองครักษ์ กองรักษาการณ์ ทหารองครักษ์ ยาม | guerra สงคราม
guerre สงคราม | guerrilla กองโจร การรบแบบกองโจร | guild สมาคมอาชีพ สมาคมช่าง | gulf อ่าว | gun ปืน
hall หอ อาคาร ศาลา | harbor อ่าว ท่าเรือ | harbour อ่าว ท่าเรือ | harmony ความสามัคคี | headquarters กองบัญชาการ
health สาธารณสุข | hegemony การครองความเป็นใหญ่ ความเป็นใหญ่ | heresy พวกนอกรีต ความเชื่อนอกรีต | hierarchy ลำดับชั้น
hill เนิน เนินเขา เขา | historian นักประวัติศาสตร์ | history ประวัติศาสตร์ ประวัติ | holiday วันหยุด
holocaust การฆ่าล้างเผ่าพันธุ์ชาวยิว การทำลายล้างเผ่าพันธุ์ชาวยิว การทำลายล้างเผ่าพันธุ์ การล้างเผ่าพันธุ์ชาวยิว การล้างเผ่าพันธุ์
hospital โรงพยาบาล | hostage ตัวประกัน | house ราชวงศ์ บ้าน สภา ทำเนียบ เรือน พระตำหนัก ตำหนัก
humanism ลัทธิมนุษยนิยม มนุษยนิยม | humanist นักมนุษยนิยม | hunger ความหิวโหย | hymn เพลงสวด เพลงสรรเสริญ
idealism ลัทธิจิตนิยม จิตนิยม อุดมคตินิยม | ideology อุดมการณ์ | immigration การอพยพเข้าเมือง การย้ายถิ่นเข้า
impeachment การฟ้องให้ออกจากตำแหน่ง | imperialism ลัทธิจักรวรรดินิยม จักรวรรดินิยม | import การนำเข้า
impressionism ลัทธิอิมเพรสชันนิสม์ ลัทธิประทับใจ | incident กรณี เหตุการณ์ อุบัติการณ์ | income รายได้
indemnity ค่าปฏิกรรมสงคราม ค่าชดใช้ | independence เอกราช อิสรภาพ การประกาศเอกราช | index ดัชนี
individualism ลัทธิปัจเจกนิยม ปัจเจกนิยม
industrialization การทำให้เป็นอุตสาหกรรม การพัฒนาอุตสาหกรรม การปรับประเทศให้เป็นอุตสาหกรรม | industry อุตสาหกรรม
inequality ความไม่เสมอภาค | infallibility ความไม่ผิดพลาด | infantry ทหารราบ กองทหารราบ
inflation ภาวะเงินเฟ้อ เงินเฟ้อ | initiative การริเริ่ม ความริเริ่ม | inquisition ศาลไต่สวนศรัทธา ศาลศาสนา
institute สถาบัน | institution สถาบัน | instruction คำสั่ง คำแนะนำ | insurance การประกัน การประกันภัย
insurrection การจลาจล การลุกฮือ การกบฏ การก่อการจลาจล | integration การรวม บูรณาการ การบูรณาการ
intellectual ปัญญาชน | intelligence หน่วยข่าวกรอง ข่าวกรอง สติปัญญา
intelligentsia ปัญญาชน กลุ่มปัญญาชน ชนชั้นปัญญาชน
international องค์การสากล สากล องค์การคอมมิวนิสต์สากล องค์การสังคมนิยมสากล นานาชาติ สากลนิยม
internationalism ลัทธิสากลนิยม สากลนิยม | intervention การแทรกแซง | invasion การบุก การรุกราน การบุกครอง
investigation การสอบสวน | investment การลงทุน | irredentism ลัทธิกู้ดินแดน | island เกาะ หมู่เกาะ
isle เกาะ หมู่เกาะ | isolation การอยู่โดดเดี่ยว การแยกอยู่โดดเดี่ยว | isolationism ลัทธิโดดเดี่ยว ลัทธิอยู่โดดเดี่ยว
journal วารสาร หนังสือพิมพ์ บันทึก | judge ตุลาการ ผู้พิพากษา | junta คณะทหาร คณะผู้เผด็จการทหาร คณะฮุนตา
justice ความยุติธรรม | kampf การต่อสู้ | khanate อาณาจักรข่าน รัฐข่าน | killing การสังหาร
king พระเจ้า กษัตริย์ สมเด็จพระเจ้า พระมหากษัตริย์ | kingdom ราชอาณาจักร อาณาจักร | knight อัศวิน | krieg สงคราม
labor แรงงาน | labour แรงงาน | lake ทะเลสาบ | land ดินแดน ที่ดิน แผ่นดิน | landlord เจ้าของที่ดิน
landscape ภูมิทัศน์ | language ภาษา | law กฎหมาย กฎ กฎบัตร | lawsuit คดี | lawyer นักกฎหมาย ทนายความ | leader ผู้นำ
leadership คณะผู้นำ การนำ | league สันนิบาต สมาคม | lease การเช่า | left ฝ่ายซ้าย กลุ่มซ้าย พวกซ้าย
legation สถานอัครราชทูต | legend ตำนาน | legion กองทหาร กองพล กองทัพ กองกำลัง กองบิน
legislation กฎหมาย การออกกฎหมาย | legislature สภานิติบัญญัติ | legitimacy ความชอบธรรม หลักความชอบธรรม
legitimism ลัทธิสืบสิทธิธรรม | letter จดหมาย สาสน์ สาร | liberal พวกเสรีนิยม นักเสรีนิยม ฝ่ายเสรีนิยม พรรคเสรีนิยม
liberalism ลัทธิเสรีนิยม เสรีนิยม | liberation การปลดปล่อย | liberty เสรีภาพ อิสรภาพ | library หอสมุด ห้องสมุด
life ชีวิต | line แนว เส้น แนวเส้น สาย | linguistics ภาษาศาสตร์ | liquidation การกำจัด | literature วรรณกรรม วรรณคดี
loan เงินกู้ | locomotive หัวรถจักร | lodge สมาคม | logic ตรรกศาสตร์ | lord ลอร์ด สภาขุนนาง | loyalty ความจงรักภักดี
machine เครื่อง เครื่องจักร | magazine นิตยสาร วารสาร | magnate ผู้ทรงอิทธิพล เจ้าสัว | majority เสียงข้างมาก
mandate ดินแดนในอาณัติ อาณัติ | manifesto แถลงการณ์ คำประกาศ | manor คฤหาสน์ แมเนอร์ | manufacture หัตถกรรม การผลิต
manufacturer ผู้ผลิต | map แผนที่ | march การเดินขบวน การเดินทัพ เพลงมาร์ช การเดินทาง | margrave มาร์เกรฟ
market ตลาด ตลาดร่วม | marquess มาร์ควิส | marquis มาร์ควิส | marriage การสมรส การอภิเษกสมรส | marsh หนองน้ำ บึง
marshal จอมพล | martyr ผู้พลีชีพ มรณสักขี | martyrdom การพลีชีพ | marxism ลัทธิมากซ์
marxist นักลัทธิมากซ์ พวกลัทธิมากซ์ | mass มวลชน พิธีมิสซา
massacre การสังหารหมู่ การสังหาร การฆ่าหมู่ กรณีสังหารหมู่ | materialism วัตถุนิยม ลัทธิวัตถุนิยม
mathematics คณิตศาสตร์ | mayor นายกเทศมนตรี | medal เหรียญ | mediation การไกล่เกลี่ย | medicine การแพทย์ แพทยศาสตร์
meeting การประชุม การพบปะ | memoir บันทึกความทรงจำ | memorandum บันทึกช่วยจำ บันทึก
memorial อนุสรณ์ อนุสาวรีย์ อนุสรณ์สถาน | mercantilism ลัทธิพาณิชยนิยม พาณิชยนิยม | mercenary ทหารรับจ้าง
metaphysics อภิปรัชญา | method วิธี วิธีการ | midwife หมอตำแย | migration การอพยพ การย้ายถิ่น
militarism ลัทธิทหาร ลัทธินิยมทหาร แสนยนิยม | militia กองทหารบ้าน กองกำลังอาสา กองกำลังติดอาวุธ ทหารบ้าน
mine เหมือง ทุ่นระเบิด | miner คนงานเหมือง กรรมกรเหมือง | minister รัฐมนตรี รัฐมนตรีว่าการ เสนาบดี อัครราชทูต
ministry กระทรวง คณะรัฐมนตรี | minority ชนกลุ่มน้อย เสียงข้างน้อย | missile ขีปนาวุธ
mission คณะทูต คณะมิชชันนารี ภารกิจ คณะผู้แทน | missionary มิชชันนารี หมอสอนศาสนา คณะมิชชันนารี | mob ฝูงชน
mobilization การระดมพล | model แบบ รูปแบบ แบบจำลอง | modernism ลัทธิสมัยใหม่ สมัยใหม่นิยม
modernization การทำให้ทันสมัย การปรับปรุงให้ทันสมัย | monarch กษัตริย์ พระมหากษัตริย์ ประมุข
monarchist พวกนิยมกษัตริย์ พวกกษัตริย์นิยม ฝ่ายนิยมกษัตริย์
monarchy ระบอบกษัตริย์ ระบอบราชาธิปไตย ราชาธิปไตย สถาบันกษัตริย์ ราชวงศ์ จักรวรรดิ | monastery อาราม วัด
monk นักบวช พระ | monopoly การผูกขาด | monument อนุสาวรีย์ | morality ศีลธรรม | moratorium การพักชำระหนี้
mosaic โมเสก | mosque มัสยิด สุเหร่า | mountain เทือกเขา ภูเขา เขา กลุ่มภูเขา
movement ขบวนการ การเคลื่อนไหว กระบวนการ | murder การฆาตกรรม การสังหาร | museum พิพิธภัณฑ์ พิพิธภัณฑสถาน
music ดนตรี | mutiny กบฏ การกบฏ การก่อการกบฏ | mysticism รหัสยลัทธิ | myth ตำนาน เทพปกรณัม | mythology เทวตำนาน ตำนาน
nation ชาติ ประชาชาติ | nationalism ลัทธิชาตินิยม ชาตินิยม | nationalist พวกชาตินิยม นักชาตินิยม กลุ่มชาตินิยม
nationality เชื้อชาติ ชนชาติ สัญชาติ | nationalization การโอนกิจการเป็นของรัฐ การโอนเป็นของชาติ
nationhood ความเป็นชาติ | naturalism ลัทธิธรรมชาตินิยม ธรรมชาตินิยม | navy กองทัพเรือ ราชนาวี นาวี | nazism ลัทธินาซี
negotiation การเจรจา | neoclassicism ลัทธิคลาสสิกใหม่ ศิลปะแบบนีโอคลาสสิก | neutrality ความเป็นกลาง
newspaper หนังสือพิมพ์ | night คืน ราตรี | nihilism ลัทธินิฮิลิสต์ สุญนิยม นิฮิลิสม์ | nihilist นิฮิลิสต์
nobility ชนชั้นขุนนาง ขุนนาง | noble ขุนนาง | note บันทึก หนังสือ ธนบัตร | novel นวนิยาย | nun แม่ชี
nuncio เอกอัครสมณทูต | oath คำสัตย์ปฏิญาณ คำปฏิญาณ การสาบาน | obelisk เสาโอเบลิสก์ | observatory หอดูดาว
occupation การยึดครอง | ocean มหาสมุทร | ode บทสดุดี | offensive การรุก การรุกโจมตี ปฏิบัติการรุก ยุทธการ
office สำนักงาน สำนัก ทำเนียบ กระทรวง | officer นายทหาร เจ้าหน้าที่ | oligarchy คณาธิปไตย | opera อุปรากร โอเปรา
operation ปฏิบัติการ ยุทธการ แผนปฏิบัติการ | opportunism ลัทธิฉวยโอกาส | opposition ฝ่ายค้าน กลุ่มต่อต้าน
orchestra วงดุริยางค์ วงออร์เคสตรา | order ระเบียบ คณะ เครื่องราชอิสริยาภรณ์ คำสั่ง ระบบ นิกาย
ordinance กฤษฎีกา พระราชกำหนด ข้อบัญญัติ พระราชกฤษฎีกา | organ องค์กร | organisation องค์การ องค์กร
organization องค์การ องค์กร | orthodoxy นิกายออร์ทอดอกซ์ | pacifism สันตินิยม ลัทธิสันตินิยม
pact กติกาสัญญา สนธิสัญญา สัญญา ความตกลง กติกา | painting ภาพเขียน จิตรกรรม ภาพวาด | palace พระราชวัง วัง ทำเนียบ
pale เขต เขตแดน | pamphlet จุลสาร | papacy สันตะปาปา สถาบันสันตะปาปา ระบบสันตะปาปา
paper เอกสาร กระดาษ สมุดปก หนังสือพิมพ์ | parade การเดินสวนสนาม | parish เขตวัด ตำบล | park อุทยาน สวน สวนสาธารณะ
parlement ศาลปาร์เลอมองต์ ศาลสูง | parliament รัฐสภา สภา | partei พรรค | parti พรรค | partido พรรค
partisan กองโจร พลพรรค ปาร์ติซาน | partition การแบ่งแยก การแบ่ง การแบ่งแยกดินแดน | partito พรรค | party พรรค คณะพรรค
pasha ปาชา | pass ช่องเขา | passage ทางผ่าน | patriarch อัครบิดร พระสังฆราช | patriarchate สำนักอัครบิดร
patriot ผู้รักชาติ พวกรักชาติ | patriotism ความรักชาติ ลัทธิรักชาติ | patronage การอุปถัมภ์
peace สันติภาพ สนธิสัญญาสันติภาพ สัญญาสันติภาพ สันติ | peasant ชาวนา | peninsula คาบสมุทร | pension บำนาญ เงินบำนาญ
people ประชาชน ประชากร ชนชาติ ชาว | period สมัย ยุค ช่วง | persecution การกดขี่ การเบียดเบียน
petition ฎีกา คำร้อง คำร้องทุกข์ | philosophe ปรัชญาเมธี นักปรัชญา | philosopher นักปรัชญา ปรัชญาเมธี
philosophy ปรัชญา | photography การถ่ายภาพ | physics ฟิสิกส์ | pilgrimage การจาริกแสวงบุญ | pioneer ยุวชน ผู้บุกเบิก
plague กาฬโรค | plain ที่ราบ | plan แผน แผนการ โครงการ แผนพัฒนา | plateau ที่ราบสูง
plebiscite การลงประชามติ การแสดงประชามติ ประชามติ | plenum การประชุมเต็มคณะ
plot แผนการ แผนลอบสังหาร แผนกบฏ แผนลับ กรณีแผนการ | pluralism พหุนิยม | plutocracy ธนาธิปไตย
poem บทกวี กวีนิพนธ์ โคลง | poet กวี | poetry กวีนิพนธ์ บทกวี | pogrom การสังหารหมู่ชาวยิว โพกรม การสังหารหมู่
point หลักการ จุด ข้อ ประเด็น | police ตำรวจ หน่วยตำรวจ กรมตำรวจ | policy นโยบาย | politics การเมือง นโยบาย
politik นโยบาย การเมือง | polygamy การมีคู่สมรสหลายคน | pontificate สมณสมัย
pope สมเด็จพระสันตะปาปา พระสันตะปาปา สันตะปาปา | population ประชากร | populism ลัทธิประชานิยม ประชานิยม
port ท่าเรือ เมืองท่า | portrait ภาพเหมือน | positivism ลัทธิปฏิฐานนิยม ปฏิฐานนิยม | post ไปรษณีย์ ตำแหน่ง
poverty ความยากจน | power มหาอำนาจ อำนาจ ประเทศมหาอำนาจ พลัง กำลัง | practice แนวปฏิบัติ
prefect ผู้ว่าราชการ ผู้ว่าราชการจังหวัด | prefecture จังหวัด | premier นายกรัฐมนตรี | president ประธานาธิบดี ประธาน
presidium คณะผู้บริหารสูงสุด คณะเพรซิเดียม | press สำนักพิมพ์ หนังสือพิมพ์ สื่อ การพิมพ์ | pretender ผู้อ้างสิทธิ
priest บาทหลวง พระ นักบวช | prince เจ้าชาย เจ้าครองนคร เจ้าผู้ครองนคร เจ้า | princess เจ้าหญิง
principality ราชรัฐ แคว้น อาณาเขต อาณาจักรเจ้าครองนคร | principle หลักการ หลัก | prison เรือนจำ คุก
prisoner เชลย นักโทษ เชลยศึก | privatization การแปรรูปรัฐวิสาหกิจ การโอนกิจการของรัฐเป็นของเอกชน | prize รางวัล
problem ปัญหา | proclamation คำประกาศ ประกาศ แถลงการณ์ | production การผลิต
program แผนการ โครงการ แผน แนวนโยบาย นโยบาย แผนงาน | programme แผนการ โครงการ แผน แนวนโยบาย นโยบาย แผนงาน
prohibition การห้าม | project โครงการ | proletariat ชนชั้นกรรมาชีพ กรรมาชีพ
propaganda การโฆษณาชวนเชื่อ โฆษณาชวนเชื่อ | propagandist นักโฆษณาชวนเชื่อ | property ทรัพย์สิน กรรมสิทธิ์
proposal ข้อเสนอ | prosecution การฟ้อง | protection การคุ้มครอง | protectionism ลัทธิคุ้มครองการค้า ลัทธิคุ้มกัน
protector ผู้พิทักษ์ ผู้อารักขา ผู้สำเร็จราชการ | protectorate รัฐในอารักขา ดินแดนในอารักขา รัฐอารักขา
protest การประท้วง | protestant โปรเตสแตนต์ พวกโปรเตสแตนต์
protestantism นิกายโปรเตสแตนต์ คริสต์ศาสนานิกายโปรเตสแตนต์ | protocol พิธีสาร | province มณฑล แคว้น จังหวัด
psychoanalysis จิตวิเคราะห์ | psychology จิตวิทยา | publisher สำนักพิมพ์ | purge การกวาดล้าง
puritan พิวริตัน พวกพิวริตัน | putsch กบฏ รัฐประหาร การก่อการกบฏ | pyramid พีระมิด | quarter ย่าน เขต
queen สมเด็จพระราชินีนาถ สมเด็จพระราชินี พระราชินี ราชินี พระนางเจ้า พระนาง | question ปัญหา | quota โควตา
race เชื้อชาติ การแข่งขัน | racism ลัทธิเหยียดผิว ลัทธิคลั่งเชื้อชาติ | radical พวกหัวรุนแรง พวกแรดิคัล
radicalism ลัทธิหัวรุนแรง ลัทธิรุนแรง | radioactivity กัมมันตภาพรังสี | raid การจู่โจม การโจมตี
railroad ทางรถไฟ รถไฟสาย | railway ทางรถไฟ รถไฟสาย ทางรถไฟสาย | rank ลำดับชั้น ยศ | ratification การให้สัตยาบัน
rationalism ลัทธิเหตุผลนิยม เหตุผลนิยม | rationing การปันส่วน | reaction ปฏิกิริยา การต่อต้าน
reactionary พวกปฏิกิริยา | realism สัจนิยม ลัทธิสัจนิยม | realpolitik การเมืองแบบถือประโยชน์
rearmament การสะสมอาวุธ การเสริมกำลังอาวุธ | reason เหตุผล | rebel กบฏ | rebellion กบฏ การกบฏ การก่อกบฏ
recession ภาวะเศรษฐกิจถดถอย | recognition การรับรอง | reconciliation การปรองดอง
reconstruction การบูรณะ การฟื้นฟู การปฏิรูป | referendum การลงประชามติ ประชามติ การแสดงประชามติ | reform การปฏิรูป
reformation การปฏิรูปศาสนา | reformism ลัทธิปฏิรูป | refugee ผู้ลี้ภัย ผู้อพยพ
regency สมัยผู้สำเร็จราชการ คณะผู้สำเร็จราชการ | regent ผู้สำเร็จราชการแทนพระองค์ ผู้สำเร็จราชการ
regicide การปลงพระชนม์กษัตริย์ | regime ระบอบ ระบบ ระบอบการปกครอง | regiment กรม กองทหาร กรมทหาร
region แคว้น ภูมิภาค เขต ดินแดน | reich จักรวรรดิ อาณาจักร ไรค์ | reign รัชสมัย สมัย
reinsurance การประกันซ้ำ การประกันพันธไมตรี | relation ความสัมพันธ์ | relativity สัมพัทธภาพ | relief การบรรเทาทุกข์
religion ศาสนา | renaissance การฟื้นฟูศิลปวิทยาการ สมัยฟื้นฟูศิลปวิทยา สมัยฟื้นฟูศิลปวิทยาการ ยุคฟื้นฟู
renunciation การสละสิทธิ | reparation ค่าปฏิกรรมสงคราม | repatriation การส่งกลับประเทศ | repeal การยกเลิก
report รายงาน | representative ผู้แทน สภาผู้แทนราษฎร | repression การปราบปราม การกดขี่ | republic สาธารณรัฐ
republican พวกนิยมสาธารณรัฐ ฝ่ายสาธารณรัฐ กลุ่มสาธารณรัฐนิยม | republicanism ลัทธิสาธารณรัฐนิยม | republik สาธารณรัฐ
republique สาธารณรัฐ | requisition การเกณฑ์ การยึด | reserve กองหนุน ทุนสำรอง
resistance ขบวนการต่อต้าน การต่อต้าน ขบวนการกู้ชาติ ขบวนการใต้ดิน | resolution มติ ข้อมติ
restoration การฟื้นฟู การฟื้นฟูราชวงศ์ สมัยฟื้นฟูราชวงศ์ การกลับคืนสู่ราชบัลลังก์ | retreat การถอย การล่าถอย
reunification การรวมประเทศ การรวม | revisionism ลัทธิแก้ ลัทธิปรับปรุงแก้ไข | revival การฟื้นฟู
revolt กบฏ การกบฏ การก่อกบฏ การจลาจล การลุกฮือ | revolution การปฏิวัติ ปฏิวัติ | rhetoric วาทศาสตร์
right สิทธิ ฝ่ายขวา | riot การจลาจล จลาจล | rising การลุกฮือ กบฏ การจลาจล | river แม่น้ำ | road ถนน ทางหลวง เส้นทาง
rocket จรวด | romanticism ลัทธิจินตนิยม จินตนิยม ลัทธิโรแมนติก | rotation การหมุนเวียน | round รอบ | route เส้นทาง
royalist พวกนิยมกษัตริย์ ฝ่ายนิยมเจ้า พวกนิยมเจ้า | rule การปกครอง กฎ | sabotage การก่อวินาศกรรม | saint นักบุญ เซนต์
sanction การแซงก์ชัน มาตรการลงโทษ การลงโทษ | satellite บริวาร ดาวเทียม | satire งานเสียดสี
scandal กรณีอื้อฉาว เรื่องอื้อฉาว | schism ความแตกแยก ศาสนเภท | school โรงเรียน สำนัก สำนักคิด วิทยาลัย
science วิทยาศาสตร์ ศาสตร์ | scientist นักวิทยาศาสตร์ | sculpture ประติมากรรม | sea ทะเล | secession การแยกตัว
secretariat สำนักเลขาธิการ สำนักเลขานุการ | secretary เลขาธิการ รัฐมนตรี เลขานุการ รัฐมนตรีว่าการ | sect นิกาย
section กรม แผนก ส่วน | sector เขต ภาค | secularization การทำให้เป็นทางโลก | security ความมั่นคง ความปลอดภัย
selection การคัดเลือก | senate สภาสูง วุฒิสภา สภาเซเนต | senator วุฒิสมาชิก | separatism ลัทธิแบ่งแยกดินแดน
separatist ผู้แบ่งแยกดินแดน | serf ทาสติดที่ดิน | serfdom ระบบทาสติดที่ดิน ทาสติดที่ดิน ระบบทาสที่ดิน
service หน่วย บริการ หน่วยงาน | settlement ข้อยุติ การตั้งถิ่นฐาน ความตกลง นิคม เขตตั้งถิ่นฐาน | ship เรือ
shirt เสื้อ เชิ้ต | shogun โชกุน | showdown การเผชิญหน้า | siege การปิดล้อม การล้อม | slave ทาส
slavery ระบบทาส การมีทาส ทาส | slavophile กลุ่มนิยมสลาฟ พวกนิยมสลาฟ ผู้นิยมสลาฟ
socialism ลัทธิสังคมนิยม ระบบสังคมนิยม สังคมนิยม ระบอบสังคมนิยม | socialist นักสังคมนิยม พวกสังคมนิยม พรรคสังคมนิยม
society สมาคม สังคม | sociology สังคมวิทยา | soldier ทหาร | solidarity ความเป็นน้ำหนึ่งใจเดียวกัน | song เพลง
sonnet ซอนเน็ต | source แหล่ง | sovereignty อำนาจอธิปไตย | soviet สภาโซเวียต โซเวียต | space อวกาศ
speaker ประธานสภา | species ชนิด | speech สุนทรพจน์ คำปราศรัย | sphere เขต | spring ฤดูใบไม้ผลิ | spy สายลับ จารชน
squadron ฝูงบิน กองเรือ | square จัตุรัส | stalemate ภาวะชะงักงัน | standard มาตรฐาน | state รัฐ มลรัฐ
statement แถลงการณ์ คำแถลง | statesman รัฐบุรุษ | station สถานี | statistics สถิติ | stato รัฐ
statue รูปปั้น อนุสาวรีย์ เทพี | statute กฎหมาย ธรรมนูญ บทบัญญัติ | steamship เรือกลไฟ | steel เหล็กกล้า | stock หุ้น
strait ช่องแคบ | strategy ยุทธศาสตร์ กลยุทธ์ | street ถนน | strike การนัดหยุดงาน การหยุดงาน | structure โครงสร้าง
struggle การต่อสู้ | student นักศึกษา นักเรียน | study การศึกษา | subject คนในบังคับ | submarine เรือดำน้ำ
subsidy เงินอุดหนุน | succession การสืบราชสมบัติ การสืบราชบัลลังก์ การสืบสันตติวงศ์ การสืบทอด
suffrage สิทธิเลือกตั้ง สิทธิออกเสียง | sultan สุลต่าน | summit การประชุมสุดยอด การประชุมสุดยอดผู้นำ
superpower อภิมหาอำนาจ | supremacy อำนาจสูงสุด | surrealism ลัทธิเหนือจริง ลัทธิเซอร์เรียลิสม์
surrender การยอมจำนน การยอมแพ้ | survey การสำรวจ | suzerainty อำนาจเหนือรัฐบรรณาการ | symbol สัญลักษณ์
symbolism สัญลักษณ์นิยม | symphony ซิมโฟนี | synagogue สุเหร่ายิว โบสถ์ยิว
syndicalism ลัทธิสหการนิยม ลัทธิสหภาพแรงงานนิยม สหการนิยม | synod สภาสงฆ์ สภาศาสนา สมัชชา | system ระบบ ระบอบ
talk การเจรจา | tariff กำแพงภาษี ภาษีศุลกากร อัตราภาษีศุลกากร พิกัดอัตราศุลกากร | tax ภาษี | taxation การเก็บภาษี
taxpayer ผู้เสียภาษี | teacher ครู | technology เทคโนโลยี | telegram โทรเลข | telegraph โทรเลข | telephone โทรศัพท์
television โทรทัศน์ | temperance การงดเว้นสุรา | temple วิหาร วัด | tenant ผู้เช่า | tension ความตึงเครียด
territory ดินแดน เขต อาณาเขต
terror ความน่าสะพรึงกลัว ความหวาดกลัว การก่อการร้าย ความสยดสยอง สมัยแห่งความน่าสะพรึงกลัว
terrorism การก่อการร้าย ลัทธิก่อการร้าย | terrorist ผู้ก่อการร้าย | testament พินัยกรรม พันธสัญญา | theater โรงละคร
theatre โรงละคร | theocracy เทวาธิปไตย | theology เทววิทยา | theorem ทฤษฎีบท | theory ทฤษฎี
thesis หลัก ข้อเสนอ วิทยานิพนธ์ นิพนธ์ | thought ความคิด แนวคิด | throne ราชบัลลังก์ บัลลังก์
tithe ภาษีทศางค์ ทศางค์ | tolerance ขันติธรรม | toleration ขันติธรรม | tomb สุสาน หลุมศพ
totalitarianism ลัทธิเบ็ดเสร็จนิยม ระบอบเผด็จการเบ็ดเสร็จ เผด็จการเบ็ดเสร็จ | tower หอ หอคอย | town เมือง
trade การค้า | tradition ประเพณี | tragedy โศกนาฏกรรม | transition การเปลี่ยนผ่าน | treason การทรยศ กบฏ
treaty สนธิสัญญา สัญญา | trench สนามเพลาะ | trial การพิจารณาคดี คดี การไต่สวน การพิจารณาโทษ | triangle สามเหลี่ยม
tribe เผ่า ชนเผ่า | tribunal ศาล คณะตุลาการ | tribute บรรณาการ | tricolour ธงสามสี ธงไตรรงค์
triumvirate คณะสามผู้นำ คณะผู้ปกครองสามคน | troop กองทหาร ทหาร | truce การพักรบ การสงบศึก | trusteeship ภาวะทรัสตี
truth ความจริง | tsar ซาร์ พระเจ้าซาร์ | tsarism ระบบซาร์ ระบอบซาร์ | tunnel อุโมงค์ | turnpike ถนนเก็บค่าผ่านทาง
tyranny ทรราชย์ ระบอบทรราช | ultimatum คำขาด | ultramontanism ลัทธินิยมสันตะปาปา | underground ขบวนการใต้ดิน
unemployment การว่างงาน ภาวะว่างงาน | unification การรวมชาติ การรวมประเทศ การรวม
union สหภาพ สหภาพแรงงาน สมาคม การรวม | unit หน่วย | unity เอกภาพ ความเป็นเอกภาพ | university มหาวิทยาลัย
uprising การลุกฮือ กบฏ การจลาจล การก่อการกบฏ การปฏิวัติ การกบฏ | usurpation การแย่งชิงอำนาจ
utilitarianism ลัทธิประโยชน์นิยม ประโยชน์นิยม | utopia อุตมรัฐ ยูโทเปีย | vaccine วัคซีน | valley หุบเขา
value มูลค่า คุณค่า | vassal ข้าราชบริพาร เจ้าประเทศราช | vatican สำนักวาติกัน | verein สมาคม
veto สิทธิยับยั้ง การยับยั้ง | vicar พระ | viceroy อุปราช ผู้สำเร็จราชการ | victory ชัยชนะ | vigilante ศาลเตี้ย
village หมู่บ้าน | violence ความรุนแรง | viscount ไวเคานต์ | volcano ภูเขาไฟ | volk ประชาชน ชาติ
volunteer ทหารอาสา อาสาสมัคร | vote การออกเสียง คะแนนเสียง | vow คำปฏิญาณ | voyage การเดินทาง | wage ค่าจ้าง
wall กำแพง | war สงคราม มหาสงคราม การสงคราม | warfare การสงคราม สงคราม การรบ การทำสงคราม | warlord ขุนศึก
warrior นักรบ | warship เรือรบ | water น้ำ | wave คลื่น | wealth ความมั่งคั่ง | weapon อาวุธ | week สัปดาห์
welfare สวัสดิการ | westernization การทำให้เป็นตะวันตก | will เจตจำนง พินัยกรรม | wing ปีก | winter ฤดูหนาว
woman สตรี หญิง | work งาน ผลงาน | worker กรรมกร คนงาน ผู้ใช้แรงงาน | workhouse โรงทำงาน สถานสงเคราะห์คนยากจน
workshop โรงงาน โรงฝึกงาน | world โลก | writer นักเขียน | year ปี | youth เยาวชน ยุวชน | zeitung หนังสือพิมพ์
zionism ลัทธิไซออน ลัทธิไซออนิสต์ | zone เขต โซน
"""


def _parsed(table: str) -> tuple[ClassNoun, ...]:
    """The rows of a table of cells ``english thai thai …`` parted by "|"."""
    rows = (cell.split() for line in table.split("\n") for cell in line.split("|"))
    return tuple(ClassNoun(row[0], tuple(row[1:])) for row in rows if row)


DEFAULT_CLASS_NOUNS: tuple[ClassNoun, ...] = _parsed(_TABLE)
