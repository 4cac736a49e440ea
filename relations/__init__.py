"""Follow the relations between two countries: from news articles to dated, sourced events."""
