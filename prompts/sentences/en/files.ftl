# Files that we send (the same on every screen)
file-too-large = "{ $file }" is larger than { $limit_mb } MB and could not be sent. Please talk to your administrator.
file-failed = Sorry, "{ $file }" could not be made. Please try again in a while. If it happens again, please give your administrator the number { $reference }.
file-in-words = This is what it says.
file-written = "{ $name }" was written to { $path }
file-not-written = "{ $name }" cannot be written to { $path } ({ $reason })

# Where Slack did not take it
file-not-sent-busy = "{ $file }" could not be sent: Slack is busy. Please wait a minute and try again.
file-not-sent-permission = "{ $file }" could not be sent: the app in Slack has no permission yet to send files (files:write). Please ask your administrator to reinstall the app.
file-not-sent-forbidden = "{ $file }" could not be sent: sending files is switched off in this Slack ({ $reason }). Please talk to the administrator of Slack.
file-not-sent-restricted = "{ $file }" could not be sent: it is larger than this Slack allows. Please talk to the administrator of Slack.
file-not-sent-refused = "{ $file }" could not be sent: Slack did not take it ({ $reason }). Please tell your administrator.
file-not-sent-broken = "{ $file }" could not be sent: the connection to Slack broke off. Please try again in a while.
file-unsure = It is not certain that "{ $file }" arrived. If you do not find it in a while, please try again.

# What is sent later
later-failed = Sorry, something went wrong while this was being made, and it could not be sent. Please ask for it again in a while. If it happens again, please give your administrator the number { $reference }.
