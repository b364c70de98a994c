package dev.pawl.chaos.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Rows;
import dev.pawl.chaos.work.Scenario;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The audit detects errors: a correct task is broken on purpose, in one way at a time. */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final PartsSite site;
    private final ChaosTask task;

    AuditIT(PartsSite site) {
        this.site = site;
        this.task = new ChaosTask(site, Scenario.LIGHT);
    }

    @BeforeAll
    void aTaskInGoodOrder() {
        task.start();
        task.rows().await("ends", BOUND, Rows::finished);
        task.rows()
                .await(
                        "has an event of its end",
                        BOUND,
                        rows -> Audit.of(Observed.of(site, task)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into session (id, task_id, iteration, attempt, agent, fence, host_id, run_tag) values (gen_random_uuid(), :id, 1, 9, 'a', 99, 'h', 't') | is still open
            insert into session (id, task_id, iteration, attempt, agent, fence, host_id, run_tag) values (gen_random_uuid(), :id, 1, 9, 'a', 99, 'h', 't') | has 0 events of its opening
            insert into question (id, task_id, iteration, kind, question, reasons, deadline) values (:id, :id, 1, 'clarify', 'q', '{}', now()) | question
            insert into workspace_lock (key_hash, key, task_id) values (encode(sha256(:id::bytea), 'hex'), :id, :id) | still holds 1 directories
            delete from event where task_id = :id and seq = 3 | event 3 is missing
            delete from event where task_id = :id and type = 'task_finished' | it has 0 events of its end
            update session set input_tokens = input_tokens + 1 where task_id = :id | said it spent 10, stored are 11
            update session_total set input_tokens = input_tokens + 1 where task_id = :id | input tokens are 11, its sessions' 10
            update iteration set snapshot = null where task_id = :id | 1 assessments have an event, 0 iterations have a snapshot
            """)
    void aBrokenRowIsRed(String statement, String wrong) throws SQLException {
        try (Connection connection = site.database().getConnection()) {
            // Rolled back when the connection closes, so that each test breaks only one thing.
            connection.setAutoCommit(false);
            DataSource broken = new SingleConnectionDataSource(connection, true);
            JdbcClient.create(broken).sql(statement).param("id", task.id()).update();

            assertThat(Audit.of(Observed.of(site, task, new Rows(broken, task.id()))))
                    .anySatisfy(text -> assertThat(text).contains(wrong));
        }
    }

    @Test
    void aProcessThatIsLeftIsRed() throws IOException {
        ProcessBuilder leftover = new ProcessBuilder("sleep", "60");
        leftover.environment().put("PAWL_RUN", task.id() + "/somewhere");
        Process process = leftover.start();
        try {
            assertThat(Audit.of(Observed.of(site, task)))
                    .singleElement()
                    .asString()
                    .startsWith("still runs");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aTaskThatContinuesIsRed() {
        ChaosTask held = new ChaosTask(site, Scenario.PLAIN);
        held.control().hold("agent");
        held.start();
        held.control().await("agent");

        assertThat(Audit.of(Observed.of(site, held)))
                .contains("the task is still running", "its workflow still runs")
                .anySatisfy(text -> assertThat(text).startsWith("still runs"));

        held.control().releaseAll();
        held.rows().await("ends", BOUND, Rows::finished);
    }
}
