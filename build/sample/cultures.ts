/** A name as it is written and as it stands in an e-mail address. */
export type Word = { readonly written: string; readonly plain: string };

/** People and firms of one place. All invented; chosen so that every script the product prints is met. */
export type Culture = {
  readonly country: string;
  readonly region: 'EMEA' | 'AMER' | 'APJ';
  readonly cities: readonly string[];
  readonly given: readonly Word[];
  readonly family: readonly Word[];
  readonly firms: readonly Word[];
  readonly dialCode: string;
};

const words = (text: string): Word[] =>
  text.split('|').map((entry) => {
    const [written = '', plain = written] = entry.split('=');
    return { written, plain };
  });

function culture(region: Culture['region'], country: string, dialCode: string, cities: string, given: string, family: string, firms: string): Culture {
  return { region, country, dialCode, cities: cities.split('|'), given: words(given), family: words(family), firms: words(firms) };
}

export const cultures: readonly Culture[] = [
  culture('EMEA', 'Germany', '+49', 'München|Köln', 'Jürgen|Käthe|Sönke|Anneliese', 'Großkreutzer|Müllenbrock|Überlacker|Steinfurth', 'Falkwerk Systeme GmbH=falkwerk|Rheinbogen IT AG=rheinbogen|Zwölfstern Daten GmbH=zwoelfstern'),
  culture('EMEA', 'France', '+33', 'Lyon|Orléans', 'Éloïse|Benoît|Françoise|Gaëtan', 'Lefèvrier|Montaçon|d’Aubrelle=daubrelle|Rochefontaine', 'Clairval Informatique SAS=clairval|Œuvre Numérique SARL=oeuvrenumerique|Brisemer Conseil SA=brisemer'),
  culture('EMEA', 'Poland', '+48', 'Łódź|Gdańsk', 'Łukasz|Małgorzata|Wojciech|Żaneta', 'Brzęczałek|Świętopolska|Górzyński|Ćwikłowa', 'Żubrosoft Sp. z o.o.=zubrosoft|Wiślanka Chmura Sp. z o.o.=wislanka'),
  culture('EMEA', 'Czechia', '+420', 'Brno', 'Přemysl|Růžena|Ondřej', 'Šťastnohorský|Dvořáčková|Říhánek', 'Jestřáb Integrace s.r.o.=jestrab|Modrák Cloud s.r.o.=modrak'),
  culture('EMEA', 'Sweden', '+46', 'Malmö|Umeå', 'Åsa|Björn|Linnéa', 'Östbergen|Sjöhälla|Ängkvist', 'Norrsken Drift AB=norrskendrift|Fjällbäck Data AB=fjallback'),
  culture('EMEA', 'Türkiye', '+90', 'İzmir', 'Çağla|İsmail|Gülşah', 'Yıldırımoğlu|Özgürler|Şahinbey', 'Kuzgun Bilişim AŞ=kuzgun|Ilgaz Yazılım AŞ=ilgaz'),
  culture('EMEA', 'Spain', '+34', 'A Coruña|Cádiz', 'Íñigo|Begoña|Ximena', 'Peñaranda Otxoa|Núñez-Solís|Aragüés', 'Almenara Nube SL=almenara|Tresvías Consultoría SA=tresvias'),
  culture('EMEA', 'Portugal', '+351', 'Porto|Évora', 'João|Conceição|Inês', 'Guimarãis|Avelã|Falcãozinho', 'Maréalta Serviços Lda=marealta|Azulejo Digital SA=azulejo'),
  culture('EMEA', 'Hungary', '+36', 'Győr', 'Erzsébet|Gyöngyi|Ödön', 'Kővágóvári|Szőllősi-Báthor|Tűzkövi', 'Hollókő Informatika Kft=holloko'),
  culture('EMEA', 'United Kingdom', '+44', 'Leeds|Swansea', 'Siân|Rhodri|Philippa', 'Ap Gwilym|O’Dunmore=odunmore|Featherby-Cole', 'Thornlea Managed Services Ltd=thornlea|Gannetway plc=gannetway|Bracken & Vale Ltd=brackenvale'),
  culture('EMEA', 'Greece', '+30', 'Θεσσαλονίκη', 'Ελευθερία=eleftheria|Στέλιος=stelios|Χρύσα=chrysa', 'Παπαδοκώστας=papadokostas|Αργυροπαίδη=argyropaidi|Ξενιτόπουλος=xenitopoulos', 'Θαλασσίς Πληροφορική ΑΕ=thalassis|Αστραία Δίκτυα ΑΕ=astraia'),
  culture('EMEA', 'Ukraine', '+380', 'Львів', 'Олеся=olesia|Ярослав=yaroslav|Зоряна=zoriana', 'Їжакевич=yizhakevych|Щербаненко=shcherbanenko|Ґалаґан=galagan', 'Ладон Системи ТОВ=ladon|Вересень Хмара ТОВ=veresen'),
  culture('EMEA', 'Bulgaria', '+359', 'Пловдив', 'Цветелина=tsvetelina|Жельо=zhelyo|Юлия=yulia', 'Гърбачева=garbacheva|Чакъров=chakarov|Щилянов=shtilyanov', 'Рилски Софтуер ЕООД=rilski'),
  culture('EMEA', 'United Arab Emirates', '+971', 'Dubai', 'ليلى=layla|عبد الرحمن=abdulrahman|نور الهدى=nouralhuda', 'الزعفراني=alzaafarani|بن صقر=binsaqr|القاسمية=alqasimiya', 'ريادة الأفق=riyada|سحاب الخليج=sahab'),
  culture('EMEA', 'Israel', '+972', 'חיפה', 'נועה=noa|איתן=eitan|שירה=shira', 'בן־ארז=benerez|הררי־גל=hararigal|אלקיים=elkayam', 'אופק נתונים בע"מ=ofek|ענן הכרמל בע"מ=carmelcloud'),
  culture('EMEA', 'Namibia', '+264', 'Windhoek', 'Ndapewa|Festus', 'Shikongolwa|Van der Kalahar=vanderkalahar', 'Etoshana Networks Ltd=etoshana'),
  culture('APJ', 'Vietnam', '+84', 'Đà Nẵng', 'Thị Hương=huong|Quốc Đạt=dat|Ngọc Ánh=anh', 'Nguyễn=nguyen|Trịnh=trinh|Đặng=dang', 'Sao Bắc Công Nghệ=saobac|Đèn Biển Số=denbien'),
  culture('APJ', 'China', '+86', '杭州', '雪晴=xueqing|志远=zhiyuan|梓萱=zixuan', '欧阳=ouyang|谢=xie|郭=guo', '瀚岳科技有限公司=hanyue|青鸾云计算有限公司=qingluan'),
  culture('APJ', 'Taiwan', '+886', '臺中', '怡君=yijun|承翰=chenghan', '蘇=su|龔=gong', '曜石資訊有限公司=yaoshi'),
  culture('APJ', 'Japan', '+81', '横浜|神戸', '蒼太=sota|美咲=misaki|健一郎=kenichiro', '渡邉=watanabe|桜庭=sakuraba|御手洗=mitarai', '蒼海システム株式会社=aoumi|株式会社ひびきデータ=hibiki|サクラギ電算株式会社=sakuragi'),
  culture('APJ', 'South Korea', '+82', '부산', '하윤=hayoon|도현=dohyun|서영=seoyoung', '남궁=namgoong|황보=hwangbo|표=pyo', '새벽데이터 주식회사=saebyeok|한빛누리 주식회사=hanbitnuri'),
  culture('APJ', 'India', '+91', 'Pune', 'Aaradhya|Vikram|Meenakshi', 'Deshkar|Iyengarajan|Chattopal', 'Neelkamal Infotech Pvt Ltd=neelkamal|Saptarang Cloud Pvt Ltd=saptarang'),
  culture('APJ', 'Australia', '+61', 'Geelong', 'Brontë|Lachlan|Marnie', 'Wattlebrook|Kirribell|McAllery', 'Bluegum Integrations Pty Ltd=bluegum|Currawong Cyber Pty Ltd=currawong'),
  culture('AMER', 'United States', '+1', 'Tacoma|Knoxville', 'Renée|DeShawn|Mary-Kate|Xóchitl', 'O’Hallorway=ohallorway|Brightwater III=brightwater|Delacroix-Smythe|Quillfeather', 'Palisade Ridge Solutions Inc.=palisaderidge|Cottonwood MSP LLC=cottonwood|Ironquill Software Corp.=ironquill|Beaconfold Inc.=beaconfold'),
  culture('AMER', 'Canada', '+1', 'Québec|Halifax', 'Océane|Étienne|Fraser', 'Tremblay-Roy|Bélangerie|MacIsling', 'Boréalis Infonuagique inc.=borealisinfo|Fundyshore Tech Corp.=fundyshore'),
  culture('AMER', 'Brazil', '+55', 'São Luís|Florianópolis', 'Thaís|Antônio|Raíssa', 'Gonçalvares|Conceição Brandãozinho|Itaparanã', 'Ipêroxo Sistemas Ltda=iperoxo|Vagalume Nuvem SA=vagalume'),
  culture('AMER', 'Mexico', '+52', 'Querétaro|Mérida', 'Sofía|Ramón|Yolotzin', 'Ibáñez Cuauhtli|Zúñiga-Lazo|Peralvillo', 'Obsidiana Redes SA=obsidiana|Colibrí Analítica SA=colibri'),
  culture('AMER', 'Chile', '+56', 'Viña del Mar', 'Nahuel|Ignacia', 'Huenchulao|Cañasverde', 'Andesnube SpA=andesnube'),
];

/** As it may stand in an address: ASCII letters only. */
export function plain({ plain: text }: Word): string {
  return text.normalize('NFKD').replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/[đĐ]/g, 'd').replace(/ı/g, 'i').replace(/ß/g, 'ss').replace(/[^\p{ASCII}]/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '');
}
