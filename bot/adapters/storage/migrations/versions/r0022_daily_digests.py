"""On which weekdays, at which hour and of which firms a coordinator wishes the daily digest.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Empty for whoever has chosen nothing: every day, with the hour and the firms of the weekly one.
    op.add_column("digest_choice", sa.Column("daily_on", sa.String(length=16), nullable=True))
    op.add_column("digest_choice", sa.Column("daily_at", sa.String(length=5), nullable=True))
    op.add_column("digest_choice", sa.Column("daily_scope", sa.String(length=16), nullable=True))
    op.add_column("digest_choice", sa.Column("daily_firm_ids", sa.JSON(), nullable=True))
