"""Lets the invite checker run on Synapse as published.

The checker registers a third-party-rules callback `on_upgrade_room` that only a fork of Synapse knows; elsewhere the
registration raises TypeError and Synapse ends. This module adds the callback and has to be listed before the checker.
"""

import inspect

from synapse.handlers.room import RoomCreationHandler
from synapse.module_api import ModuleApi


class Compat:
    def __init__(self, config, api):
        """Everything is done when the configuration is read, before any other module is made."""

    @staticmethod
    def parse_config(config):
        _add_upgrade_callback()
        return config or {}


def _add_upgrade_callback() -> None:
    register = ModuleApi.register_third_party_rules_callbacks
    signature = inspect.signature(register)
    if "on_upgrade_room" in signature.parameters:
        return
    callbacks = []
    upgrade = RoomCreationHandler.upgrade_room

    def register_with_upgrade(self, *, on_upgrade_room=None, **others):
        if on_upgrade_room is not None:
            callbacks.append(on_upgrade_room)
        return register(self, **others)

    async def upgrade_after_asking(self, requester, old_room_id, new_version, *arguments, **others):
        is_admin = await self.auth.is_server_admin(requester)
        for callback in callbacks:
            await callback(requester, new_version, is_admin)
        return await upgrade(self, requester, old_room_id, new_version, *arguments, **others)

    extra = inspect.Parameter("on_upgrade_room", inspect.Parameter.KEYWORD_ONLY, default=None)
    register_with_upgrade.__signature__ = signature.replace(parameters=[*signature.parameters.values(), extra])
    ModuleApi.register_third_party_rules_callbacks = register_with_upgrade
    RoomCreationHandler.upgrade_room = upgrade_after_asking
