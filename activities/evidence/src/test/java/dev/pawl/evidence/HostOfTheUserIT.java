package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.Isolation;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TaskRequestBuilder;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project needs of the host of its user: ignored files, variables, and CI. */
class HostOfTheUserIT {
    private static final String SECRET = "s3cret-4711-value";
    private static final String CHECK = """
            test "$CI" = true || { echo no CI; exit 1; }
            . ./.env || exit 1
            test "$TOKEN" = "s3cret-4711-$(echo value)" || { echo "wrong token $TOKEN"; exit 1; }
            test "$FEATURE" = on || { echo no feature; exit 1; }
            grep -q done work.txt || { echo "not done with $TOKEN"; exit 1; }
            """;

    private final EvidenceFixture fixture;

    HostOfTheUserIT(@TempDir Path root) throws Exception {
        this.fixture = new EvidenceFixture(root, Isolation.probe(), Map.of("FEATURE", "on"));
        fixture.repository(Map.of("check.sh", CHECK, ".gitignore", ".env\n", "work.txt", "nothing\n"));
        Files.writeString(fixture.source.resolve(".env"), "TOKEN=" + SECRET + "\n");
    }

    @Test
    void workIsVerifiedThatNeedsAnIgnoredFileAVariableAndCi() throws Exception {
        Prepared prepared = fixture.prepare(request());
        Evidence evidence = after(prepared, request(), "echo done > work.txt");

        assertThat(evidence.verified()).as("%s", evidence).isTrue();
        assertThat(evidence.diff().files()).isEqualTo(1);
        assertThat(fixture.host.workspaces().open(fixture.task).files(evidence.snapshot()))
                .doesNotContain(".env");
    }

    @Test
    void whatAnAgentMakesOfTheFileCountsNowhere() throws Exception {
        Prepared prepared = fixture.prepare(request());
        Evidence evidence = after(prepared, request(), "echo done > work.txt; rm .env; ln -s /etc/hostname .env");

        assertThat(evidence.verified()).as("%s", evidence).isTrue();
    }

    @Test
    void aSetupMayChangeTheFile() throws Exception {
        Files.writeString(fixture.source.resolve(".env"), "TOKEN=template\n");
        TaskRequest request = builder()
                .setup(List.of(new SetupSpec("sed -i s/template/s3cret-4711-value/ .env")))
                .build();
        Prepared prepared = fixture.prepare(request);
        Evidence evidence = after(prepared, request, "echo done > work.txt");

        assertThat(evidence.verified()).as("%s", evidence).isTrue();
    }

    @Test
    void aValueOfTheFileIsShownNowhere() throws Exception {
        Prepared prepared = fixture.prepare(request());
        Evidence evidence = after(prepared, request(), "echo almost > work.txt");

        CheckEvidence check = evidence.checks().getFirst();
        assertThat(check.satisfied()).isFalse();
        assertThat(check.excerpt()).contains("not done with [redacted]");
        assertThat(evidence.toString() + prepared).doesNotContain(SECRET);
    }

    @Test
    void aResultThatHoldsAValueOfTheFileIsNotAccepted() throws Exception {
        Prepared prepared = fixture.prepare(request());
        Evidence evidence = after(prepared, request(), "echo done with $(cut -d= -f2 .env) > work.txt");

        assertThat(evidence.verified()).isFalse();
        assertThat(evidence.findings())
                .filteredOn(Finding::blocking)
                .extracting(Finding::kind)
                .containsExactly(FindingKind.COPIED_VALUE);
        assertThat(evidence.toString()).doesNotContain(SECRET);
    }

    @Test
    void aValueThatTheRepositoryItselfShowsIsNoSecretOfTheUser() throws Exception {
        fixture.commit(".env.example", "TOKEN=" + SECRET + "\n");
        Prepared prepared = fixture.prepare(request());
        Evidence evidence = after(prepared, request(), "echo done with $(cut -d= -f2 .env) > work.txt");

        assertThat(evidence.verified()).as("%s", evidence).isTrue();
    }

    @Test
    void workInAPartOfARepositoryHasTheRest() throws Exception {
        fixture.commit("packages/shared/limit.txt", "3\n");
        fixture.commit("packages/api/Makefile", "test:\n\ttest -e ../shared/limit.txt && grep -q done work.txt\n");
        TaskRequest request = builder()
                .workspace(WorkspaceSpec.isolated(fixture.source.toString())
                        .copying(List.of(".env"))
                        .in("packages/api"))
                .files(List.of("packages/api/work.txt"))
                .owns(List.of("packages/api/**"))
                .checks(List.of())
                .build();
        Prepared prepared = fixture.prepare(request);
        Evidence evidence = after(prepared, request, "echo done > packages/api/work.txt");

        assertThat(prepared.checks()).extracting(CheckSpec::run).containsExactly("make test");
        assertThat(evidence.verified()).as("%s", evidence).isTrue();
    }

    @Test
    void aFileThatWasNotCopiedIsNamedBeforeAnAgentWorks() {
        TaskRequest request = builder()
                .workspace(WorkspaceSpec.isolated(fixture.source.toString()))
                .build();

        assertThat(fixture.prepare(request).obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.fix()).contains("copy: [\".env\"]"));
    }

    @Test
    void aCheckThatIsRedBecauseTheWorkIsMissingHasNoObstacle() {
        assertThat(fixture.prepare(request()).obstacles()).isEmpty();
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        TaskRequest request =
                builder().environment(List.of("FEATURE", "MISSING_ONE")).build();

        assertThat(fixture.prepare(request).notes())
                .anyMatch(note -> note.startsWith("environment: MISSING_ONE is not set"))
                .noneMatch(note -> note.contains("FEATURE"));
    }

    private Evidence after(Prepared prepared, TaskRequest request, String work) throws Exception {
        fixture.work(work, 1);
        return fixture.assess(request, prepared, 1);
    }

    private TaskRequest request() {
        return builder().build();
    }

    private TaskRequestBuilder builder() {
        return AgentProject.PLAIN.request(fixture.source.toString()).toBuilder()
                .workspace(WorkspaceSpec.isolated(fixture.source.toString()).copying(List.of(".env")))
                .files(List.of("work.txt"))
                .setup(List.of())
                .checks(List.of(new CheckSpec("gate", "sh check.sh", Duration.ofMinutes(1), Must.PASS, 0, null)))
                .environment(List.of("FEATURE"));
    }
}
