package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.api.v1.AgentSpec;
import dev.pawl.cli.yaml.InvalidFileException;
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

    private static AgentsFile parse(String yaml) throws InvalidFileException {
        return AgentsFile.parse(Path.of("agents.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(InvalidFileException.class, () -> parse(yaml)).problems().stream()
                .map(problem -> problem.in("agents.yaml"))
                .toList();
    }

    private TaskFile task(String keys) throws Exception {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\n" + keys + "\n---\nDo it.\n");
        return TaskFileParser.parse(file, parse(YAML));
    }

    @Test
    void eachKeyIsASettingOfTheAgent() throws Exception {
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
    void whatAnAgentInheritsIsNamed() throws Exception {
        assertThat(parse("own: { kind: codex, inherit: [skills, mcp] }").find("own"))
                .hasValueSatisfying(agent -> assertThat(agent.inherit()).containsExactly("skills", "mcp"));
        assertThat(problems("""
                own: { kind: codex, inherit: [skils] }
                other: { kind: qwen, inherit: [mcp] }
                """))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("unknown value 'skils'"))
                .anyMatch(problem -> problem.contains("'qwen' inherits nothing"));
    }

    @Test
    void allProblemsAreReportedAtOnceEachWithItsLineAndASuggestion() {
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
    void noFileAndAnEmptyOneNameNoAgents() throws Exception {
        assertThat(AgentsFile.read(directory.resolve("none.yaml")).agents()).isEmpty();
        assertThat(parse("# nothing yet\n").agents()).isEmpty();
    }

    @Test
    void aTaskIsSubmittedWithTheCurrentSettingsOfItsAgent() throws Exception {
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
    void theModelOfATaskComesBeforeThatOfTheAgent() throws Exception {
        assertThat(task("agent: careful\nmodel: haiku").agent().model()).isEqualTo("haiku");
    }

    @Test
    void agentsNamesSeveralInTheOrderTheyAreWanted() throws Exception {
        TaskFile task = task("agents: [careful, codex, mine]");
        assertThat(task.agents()).extracting(NamedAgent::name).containsExactly("careful", "codex", "mine");
        assertThat(Submission.of(task, true).getAgent().getAlias()).isEqualTo("careful");
        assertThat(Submission.of(task, true).getFallbacksList())
                .extracting(AgentSpec::getName)
                .containsExactly("codex", "command");
    }

    @Test
    void aListOfAgentsExcludesSettingsOfASingleOne() {
        InvalidFileException invalid = catchThrowableOfType(
                InvalidFileException.class,
                () -> task("agent: codex\nagents: [codex, careful, codex, command, gemni]\nmodel: x"));
        assertThat(invalid.problems().stream().map(problem -> problem.in("task.md")))
                .containsExactly(
                        "task.md:2:8: agent: not together with 'agents' (keep one of the two)",
                        "task.md:3:9: agents: 'command' has no program here (list a name that pawl agents add gave one)",
                        "task.md:3:9: agents: an agent is listed twice (name each once, in order of preference)",
                        "task.md:3:42: agents: unknown value 'gemni' (did you mean 'gemini'?)",
                        "task.md:4:8: model: not together with 'agents' (give an agent its own with: pawl agents add NAME,"
                                + " and list that name)");
        assertThat(catchThrowableOfType(InvalidFileException.class, () -> task("agents: []"))
                        .getMessage())
                .contains("agents: names no agent");
    }

    @Test
    void aNameThatIsInNoFileIsRefusedWithTheNearestOne() {
        InvalidFileException invalid = catchThrowableOfType(InvalidFileException.class, () -> task("agent: carefull"));
        assertThat(invalid.problems().getFirst().in("task.md"))
                .isEqualTo("task.md:2:8: agent: unknown value 'carefull' (did you mean 'careful'?)");
    }
}
