package dev.pawl.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.db.judgement.JudgementRow;
import dev.pawl.db.repository.Repositories;
import dev.pawl.db.task.TaskResult;
import dev.pawl.db.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class UnavailableIT {
    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final TestDatabase SCHEMA = TestDatabase.migrated();

    @Test
    void aLockThatIsNotGivenInTimeIsWaitedForAgain() throws SQLException {
        DATABASE.jdbc().sql("create table held (id int primary key)").update();
        try (Connection holder = DATABASE.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("insert into held values (1)");

            assertThat(Unavailable.is(refusal("insert into held values (1)"))).isTrue();
            holder.rollback();
        }
    }

    @Test
    void aRefusedStatementIsNotRetried() {
        assertThat(Unavailable.is(refusal("select 1 / 0"))).isFalse();
        assertThat(Unavailable.is(refusal("select nothing"))).isFalse();
    }

    static Stream<Consumer<Repositories>> statements() {
        return Stream.of(
                repositories -> repositories.tasks().progress("held", "running", 1, "agent", ""),
                repositories ->
                        repositories.tasks().finish("held", new TaskResult("failed", "internal", "", null, "none", "")),
                repositories -> repositories.judgements().store(verdict()),
                repositories -> repositories.checkResults().store("held", 1, List.of()));
    }

    /** The exception is the same through every part of Spring Data. */
    @ParameterizedTest
    @MethodSource("statements")
    void aLockThatARepositoryIsNotGivenInTimeIsWaitedForAgain(Consumer<Repositories> statement) throws SQLException {
        try (Connection holder = SCHEMA.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table task, judgement, check_result in access exclusive mode");

            assertThat(Unavailable.is(refusal(SCHEMA, database -> statement.accept(Repositories.on(database)))))
                    .isTrue();
            holder.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aDatabaseThatARepositoryDoesNotReachIsUnavailable(Consumer<Repositories> statement) {
        Repositories nowhere = Repositories.on(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));

        RuntimeException failure = catchThrowableOfType(RuntimeException.class, () -> statement.accept(nowhere));

        assertThat(Unavailable.is(failure)).isTrue();
    }

    private static JudgementRow verdict() {
        return new JudgementRow(
                new JudgementRow.Key("held", 1), "judge", null, List.of("one"), null, 0, 0, 0, 0, null, 0);
    }

    private static DataAccessException refusal(String sql) {
        return refusal(
                DATABASE, database -> JdbcClient.create(database).sql(sql).update());
    }

    private static DataAccessException refusal(TestDatabase on, Consumer<DataSource> statement) {
        SingleConnectionDataSource impatient = new SingleConnectionDataSource(on.url(), true);
        try {
            JdbcClient.create(impatient).sql("set lock_timeout = '50ms'").update();
            return catchThrowableOfType(DataAccessException.class, () -> statement.accept(impatient));
        } finally {
            impatient.destroy();
        }
    }
}
