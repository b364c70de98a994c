package dev.pawl.db.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pawl.db.migration.Migrations;
import dev.pawl.db.repository.Repositories;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A separate database for a test class, on the JVM's embedded PostgreSQL: keep it in a static final field. It ends with
 * the JVM; closing it releases its connections earlier.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        this.dataSource = new HikariDataSource(config);
    }

    /** Empty: no migration has run. */
    public static TestDatabase empty() {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(EmbeddedServer.INSTANCE.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return new TestDatabase(name);
    }

    /** With the current schema and no rows. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        new Migrations(database.dataSource()).migrate();
        return database;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public Repositories repositories() {
        return Repositories.on(dataSource);
    }

    public TransactionOperations transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** For programs that connect themselves; includes user and database, needs no password. */
    public String url() {
        return EmbeddedServer.INSTANCE.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
