package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.api.v1.AgentSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsFileTest {
    private static final String YAML = """
            # ours
            careful:
              kind: claude-code
              model: opus
              args: [--fallback-model, sonnet]
              env: [MY_TOKEN]
            mine: { kind: command, command: [python3, /opt/mine.py] }
            """;

    @TempDir
    Path directory;

    private static AgentsFile parse(String yaml) throws InvalidTaskFileException {
        return AgentsFile.parse(Path.of("agents.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(InvalidTaskFileException.class, () -> parse(yaml)).problems().stream()
                .map(problem -> problem.in("agents.yaml"))
                .toList();
    }

    private TaskFile task(String keys) throws Exception {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\n" + keys + "\n---\nDo it.\n");
        return TaskFileParser.parse(file, parse(YAML));
    }

    @Test
    void each_key_is_a_setting_of_the_agent_L11() throws Exception {
        assertThat(parse(YAML).agents())
                .containsExactly(
                        new NamedAgent(
                                "careful",
                                "claude-code",
                                "opus",
                                List.of(),
                                List.of("--fallback-model", "sonnet"),
                                List.of("MY_TOKEN")),
                        new NamedAgent(
                                "mine", "command", null, List.of("python3", "/opt/mine.py"), List.of(), List.of()));
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_line_and_what_is_meant() {
        assertThat(problems("""
                careful:
                  kind: claud-code
                  modle: opus
                codex: { kind: codex }
                quick:
                  kind: codex
                  args: [--sandbox, danger-full-access]
                  env: [PAWL_TOKEN]
                ours: { kind: command }
                other: {}
                """))
                .containsExactly(
                        "agents.yaml:2:9: careful.kind: unknown value 'claud-code' (did you mean 'claude-code'?)",
                        "agents.yaml:3:3: unknown key 'careful.modle' (did you mean 'model'?)",
                        "agents.yaml:4:1: 'codex' is the name of an agent itself; choose another",
                        "agents.yaml:7:9: quick.args: '--sandbox' is not for settings: what the agent may do is set by"
                                + " Pawl (remove it)",
                        "agents.yaml:8:8: quick.env: 'PAWL_TOKEN' is the worker's own: nothing that begins with PAWL_ is"
                                + " passed (list names of variables, never values)",
                        "agents.yaml:9:15: ours.kind: 'command' needs a program (name it with command: [program, argument])",
                        "agents.yaml:10:8: other.kind is missing (one of claude-code, codex, gemini, opencode, qwen, copilot,"
                                + " command)");
    }

    @Test
    void no_file_and_an_empty_one_name_no_agents() throws Exception {
        assertThat(AgentsFile.read(directory.resolve("none.yaml")).agents()).isEmpty();
        assertThat(parse("# nothing yet\n").agents()).isEmpty();
    }

    @Test
    void a_task_names_an_agent_and_is_submitted_with_what_it_is_set_to_now() throws Exception {
        AgentSpec submitted = Submission.of(task("agent: careful"), true).getAgent();

        assertThat(submitted)
                .isEqualTo(AgentSpec.newBuilder()
                        .setName("claude-code")
                        .setModel("opus")
                        .addArgs("--fallback-model")
                        .addArgs("sonnet")
                        .addEnv("MY_TOKEN")
                        .setAlias("careful")
                        .build());
        assertThat(task("agent: mine").agent().command()).containsExactly("python3", "/opt/mine.py");
    }

    @Test
    void the_model_of_a_task_comes_before_that_of_the_agent() throws Exception {
        assertThat(task("agent: careful\nmodel: haiku").agent().model()).isEqualTo("haiku");
    }

    @Test
    void agents_names_several_in_the_order_they_are_wanted() throws Exception {
        TaskFile task = task("agents: [careful, codex, mine]");
        assertThat(task.agents()).extracting(NamedAgent::name).containsExactly("careful", "codex", "mine");
        assertThat(Submission.of(task, true).getAgent().getAlias()).isEqualTo("careful");
        assertThat(Submission.of(task, true).getFallbacksList())
                .extracting(AgentSpec::getName)
                .containsExactly("codex", "command");
    }

    @Test
    void a_list_of_agents_excludes_what_is_said_of_one() {
        InvalidTaskFileException invalid = catchThrowableOfType(
                InvalidTaskFileException.class,
                () -> task("agent: codex\nagents: [codex, careful, codex, command, gemni]\nmodel: x"));
        assertThat(invalid.problems().stream().map(problem -> problem.in("task.md")))
                .containsExactly(
                        "task.md:2:8: agent: not together with 'agents' (keep one of the two)",
                        "task.md:3:9: agents: 'command' has no program here (list a name that pawl agents add gave one)",
                        "task.md:3:9: agents: one is there twice (name each once, in the order they are wanted)",
                        "task.md:3:42: agents: unknown value 'gemni' (did you mean 'gemini'?)",
                        "task.md:4:8: model: not together with 'agents' (give an agent its own with: pawl agents add NAME,"
                                + " and list that name)");
        assertThat(catchThrowableOfType(InvalidTaskFileException.class, () -> task("agents: []"))
                        .getMessage())
                .contains("agents: names no agent");
    }

    @Test
    void a_name_that_is_in_no_file_is_refused_with_the_nearest_one() {
        InvalidTaskFileException invalid =
                catchThrowableOfType(InvalidTaskFileException.class, () -> task("agent: carefull"));
        assertThat(invalid.problems().getFirst().in("task.md"))
                .isEqualTo("task.md:2:8: agent: unknown value 'carefull' (did you mean 'careful'?)");
    }
}
