"""The HTTP door: an app that `create_app` makes, its routes, and what guards them."""

from api.http.app import create_app

__all__ = ["create_app"]
