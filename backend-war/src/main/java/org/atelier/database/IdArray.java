package org.atelier.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Many ids as one parameter. The array is made by the connection of now: a statement that the pool had kept names the one that it was prepared
 * on, which is closed by then.
 */
public record IdArray(List<UUID> ids) implements Argument {

    public static IdArray of(Collection<UUID> ids) {
        return new IdArray(List.copyOf(ids));
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, context.getConnection().createArrayOf("uuid", ids.toArray()));
    }
}
