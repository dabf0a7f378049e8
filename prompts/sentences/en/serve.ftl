# What minori serve and the examination of Slack say.

serve-started-socket = At work in Slack ({ $team }), by Socket Mode. Press Ctrl-C to stop. (Left from last time: { $taken_up })
serve-started-http = At work in Slack ({ $team }), listening at { $address }. Press Ctrl-C to stop. (Left from last time: { $taken_up })
serve-stopped = Stopped. To go on with at the next start: { $left }
serve-no-bot-token = { $variable } is not set. Please set it to the token that begins with xoxb-, on the page "OAuth & Permissions" of your Slack app; docs/slack.md has the steps.
serve-wrong-token = { $variable } needs the token that begins with { $beginning }; it seems to hold one of another kind.
serve-no-transport = There is no way to Slack yet. For Socket Mode set { $app_token } (the token that begins with xapp-), for HTTP set { $signing_secret }. If in doubt, choose Socket Mode.
serve-secret-is-token = { $variable } holds a token. Please set it to the Signing Secret on the page "Basic Information" of your Slack app.
serve-token-refused = Slack did not accept the token in { $variable } ({ $error }). { $variable ->
    [SLACK_APP_TOKEN] Please make one with connections:write under "Basic Information", "App-Level Tokens", on the app's page, and set it.
   *[other] Please install the app to the workspace again and set the new token.
}
serve-cannot-listen = Cannot listen on port { $port } of { $host }. Please see whether another program uses it, and check MINORI_SERVE_HOST and MINORI_SERVE_PORT.
doctor-slack-none = Slack: not set up (everything else works without)
doctor-slack-settings = Slack: something is missing in the settings. { $problem }
doctor-slack-token = Slack: connected to { $team } (@{ $bot })
doctor-slack-refused = Slack: no connection. { $problem }
doctor-slack-token-advice = docs/slack.md says what to do, under "When something does not work".
doctor-slack-scopes = Permissions in Slack: all there ({ $count })
doctor-slack-scopes-missing = Permissions missing in Slack: { $scopes }
doctor-slack-scopes-advice = On the page "App Manifest" of your Slack app, paste manifest.yaml again and save; then install the app again on the page "Install App".
doctor-slack-scopes-unknown = Permissions in Slack: could not be checked, as the server does not tell them
doctor-slack-socket = The way to Slack: Socket Mode (it connects)
doctor-slack-http = The way to Slack: HTTP (port { $port } of { $host }; the signing secret is set)
doctor-slack-running = The way to Slack: in use by the minori that is running
