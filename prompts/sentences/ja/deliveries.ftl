# チャットへ届けるメッセージについて、minori doctor が言う文。
doctor-deliveries = 届けるメッセージ: お届け待ち { $waiting } 件、届いたかどうか確かめているもの { $in_doubt } 件、お届けできなかったもの { $given_up } 件、二重に届いて消したもの { $twins } 件
doctor-twins-advice = 二重に届いたメッセージがありました。チャットの履歴に出るまでの時間より、MINORI_DELIVERY_WAIT_S を長くしてください。詳しくは docs/reliability.md にあります。
doctor-ticks-none = 定期の処理: まだ動いたことがありません（minori serve か minori demo が始めます）
doctor-ticks = 定期の処理が最後に動いてからの時間: { $names }
doctor-ticks-advice = minori は動いていますが、定期の処理が { $minutes } 分以上動いていません。ログの routine_failed をご確認のうえ、minori を始め直してください。
