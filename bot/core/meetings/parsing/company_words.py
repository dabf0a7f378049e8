"""What companies, schools, offices and institutes are called by."""

from __future__ import annotations

import re

_FORMS = (
    r"株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|\((?:株|有|同|資|名|財|社|独|医|学|福|特非|一社|一財|公財"
    r"|公社|協)\)|一般社団法人|一般財団法人|公益社団法人|公益財団法人|社団法人|財団法人|社会福祉法人"
    r"|社会医療法人|医療法人(?:社団|財団)?|学校法人|宗教法人|NPO法人|特定非営利活動法人|認定NPO法人|農事組合法人"
    r"|地方独立行政法人|独立行政法人|国立研究開発法人|国立大学法人|公立大学法人|企業組合|事業協同組合|協同組合"
    r"|(?<![A-Za-z])JA(?:全農)?|税理士法人|弁護士法人|特許業務法人|監査法人"
)
FORM = re.compile(_FORMS)
"""Forms that stand before or after the name."""

AT_THE_FRONT_ONLY = re.compile(
    r"JA|一般|公益|社団|財団|社会|医療|学校|宗教|NPO|特定非|認定|農事|地方|独立|国立|公立|税理|弁護|特許|監査"
)

_STRONG = """製作所 工業所 製造所 鉄工所 鉄工 工務店 製材所 製材 木工所 木工 製鋼所 製鋼 製鉄所 鋳造所 鋳造 鋳工 鍛工
鍛造 精錬 畜産 養殖 養鶏 製機 精機 精工 精密 精器 工機 機工 機械製作所 機工所 機器 工具 金型 鋼業 鋼機 鋼材 電機 電気
電工 電子 電装 電器
計器
計測 光学 重工 重工業 鉱業 工業 化成 化学工業 化工 樹脂
樹脂工業 合成 塗装 塗料 鍍金 めっき 硝子 ガラス 窯業 製陶 陶器 製陶所 製瓦 製紙 歯車 義肢 製靴 製本 製函 製缶 製綿
製網 製氷 製塩 製箔 製作 紙業 紙工 印刷 印刷所 紡績 紡織 織物 染色 縫製
繊維 ニット 被服 製薬 薬品 製菓 製パン 製麺 製麺所 製粉 製油 製糖 製茶 酒造 酒造場 酒造店 醸造 醸造元 醤油 味噌 味噌店
乳業
酪農 水産 漁業 冷蔵 食産 食肉 青果 農園 牧場 果樹園 園芸 種苗
商店 商会 商事 物産 産商 産業 興業 興産 実業 通商 貿易 運輸 運送 陸運 海運 物流 倉庫 交通 建設 建築 建材 建工 工建 組
住建 住宅 不動産 設計 設計事務所 測量 造船 造園 土木 電設 設備 設備工業 鉄道 航空 電力 ガス 石油 燃料 エネルギー 銀行
信用金庫 信用組合 信金 農協 漁協 生協 信託 証券 保険
新聞社 新聞 放送 出版 出版社 書店 書房 堂 庵 屋 亭 館 旅館 ホテル 病院 医院 クリニック 歯科 薬局 大学 大学院 短期大学
短大 高専 高等専門学校 高校 高等学校 工業高校 専門学校 学園 研究所 研究センター 総合研究所 総研 試験場 技術センター
工業技術センター 産業技術センター 支援センター 振興センター 開発センター 公社 機構 財団 協会 連盟
連合会 商工会議所 商工会 組合 協同組合 市役所 区役所 町役場 村役場 県庁 府庁 都庁 道庁 財務局 経済産業局 整備局
農政局 振興局 総合支庁 省 庁"""
_WEAK = """納豆 豆腐 漬物 佃煮 蒲鉾 かまぼこ 海苔 昆布 茶舗 茶園 煎餅 せんべい 饅頭 羊羹 米穀 ハム 牛乳 養蜂 養蜂場 燻製
美容室 理容室 理髪店 整骨院 接骨院 鍼灸院 治療院 動物病院 写真館 酒販 米店 米穀 花店 電器店 石材店 畳店
建具店 建具
表具店 左官 板金工業 サロン カフェ 食堂 民宿 温泉 ゴルフ場 スキー場 保育園 幼稚園 こども園 学習塾 スクール 鮮魚店
精肉店 青果店
豆腐店 製麺所 和菓子店 洋菓子店 菓子店 呉服店 釣具店 自転車店 モーターサイクル 石油店 生花店 造花 仏具店 仏壇店 家具店
時計店
荘 苑 軒 楼 ゴム アルミ 時計 電研 紙器 板金 空調 管工 電材 家電 楽器 玩具 文具 眼鏡 容器 段ボール 合板 タイル セメント
生コン コンクリート 薬局 酒造場 ワイン ビール 塗工 食品 フーズ フード 化学 建設 金属 システム システムズ テック テクノ
テクノロジー テクノロジーズ デザイン
エンジニアリング ソリューション ソリューションズ サービス ファーム ファクトリー ワークス ラボ ラボラトリー
ラボラトリーズ スタジオ ジャパン ホールディングス グループ コーポレーション カンパニー パートナーズ
コンサルティング プランニング マテリアル マテリアルズ プラスチック プラスチックス ケミカル メタル スチール オート
オートメーション ロボティクス エレクトロニクス エレクトリック デバイス メディカル ファーマ バイオ ソフト ソフトウェア
ネット ネットワーク ネットワークス データ モータース モーター 自動車 自動車工業 販売 製造 加工
センター 技研 技建 技術 技工 総業 企画 事務所 製品 部品 素材 資材 材木 木材 林業 石材 石油 商社 本舗 酒店 酒蔵 家具
工房 工芸 漆器 刃物 靴下 包装 パック パッケージ クリエイト クリエイション プロダクツ プロダクト インダストリー
インダストリーズ トレーディング ロジスティクス トランスポート 観光 フィールド プレス ネジ 製網
発條 バネ ばね スプリング バルブ ポンプ ベアリング ギヤ ギア 特殊鋼 工学 理化 理研 医科 メッキ フーズ ベーカリー
ブルワリー ワイナリー ストア マート"""
_OFFICE = (
    r"(?:[一-鿿ぁ-んァ-ヶー]{1,6}?[都道府県市区町村](?:[一-鿿ー]{2,12}[部局](?:[一-鿿ーぁ-ん]{2,12}課)?"
    r"|[一-鿿ーぁ-んA-Z]{1,12}課))"
)


def _any_of(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=len, reverse=True))


STRONG = re.compile(rf"(?:{_any_of(_STRONG)}|製[一-鿿]所)")
"""Endings that make a name of whatever stands before them."""
WEAK = re.compile(rf"(?:{_any_of(_WEAK)})")
"""Endings that do so where a proper name stands before them."""
OFFICE = re.compile(_OFFICE)
"""鶴岡市商工課, 山形県産業労働部産業創造振興課: the section belongs to the name of a public office."""
OFFICE_SECTION = re.compile(r"(?:[一-鿿ーぁ-ん]{2,10}[部局](?!長))?(?:[一-鿿ーぁ-んA-Z]{1,10}[課室係](?!長))?")
PUBLIC = re.compile(r"(?:市役所|区役所|町役場|村役場|役場|県庁|府庁|都庁|道庁)$")
KNOWN_ALONE = re.compile(r"市役所|区役所|町役場|村役場|県庁|府庁|都庁|道庁|商工会議所|商工会|農協|漁協")

LATIN_NAME = r"[A-Z0-9][A-Za-zÀ-ÿ0-9&'+.-]*(?:\s+(?:of|and|&|de|[A-Z][A-Za-zÀ-ÿ0-9&'+.-]*))*"
LATIN_FORM = re.compile(
    r"(?:[A-Z0-9][A-Za-zÀ-ÿ0-9&'+-]*(?:\s+(?:&|and|[A-Z0-9][A-Za-zÀ-ÿ0-9&'+-]*)){0,5}?)[,\s]+\s*"
    r"(?:Co\.?,?\s*,?\s*Ltd\.?|Company(?:,?\s+Limited)?|Inc(?:orporated)?\.?|Corp(?:oration)?\.?|Ltd\.?|Limited|LLC"
    r"|L\.L\.C\.|GmbH|AG|S\.?A\.?|B\.V\.|K\.?K\.?|PLC|plc|Pte\.?\s+Ltd\.?|S\.p\.A\.|Oy|AB|Group|Holdings)(?![A-Za-z])"
)
LATIN_ENDING = re.compile(
    r"(?:[A-Z][A-Za-zÀ-ÿ0-9&'+-]*\s+){1,4}(?:Industries|Industry|Works|Manufacturing|Precision|Electric|Electronics"
    r"|Engineering"
    r"|Seiki|Seisakusho|Kogyo|Denki|Foods|Technologies|Technology|Systems|Labs?|Laboratory|Laboratories|Steel|Metals?"
    r"|Chemicals?|Motors|Machinery|Machine|Trading|Shoji|Tekko|Brewery|Farms?|Solutions|University|Institute|College"
    r"|Hospital|Bank|Partners|Design|Robotics|Bakery|Castings|Springs|Textiles?|Plastics|Logistics|Construction"
    r"|Pharma|Medical|Mills?|Tools?|Cutlery|Lacquer(?:ware)?|Crafts?|Pottery|Kilns?|Hardware|Weavers|Toys|Sports"
    r"|Tea|Noodles|Confections|Sweets|Valves?|Optical|Optics|Woodworks|Woodworking|Paper|Casting|Dyeing|Bearings?"
    r"|Gears?"
    r"|Forging|Grocers|Confectionery|Ceramics?|Shipping|Hydraulics|Packaging|Printing|Glass|Rubber|Instruments?"
    r"|Devices|Semiconductors?|Energy|Power|Gas|Oil|Cosmetics|Furniture|Lumber|Timber|Fisheries|Seafoods?|Dairy"
    r"|Winery|Brewing|Distillery|Sake|Mart|Stores?|Supply|Supplies|Services|Consulting|Studios?|Clinic|Railway"
    r"|Transport|Express|Marine|Shipyard|Aerospace|Automotive|Publishing|Software|Networks|Fasteners|Screws"
    r"|Mou?lding|Molds?|Machining|Welding|Plating|Coatings?|Paints?|Adhesives|Fibers?|Filters?|Pumps?|Batteries"
    r"|Sensors|Lighting|Insurance|Wire|Cables?|Weaving|Knit|Leather|Sawmill|Nursery|Orchards?|Seeds|Feed|Salt"
    r"|Soy)(?![A-Za-z])(?:\s+of\s+[A-Z][A-Za-z]+)?|(?:[A-Z][A-Za-z]+\s+Chamber of Commerce|chamber of commerce"
    r"|credit union"
    r"|city hall)"
    r"|(?:University|Institute|College|Bank) of [A-Z][A-Za-zÀ-ÿ]+(?:\s[A-Z][A-Za-zÀ-ÿ]+)?"
)

VERB_IN_FRONT = re.compile(
    r"(?:(?:Met|Visit(?:ed)?|Call(?:ed)?|Saw|Send|Sent|With|From|At|Of|Phone|Email|Contact|Meet|Meeting|Toured|Hosted"
    r"|The|And|To|Ship|Quote"
    r"|Demo|Ask|Tell|Show|Give|Bring|Tour|For|Dinner|Lunch|Support|Plant|Deliver|Prepare|Thank|Remind|Yesterday"
    r"|Today|Tomorrow|Exchanged|Follow|Invite)\s+)+"
)
"""Words with a capital that begin a line, not a name."""
FACULTY = re.compile(r"(?:大学院)?[一-鿿]{1,8}(?:学部|研究科|学科|学系|専攻)|大学院")
KANA_NAME = re.compile(r"[ぁ-んー]{2,8}?(?=の[一-鿿ァ-ヶ]|[\s、。(]|$|さん|様|[にをでと](?![ぁ-ん]))")
"""A name in hiragana behind its form, which the dictionary takes for particles."""
LATIN_AFTER = re.compile(
    r"[^.;。]{0,40}?\b(?:of|from|at"
    r"|with)\s+(?P<name>[A-Z][A-Za-zÀ-ÿ0-9&'-]*(?:\s+(?:&\s+)?[A-Z][A-Za-zÀ-ÿ0-9&'-]*){0,3})"
    r"|\s*[(,]\s*(?P<inside>[A-Z][A-Za-zÀ-ÿ0-9&'-]*(?:\s+[A-Z][A-Za-zÀ-ÿ0-9&'-]*){0,3})\s*[),]"
)
"""Behind a name in Latin letters: of Acme, (Acme, buyer)."""

_TRADE = re.compile(
    r"(?:[一-鿿ァ-ヺー]{1,8}(?:メーカー|会社|業者|商社|卸|問屋)|[一-鿿]{1,4}(?:(?<!商)店"
    r"|屋)(?=[ァ-ヺー]{3}))(?=[ァ-ヺー]{3}|[一-鿿]{2,})"
)


def without_trade(name: str) -> str:
    """農機具店サンアグリ is サンアグリ: what kind of firm it is stands in front of the name."""
    if FORM.match(name):
        return name
    trade = _TRADE.match(name)
    return name[trade.end() :] if trade else name


OWN = re.compile(r"(?:弊社|当社|自社|わが社|我が社|うち|同僚|上司|部下|後輩|先輩|社内|当方)(?:の|、)?\s?$")
"""Before the names of our own people."""

NOT_A_COMPANY = frozenset(
    """株式会社 有限会社 銀行 大学 病院 研究所 商工会 商工会議所 組合 協会 役場 市役所 区役所 県庁 同社 御社 貴社 先方
    相手 相手先 会社 企業 工場 本社 メーカー 商社 取引先 お客様 顧客 ブース 会場 隣 向かい 地元 県内 市内 近所 前職
    以前 前回 今回 次回
    営業 技術 開発 製造 担当 新規 既存 知人 友人 大手 中小 海外 国内 業界 同業 他社 各社 セミナー 展示会 商談会 交流会
    懇親会 フォーラム フェア サンプル カタログ パンフレット ホテル 旅館 センター 先日 当日 午前 午後 オンライン 電話
    メール
    窓口 受付 事務所 事務局 協力会社
    下請け 専門家 行政 自治体 国 県 市 町 村 農家 生産者 社長 部長 課長 男性 女性 若手 ベテラン 皆様 みなさま 本日
    昨日 明日 例 件 話 初対面 Zoom Teams Web WEB Meet LINE TEL FAX QR NDA OEM PR DX AI IoT IT B2B CAD NC""".split()
)
"""Words that are no name of a firm by themselves."""
