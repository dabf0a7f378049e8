"""Bodies that a place has one of, and that are said without a name: 信用金庫, 農業試験場, 商工会議所, よろず支援拠点.

Everybody of the place knows which is meant, so the words as said are the company. 銀行, 大学 and 病院 are so only where
somebody of
them stands beside it: 病院の野崎さん.
"""

from __future__ import annotations

import re

_BODIES = """信用金庫 信金 信用組合 信組 労働金庫 信用保証協会 保証協会 日本政策金融公庫 政策金融公庫 公庫 商工中金
農業信用基金協会
商工会議所 商工会連合会 商工会 中小企業団体中央会 団体中央会 中央会 青年会議所 法人会 経営者協会 経済同友会
ロータリークラブ
ライオンズクラブ 観光協会 観光連盟 観光案内所 物産協会 発明協会 工業会 森林組合 酒造組合 鉄工組合 商店街組合
商店街振興組合
農業協同組合 漁業協同組合 農協 漁協 生協 JA 公設試 公設試験場 税務署 県税事務所 保健所 労働基準監督署 労基署 労働局
ハローワーク 職業安定所 職安 法務局 年金事務所 警察署 消防署 消防本部 教育委員会 農業委員会 農政局 農政事務所 農林事務所
農林水産事務所 農業事務所 土木事務所 農業改良普及センター 改良普及センター 普及センター 経済産業局 経産局 財務局
財務事務所
運輸局 運輸支局 整備局 振興局 よろず支援拠点 事業承継ネットワーク 産総研 公民館 図書館 博物館 美術館 道の駅
社会福祉協議会 社協
工業高校 農業高校 商業高校 水産高校 総合高校 工業大学 農業大学校 職業訓練校 ポリテクセンター 技術専門校 高専"""
_FIELDS = (
    r"(?:農業|林業|水産|畜産|園芸|果樹|茶業|醸造|窯業|繊維|木材|農林|農林水産|農事|産業|工業|商工|食品|ものづくり"
    r"|中小企業|創業|起業"
    r"|事業承継|事業引継ぎ?|知財|知的財産|雇用|海洋|環境|衛生)"
)
_MATTERS = (
    r"(?:技術|総合|研究|開発|支援|振興|交流|連携|情報|経営|試験|指導|相談|人材|科学|機械|金属|工芸|デザイン"
    r"|産学官?|地域)"
)
_KINDS = r"(?:センター|試験場|研究所|指導所|支援機構|振興機構|公社|プラザ|支援窓口|相談所)"
_OF_THE_PLACE = r"(?:[県府道都市町村区](?:立|の)?)?"
BODY = re.compile(
    rf"(?<![一-鿿々ァ-ヺーA-Za-z])(?:{_OF_THE_PLACE}(?:"
    + "|".join(sorted(_BODIES.split(), key=len, reverse=True))
    + rf"|{_FIELDS}(?:{_FIELDS}|{_MATTERS}){{0,5}}{_KINDS}|(?:産業|農業|農林|林業|工科|工業|水産|園芸"
    rf"|職業能力開発)(?:技術|短期)?大学校))(?!会員|[ァ-ヺーA-Za-z])"
)
"""A body said without a name, from the first character of its words."""
ONE_OF_MANY = re.compile(
    r"(?<![一-鿿々ァ-ヺーA-Za-z])(?:銀行|地銀|大学|病院|高校|中学校?|小学校|保育園|幼稚園|区役所|役場|研究所)"
)
"""A kind of body of which there are several: a company only where somebody of it follows."""
HOUSE = re.compile(
    r"(?<![一-鿿々ァ-ヺー])(?:旅館|民宿|ペンション|割烹|料亭|居酒屋|食堂|喫茶|カフェ|レストラン|酒場|美容室|パン工房)"
    r"(?:[ァ-ヺー]{2,10}(?:[荘屋亭館園軒堂庵])?|[ぁ-んァ-ヺー]{2,8}[荘屋亭館園軒堂庵]"
    r"|[一-鿿]{1,4}[荘屋亭館園軒堂庵]|[ぁ-ん]{2,6}(?=の))"
)
"""旅館さくら荘: what kind of house it is, and its name."""
NAMED_LIKE_A_PLACE = re.compile(
    r"(?<![一-鿿々ァ-ヺー])(?:[ァ-ヺー]{2,8}|[ぁ-ん]{2,8}|[一-鿿]{1,3})の(?:丘|森|里|家|庭|樹|杜|郷|湯|宿|窯|台所"
    r"|食卓|駅|蔵|実|花|畑)"
)
"""オリーブの丘, 星の里: a name of a firm where somebody of it follows."""
