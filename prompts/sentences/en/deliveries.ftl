# What minori doctor says of messages to be brought to the chat.
doctor-deliveries = Messages owed: { $waiting } waiting, { $in_doubt } being checked for arrival, { $given_up } could not be delivered, { $twins } stood there twice and were removed
doctor-twins-advice = Messages arrived twice. Please set MINORI_DELIVERY_WAIT_S longer than the chat takes to show a message in its history. docs/reliability.md says more.
doctor-ticks-none = Regular work: it has never run yet (minori serve or minori demo begins it)
doctor-ticks = Time since the regular work last ran: { $names }
doctor-ticks-advice = Minori is running, but some of its regular work has not run for { $minutes } minutes or more. Please look for routine_failed in the log and start Minori again.
