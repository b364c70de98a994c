package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.SetupSpec;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Machine;
import dev.pawl.cli.fake.Tasks;
import dev.pawl.cli.repository.RepositoryKeys;
import dev.pawl.cli.taskfile.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {
    private static final String DEFAULTS = ".pawl/defaults.yaml";

    @TempDir
    Path directory;

    private FakeGateway gateway;
    private Machine machine;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.fresh().build());
        machine = new Machine(directory)
                .with("PAWL_ADDRESS", "127.0.0.1:" + gateway.port())
                .has("claude")
                .has("codex")
                .has("npm")
                .has("make");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private TaskSpec submitted() {
        return gateway.submitted.getLast().getTask();
    }

    private Invocation submit(String task, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "submit";
        arguments[1] = task;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return machine.pawl(arguments);
    }

    @Test
    void aTaskFileTakesTheDefaultsOfItsRepositoryWhichIsItsWorkspace() throws Exception {
        machine.file(DEFAULTS, """
                agent: codex
                model: small
                setup: [npm ci]
                checks: [npm test]
                limits: { iterations: 3, idle: 1m }
                labels: [shop]
                """).file("tasks/fix.md", "---\ntitle: Fix\n---\nDo it.\n");
        assertThat(submit("tasks/fix.md").exitCode()).isZero();
        TaskSpec task = submitted();
        assertThat(task.getAgent().getName()).isEqualTo("codex");
        assertThat(task.getAgent().getModel()).isEqualTo("small");
        assertThat(task.getSetupList()).extracting(SetupSpec::getRun).containsExactly("npm ci");
        assertThat(task.getChecks(0).getRun()).isEqualTo("npm test");
        assertThat(task.getLimits().getIterations()).isEqualTo(3);
        assertThat(task.getLabelsList()).containsExactly("shop");
        assertThat(task.getWorkspace().getSource()).isEqualTo(machine.repository.toString());
        assertThat(task.getTitle()).isEqualTo("Fix");
    }

    @Test
    void theTaskFileWinsListsReplaceAndLimitsAreMergedKeyByKey() throws Exception {
        machine.file(DEFAULTS, """
                agent: codex
                model: small
                checks: [npm test, npm run lint]
                limits: { iterations: 3, idle: 1m }
                """)
                .file("fix.md", "---\nagent: claude-code\nchecks: [make]\nlimits: { iterations: 2 }\n---\nDo it.\n");
        assertThat(submit("fix.md").exitCode()).isZero();
        TaskSpec task = submitted();
        assertThat(task.getAgent().getName()).isEqualTo("claude-code");
        assertThat(task.getAgent().hasModel())
                .as("the model of another agent is not taken")
                .isFalse();
        assertThat(task.getChecksList()).hasSize(1);
        assertThat(task.getLimits().getIterations()).isEqualTo(2);
        assertThat(task.getLimits().getIdle().getSeconds()).isEqualTo(60);
    }

    @Test
    void theAgentOfTheCommandLineOutranksFileAndDefaults() throws Exception {
        machine.file(DEFAULTS, "agents: [codex, claude-code]\n").file("fix.md", "---\ntitle: Fix\n---\nDo it.\n");
        assertThat(submit("fix.md", "--agent", "claude-code").exitCode()).isZero();
        assertThat(submitted().getAgent().getName()).isEqualTo("claude-code");
        assertThat(submitted().getFallbacksCount()).isZero();
        Invocation unknown = submit("fix.md", "--agent", "claude-cod");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("unknown agent 'claude-cod'; did you mean 'claude-code'?");
    }

    @Test
    void aTaskThatNamesAWorkspaceElsewhereTakesNoDefaults() throws Exception {
        Files.createDirectory(directory.resolve("other"));
        machine.file(DEFAULTS, "checks: [npm test]\nlabels: [shop]\n")
                .file("fix.md", "---\nagent: codex\nworkspace: ../other\n---\nDo it.\n");
        assertThat(submit("fix.md").exitCode()).isZero();
        assertThat(submitted().getChecksCount() + submitted().getLabelsCount()).isZero();
    }

    @Test
    void withoutAFileOfDefaultsATaskFileIsAsBefore() throws Exception {
        machine.file("fix.md", "---\nagent: codex\n---\nDo it.\n").file("none.md", "---\ntitle: x\n---\nDo it.\n");
        assertThat(submit("fix.md").exitCode()).isZero();
        assertThat(submitted().getWorkspace().hasSource()).isFalse();
        assertThat(submit("none.md").err()).contains("none.md:2:1: agent is missing (one of claude-code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agnet: codex                  | :1:1: unknown key 'agnet' (did you mean 'agent'?)
            'limits:\\n  iterations: five' | :2:15: limits.iterations is a whole number from 1 to 1000, not 'five'
            title: Mine                   | :1:1: 'title' is a key of one task (write it in task files)
            files: [a]                    | :1:1: 'files' is a key of one task
            branch: mine                  | :1:1: 'branch' is a key of one task
            workspace: ../other           | :1:12: workspace: '../other' leads out of the repository
            checks: npm test              | :1:9: checks is a list, not 'npm test'
            '- a'                         | :1:1: the file is not a list of 'key: value' lines
            'agent: [a'                   | not valid YAML
            network: none                 | :1:10: network: only a sandbox can restrict the network
            """)
    void aProblemOfTheDefaultsIsReportedOnceWithItsFileLineAndColumn(String text, String expected) throws Exception {
        machine.file(DEFAULTS, text.replace("\\n", "\n") + "\n").file("fix.md", "---\nagent: codex\n---\nDo it.\n");
        Invocation run = submit("fix.md");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("fix.md has a problem")
                .contains(DEFAULTS)
                .contains(expected);
        Invocation validate = machine.pawl("validate", "fix.md", DEFAULTS);
        assertThat(validate.exitCode()).isEqualTo(2);
        assertThat(validate.out().lines().filter(line -> line.contains(expected)))
                .hasSize(2);
    }

    @Test
    void problemsOfTheTaskFileAndOfTheDefaultsAreReportedTogetherEachWithItsFile() throws Exception {
        machine.file(DEFAULTS, "# mine\nmode: inplace\n").file("fix.md", "---\nagent: codx\n---\nDo it.\n");
        assertThat(submit("fix.md").err())
                .contains("fix.md has 2 problems")
                .contains("fix.md:2:8: agent: unknown value 'codx'")
                .contains(machine.repository.resolve(DEFAULTS) + ":2:7: mode: unknown value 'inplace'");
    }

    @Test
    void aConflictOfBothFilesIsReportedWhereItIsWritten() throws Exception {
        machine.file(DEFAULTS, "agents: [codex, claude-code]\n").file("fix.md", "---\nmodel: small\n---\nDo it.\n");
        assertThat(submit("fix.md").err()).contains("fix.md:2:8: model: not together with 'agents'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent: command\ncommand: [sh, agent.sh]",
                "agent: codex\nsandbox: none",
                "agent: codex\nsandbox: bubblewrap\nnetwork: all",
                "agent: codex\nsandbox: bubblewrap\nnetwork: host",
                "agent: codex\nsandbox: bubblewrap\nnetwork: agent\nallow-hosts: ['127.0.0.1:5432']",
                "agent: codex\ndeliver: apply",
                "agent: codex\ndeliver: branch",
                "agent: codex\nmode: in-place",
                "agent: codex\ninclude-uncommitted: true",
                "agent: codex\ncopy: [.env]",
                "agent: codex\nenvironment: [AWS_PROFILE]",
                "agent: codex\nlimits: { iterations: 6 }",
                "agent: codex\nlimits: { time: 31m }",
                "agent: codex\njudge: { rubric: a, command: [sh] }",
                "agent: codex\njudge: { rubric: a, provider: openai, model: m }",
            })
    void whatRunsOrGivesMoreThanTheUserAskedForNeedsConsentOnce(String text) throws Exception {
        machine.has("sh")
                .with("OPENAI_API_KEY", "k")
                .file(DEFAULTS, text + "\n")
                .file("fix it.md", "Do it.\n");
        Invocation refused = submit("fix it.md");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("nothing was started").contains("pawl submit --trust 'fix it.md'");
        assertThat(gateway.submitted).isEmpty();
        assertThat(machine.pawl("validate", "fix it.md").out())
                .contains("valid")
                .contains("--trust");

        assertThat(submit("fix it.md", "--trust").exitCode()).isZero();
        assertThat(submit("fix it.md").exitCode()).as("once").isZero();
        assertThat(gateway.submitted).hasSize(2);
        assertThat(machine.pawl("validate", "fix it.md").out()).doesNotContain("--trust");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents: [codex, claude-code]",
                "agent: codex\nmodel: m\ncontinue: true",
                "agent: codex\nsandbox: bubblewrap\nnetwork: none",
                "agent: codex\nsandbox: auto",
                "agent: codex\ndeliver: none\nmode: isolated\ninclude-uncommitted: false",
                "agent: codex\nlimits: { iterations: 5, time: 30m, cost: 2.50, tokens: 1000, on-breach: ask }",
                "agent: codex\nsetup: [npm ci]\nchecks: [npm test]\nprotect: [a]\nowns: [b]\nverify: workspace",
                "agent: codex\njudge: honest\nbreakpoints: [before-accept]\nlabels: [x]",
            })
    void whatATaskOfTheRepositoryMeansAnywayNeedsNone(String text) throws Exception {
        machine.file(DEFAULTS, text + "\n").file("fix.md", "Do it.\n");
        assertThat(submit("fix.md").err()).doesNotContain("--trust");
        assertThat(gateway.submitted).hasSize(1);
    }

    @Test
    void otherContentAndAnotherRepositoryAskAgain() throws Exception {
        machine.file(DEFAULTS, "agent: codex\ndeliver: branch\n").file("fix.md", "Do it.\n");
        assertThat(submit("fix.md", "--trust").exitCode()).isZero();
        machine.file(DEFAULTS, "# a comment\nagent: claude-code\ndeliver: branch\n");
        assertThat(submit("fix.md").exitCode())
                .as("the same keys need no other consent")
                .isZero();
        machine.file(DEFAULTS, "agent: codex\ndeliver: apply\n");
        assertThat(submit("fix.md").exitCode()).isEqualTo(3);

        Path other = directory.resolve("other");
        Files.createDirectories(other.resolve(".git"));
        Files.createDirectories(other.resolve(".pawl"));
        Files.writeString(other.resolve(DEFAULTS), "agent: codex\ndeliver: branch\n");
        assertThat(Invocation.of(machine.environment(), other, "submit", "do it")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void consentIsAskedWithAllThatItIsForAndNoAnswerIsNo() throws Exception {
        machine.has("sh").file(DEFAULTS, """
                agent: &a command
                command: [sh, -c, "echo \\u202Eolleh"]
                deliver: apply
                """).file("fix.md", "Do it.\n");
        Invocation no = Invocation.typing("\n", machine.environment(), machine.repository, "submit", "fix.md");
        assertThat(no.exitCode()).isEqualTo(3);
        assertThat(no.err())
                .contains("command:")
                .contains("- sh")
                .contains("\\u202e")
                .contains("deliver: apply")
                .contains("[y/N]");
        Invocation yes = Invocation.typing("y\n", machine.environment(), machine.repository, "submit", "fix.md");
        assertThat(yes.exitCode()).isZero();
        assertThat(submitted().getDeliver()).isEqualTo(DeliverMode.DELIVER_MODE_APPLY);
        assertThat(submit("fix.md").exitCode()).isZero();
    }

    @Test
    void everyKeyOfOneTaskIsAKeyOfATask() {
        assertThat(Keys.TASK).containsAll(RepositoryKeys.OF_ONE_TASK);
    }
}
