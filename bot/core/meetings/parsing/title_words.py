"""Titles of people at work, and the departments that stand before them."""

from __future__ import annotations

import re

_TITLES = """代表取締役社長 代表取締役会長 代表取締役専務 代表取締役副社長 代表取締役 代表社員 代表理事 代表者 代表
取締役会長 取締役社長 専務取締役 常務取締役
取締役 専務理事 常務理事 専務執行役員 常務執行役員 上席執行役員 執行役員 副社長 社長補佐 社長代理 社長 副会長 会長
専務 常務 相談役 顧問 監査役 理事長 副理事長 理事
本部長 副本部長 事業部長 事業所長 統括部長 部長代理 部長補佐 副部長 部長 次長 課長代理 課長補佐 副課長 課長 室長代理
副室長 室長 係長 主任研究員 上席研究員 主席研究員 上級研究員
特任研究員 客員研究員 専門研究員 研究員 主任技師 主任 班長 職長 組長 工場長代理 副工場長 工場長 支社長 支店長代理
副支店長 支店長 営業所長 副所長 所長代理 所長 店長 副店長 副センター長
センター長 局長 事務局長 事務局次長 事務長 場長 副場長 院長 副院長 看護師長 師長 校長 副校長 教頭 園長 館長 施設長
学長 副学長 学部長 研究科長 学科長 組合長 頭取 支部長 団長
市長 副市長 町長 副町長 村長 区長 知事 副知事 主査 主幹 主事 主席 参事 参与 副参事 上席 技師長 技師 技術顧問
工場管理者 特任教授 特任准教授 特任助教 客員教授 名誉教授 准教授 助教授 教授 助教
講師 博士 シニアマネージャー シニアマネジャー アシスタントマネージャー ゼネラルマネージャー プロダクトマネージャー
プロジェクトマネージャー セールスマネージャー エリアマネージャー マネージャー マネジャー マネージャ
チームリーダー グループリーダー プロジェクトリーダー サブリーダー リーダー グループ長 チーム長 ライン長 ユニット長
部門長 統括 チーフエンジニア チーフ ディレクター プロデューサー コーディネーター
コーディネータ アドバイザー コンサルタント エンジニア デザイナー バイヤー オーナーシェフ オーナー 店主 料理長 シェフ
杜氏 女将 若女将 番頭 支配人 副支配人 総支配人 工房主 園主 農場長 船長 窓口担当 担当部長
担当課長 副代表 共同代表 会頭 副会頭 専務理事 監事 幹事 書記長 青年部長 委員長 副委員長 総代
審議役 調査役 推進役 店長代理 次席 局長補佐 監査室長 部長心得 隊長 副隊長 工区長 編集長 記者 塾長 牧場長 農園主 牧場主
漁労長
船頭 網元 蔵元 醸造長 製造長 板長 総料理長 若旦那 大旦那 若大将 若社長 大将 親方 棟梁 大女将 当主 社主 工場主 事業主
現場監督
現場代理人 監督 指導員 専門官 専門員 調査官 監督官 統括官 企画官 監察官 審査官 参事官 研究官 技官 調査員 相談員 支援員
推進員
協力隊員 技術員 事務員 監視員 検査員 検査官 係員 課員 所員 仲買人 学芸員 司書 税理士 公認会計士 会計士 社労士
社会保険労務士
行政書士 司法書士 弁護士 弁理士 中小企業診断士 診断士 技術士 建築士 保健師 看護師 薬剤師 栄養士 獣医師 医師
キャプテン スーパーバイザー プランナー プロモーター プログラマー アナリスト スペシャリスト エキスパート ドクター
担当課長 担当者 担当 ご担当者 ご担当 エグゼクティブ 社外取締役 最高経営責任者 最高技術責任者 責任者 工場責任者 CEO COO
CTO CFO CIO CMO GM PM PL"""
_QUALIFIERS = """経営 営農 普及 就労 生活 相談 食品衛生 衛生 労働 配車 運行 品種 栽培 専任 筆頭 常任 首席
取引 指導 取締役 執行役員 専務 常務 営業 開発 技術 製造 生産 品質 保証 品質保証 品管 管理 総務 経理
人事 企画
購買 資材 調達 設計 研究
事業 商品 製品 広報 情報 システム 海外 国際 国内 販売 業務 財務 法務 知財 知的財産 マーケティング 物流 環境 安全 衛生
第一 第二 第三 第1 第2 第3 本社 本店 支店 工場 東日本 西日本 東北 関東 関西 中部 九州 首都圏 経営 戦略 推進 統括 新規
新事業 新製品 機械 電気 電子 加工 組立 金型 検査 保全 設備 工務 工事 施工 土木 建築 積算 機器
食品 原料 農産 水産 畜産 林業 商工 観光 産業 振興 労働 創造 支援 地域 連携 産学 産学連携 共同 政策 まちづくり 農政
農林 税務 健康 福祉 教育 学務 市民 秘書 渉外 顧客 お客様 サービス カスタマー サポート CS DX IT AI IoT EC Web
デジタル イノベーション 材料 素材 化学 分析 評価 試験 試作 応用 基礎 基盤 先端 次世代 ソリューション 融資 法人 個人
公共 医療 看護 薬剤 給食 店舗 仕入 仕入れ 輸出 輸入 貿易 配送 運行 車両 監査 内部監査 広告 宣伝 デザイン
特販 直販 通販 ロボット 自動化 生技 生産技術 生産管理 製造技術 工程 溶接 塗装 鋳造 プレス 鍛造 めっき 量産 標準 規格
認証 契約 外注 資産 部品 エネルギー 省エネ カーボン 脱炭素 総合 特許 学術 臨床 副 主任 プロジェクト 新"""
_UNITS = """事業本部 本部 事業部 統括部 部門 部 課 室 係 グループ チーム センター 工場 事業所 営業所 支店 支社 班 局 科
学部 研究室 ユニット"""


def _any_of(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_QUALIFIER = rf"(?:{_any_of(_QUALIFIERS)})"
_UNIT = rf"(?:{_any_of(_UNITS)})"
_OF_A_GROUP = r"(?<![阿渡服磯矢岡軽長安園綾海刑犬財宮物田日下羽卜占南神武竹戸上我])副?部会長"
"""部会長, but 会長 of 阿部会長."""
_GENERATION = r"(?:[二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})代目(?:当主|店主|社長|蔵元)?"
_NUMBER = "[一二三四五](?=[部課])"
"""営業一部長."""
QUALIFIERS = re.compile(rf"(?:{_QUALIFIER}|{_UNIT}){{1,4}}")
"""営業, 技術開発: no name of a person."""
DEPARTMENT = re.compile(rf"(?:{_QUALIFIER}){{1,5}}{_UNIT}(?!長)(?:{_QUALIFIER}{{1,4}}{_UNIT}(?!長))?")
"""営業部, 品質保証課, 技術開発本部第二設計課."""

TITLE = re.compile(
    rf"(?:{_QUALIFIER}(?:{_QUALIFIER}|{_UNIT}|兼|{_NUMBER}){{0,5}})?(?:ご)?(?:{_any_of(_TITLES)}|{_OF_A_GROUP}"
    rf"|{_GENERATION})(?:(?:兼|兼務|補佐|代理"
    rf"|心得)(?:{_QUALIFIER}){{0,3}}(?:{_UNIT})?(?:{_any_of(_TITLES)})?)?"
    r"(?![A-Za-z]|会(?!長|頭|いま|い、|った)|官庁|署|事務所|法人|級|クラス|職|室|的|例|作|番号|電話|し(?:て|た)"
    r"|する|者(?:会|様))"
)
"""部長, 営業部長, 品質保証課長, 取締役営業部長, CEO."""

ENGLISH_TITLE = re.compile(
    r"\b(?:(?:[Ss]enior|[Vv]ice|[Dd]eputy|[Aa]ssistant|[Cc]hief|[Ee]xecutive|[Mm]anaging|[Gg]eneral|[Rr]egional"
    r"|[Nn]ational|[Aa]ssociate|[Pp]roduct|[Pp]roject|[Pp]lant|[Ff]actory|[Bb]ranch|[Aa]rea|[Ss]tore|[Ss]hop"
    r"|[Ll]oan|[Aa]ccount|[Tt]eam|[Oo]ffice|[Dd]ivision"
    r"|[Dd]epartment|[Gg]roup|[Ss]ection|[Ss]ite|[Pp]rogram(?:me)?|[Cc]ommunity|[Aa]cting|[Jj]unior|[Pp]rincipal"
    r"|[Ss]ales"
    r"|[Mm]arketing|[Pp]urchasing|[Qq]uality|[Tt]echnical|[Ee]ngineering|[Ee]xport|[Ii]mport|[Pp]rocurement"
    r"|[Pp]roduction|[Oo]perations|[Rr]esearch|[Rr]&D|R&D|IT|HR|[Bb]usiness|[Dd]evelopment|[Dd]esign|[Ll]ead|[Hh]ead"
    r"|[Ff]inancial|[Tt]echnology|[Oo]perating|[Ss]upply|[Cc]hain)\s+)*"
    r"(?:[Mm]anager|[Dd]irector|[Pp]resident|[Oo]fficer|[Ee]ngineer|[Bb]uyer|[Cc]hairman|[Cc]hairwoman|[Pp]rofessor"
    r"|[Rr]esearcher|[Ss]upervisor|[Ff]ounder|[Oo]wner|[Cc]onsultant|[Dd]esigner|[Cc]oordinator|[Ss]cientist"
    r"|[Pp]artner|[Ll]eader|[Aa]dviser|[Aa]dvisor|[Aa]ccountant|[Aa]rchitect|[Cc]hef|[Bb]rewer|[Ff]oreman"
    r"|[Ss]ecretary|[Tt]reasurer|[Rr]epresentative|[Ss]pecialist|[Aa]nalyst|[Pp]lanner|[Tt]echnician|[Ii]nspector"
    r"|[Hh]ead of [A-Za-z&]+|CEO|CTO|COO|CFO|VP(?: of [A-Z]\w+)?)\b"
)
"""sales manager, Head of Purchasing, CEO."""
