package org.atelier.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;

/** What DuckDB's and PostgreSQL's drivers understand alike: UUIDs as objects, times as offset date-times. */
final class Dialect {
    private Dialect() {}

    static Jdbi jdbi(DataSource source) {
        var jdbi = Jdbi.create(source);
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerColumnMapper(UUID.class, (rows, column, context) -> rows.getObject(column, UUID.class));
        jdbi.registerColumnMapper(Instant.class, (rows, column, context) -> instant(rows, column));
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        return jdbi;
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        var time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(java.sql.Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }
}
