package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.db.action.ActionFilter;
import dev.pawl.db.action.ActionRow;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.session.NewSession;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.evidence.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionActionsIT {
    private SessionFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new SessionFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void actionsAreStoredWhileTheAgentRunsAndGetTheirOutcome() {
        RunAgent input = fixture.newRun("do it");
        AgentAction command = action(1, ActionKind.COMMAND, "mvn test");
        fixture.agent.does((run, listener) -> {
            listener.action(command);
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(stored(input))
                            .singleElement()
                            .satisfies(row -> assertThat(row.outcome()).isNull()));
            assertThat(fixture.records.actions.newest(input.taskId())).isPresent();
            listener.action(command.ended(Outcome.DENIED));
            listener.action(action(2, ActionKind.MESSAGE, "so be it"));
            return ScriptedAgent.finished(run, "done", Usage.NONE);
        });

        fixture.activities.runAgent(input);

        assertThat(stored(input))
                .extracting(ActionRow::number, ActionRow::kind, ActionRow::text, ActionRow::outcome)
                .containsExactly(tuple(1, "command", "mvn test", "denied"), tuple(2, "message", "so be it", null));
        assertThat(fixture.records.actions.newest(input.taskId())).isEmpty();
        assertThat(activityEvents(input)).hasSize(3);
        assertThat(activityEvents(input).get(1))
                .contains("\"number\":1", "\"outcome\":\"denied\"", "\"kind\":\"command\"");
    }

    @Test
    void everyKindOfActionCanBeStored() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            int number = 0;
            for (ActionKind kind : ActionKind.values()) {
                number++;
                listener.action(action(number, kind, "x").ended(Outcome.SUCCEEDED));
            }
            return ScriptedAgent.finished(run, "done", Usage.NONE);
        });

        fixture.activities.runAgent(input);

        assertThat(stored(input)).hasSize(ActionKind.values().length);
    }

    @Test
    void anOlderAttemptCannotAddActions() {
        RunAgent input = fixture.newRun("do it");
        UUID newer = UUID.randomUUID();
        fixture.agent.does((run, listener) -> {
            listener.action(action(1, ActionKind.COMMAND, "kept"));
            await().atMost(Duration.ofSeconds(15)).until(() -> !stored(input).isEmpty());
            fixture.records.sessions.open(new NewSession(
                    newer, input.taskId(), 3, 2, ScriptedAgent.NAME, null, "there", input.taskId() + "/" + newer));
            listener.action(action(2, ActionKind.COMMAND, "too late"));
            return ScriptedAgent.finished(run, "done", Usage.NONE);
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input)).rootCause().hasMessageContaining("was closed");

        assertThat(stored(input)).extracting(ActionRow::text).containsExactly("kept");
    }

    @Test
    void tooManyActionsAtOnceAreLeftOutAndTheirNumbersShowIt() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            for (int number = 1; number <= 100_000; number++) {
                listener.action(action(number, ActionKind.MESSAGE, "x".repeat(2_000)));
            }
            return ScriptedAgent.finished(run, "done", Usage.NONE);
        });

        fixture.activities.runAgent(input);

        assertThat(stored(input))
                .hasSizeBetween(1, 1000)
                .allMatch(row -> row.text().length() == 500);
    }

    private static AgentAction action(int number, ActionKind kind, String text) {
        return new AgentAction(number, kind, "", text, Outcome.UNKNOWN);
    }

    private List<ActionRow> stored(RunAgent input) {
        return fixture.records
                .actions
                .list(input.taskId(), ActionFilter.ALL, 1000, null)
                .actions();
    }

    private List<String> activityEvents(RunAgent input) {
        return fixture.records.eventRows.after(input.taskId(), 0, 100).stream()
                .filter(event -> event.type().equals("agent_activity"))
                .map(EventRow::payload)
                .toList();
    }
}
