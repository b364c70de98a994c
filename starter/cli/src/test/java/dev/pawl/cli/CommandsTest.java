package dev.pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"status", "list", "logs", "run"})
    void what_begins_with_a_call_gets_its_way_prepared(String command) {
        assertThat(Commands.callsGateway(List.of(command, "last"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "agents", "up", "down", "doctor", "completion", "--help", "stauts"})
    void what_does_not_costs_nothing_more(String command) {
        assertThat(Commands.callsGateway(List.of(command))).isFalse();
        assertThat(Commands.callsGateway(List.of())).isFalse();
    }
}
