//! SQLite: the append-only journal, its projections, migrations, search.
