# 似たご質問をまとめることについての文。
alike-home = 似たご質問
alike-home-suggested = 似たご質問が、ほかに { $count } 件あります
alike-home-together = ほかに { $count } 件を、まとめてあります
alike-offer-join = まとめて答える
alike-offer-apart = 別々に戻す
alike-title = 似たご質問
alike-how = 一度のお返事で、それぞれの方のお尋ねの場所に届きます。まとめるご質問をお選びください。お互いのご質問やお名前は伝わりません。
alike-field = まとめるご質問
alike-submit = まとめる
alike-together = ほかに { $count } 件をまとめました。次のご質問に、一度にお返事できます。
alike-none = いま、似たご質問はありません。
alike-not-yours = 恐れ入ります。まとめられるのは、ご自身にお願いしているご質問だけです。
alike-apart = 別々に戻しました。それぞれにお返事をお願いいたします。
alike-answered-already = お返事をお届けしたあとのため、別々には戻せません。
alike-goes-also = このお返事は、似たご質問をされたほかの { $count } 名の方にも、そのまま届きます。お名前や会社名は書かないでください。
alike-named = 先ほどのお返事に、お名前または会社名がありましたので、まとめていた次のご質問には届けていません。お手数ですが、あらためてお返事をお願いできますでしょうか。
