"""The review desk: doubtful rows one after the other, each beside its words; a key an action."""
