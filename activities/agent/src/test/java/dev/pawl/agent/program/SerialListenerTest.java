package dev.pawl.agent.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.host.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SerialListenerTest {
    private final List<AgentAction> actions = new ArrayList<>();
    private final SerialListener listener = new SerialListener(
            new AgentListener() {
                @Override
                public void action(AgentAction action) {
                    actions.add(action);
                }
            },
            Redaction.of(Map.of()));

    @Test
    void eachContactedHostIsOneActionBetweenThoseOfTheAgentWithoutGapsInTheirNumbers() {
        AgentAction first = new AgentAction(1, ActionKind.COMMAND, "shell", "make", Outcome.UNKNOWN);
        listener.action(first);
        listener.contacted("api.example.org:443", true);
        listener.contacted("api.example.org:443", true);
        listener.contacted("evil.example.org:443", false);
        listener.action(first.ended(Outcome.SUCCEEDED));
        listener.action(new AgentAction(2, ActionKind.MESSAGE, "", "done", Outcome.UNKNOWN));

        assertThat(actions)
                .extracting(AgentAction::number, AgentAction::text, AgentAction::outcome)
                .containsExactly(
                        tuple(1, "make", Outcome.UNKNOWN),
                        tuple(2, "api.example.org:443", Outcome.SUCCEEDED),
                        tuple(3, "evil.example.org:443", Outcome.DENIED),
                        tuple(1, "make", Outcome.SUCCEEDED),
                        tuple(4, "done", Outcome.UNKNOWN));
    }
}
