"""What a reader sees, on the page or in a file: the filters and what they leave, numbers, words, escaped text."""
