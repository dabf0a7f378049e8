# Sentences about settings (environment variables).

settings-wrong = { $count ->
    [one] One setting has a value that cannot be used: { $problems }.
   *[other] { $count } settings have values that cannot be used: { $problems }.
} What can be used stands in brackets; docs/settings.md says more.
settings-no-home = There is no place for the data. Please set { $variable } to a folder.
settings-unknown = There is no setting called { $variable }; its value is not used.
settings-unknown-near = There is no setting called { $variable }. Did you mean { $near }? Its value is not used.
