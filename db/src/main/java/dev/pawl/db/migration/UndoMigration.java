package dev.pawl.db.migration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Undoes the newest migration with its {@code U…} script, which Flyway's free edition does not run. Script and history
 * row change in one transaction.
 */
public final class UndoMigration {
    private static final String NEWEST = """
            select installed_rank, version, script from flyway_schema_history
            where version is not null and success
            order by installed_rank desc limit 1
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    public UndoMigration(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * Undoes one migration.
     *
     * @param dropData whether data may be lost
     * @return the version that was undone; empty if there is none left
     * @throws DataLossException if data would be lost without {@code dropData}; then nothing has changed
     */
    public Optional<String> undo(boolean dropData) {
        return Objects.requireNonNull(transactions.execute(status -> undoNewest(dropData)));
    }

    private Optional<String> undoNewest(boolean dropData) {
        if (jdbc.queryForObject("select to_regclass('flyway_schema_history')::text", String.class) == null) {
            return Optional.empty();
        }
        // Concurrent migrations and undos wait.
        jdbc.execute("lock table flyway_schema_history in access exclusive mode");
        List<Applied> newest = jdbc.query(NEWEST, new SimplePropertyRowMapper<>(Applied.class));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        undo(newest.getFirst(), dropData);
        return Optional.of(newest.getFirst().version());
    }

    private void undo(Applied migration, boolean dropData) {
        UndoScript script = UndoScript.of(migration.script());
        List<String> holding = script.losses().stream()
                .filter(this::holdsData)
                .map(UndoScript.Loss::name)
                .toList();
        if (!holding.isEmpty() && !dropData) {
            throw new DataLossException(script.name(), holding);
        }
        jdbc.execute(script.sql());
        jdbc.update("delete from flyway_schema_history where installed_rank = ?", migration.installedRank());
    }

    /** Checked under a lock, so that no row is added afterwards. */
    private boolean holdsData(UndoScript.Loss loss) {
        jdbc.execute("lock table " + loss.table() + " in access exclusive mode");
        return Boolean.TRUE.equals(jdbc.queryForObject(loss.holdsData(), Boolean.class));
    }

    private record Applied(int installedRank, String version, String script) {}
}
