"""The page as a service of JupyterHub, behind its proxy, at /services/relations/: lines for `jupyterhub_config.py`.

A test starts a hub with this file, where JupyterHub and its proxy are installed, and opens the page through it.
"""

c = get_config()  # noqa: F821 - the hub gives it

c.JupyterHub.services = [
    {
        "name": "relations",
        "url": "http://127.0.0.1:8866",
        # The hub ends and starts it again; `relations` must be on the hub's PATH, or be named with its folder.
        "command": [
            "relations", "serve", "data/", "--no-browser", "--port", "8866", "--base-url", "/services/relations/",
        ],
        "cwd": "/srv/relations",
        # The hub lets every visitor through to a service. With a token, those alone who were given it see the page:
        # "environment": {"RELATIONS_TOKEN": "..."},
    }
]  # fmt: skip
