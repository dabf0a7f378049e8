// A small app with Slack's own library for JavaScript. It prints every payload it is given ("PAYLOAD {…}"), answers, and
// prints "READY". MODE=http: signed posts to PORT; otherwise a socket.
const { App, LogLevel } = require('@slack/bolt');

const http = process.env.MODE === 'http';
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  appToken: http ? undefined : process.env.SLACK_APP_TOKEN,
  socketMode: !http,
  logLevel: LogLevel.INFO,
  ignoreSelf: false, // its own messages come back as events, and are printed too
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const plain = (text) => ({ type: 'plain_text', text });
const option = (text, value) => ({ text: plain(text), value });
const button = (action_id, text) => ({ type: 'button', action_id, value: `${action_id}-1`, text: plain(text) });
const OPTIONS = [option('甲', 'k'), option('乙', 'o')];
const CHOICES = [
  button('go', '行く'),
  button('open_form', '開く'),
  { type: 'static_select', action_id: 'one', options: OPTIONS },
  { type: 'multi_static_select', action_id: 'several', options: OPTIONS },
  { type: 'external_select', action_id: 'found', min_query_length: 1 },
  { type: 'users_select', action_id: 'user' },
  { type: 'conversations_select', action_id: 'conversation' },
  { type: 'channels_select', action_id: 'channel' },
  { type: 'overflow', action_id: 'more', options: OPTIONS },
  { type: 'checkboxes', action_id: 'boxes', options: OPTIONS },
  { type: 'radio_buttons', action_id: 'radio', options: OPTIONS },
  { type: 'datepicker', action_id: 'date' },
  { type: 'timepicker', action_id: 'time' },
];
const FEEDBACK = [{
  type: 'context_actions',
  elements: [{
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: { text: plain('役に立った'), value: '+' },
    negative_button: { text: plain('違った'), value: '-' },
  }],
}];
const FORM = {
  type: 'modal',
  callback_id: 'form',
  notify_on_close: true,
  private_metadata: 'kept',
  title: plain('相談'),
  submit: plain('送る'),
  blocks: [
    { type: 'input', block_id: 'q', label: plain('質問'), element: { type: 'plain_text_input', action_id: 'text' } },
    { type: 'input', block_id: 'd', optional: true, label: plain('日'), element: { type: 'datepicker', action_id: 'day' } },
  ],
};

app.use(async ({ body, next }) => {
  console.log(`PAYLOAD ${JSON.stringify(body)}`);
  await next();
});

app.message(/^hello/, async ({ message, say }) => {
  await say({
    text: `Hello <@${message.user}>`,
    blocks: [{ type: 'actions', block_id: 'row', elements: CHOICES }, ...FEEDBACK],
  });
});
app.message(/^whisper/, async ({ message, client }) => {
  await client.chat.postEphemeral({ channel: message.channel, user: message.user, text: 'only for you' });
});
app.message(/^stream/, async ({ message, client, context }) => {
  const stream = client.chatStream({
    channel: message.channel, thread_ts: message.ts, recipient_team_id: context.teamId, recipient_user_id: message.user,
  });
  await stream.append({ markdown_text: 'one **two** ' });
  await stream.append({ markdown_text: 'three' });
  await stream.stop({ blocks: FEEDBACK });
});
app.message(/^upload/, async ({ message, client }) => {
  await client.files.uploadV2({
    channel_id: message.channel, thread_ts: message.ts, filename: 'note.txt', content: 'あ', initial_comment: 'a file',
  });
});
app.message(/^status/, async ({ message, client, say }) => {
  await client.assistant.threads.setStatus({ channel_id: message.channel, thread_ts: message.ts, status: 'looking' });
  await say({ text: 'looked', thread_ts: message.ts });
});
app.message(/^bad blocks/, async ({ say }) => {
  try {
    await say({ text: 'x', blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] });
  } catch (error) {
    await say(`${error.data.error}: ${error.data.response_metadata.messages.join()}`);
  }
});
app.event('app_mention', async ({ event, say }) => {
  await say({ text: `mentioned by <@${event.user}>`, thread_ts: event.ts });
});
app.event('app_home_opened', async ({ event, client }) => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: `home of <@${event.user}>` } }];
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
});
for (const name of ['message', 'file_shared', 'member_joined_channel', 'member_left_channel', 'team_join', 'user_change']) {
  app.event(name, async () => {});
}

app.action('go', async ({ ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: 'pressed once' });
});
app.action('open_form', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: FORM });
});
app.action(/^(?!go$|open_form$)/, async ({ ack, action, say }) => {
  await ack();
  await say(`chosen: ${action.action_id}`);
});
app.options('found', async ({ ack, payload }) => {
  await ack({ options: [option(`${payload.value}!`, 'f')] });
});
app.view('form', async ({ ack, view, body, client }) => {
  const { value } = view.state.values.q.text;
  if (value === 'wrong') return ack({ response_action: 'errors', errors: { q: '短すぎます' } });
  await ack();
  return client.chat.postMessage({ channel: body.user.id, text: `form: ${value} (${view.private_metadata})` });
});
app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `closed: ${body.is_cleared}` });
});
app.command('/ask', async ({ ack, command }) => {
  await ack({ response_type: 'in_channel', text: `asked: ${command.text}` });
});
app.shortcut('everywhere', async ({ ack, shortcut, client }) => {
  await ack();
  await client.views.open({ trigger_id: shortcut.trigger_id, view: FORM });
});
app.shortcut('this_message', async ({ ack, respond, shortcut }) => {
  await ack();
  await respond(`shortcut on ${shortcut.message.text}`);
});
app.error(async (error) => console.log(`FAILED ${error.stack} ${JSON.stringify(error.data ?? {})}`));

app.start(process.env.PORT ? Number(process.env.PORT) : 0).then(() => console.log('READY'));
