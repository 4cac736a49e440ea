"""One article → the dates, events, sectors, people and figures it states, each with its words."""
