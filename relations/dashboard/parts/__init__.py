"""The parts of the page: each function returns the HTML of one part for one scene."""
