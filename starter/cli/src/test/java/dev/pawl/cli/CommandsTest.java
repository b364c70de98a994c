package dev.pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"status", "list", "logs", "run", "retry"})
    void commandsThatStartWithACallPrepareIt(String command) {
        assertThat(Commands.callsGateway(List.of(command, "last"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "mcp",
                "validate",
                "agents",
                "log",
                "hooks",
                "up",
                "down",
                "ui",
                "env",
                "doctor",
                "completion",
                "-h",
                "stauts"
            })
    void otherCommandsPrepareNoCall(String command) {
        assertThat(Commands.callsGateway(List.of(command))).isFalse();
        assertThat(Commands.callsGateway(List.of())).isFalse();
    }
}
