package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.Escalation;
import dev.pawl.api.v1.WaitEnd;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.api.v1.WatchedFiles;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each documented key has an effect. */
class TaskFileKeysTest {
    @TempDir
    Path directory;

    private TaskFile parse(String... keys) throws IOException, InvalidFileException {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\n" + String.join("\n", keys) + "\n---\nDo the work.\n");
        return TaskFileParser.parse(file);
    }

    private TaskFile.Check check(String... lines) throws IOException, InvalidFileException {
        return parse("agent: claude-code", "checks:", "  - " + String.join("\n    ", lines))
                .checks()
                .getFirst();
    }

    private TaskFile.Judge judge(String keys) throws IOException, InvalidFileException {
        TaskFile.Judge judge = parse("agent: claude-code", "judge: { rubric: Clear, " + keys + " }")
                .judge();
        assertThat(judge).isNotNull();
        return judge;
    }

    @Test
    void titleNamesTheTask() throws Exception {
        assertThat(parse("agent: claude-code", "title: Calculator").title()).isEqualTo("Calculator");
    }

    @Test
    void withoutATitleTheFirstLineOfThePromptIsIt() throws Exception {
        assertThat(parse("agent: claude-code").title()).isEqualTo("Do the work.");
    }

    @Test
    void thePromptIsWhatFollowsTheFrontMatter() throws Exception {
        assertThat(parse("agent: claude-code").prompt()).isEqualTo("Do the work.");
    }

    @Test
    void agentSaysWhoWorks() throws Exception {
        assertThat(parse("agent: claude-code").agent().kind()).isEqualTo("claude-code");
    }

    @Test
    void modelGoesToTheAgent() throws Exception {
        assertThat(parse("agent: claude-code", "model: opus").agent().model()).isEqualTo("opus");
    }

    @Test
    void inheritNamesWhatTheAgentGetsOfTheUsersSettings() throws Exception {
        assertThat(parse("agent: codex", "inherit: [skills, instructions]")
                        .agents()
                        .getFirst()
                        .inherit())
                .containsExactly("skills", "instructions");
        assertThat(parse("agents: [qwen, gemini]", "inherit: [mcp]").agents())
                .extracting(NamedAgent::inherit)
                .containsExactly(List.of(), List.of("mcp"));
        assertThat(parse("agent: codex").agents().getFirst().inherit()).isEmpty();
    }

    @Test
    void continueContinuesWithTheAgentsOwnSession() throws Exception {
        assertThat(parse("agent: codex", "continue: true").continued()).isTrue();
        assertThat(parse("agent: codex").continued()).isFalse();
    }

    @Test
    void sandboxAndNetworkLimitWhatATaskSeesOfItsHost() throws Exception {
        TaskFile file = parse("agent: codex", "sandbox: bubblewrap", "network: agent");

        assertThat(file.sandbox()).isEqualTo("bubblewrap");
        assertThat(file.network()).isEqualTo("agent");
        assertThat(parse("agent: codex").sandbox()).isEqualTo("none");
        assertThat(parse("agent: codex", "sandbox: auto").sandbox()).isEqualTo("auto");
    }

    @Test
    void allowHostsAreTheOnlyServersThatASandboxReaches() throws Exception {
        TaskFile file = parse(
                "agent: codex",
                "sandbox: bubblewrap",
                "network: agent",
                "allow-hosts: [api.openai.com, '*.example.org', '127.0.0.1:8080']");

        assertThat(file.allowHosts()).containsExactly("api.openai.com", "*.example.org", "127.0.0.1:8080");
        assertThat(parse("agent: codex").allowHosts()).isEmpty();
    }

    @Test
    void commandIsTheProgramOfACommandAgent() throws Exception {
        assertThat(parse("agent: command", "command: [python3, -u, agent.py]")
                        .agent()
                        .command())
                .containsExactly("python3", "-u", "agent.py");
    }

    @Test
    void taskDirInCommandIsTheDirectoryOfTheFile() throws Exception {
        assertThat(parse("agent: command", "command: [python3, \"${TASK_DIR}/agent.py\"]")
                        .agent()
                        .command())
                .containsExactly("python3", directory.resolve("agent.py").toString());
    }

    @Test
    void workspaceIsRelativeToTheFile() throws Exception {
        Path work = Files.createDirectory(directory.resolve("wörk space"));
        assertThat(parse("agent: claude-code", "workspace: ./wörk space").workspace())
                .isEqualTo(work);
        assertThat(parse("agent: claude-code", "workspace: .").workspace()).isEqualTo(directory);
    }

    @Test
    void withoutAWorkspaceTheTaskStartsEmpty() throws Exception {
        assertThat(parse("agent: claude-code").workspace()).isNull();
    }

    @Test
    void modeChoosesWhereTheAgentWorks() throws Exception {
        assertThat(parse("agent: claude-code").mode()).isEqualTo("isolated");
        assertThat(parse("agent: claude-code", "workspace: .", "mode: in-place").mode())
                .isEqualTo("in-place");
    }

    @Test
    void includeUncommittedStartsFromTheWorkingTree() throws Exception {
        assertThat(parse("agent: claude-code").includeUncommitted()).isFalse();
        assertThat(parse("agent: claude-code", "include-uncommitted: true").includeUncommitted())
                .isTrue();
    }

    @Test
    void limitsBoundTheTask() throws Exception {
        TaskFile.Limits limits = parse(
                        "agent: claude-code",
                        "limits: { iterations: 3, turns: 30, time: 1h30m, idle: 90s, cost: 2.50, tokens: 3000000000,"
                                + " on-breach: ask }")
                .limits();
        assertThat(limits.iterations()).isEqualTo(3);
        assertThat(limits.turns()).isEqualTo(30);
        assertThat(limits.time()).isEqualTo(Duration.ofMinutes(90));
        assertThat(limits.idle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(limits.costUsd()).isEqualTo(new BigDecimal("2.50"));
        assertThat(limits.tokens()).isEqualTo(3_000_000_000L);
        assertThat(limits.onBreach()).isEqualTo("ask");
    }

    @Test
    void limitsLeftOutAreLeftToTheService() throws Exception {
        assertThat(parse("agent: claude-code").limits())
                .isEqualTo(new TaskFile.Limits(null, null, null, null, null, null, null));
    }

    @Test
    void aWholeNumberOfDollarsIsACost() throws Exception {
        assertThat(parse("agent: claude-code", "limits: { cost: 2 }").limits().costUsd())
                .isEqualByComparingTo("2");
    }

    @Test
    void filesMustExistInTheResult() throws Exception {
        assertThat(parse("agent: claude-code", "files: [a.py, b/c.py]").files()).containsExactly("a.py", "b/c.py");
    }

    @Test
    void ownsLimitsWhatTheAgentMayChange() throws Exception {
        assertThat(parse("agent: claude-code", "owns: [\"src/**\"]").owns()).containsExactly("src/**");
    }

    @Test
    void setupPreparesACheckout() throws Exception {
        assertThat(parse("agent: claude-code", "setup: [npm ci]").setup())
                .containsExactly(new TaskFile.Setup("npm ci", null));
    }

    @Test
    void aSetupCommandCanHaveATimeout() throws Exception {
        assertThat(parse("agent: claude-code", "setup: [{ run: npm ci, timeout: 25m }, make deps]")
                        .setup())
                .containsExactly(
                        new TaskFile.Setup("npm ci", Duration.ofMinutes(25)), new TaskFile.Setup("make deps", null));
    }

    @Test
    void setupAndChecksThatMayTakeTooLongAreRefusedWithTheSumAndTheBound() {
        assertThatThrownBy(() -> parse("agent: claude-code", "checks: [{ run: make, timeout: 5h, retries: 4 }]"))
                .hasMessageContaining("checks: setup and checks may take 25h12m30s in all")
                .hasMessageContaining("at most 24h are allowed");
        assertThatThrownBy(() -> parse("agent: claude-code", "setup: [{ run: make, timeout: 22h }]"))
                .hasMessageContaining("setup: setup and checks may take 25h17m30s in all");
    }

    @Test
    void protectNamesWhatIsRestoredBeforeACheck() throws Exception {
        assertThat(parse("agent: claude-code", "protect: [\"tests/**\"]").protect())
                .containsExactly("tests/**");
    }

    @Test
    void testsAndRemovesNameAllowedChangesAndRemovals() throws Exception {
        TaskFile task = parse(
                "agent: claude-code",
                "removes: [old.py]",
                "tests: { may-change: [\"tests/legacy/**\"], may-remove: [tests/old/] }");
        assertThat(task.removes()).containsExactly("old.py");
        assertThat(task.tests()).isEqualTo(new TaskFile.Tests(List.of("tests/legacy/**"), List.of("tests/old/")));
        assertThat(Submission.of(task, true).getTests().getMayRemoveList()).containsExactly("tests/old/");
        assertThat(Submission.of(task, true).getRemovesList()).containsExactly("old.py");
    }

    @Test
    void aCheckCanBeJustItsCommand() throws Exception {
        TaskFile task = parse("agent: claude-code", "checks: [make test]");
        assertThat(task.checks())
                .containsExactly(new TaskFile.Check("make test", "make test", null, "pass", 0, null, null));
    }

    @Test
    void aCheckRunsItsCommandAndIsCalledByIt() throws Exception {
        assertThat(check("run: python3 -m pytest -q").run()).isEqualTo("python3 -m pytest -q");
        assertThat(check("run: python3 -m pytest -q").name()).isEqualTo("python3 -m pytest -q");
    }

    @Test
    void nameCallsACheckOtherwise() throws Exception {
        assertThat(check("run: make test", "name: tests").name()).isEqualTo("tests");
    }

    @Test
    void timeoutEndsACheck() throws Exception {
        assertThat(check("run: make test", "timeout: 2m").timeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void mustSaysWhatACheckHasToShow() throws Exception {
        assertThat(check("run: make test").must()).isEqualTo("pass");
        assertThat(check("run: make test", "must: no-new-failures").must()).isEqualTo("no-new-failures");
    }

    @Test
    void retriesRepeatsARedCheck() throws Exception {
        assertThat(check("run: make test", "retries: 2").retries()).isEqualTo(2);
    }

    @Test
    void junitSaysWhereTestNamesAre() throws Exception {
        assertThat(check("run: mvn test", "junit: target/surefire-reports/*.xml")
                        .junit())
                .isEqualTo("target/surefire-reports/*.xml");
    }

    @Test
    void controlSaysWhenACheckIsLookedAtWithoutTheWork() throws Exception {
        assertThat(check("run: make test").control()).isNull();
        assertThat(check("run: make test", "control: off").control()).isEqualTo("off");
    }

    @Test
    void verifyChoosesWhereAcceptanceIsVerified() throws Exception {
        assertThat(parse("agent: claude-code").verify()).isEqualTo("clean-checkout");
        assertThat(parse("agent: claude-code", "verify: workspace").verify()).isEqualTo("workspace");
    }

    @Test
    void deliverSaysWhatHappensToAProvenResult() throws Exception {
        assertThat(parse("agent: claude-code").deliver()).isEqualTo("none");
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch")
                        .deliver())
                .isEqualTo("branch");
    }

    @Test
    void branchNamesTheBranchThatIsDelivered() throws Exception {
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch", "branch: wip/x")
                        .branch())
                .isEqualTo("wip/x");
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch")
                        .branch())
                .isNull();
    }

    @Test
    void aJudgeScoresAgainstItsRubric() throws Exception {
        assertThat(judge("accept: 0.8").rubric()).isEqualTo("Clear");
    }

    @Test
    void judge_honest_asks_the_agent_of_the_task_by_the_built_in_rubric() throws Exception {
        TaskFile.Judge judge = parse("agent: claude-code", "judge: honest").judge();
        assertThat(judge).isNotNull();
        assertThat(judge.rubric()).isEqualTo("honest");
        assertThat(judge.agent()).isEqualTo("claude-code");
    }

    @Test
    void the_judge_is_the_agent_of_the_task_unless_it_names_another() throws Exception {
        assertThat(judge("accept: 0.8").agent()).isEqualTo("claude-code");
        assertThat(judge("agent: command, command: [judge]").agent()).isEqualTo("command");
    }

    @Test
    void modelOfTheJudgeGoesToItsAgent() throws Exception {
        assertThat(judge("model: haiku").model()).isEqualTo("haiku");
    }

    @Test
    void commandOfTheJudgeIsItsProgram() throws Exception {
        assertThat(judge("command: [\"${TASK_DIR}/judge\"]").command())
                .containsExactly(directory.resolve("judge").toString());
    }

    @Test
    void providerOfTheJudgeIsAModelServerAndNoAgent() throws Exception {
        TaskFile.Judge judge = judge("provider: ollama, model: qwen3");
        assertThat(judge.provider()).isEqualTo("ollama");
        assertThat(judge.agent()).isEmpty();
        assertThat(judge.samples()).isNull();
    }

    @Test
    void samplesOfTheJudgeAreHowOftenItsServerIsAsked() throws Exception {
        assertThat(judge("provider: openai, model: m, samples: 3").samples()).isEqualTo(3);
    }

    @Test
    void acceptAndClarifyAreTheThresholdsOfTheJudge() throws Exception {
        TaskFile.Judge judge = judge("accept: 0.8, clarify: 0.6");
        assertThat(judge.accept()).isEqualTo(0.8);
        assertThat(judge.clarify()).isEqualTo(0.6);
    }

    @Test
    void breakpointsStopForAPerson() throws Exception {
        assertThat(parse(
                                "agent: claude-code",
                                "workspace: .",
                                "deliver: apply",
                                "checks: [{ run: pytest, name: unit }]",
                                "breakpoints: [before-accept, before-deliver, after-iteration, on-red-check,"
                                        + " check-failed: unit, score-below: 0.8, cost-above: 2.00,"
                                        + " iterations-over: 3, files-matching: [\"db/**\"], diff-over: 400 lines]")
                        .breakpoints())
                .containsExactly(
                        at(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_ACCEPT),
                        at(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_DELIVER),
                        at(BreakpointMoment.BREAKPOINT_MOMENT_AFTER_ITERATION),
                        at(BreakpointMoment.BREAKPOINT_MOMENT_ON_RED_CHECK),
                        Breakpoint.newBuilder().setCheckFailed("unit").build(),
                        Breakpoint.newBuilder().setScoreBelow(0.8).build(),
                        Breakpoint.newBuilder().setCostAboveUsd("2.00").build(),
                        Breakpoint.newBuilder().setIterationsOver(3).build(),
                        Breakpoint.newBuilder()
                                .setFilesMatching(WatchedFiles.newBuilder().addGlobs("db/**"))
                                .build(),
                        Breakpoint.newBuilder().setDiffOver(400).build());
    }

    @Test
    void aQuestionWaitsAsTheTaskSays() throws Exception {
        assertThat(parse("agent: claude-code").personWait()).isNull();
        assertThat(parse(
                                "agent: claude-code",
                                "wait: { remind: [1h, 1d], escalate: [{ after: 4h, to: lead }], deadline: 3d,"
                                        + " then: reject }")
                        .personWait())
                .isEqualTo(WaitSpec.newBuilder()
                        .addRemind(hours(1))
                        .addRemind(hours(24))
                        .addEscalate(Escalation.newBuilder().setAfter(hours(4)).setTo("lead"))
                        .setDeadline(hours(72))
                        .setThen(WaitEnd.WAIT_END_REJECT)
                        .build());
    }

    private static com.google.protobuf.Duration hours(int hours) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(hours * 3600L)
                .build();
    }

    private static Breakpoint at(BreakpointMoment moment) {
        return Breakpoint.newBuilder().setMoment(moment).build();
    }

    @Test
    void environmentNamesVariablesForSetupAndChecks() throws Exception {
        TaskFile file = parse("agent: claude-code", "environment: [DATABASE_URL, CI]");

        assertThat(file.environment()).containsExactly("DATABASE_URL", "CI");
        assertThat(Submission.of(file, true).getEnvironmentList()).containsExactly("DATABASE_URL", "CI");
    }

    @Test
    void copyNamesFilesToCopy() throws Exception {
        TaskFile file = parse("agent: claude-code", "workspace: .", "copy: [.env, '*.local', '!big.local']");

        assertThat(file.copy()).containsExactly(".env", "*.local", "!big.local");
        assertThat(Submission.of(file, true).getWorkspace().getCopyList()).isEqualTo(file.copy());
    }

    @Test
    void aLinkAndAVeryLargeDirectoryAreNotCopied() throws Exception {
        Files.createSymbolicLink(directory.resolve("linked"), Path.of("/etc/hostname"));
        Files.createDirectories(directory.resolve("models"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(directory.resolve("models/a").toFile(), "rw")) {
            sparse.setLength(300L << 20);
        }

        assertThatThrownBy(() -> parse("agent: claude-code", "workspace: .", "copy: [linked, models, '!models/a']"))
                .hasMessageContaining("copy: 'linked' is a link")
                .hasMessageContaining("copy: 'models' has more than 256 MiB");
    }

    @Test
    void labelsAreWordsToFindTheTaskBy() throws Exception {
        assertThat(parse("agent: claude-code", "labels: [nightly, 42]").labels())
                .containsExactly("nightly", "42");
    }
}
