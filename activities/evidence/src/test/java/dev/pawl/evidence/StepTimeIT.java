package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command logs a line: the sum of the timeouts of all commands that a step can run fits into the step's time. */
class StepTimeIT {
    private static final Duration SETUP = Duration.ofMinutes(25);
    private static final Duration STEADY = Duration.ofMinutes(3);
    private static final Duration FLAKY = Duration.ofMinutes(12);

    @TempDir
    Path root;

    @Test
    void aStepWithAllRetriesAndALostBaselineFitsIntoItsTime() throws Exception {
        EvidenceFixture fixture = new EvidenceFixture(root, Isolation.processTree());
        fixture.repository(Map.of("a.txt", "a\n"));
        TaskRequest request = request(fixture);

        Prepared prepared = fixture.prepare(request);

        assertThat(ran()).isEqualTo(SETUP.multipliedBy(2).plus(STEADY).plus(FLAKY));
        assertThat(StepTime.prepare(request)).isGreaterThan(ran());

        Files.delete(ledger());
        Files.writeString(
                fixture.host.workspaces().open(fixture.task).directory().resolve("a.txt"), "b\n");
        fixture.host.workspaces().watch(fixture.task).begin(1, WriteProtection.NONE);
        Files.delete(fixture.host.directories().checks(fixture.task).resolve("notes/baseline.json"));
        Evidence evidence = fixture.assess(request, prepared, 1);

        assertThat(evidence.verified()).as("%s", evidence).isTrue();
        // The last setup and the last run of the flaky check belong to the negative control.
        assertThat(ran())
                .isEqualTo(SETUP.multipliedBy(8).plus(STEADY.multipliedBy(3)).plus(FLAKY.multipliedBy(14)));
        assertThat(StepTime.assess(request, prepared.checks())).isGreaterThan(ran());
    }

    private TaskRequest request(EvidenceFixture fixture) {
        TaskRequest plain = AgentProject.PLAIN.request(fixture.source.toString());
        // Green only at its last retry, in the workspace and in each clean checkout.
        String flaky = "n=$(grep -c FLAKY '%s'); test $n -gt 1 && test $((n %% 3)) -eq 1".formatted(ledger());
        return plain.toBuilder()
                .files(List.of())
                .setup(List.of(new SetupSpec(leaves("SETUP"), SETUP), new SetupSpec(leaves("SETUP"), SETUP)))
                .checks(List.of(
                        new CheckSpec("steady", leaves("STEADY"), STEADY, Must.PASS, 0, null),
                        new CheckSpec("flaky", leaves("FLAKY") + "; " + flaky, FLAKY, Must.PASS, 2, null)))
                .verify(VerifyMode.CLEAN_CHECKOUT)
                .build();
    }

    private String leaves(String word) {
        return "echo %s >> '%s'".formatted(word, ledger());
    }

    private Path ledger() {
        return root.resolve("ledger");
    }

    private Duration ran() throws IOException {
        return Files.readAllLines(ledger()).stream()
                .map(line -> switch (line) {
                    case "SETUP" -> SETUP;
                    case "STEADY" -> STEADY;
                    default -> FLAKY;
                })
                .reduce(Duration.ZERO, Duration::plus);
    }
}
