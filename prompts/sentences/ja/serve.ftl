# minori serve と Slack の点検が言う文。

serve-started-socket = Slack（{ $team }）で動き始めました。Socket Mode です。止めるときは Ctrl-C を押してください。（前回の続き: { $taken_up } 件）
serve-started-http = Slack（{ $team }）で動き始めました。{ $address } で受け取ります。止めるときは Ctrl-C を押してください。（前回の続き: { $taken_up } 件）
serve-stopped = 止まりました。次に始めたときに続ける分: { $left } 件
serve-no-bot-token = { $variable } が設定されていません。Slack のアプリの画面の「OAuth & Permissions」にある、xoxb- で始まるトークンを設定してください。手順は docs/slack.ja.md にあります。
serve-wrong-token = { $variable } には、{ $beginning } で始まるトークンを設定してください。ほかの種類のトークンが入っているようです。
serve-no-transport = Slack との通り道が決まっていません。Socket Mode なら { $app_token }（xapp- で始まるトークン）を、HTTP なら { $signing_secret } を設定してください。迷ったら Socket Mode をお勧めします。
serve-secret-is-token = { $variable } にトークンが入っています。Slack のアプリの画面の「Basic Information」にある Signing Secret を設定してください。
serve-token-refused = { $variable } のトークンを Slack が受け付けませんでした（{ $error }）。{ $variable ->
    [SLACK_APP_TOKEN] Slack のアプリの画面の「Basic Information」にある「App-Level Tokens」で、connections:write の付いたトークンを作り、設定してください。
   *[other] アプリをワークスペースにインストールし直し、新しいトークンを設定してください。
}
serve-cannot-listen = { $host } の { $port } 番で受け取りを始められません。ほかのプログラムが使っていないか、MINORI_SERVE_HOST と MINORI_SERVE_PORT をご確認ください。
doctor-slack-none = Slack: 設定していません（なくても、ほかはすべて動きます）
doctor-slack-settings = Slack: 設定に足りないところがあります。{ $problem }
doctor-slack-token = Slack: { $team } につながりました（@{ $bot }）
doctor-slack-refused = Slack: つながりません。{ $problem }
doctor-slack-token-advice = docs/slack.ja.md の「うまくいかないとき」をご覧ください。
doctor-slack-scopes = Slack の権限: そろっています（{ $count } 件）
doctor-slack-scopes-missing = Slack の権限が足りません: { $scopes }
doctor-slack-scopes-advice = Slack のアプリの画面の「App Manifest」に manifest.yaml の中身を貼り直して保存し、「Install App」からインストールし直してください。
doctor-slack-scopes-unknown = Slack の権限: サーバーが知らせないため、確かめられませんでした
doctor-slack-socket = Slack との通り道: Socket Mode（つながります）
doctor-slack-http = Slack との通り道: HTTP（{ $host } の { $port } 番、署名の鍵は設定済み）
doctor-slack-running = Slack との通り道: 動いている minori が使っています
