package dev.pawl.gateway.submit;

import dev.pawl.api.v1.SetupSpec;
import dev.pawl.workflows.model.request.StepTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the setup commands of a task. */
final class SetupReader {
    private final Violations violations;

    SetupReader(Violations violations) {
        this.violations = violations;
    }

    List<dev.pawl.workflows.model.request.SetupSpec> read(List<SetupSpec> commands, String path) {
        List<dev.pawl.workflows.model.request.SetupSpec> read = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            read.add(command(commands.get(i), "%s[%d]".formatted(path, i)));
        }
        return read;
    }

    private dev.pawl.workflows.model.request.SetupSpec command(SetupSpec command, String path) {
        Duration timeout = command.hasTimeout()
                ? Durations.read(path + ".timeout", command.getTimeout(), StepTime.COMMAND, violations)
                : StepTime.COMMAND;
        return violations.made(
                path + ".run",
                new dev.pawl.workflows.model.request.SetupSpec("true"),
                () -> new dev.pawl.workflows.model.request.SetupSpec(command.getRun(), timeout));
    }
}
