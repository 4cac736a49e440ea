"""Metadata normalised: title, day of publication, language, publisher, address, identity."""

from relations.articles.article import Article, normalise, unite
from relations.articles.header import Header, header
from relations.articles.language import detect_language

__all__ = ["Article", "Header", "detect_language", "header", "normalise", "unite"]
