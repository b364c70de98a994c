package dev.pawl.db.migration;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Migrates a database to the schema of this build, and back. */
public final class Migrations {
    static final String SCRIPTS = "db/migration";

    private final DataSource database;

    public Migrations(DataSource database) {
        this.database = database;
    }

    /** Applies missing migrations; a no-op on a current schema. Safe to run concurrently. */
    public void migrate() {
        flyway().migrate();
    }

    /** The schema's version, {@code 0} for an empty database. */
    public String version() {
        MigrationInfo current = flyway().info().current();
        return current == null ? "0" : String.valueOf(current.getVersion());
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + SCRIPTS)
                .load();
    }
}
