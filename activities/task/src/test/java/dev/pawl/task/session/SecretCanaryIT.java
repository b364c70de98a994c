package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.command.CommandAgent;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.db.action.ActionFilter;
import dev.pawl.db.action.ActionRow;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.request.AgentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent gets fake keys and reveals them in every way it can: no row of any table contains one, or half of one. */
class SecretCanaryIT {
    /** Recognised by its form; in the prompt, and the agent repeats it. */
    private static final String SHAPED = "sk-ant-api03-canary9" + "x".repeat(60);
    /** Recognised only as the value of a variable of the agent. */
    private static final String VALUE = "canary-tweets-at-midnight";

    private static final List<String> CANARIES =
            List.of(SHAPED.substring(0, 20), VALUE.substring(0, 13), Records.SECRET.substring(0, 13));

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'";

    private static final String AGENT = """
            pad=$(head -c 465 /dev/zero | tr '\\0' 'p')
            key=$(cat | grep -o 'sk-ant[A-Za-z0-9-]*')
            for s in "$key" "$ACME_API_KEY" "$HOST_SECRET"; do
              echo "plain $s"
              echo "$pad $s"
              echo '{"type":"message","text":"'"$pad $s"'"}'
              echo '{"type":"action","kind":"command","tool":"'"$s"'","text":"curl -H '"$s"' localhost","outcome":"failed"}'
              echo '{"type":"action","kind":"file_edit","text":"'"$pad $s"'"}'
              echo '{"type":"question","text":"is '"$s"' right?"}'
            done
            echo "$ACME_API_KEY" >&2
            echo '{"type":"result","status":"finished","reason":"'"$ACME_API_KEY"'","text":"done with '"$key"'"}'
            """;

    @TempDir
    Path home;

    @Test
    void aKeyInPromptEnvironmentAndOutputIsInNoRowOfAnyTable() {
        try (SessionFixture fixture = new SessionFixture(home)) {
            RunAgent input = fixture.newRun("Use " + SHAPED);
            fixture.agent.does(
                    (run, listener) -> new CommandAgent(fixture.processes, settings()).run(revealing(run), listener));

            assertThat(fixture.activities.runAgent(input).ending()).isEqualTo(Ending.FINISHED);

            Records records = fixture.records;
            List<ActionRow> done = records.actions
                    .list(input.taskId(), ActionFilter.ALL, 1000, null)
                    .actions();
            assertThat(done)
                    .hasSizeGreaterThan(15)
                    .extracting(ActionRow::kind)
                    .contains("message", "command", "file_edit", "question");
            assertThat(done).extracting(ActionRow::text).contains("plain [redacted]", "is [redacted] right?");
            assertThat(done).noneMatch(row -> holdsCanary(row.toString()));
            for (String table : records.jdbc.sql(TABLES).query(String.class).list()) {
                assertThat(rows(records, table)).as("rows of " + table).noneMatch(SecretCanaryIT::holdsCanary);
            }
        }
    }

    @Test
    void theTestCanFail() {
        assertThat(holdsCanary("… " + VALUE.substring(0, 14) + "…")).isTrue();
    }

    private static List<String> rows(Records records, String table) {
        return records.jdbc
                .sql("select cast(t as text) from \"%s\" t".formatted(table))
                .query(String.class)
                .list();
    }

    private static boolean holdsCanary(String text) {
        return CANARIES.stream().anyMatch(text::contains);
    }

    private AgentSettings settings() throws IOException {
        Map<String, String> environment =
                Map.of("PATH", System.getenv("PATH"), "ACME_API_KEY", VALUE, "HOST_SECRET", Records.SECRET);
        AgentSettings settings = AgentSettings.of(environment, Files.createTempDirectory(home, "user"));
        return new AgentSettings(
                environment,
                settings.home(),
                settings.allowed().plus(List.of("ACME_API_KEY", "HOST_SECRET")),
                1 << 20,
                Duration.ofSeconds(2),
                Map.of(),
                PriceTable.NONE);
    }

    /** The same run with a program that reveals everything. */
    private static AgentRun revealing(AgentRun run) {
        return run.toBuilder()
                .spec(AgentSpec.command(List.of("sh", "-c", AGENT)))
                .build();
    }
}
