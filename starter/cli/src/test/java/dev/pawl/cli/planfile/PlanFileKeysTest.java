package dev.pawl.cli.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.OnFailure;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.TaskFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key has an effect. */
class PlanFileKeysTest {
    @TempDir
    Path directory;

    @BeforeEach
    void repository() throws Exception {
        Repositories.create(directory.resolve("repo"), "src/a.py", "src/b.py", "README.md", "lock");
    }

    private PlanFile parse(String text) throws Exception {
        Path file = directory.resolve("shop.yaml");
        Files.writeString(file, text);
        return PlanFileParser.parse(file, AgentsFile.NONE, directory);
    }

    private PlannedPackage onlyPackage(String plan, String keys) throws Exception {
        return parse("repository: repo\nagent: codex\n" + plan
                        + "\npackages:\n- { id: a, prompt: Do a., owns: [src/a.py], " + keys + " }\n")
                .packages()
                .getFirst();
    }

    @Test
    void aPlanOfAllKeysArrivesAsItWasWritten() throws Exception {
        Files.writeString(directory.resolve("b.md"), "# Do b\n\nAs said.\n");
        PlanFile plan = parse("""
                $schema: plan.schema.json
                title: Shop
                repository: repo
                agent: command
                command: [python3, "${TASK_DIR}/agent.py"]
                sandbox: none
                limits: { parallel: 3, cost: 12.50, tokens: 900000, time: 2h, iterations: 2, idle: 1m }
                copy: [.env]
                environment: [DATABASE_URL]
                setup: [make deps]
                checks: [{ run: make test, name: tests }]
                on-failure: ask
                deliver: branch
                branch: pawl/shop
                squash: true
                labels: [nightly]
                packages:
                  - id: core
                    title: The core
                    prompt: |
                      Do the core.
                    owns: [src/a.py]
                    may-touch: [lock]
                    priority: 1
                    estimate: 30m
                    attempts: 2
                    labels: [backend]
                    issues: [F-1, F-2]
                  - id: docs
                    file: b.md
                    needs: [core]
                    owns: [README.md]
                    agent: codex
                    environment: []
                    checks: [make docs]
                    limits: { iterations: 4, time: 10m }
                """);

        PlanSpec spec = PlanSubmission.of(plan, false);

        assertThat(spec.getTitle()).isEqualTo("Shop");
        assertThat(spec.getWorkspace().getSource())
                .isEqualTo(directory.resolve("repo").toString());
        assertThat(spec.getWorkspace().getCopyList()).containsExactly(".env");
        assertThat(spec.getEnvironmentList()).containsExactly("DATABASE_URL");
        assertThat(spec.getLimits().getParallel()).isEqualTo(3);
        assertThat(spec.getLimits().getCostUsd()).isEqualTo("12.50");
        assertThat(spec.getLimits().getTokens()).isEqualTo(900_000);
        assertThat(spec.getLimits().getTime().getSeconds()).isEqualTo(7200);
        assertThat(spec.getSetup(0).getRun()).isEqualTo("make deps");
        assertThat(spec.getChecks(0).getName()).isEqualTo("tests");
        assertThat(spec.getOnFailure()).isEqualTo(OnFailure.ON_FAILURE_ASK);
        assertThat(spec.getDeliver()).isEqualTo(DeliverMode.DELIVER_MODE_BRANCH);
        assertThat(spec.getBranch()).isEqualTo("pawl/shop");
        assertThat(spec.getSquash()).isTrue();
        assertThat(spec.getLabelsList()).containsExactly("nightly");
        PackageSpec core = spec.getPackages(0);
        assertThat(core.getId()).isEqualTo("core");
        assertThat(core.getTask().getTitle()).isEqualTo("The core");
        assertThat(core.getTask().getPrompt()).isEqualTo("Do the core.");
        assertThat(core.getTask().getOwnsList()).containsExactly("src/a.py");
        assertThat(core.getTask().getLabelsList()).containsExactly("backend");
        assertThat(core.getTask().getInteractive()).isFalse();
        assertThat(core.getTask().hasWorkspace()).isFalse();
        assertThat(core.getMayTouchList()).containsExactly("lock");
        assertThat(core.getPriority()).isEqualTo(1);
        assertThat(core.getEstimate().getSeconds()).isEqualTo(1800);
        assertThat(core.getAttempts()).isEqualTo(2);
        assertThat(core.getIssuesList()).containsExactly("F-1", "F-2");
        PackageSpec docs = spec.getPackages(1);
        assertThat(docs.getTask().getPrompt()).isEqualTo("# Do b\n\nAs said.");
        assertThat(docs.getTask().getTitle()).isEqualTo("docs");
        assertThat(core.getTask().getEnvironmentList()).containsExactly("DATABASE_URL");
        assertThat(docs.getTask().getEnvironmentList()).isEmpty();
        assertThat(docs.getNeedsList()).containsExactly("core");
        assertThat(docs.hasPriority()).isFalse();
        assertThat(docs.getTask().getAgent().getName()).isEqualTo("codex");
        assertThat(docs.getTask().getChecks(0).getRun()).isEqualTo("make docs");
    }

    @Test
    void aPackageTakesOverWhatItDoesNotSay() throws Exception {
        PlannedPackage a = onlyPackage(
                "setup: [s]\nchecks: [c]\nverify: workspace\nlimits: { iterations: 2, idle: 1m, cost: 5, time: 1h }",
                "");

        assertThat(a.task().agent().kind()).isEqualTo("codex");
        assertThat(a.task().setup()).extracting(TaskFile.Setup::run).containsExactly("s");
        assertThat(a.task().checks()).extracting(TaskFile.Check::run).containsExactly("c");
        assertThat(a.task().verify()).isEqualTo("workspace");
        assertThat(a.task().limits().iterations()).isEqualTo(2);
        assertThat(a.task().limits().idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(a.task().limits().costUsd()).as("is of the plan").isNull();
        assertThat(a.task().limits().time()).as("is of the plan").isNull();
    }

    @Test
    void whatAPackageSaysReplacesWhatThePlanSays() throws Exception {
        PlannedPackage a = onlyPackage(
                "setup: [s]\nchecks: [c]\nlimits: { iterations: 2, idle: 1m }",
                "agent: gemini, setup: [], checks: [d], limits: { iterations: 7, cost: 1 }");

        assertThat(a.task().agent().kind()).isEqualTo("gemini");
        assertThat(a.task().setup()).isEmpty();
        assertThat(a.task().checks()).extracting(TaskFile.Check::run).containsExactly("d");
        assertThat(a.task().limits().iterations()).isEqualTo(7);
        assertThat(a.task().limits().idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(a.task().limits().costUsd()).isEqualByComparingTo("1");
    }

    @Test
    void aNewFileIsDeclaredByThePackageOrByOneThatItNeeds() throws Exception {
        PlanFile plan = parse("""
                repository: repo
                agent: codex
                packages:
                  - { id: a, prompt: x, owns: [lib/**], files: [lib/new.py] }
                  - { id: b, prompt: x, owns: [lib/new.py, src/b.py], needs: [a] }
                """);

        assertThat(plan.packages()).hasSize(2);
        assertThat(plan.title()).as("of the file").isEqualTo("shop");
    }

    @Test
    void theRepositoryMayBeAPlainDirectory() throws Exception {
        Files.createDirectories(directory.resolve("plain"));
        Files.writeString(directory.resolve("plain/a.txt"), "a");

        assertThat(parse("repository: plain\nagent: codex\npackages: [{ id: a, prompt: x, owns: [a.txt] }]\n")
                        .packages())
                .hasSize(1);
    }

    @Test
    void everyPackageMayNameItsOwnAgentInsteadOfThePlan() throws Exception {
        assertThat(parse("repository: repo\npackages: [{ id: a, prompt: x, agents: [codex, gemini] }]\n")
                        .packages()
                        .getFirst()
                        .task()
                        .agents())
                .hasSize(2);
    }
}
