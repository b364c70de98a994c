package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each documented key has an effect. */
class TaskFileKeysTest {
    @TempDir
    Path directory;

    private TaskFile parse(String... keys) throws IOException, InvalidTaskFileException {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\n" + String.join("\n", keys) + "\n---\nDo the work.\n");
        return TaskFileParser.parse(file);
    }

    private TaskFile.Check check(String... lines) throws IOException, InvalidTaskFileException {
        return parse("agent: claude-code", "checks:", "  - " + String.join("\n    ", lines))
                .checks()
                .getFirst();
    }

    private TaskFile.Judge judge(String keys) throws IOException, InvalidTaskFileException {
        TaskFile.Judge judge = parse("agent: claude-code", "judge: { rubric: Clear, " + keys + " }")
                .judge();
        assertThat(judge).isNotNull();
        return judge;
    }

    @Test
    void title_names_the_task() throws Exception {
        assertThat(parse("agent: claude-code", "title: Calculator").title()).isEqualTo("Calculator");
    }

    @Test
    void without_a_title_the_first_line_of_the_prompt_is_it() throws Exception {
        assertThat(parse("agent: claude-code").title()).isEqualTo("Do the work.");
    }

    @Test
    void the_prompt_is_what_follows_the_front_matter() throws Exception {
        assertThat(parse("agent: claude-code").prompt()).isEqualTo("Do the work.");
    }

    @Test
    void agent_says_who_works() throws Exception {
        assertThat(parse("agent: claude-code").agent().kind()).isEqualTo("claude-code");
    }

    @Test
    void model_goes_to_the_agent() throws Exception {
        assertThat(parse("agent: claude-code", "model: opus").agent().model()).isEqualTo("opus");
    }

    @Test
    void continue_goes_on_with_the_agents_own_session() throws Exception {
        assertThat(parse("agent: codex", "continue: true").continued()).isTrue();
        assertThat(parse("agent: codex").continued()).isFalse();
    }

    @Test
    void sandbox_and_network_say_what_a_task_sees_of_its_host() throws Exception {
        TaskFile file = parse("agent: codex", "sandbox: bubblewrap", "network: agent");

        assertThat(file.sandbox()).isEqualTo("bubblewrap");
        assertThat(file.network()).isEqualTo("agent");
        assertThat(parse("agent: codex").sandbox()).isEqualTo("none");
    }

    @Test
    void command_is_the_program_of_a_command_agent() throws Exception {
        assertThat(parse("agent: command", "command: [python3, -u, agent.py]")
                        .agent()
                        .command())
                .containsExactly("python3", "-u", "agent.py");
    }

    @Test
    void task_dir_in_command_is_the_directory_of_the_file() throws Exception {
        assertThat(parse("agent: command", "command: [python3, \"${TASK_DIR}/agent.py\"]")
                        .agent()
                        .command())
                .containsExactly("python3", directory.resolve("agent.py").toString());
    }

    @Test
    void workspace_is_relative_to_the_file() throws Exception {
        Path work = Files.createDirectory(directory.resolve("wörk space"));
        assertThat(parse("agent: claude-code", "workspace: ./wörk space").workspace())
                .isEqualTo(work);
        assertThat(parse("agent: claude-code", "workspace: .").workspace()).isEqualTo(directory);
    }

    @Test
    void without_a_workspace_the_task_starts_empty() throws Exception {
        assertThat(parse("agent: claude-code").workspace()).isNull();
    }

    @Test
    void mode_chooses_where_the_agent_works() throws Exception {
        assertThat(parse("agent: claude-code").mode()).isEqualTo("isolated");
        assertThat(parse("agent: claude-code", "workspace: .", "mode: in-place").mode())
                .isEqualTo("in-place");
    }

    @Test
    void include_uncommitted_starts_from_the_working_tree() throws Exception {
        assertThat(parse("agent: claude-code").includeUncommitted()).isFalse();
        assertThat(parse("agent: claude-code", "include-uncommitted: true").includeUncommitted())
                .isTrue();
    }

    @Test
    void limits_bound_the_task() throws Exception {
        TaskFile.Limits limits = parse(
                        "agent: claude-code",
                        "limits: { iterations: 3, turns: 30, time: 1h30m, idle: 90s, cost: 2.50, tokens: 3000000000,"
                                + " on-breach: ask, wait: 2d }")
                .limits();
        assertThat(limits.iterations()).isEqualTo(3);
        assertThat(limits.turns()).isEqualTo(30);
        assertThat(limits.time()).isEqualTo(Duration.ofMinutes(90));
        assertThat(limits.idle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(limits.costUsd()).isEqualTo(new BigDecimal("2.50"));
        assertThat(limits.personWait()).isEqualTo(Duration.ofDays(2));
        assertThat(limits.tokens()).isEqualTo(3_000_000_000L);
        assertThat(limits.onBreach()).isEqualTo("ask");
    }

    @Test
    void limits_left_out_are_left_to_the_service() throws Exception {
        assertThat(parse("agent: claude-code").limits())
                .isEqualTo(new TaskFile.Limits(null, null, null, null, null, null, null, null));
    }

    @Test
    void a_whole_number_of_dollars_is_a_cost() throws Exception {
        assertThat(parse("agent: claude-code", "limits: { cost: 2 }").limits().costUsd())
                .isEqualByComparingTo("2");
    }

    @Test
    void files_must_exist_in_the_result() throws Exception {
        assertThat(parse("agent: claude-code", "files: [a.py, b/c.py]").files()).containsExactly("a.py", "b/c.py");
    }

    @Test
    void owns_bounds_what_the_agent_may_change() throws Exception {
        assertThat(parse("agent: claude-code", "owns: [\"src/**\"]").owns()).containsExactly("src/**");
    }

    @Test
    void setup_prepares_a_checkout() throws Exception {
        assertThat(parse("agent: claude-code", "setup: [npm ci]").setup())
                .containsExactly(new TaskFile.Setup("npm ci", null));
    }

    @Test
    void a_setup_command_can_have_a_timeout() throws Exception {
        assertThat(parse("agent: claude-code", "setup: [{ run: npm ci, timeout: 25m }, make deps]")
                        .setup())
                .containsExactly(
                        new TaskFile.Setup("npm ci", Duration.ofMinutes(25)), new TaskFile.Setup("make deps", null));
    }

    @Test
    void setup_and_checks_that_may_take_too_long_are_refused_with_the_sum_and_the_bound() {
        assertThatThrownBy(() -> parse("agent: claude-code", "checks: [{ run: make, timeout: 5h, retries: 4 }]"))
                .hasMessageContaining("checks: setup and checks may take 25h12m30s in all")
                .hasMessageContaining("at most 24h are allowed");
        assertThatThrownBy(() -> parse("agent: claude-code", "setup: [{ run: make, timeout: 22h }]"))
                .hasMessageContaining("setup: setup and checks may take 25h17m30s in all");
    }

    @Test
    void protect_names_what_is_restored_before_a_check() throws Exception {
        assertThat(parse("agent: claude-code", "protect: [\"tests/**\"]").protect())
                .containsExactly("tests/**");
    }

    @Test
    void a_check_can_be_just_its_command() throws Exception {
        TaskFile task = parse("agent: claude-code", "checks: [make test]");
        assertThat(task.checks()).containsExactly(new TaskFile.Check("make test", "make test", null, "pass", 0, null));
    }

    @Test
    void a_check_runs_its_command_and_is_called_by_it() throws Exception {
        assertThat(check("run: python3 -m pytest -q").run()).isEqualTo("python3 -m pytest -q");
        assertThat(check("run: python3 -m pytest -q").name()).isEqualTo("python3 -m pytest -q");
    }

    @Test
    void name_calls_a_check_otherwise() throws Exception {
        assertThat(check("run: make test", "name: tests").name()).isEqualTo("tests");
    }

    @Test
    void timeout_ends_a_check() throws Exception {
        assertThat(check("run: make test", "timeout: 2m").timeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void must_says_what_a_check_has_to_show() throws Exception {
        assertThat(check("run: make test").must()).isEqualTo("pass");
        assertThat(check("run: make test", "must: no-new-failures").must()).isEqualTo("no-new-failures");
    }

    @Test
    void retries_repeats_a_red_check() throws Exception {
        assertThat(check("run: make test", "retries: 2").retries()).isEqualTo(2);
    }

    @Test
    void junit_says_where_test_names_are() throws Exception {
        assertThat(check("run: mvn test", "junit: target/surefire-reports/*.xml")
                        .junit())
                .isEqualTo("target/surefire-reports/*.xml");
    }

    @Test
    void verify_chooses_where_acceptance_is_verified() throws Exception {
        assertThat(parse("agent: claude-code").verify()).isEqualTo("clean-checkout");
        assertThat(parse("agent: claude-code", "verify: workspace").verify()).isEqualTo("workspace");
    }

    @Test
    void deliver_says_what_happens_to_a_proven_result() throws Exception {
        assertThat(parse("agent: claude-code").deliver()).isEqualTo("none");
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch")
                        .deliver())
                .isEqualTo("branch");
    }

    @Test
    void branch_names_the_branch_that_is_delivered() throws Exception {
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch", "branch: wip/x")
                        .branch())
                .isEqualTo("wip/x");
        assertThat(parse("agent: claude-code", "workspace: .", "deliver: branch")
                        .branch())
                .isNull();
    }

    @Test
    void a_judge_scores_against_its_rubric() throws Exception {
        assertThat(judge("accept: 0.8").rubric()).isEqualTo("Clear");
    }

    @Test
    void the_judge_is_the_agent_of_the_task_unless_it_names_another() throws Exception {
        assertThat(judge("accept: 0.8").agent()).isEqualTo("claude-code");
        assertThat(judge("agent: command, command: [judge]").agent()).isEqualTo("command");
    }

    @Test
    void model_of_the_judge_goes_to_its_agent() throws Exception {
        assertThat(judge("model: haiku").model()).isEqualTo("haiku");
    }

    @Test
    void command_of_the_judge_is_its_program() throws Exception {
        assertThat(judge("command: [\"${TASK_DIR}/judge\"]").command())
                .containsExactly(directory.resolve("judge").toString());
    }

    @Test
    void provider_of_the_judge_is_a_model_server_and_no_agent() throws Exception {
        TaskFile.Judge judge = judge("provider: ollama, model: qwen3");
        assertThat(judge.provider()).isEqualTo("ollama");
        assertThat(judge.agent()).isEmpty();
        assertThat(judge.samples()).isNull();
    }

    @Test
    void samples_of_the_judge_are_how_often_its_server_is_asked() throws Exception {
        assertThat(judge("provider: openai, model: m, samples: 3").samples()).isEqualTo(3);
    }

    @Test
    void accept_and_clarify_are_the_thresholds_of_the_judge() throws Exception {
        TaskFile.Judge judge = judge("accept: 0.8, clarify: 0.6");
        assertThat(judge.accept()).isEqualTo(0.8);
        assertThat(judge.clarify()).isEqualTo(0.6);
    }

    @Test
    void breakpoints_stop_for_a_person() throws Exception {
        assertThat(parse("agent: claude-code", "breakpoints: [before-accept, on-red-check]")
                        .breakpoints())
                .containsExactly("before-accept", "on-red-check");
    }

    @Test
    void labels_are_words_to_find_the_task_by() throws Exception {
        assertThat(parse("agent: claude-code", "labels: [nightly, 42]").labels())
                .containsExactly("nightly", "42");
    }
}
