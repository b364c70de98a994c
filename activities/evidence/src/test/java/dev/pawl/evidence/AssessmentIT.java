package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.evidence.attempt.Progress;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.evidence.WatchedPath;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessmentIT {
    private static final String RIGHT = "def add(a, b):\n    return a + b\n\n\ndef divide(a, b):\n    return a / b\n";
    private static final Isolation ISOLATION = Isolation.probe();

    @TempDir
    Path root;

    @Test
    void theBaselineHoldsTheResultsOfTheChecksBeforeAnyAgentRan() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.LEGACY);
        Prepared prepared = fixture.prepare(AgentProject.LEGACY.request(fixture.source.toString()));

        CheckEvidence baseline = prepared.baseline().getFirst();
        assertThat(baseline.state()).isEqualTo(CheckState.FAILED);
        assertThat(baseline.tests()).isEqualTo(3);
        assertThat(baseline.failures())
                .containsExactly("test_calculator.test_add", "test_calculator.test_not_to_be_fixed");
        assertThat(fixture.prepare(AgentProject.LEGACY.request(fixture.source.toString())))
                .isEqualTo(prepared);
    }

    @Test
    void checksAreDetectedIfTheTaskNamesNone() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.UNITTEST);
        Prepared prepared = fixture.prepare(with(fixture, List.of(), List.of(), VerifyMode.CLEAN_CHECKOUT));

        assertThat(prepared.checks()).extracting(CheckSpec::run).containsExactly("python3 -m unittest");
        assertThat(prepared.notes()).anyMatch(note -> note.contains("detected check"));
    }

    @Test
    void filesFromSetupAreNoResultAndAFailedSetupIsNamed() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        List<CheckSpec> checks = AgentProject.PLAIN.request("x").checks();
        TaskRequest request = with(
                fixture,
                List.of(new SetupSpec("mkdir -p deps/x && echo 1 > deps/x/y")),
                checks,
                VerifyMode.CLEAN_CHECKOUT);
        Prepared prepared = fixture.prepare(request);
        Evidence evidence = fixture.assess(request, prepared, 1);

        assertThat(evidence.tree()).isEqualTo(prepared.tree());
        assertThat(evidence.diff().files()).isZero();

        EvidenceFixture other = new EvidenceFixture(root.resolve("other"), ISOLATION);
        other.repository(AgentProject.PLAIN.files);
        assertThatThrownBy(() -> other.prepare(
                        with(other, List.of(new SetupSpec("echo no network; exit 7")), checks, VerifyMode.WORKSPACE)))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("no network");
    }

    @Test
    void assessingTwiceGivesTheSameEvidence() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString()).toBuilder()
                .breakpoints(List.of(new Breakpoint.FilesMatching(List.of("calculator.*", "db/**"))))
                .build();
        Prepared prepared = fixture.prepare(request);
        Path work = fixture.host.workspaces().open(fixture.task).directory();
        Files.writeString(work.resolve("calculator.py"), RIGHT);
        Files.writeString(work.resolve("check.py"), "print('ok')\n");
        Evidence first = fixture.assess(request, prepared, 1);
        Evidence second = fixture.assess(request, prepared, 1);

        assertThat(first.verified()).isTrue();
        assertThat(first.findings()).extracting(Finding::kind).containsExactly(FindingKind.PROTECTED_CHANGED);
        assertThat(first.watched()).containsExactly(new WatchedPath("calculator.*", "calculator.py"));
        assertThat(second.watched()).isEqualTo(first.watched());
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(second.tree()).isEqualTo(first.tree());
        assertThat(second.diff()).isEqualTo(first.diff());
        assertThat(second.findings()).isEqualTo(first.findings());
        assertThat(second.verified()).isTrue();
        assertThat(Files.readString(work.resolve("check.py"))).isEqualTo(AgentProject.PLAIN.files.get("check.py"));
    }

    @Test
    void filesOfASubmoduleServeTheChecksAndAreNotTheAgentsToChange() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        submodule(fixture.source);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);

        fixture.work(
                "printf 'from sub.adder import add\\n\\n\\ndef divide(a, b):\\n    return a / b\\n' > calculator.py",
                1);
        Evidence right = fixture.assess(request, prepared, 1);
        fixture.work("echo >> sub/adder.py", 2);
        Evidence trespass = fixture.assess(request, prepared, 2);

        assertThat(right.findings()).isEmpty();
        assertThat(right.verified()).isTrue();
        assertThat(trespass.findings())
                .singleElement()
                .extracting(Finding::kind, Finding::path, Finding::blocking)
                .containsExactly(FindingKind.OUTSIDE_OWNERSHIP, "sub/adder.py", true);
    }

    private static void submodule(Path source) throws Exception {
        String script = """
                git init -q -b main ../adder; printf 'def add(a, b):\n    return a + b\n' > ../adder/adder.py
                git -C ../adder add .; git -C ../adder -c user.name=u -c user.email=u@localhost commit -qm adder
                git -c protocol.file.allow=always submodule --quiet add ../adder sub
                git -c user.name=u -c user.email=u@localhost commit -qm sub; rm -r ../adder
                """;
        Process process = new ProcessBuilder("sh", "-ec", script)
                .directory(source.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aProcessThatTheAgentLeftIsEndedBeforeTheAssessment() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);
        ProcessBuilder writer = new ProcessBuilder("sleep", "600");
        writer.environment().put(ProcessSupervisor.RUN_VARIABLE, fixture.task + "/session");
        Process left = writer.start();
        Evidence evidence = fixture.assess(request, prepared, 1);

        assertThat(left.waitFor()).isNotZero();
        assertThat(evidence.findings())
                .anyMatch(finding -> finding.kind() == FindingKind.LEFTOVER_PROCESS && !finding.blocking());
    }

    @Test
    void filesThatACheckCreatesAreRemovedAndAreNoResult() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest request = with(
                fixture,
                List.of(),
                List.of(command("python3 check.py && echo x > made-by-check.txt")),
                VerifyMode.WORKSPACE);
        Prepared prepared = fixture.prepare(request);
        Path work = fixture.host.workspaces().open(fixture.task).directory();
        Files.writeString(work.resolve("calculator.py"), RIGHT);
        Evidence evidence = fixture.assess(request, prepared, 1);

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.checks().getFirst().satisfied()).isTrue();
        assertThat(evidence.verified()).as("verification was opted out of").isFalse();
        assertThat(work.resolve("made-by-check.txt")).doesNotExist();
    }

    @Test
    void aLostBaselineIsComputedAgainOnTheBaseAndNotOnTheAgentsWork() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.LEGACY);
        TaskRequest request = AgentProject.LEGACY.request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);
        Path notes = fixture.host.directories().checks(fixture.task).resolve("notes/baseline.json");
        Files.delete(notes);
        Path work = fixture.host.workspaces().open(fixture.task).directory();
        Files.writeString(work.resolve("calculator.py"), "add = divide = None\n");
        Evidence evidence = fixture.assess(request, prepared, 1);

        assertThat(evidence.checks().getFirst().newFailures()).containsExactly("test_calculator.test_divide");
    }

    @Test
    void anInPlaceWorkspaceIsAssessedLikeAnyOther() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest isolated = AgentProject.PLAIN.request(fixture.source.toString());
        TaskRequest request = in(WorkspaceSpec.inPlace(fixture.source.toString()), isolated);
        Prepared prepared = fixture.prepare(request);
        Files.writeString(fixture.source.resolve("calculator.py"), RIGHT);

        assertThat(fixture.assess(request, prepared, 1).verified()).isTrue();
    }

    @Test
    void theEvidenceSaysThatReadsAreNotObservedInPlace() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest isolated = AgentProject.PLAIN.request(fixture.source.toString());
        TaskRequest request = in(WorkspaceSpec.inPlace(fixture.source.toString()), isolated);
        Prepared prepared = fixture.prepare(request);

        assertThat(fixture.assess(request, prepared, 1).proof().unknown())
                .anyMatch(line -> line.contains("which files the checks read") && line.contains("in-place"));
    }

    @Test
    void theEvidenceDoesNotSaySoIfTheyAre() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);

        assertThat(prepared.notes().stream().anyMatch(note -> note.contains("cannot be observed")))
                .isEqualTo(fixture.assess(request, prepared, 1).proof().unknown().stream()
                        .anyMatch(line -> line.contains("which files the checks read")));
    }

    @Test
    void cancellationEndsTheRunningCheck() throws Exception {
        EvidenceFixture fixture = fixture(AgentProject.PLAIN);
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        Prepared prepared = fixture.prepare(request);
        Progress cancelled = new Progress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> Assessment.of(
                        fixture.host,
                        new AssessIteration(fixture.task, 1, request, prepared),
                        AgentTraces.NONE,
                        cancelled))
                .isInstanceOf(CancellationException.class);
    }

    private EvidenceFixture fixture(AgentProject project) throws Exception {
        EvidenceFixture fixture = new EvidenceFixture(root, ISOLATION);
        fixture.repository(Map.copyOf(project.files));
        return fixture;
    }

    private static CheckSpec command(String run) {
        CheckSpec check = AgentProject.PLAIN.request("x").checks().getFirst();
        return new CheckSpec(check.name(), run, check.timeout(), check.must(), 0, null);
    }

    private static TaskRequest in(WorkspaceSpec workspace, TaskRequest request) {
        return copy(request, workspace, request.setup(), request.checks(), request.verify());
    }

    private static TaskRequest with(
            EvidenceFixture fixture, List<SetupSpec> setup, List<CheckSpec> checks, VerifyMode verify) {
        TaskRequest request = AgentProject.PLAIN.request(fixture.source.toString());
        return copy(request, request.workspace(), setup, checks, verify);
    }

    private static TaskRequest copy(
            TaskRequest of, WorkspaceSpec workspace, List<SetupSpec> setup, List<CheckSpec> checks, VerifyMode verify) {
        return of.toBuilder()
                .workspace(workspace)
                .setup(setup)
                .checks(checks)
                .verify(verify)
                .build();
    }
}
