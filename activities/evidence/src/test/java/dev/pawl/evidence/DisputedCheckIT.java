package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.attempt.Progress;
import dev.pawl.host.process.Isolation;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's answers to a check that contradicts the task: skip it, or take it anew from the user's directory. */
class DisputedCheckIT {
    private static final String WRONG = "import calculator\n\nassert calculator.add(2, 3) == 6\n";
    private static final String RIGHT = "import calculator\n\nassert calculator.add(2, 3) == 5\n";

    private EvidenceFixture fixture;
    private TaskRequest request;
    private Prepared prepared;

    @TempDir
    Path root;

    @BeforeEach
    void prepareAndLetTheAgentDoTheRightWork() throws Exception {
        fixture = new EvidenceFixture(root, Isolation.probe());
        fixture.repository(Map.of("calculator.py", "def add(a, b):\n    return 0\n", "check.py", WRONG));
        request = AgentProject.PLAIN.request(fixture.source.toString());
        prepared = fixture.prepare(request);
        fixture.work("""
                printf 'def add(a, b):\\n    return a + b\\n' > calculator.py
                echo > check.py
                """, 1);
    }

    @Test
    void aSkippedCheckDoesNotRunAndItsFilesAreThoseOfTheBase() throws Exception {
        assertThat(fixture.assess(request, prepared, 1).checks())
                .extracting(CheckEvidence::satisfied)
                .containsExactly(false);

        Evidence without = Assessment.of(
                fixture.host,
                new AssessIteration(fixture.task, 1, request, prepared, List.of("tests")),
                AgentTraces.NONE,
                Progress.NONE);

        assertThat(without.checks()).isEmpty();
        assertThat(without.findings())
                .anyMatch(finding -> finding.kind() == FindingKind.CHECK_SKIPPED && !finding.blocking());
        assertThat(file("check.py")).isEqualTo(WRONG);
    }

    @Test
    void aCheckThatAPersonChangedBecomesANewBaseAndTheWorkIsKept() throws Exception {
        assertThat(fixture.assess(request, prepared, 1).verified()).isFalse();
        assertThat(taken().base()).as("nothing was changed yet").isEqualTo(prepared.base());
        Files.writeString(fixture.source.resolve("check.py"), RIGHT);
        Files.writeString(fixture.source.resolve("calculator.py"), "def add(a, b):\n    return 5\n");

        Prepared changed = taken();
        Evidence evidence = fixture.assess(request, changed, 1);

        assertThat(changed.base()).isNotEqualTo(prepared.base());
        assertThat(taken()).as("again").isEqualTo(changed);
        assertThat(changed.baseline()).extracting(CheckEvidence::satisfied).containsExactly(false);
        assertThat(evidence.checks()).extracting(CheckEvidence::satisfied).containsExactly(true);
        assertThat(evidence.verified()).as("%s", evidence.findings()).isTrue();
        assertThat(file("calculator.py")).as("the agent's work").contains("a + b");
        assertThat(file("check.py")).isEqualTo(RIGHT);
        assertThat(evidence.diff().files()).isEqualTo(1);
    }

    private Prepared taken() {
        return new Preparation(fixture.host)
                .prepare(PrepareWorkspace.withChanged("tests", fixture.task, request), Progress.NONE);
    }

    private String file(String name) throws Exception {
        return Files.readString(
                fixture.host.workspaces().open(fixture.task).directory().resolve(name));
    }
}
