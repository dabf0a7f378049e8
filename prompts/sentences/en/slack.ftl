# Sentences about Slack's own surfaces.

slack-sheet-title = Minori
slack-sheet-close = Close
slack-sheet-cancel = Cancel
slack-sheet-opening = One moment, please.
slack-sheet-not-opened = The window could not be opened. Please press the button once more.
slack-confirm-title = Please confirm
slack-confirm-yes = Yes, go on
slack-confirm-no = Cancel
slack-cut = Too long to show in full; the rest is left out here.
slack-cut-items = { $count ->
    [one] One more entry is not shown here, as there is no room.
   *[other] { $count } more entries are not shown here, as there is no room.
}
slack-nothing = There is nothing to show.
