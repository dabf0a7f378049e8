# After a deletion: what Minori posted in the chat has been taken back.

taken-back-walk = This value walk was deleted.
taken-back-card = This value card was deleted.
taken-back-page = Something that stood on this page was deleted. Go to another screen and come back to see the page as it is now.
taken-back-shared = Another firm took back the value card that was shown here, so this message was emptied. Write "continue" for your value walk, or "value cards" for your cards, to see them again.
taken-back-done = Everything that Minori posted about the deleted { $subject ->
        [walk] value walk
       *[card] value card
    } has been taken back: messages { $messages }, files { $files }.
taken-back-nothing = Nothing that Minori posted about the deleted { $subject ->
        [walk] value walk
       *[card] value card
    } is left in the chat.
taken-back-left = Of what Minori posted about the deleted { $subject ->
        [walk] value walk
       *[card] value card
    }, this was taken back: messages { $messages }, files { $files }. Still there: { $left }. They could not be deleted within a day. Please ask an administrator of Slack to delete them.
taken-back-own = Messages that people wrote themselves cannot be deleted by Minori. Please delete those that you do not want to keep.
