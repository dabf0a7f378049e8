"""Run by Alembic. The connection, already inside one write transaction, comes from `migrating.py`."""

from __future__ import annotations

from alembic import context

from bot.adapters.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
