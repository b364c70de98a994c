package dev.pawl.events.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pawl.db.migration.Migrations;
import dev.pawl.db.repository.Repositories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A separate database for a test class, on one embedded PostgreSQL, which ends with the JVM. */
public final class TestDatabase implements AutoCloseable {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "events_" + NUMBER.incrementAndGet();
    private final HikariDataSource dataSource;

    private TestDatabase() {
        server().sql("create database " + name).update();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2000);
        this.dataSource = new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL does not start", e);
        }
    }

    /** With the current schema and no rows. */
    public static TestDatabase migrated() {
        TestDatabase database = new TestDatabase();
        new Migrations(database.dataSource).migrate();
        return database;
    }

    /** A connection to another database of the same server. */
    public static JdbcClient server() {
        return JdbcClient.create(SERVER.getPostgresDatabase());
    }

    public String name() {
        return name;
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

    /** For programs that connect themselves; includes the user, needs no password. */
    public String url() {
        return SERVER.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
