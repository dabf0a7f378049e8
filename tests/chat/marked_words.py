"""What the two firms tell, and the mark of each group on each card."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.coaching.cards.models import (
    CardField,
    FieldGroup,
    Reach,
)

FACTS: Mapping[CardField, str] = {
    CardField.SUBJECT: "段取り替え装置",
    CardField.LISTENER: "工場長さん",
    CardField.WHO: "惣菜工場で夜に機械を洗う方",
    CardField.SITUATION: "先月、帰りが二時間おそくなった",
    CardField.FUNCTION: "金型を交換する",
    CardField.LADDER: "金型を交換する\n残業を減らす",
    CardField.CHANGE: "段取りが60分から10分に減る",
    CardField.NOTICES: "現場の班長",
    CardField.PAYS: "工場の会社",
    CardField.TODAY: "二人で金型を運んでいる",
    CardField.COST: "年に200時間",
    CardField.EVIDENCE: "三社で測りました",
    CardField.HOLDER: "検査課の台帳",
    CardField.ELSEWHERE: "病院の検査室",
    CardField.REFRAMED: "家族と夕飯を食べられる",
    CardField.CHALLENGE: "人手不足",
    CardField.TRY: "一日だけ使ってもらう",
    CardField.TRY_WITH: "隣町の工場",
    CardField.TRY_CAP: "三万円",
    CardField.MAY_TELL: "社名は出さない",
    CardField.MARKET: "食品機械",
    CardField.RIVALS: "手作業",
    CardField.OBJECTIONS: "高いと言われる",
    CardField.EXISTING: "既存の仕事は減らない",
    CardField.OBSTACLES: "衛生の規則",
    CardField.DEPENDENCE: "一社が八割",
}
"""What stands on every card, beside its mark."""
ASKED = "zqaskfirm"
"""What somebody asks in the middle of a walk."""
TYPED = "zqwalktyped"
"""What the firm's coordinator types herself."""
REACHES = (Reach.FIRM, Reach.COORDINATOR, Reach.REGION)
CARDS = 4
"""The last one is shared with nobody; the others have every group in every reach."""


def mark(card: int, group: FieldGroup, reach: Reach) -> str:
    """The mark of what a group of a card says, with whom it reaches."""
    return f"zq{card}{group}{reach}"


def reach_of(card: int, group: FieldGroup) -> Reach:
    """Every group has every reach on one of the first three cards."""
    return REACHES[(list(FieldGroup).index(group) + card) % 3] if card < CARDS - 1 else Reach.FIRM
