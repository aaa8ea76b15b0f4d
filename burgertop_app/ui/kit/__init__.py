"""Parts that every page is built from; the kit knows no page and no service."""

from burgertop_app.ui.kit.immortal import keep_constants

keep_constants()
