package dev.pawl.db.content;

import dev.pawl.db.column.Columns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The contents that rows refer to: every column of the domain {@code sha256}, and everything in a JSON column that
 * looks like a hash. Columns are found in the schema, so none can be forgotten.
 */
public final class ContentReferences {
    private static final String COLUMNS = """
            select format('select %1$I from %2$I.%3$I where %1$I = any(:names)', column_name, table_schema, table_name)
            from information_schema.columns
            where table_schema = current_schema() and domain_name = 'sha256'
            union all
            select format('select found[1] from %2$I.%3$I, regexp_matches(%1$I::text, ''[0-9a-f]{64}'', ''g'') found'
                          ' where found[1] = any(:names)', column_name, table_schema, table_name)
            from information_schema.columns
            where table_schema = current_schema() and data_type in ('json', 'jsonb')
            """;

    private final JdbcClient jdbc;

    public ContentReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the names that a row refers to. */
    public Set<String> among(Set<String> names) {
        Set<String> found = new HashSet<>();
        if (!names.isEmpty()) {
            for (String sql : jdbc.sql(COLUMNS).query(String.class).list()) {
                found.addAll(jdbc.sql(sql)
                        .param("names", Columns.texts(List.copyOf(names)))
                        .query(String.class)
                        .list());
            }
        }
        return found;
    }
}
