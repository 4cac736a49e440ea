"""The Voila page: an ipywidget that shows tables and charts, and the server that serves it."""
