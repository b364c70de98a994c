package dev.pawl.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.db.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class UnavailableIT {
    private static final TestDatabase DATABASE = TestDatabase.empty();

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
    void whatTheDatabaseRefusesIsNotAskedAgain() {
        assertThat(Unavailable.is(refusal("select 1 / 0"))).isFalse();
        assertThat(Unavailable.is(refusal("select nothing"))).isFalse();
    }

    private static DataAccessException refusal(String sql) {
        SingleConnectionDataSource impatient = new SingleConnectionDataSource(DATABASE.url(), true);
        try {
            JdbcClient.create(impatient).sql("set lock_timeout = '50ms'").update();
            return catchThrowableOfType(
                    DataAccessException.class,
                    () -> JdbcClient.create(impatient).sql(sql).update());
        } finally {
            impatient.destroy();
        }
    }
}
