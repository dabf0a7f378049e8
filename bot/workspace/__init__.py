"""A local workspace that speaks Slack's protocols, with a page to use it in: to try and to test a Slack app.

It knows nothing of Minori. It keeps Slack's rules strictly (limits, tokens, acknowledgements, redelivery), so that what
runs here has met them before it meets Slack.
"""
