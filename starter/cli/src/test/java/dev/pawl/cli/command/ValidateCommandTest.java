package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir
    Path directory;

    private Invocation pawl(String... arguments) {
        return Invocation.of(Map.of(), directory, arguments);
    }

    @Test
    void everyFileGetsItsVerdict() throws Exception {
        Files.writeString(directory.resolve("good.md"), "---\nagent: claude-code\ntitle: Good\n---\nDo it.\n");
        Files.writeString(directory.resolve("bad.md"), "---\nagent: claud\n---\nDo it.\n");
        Invocation validate = pawl("validate", "good.md", "bad.md");
        assertThat(validate.exitCode()).isEqualTo(2);
        assertThat(validate.out())
                .contains("good.md: valid, Good")
                .contains("bad.md:2:8: agent: unknown value 'claud'");
        assertThat(pawl("validate", "good.md").exitCode()).isZero();
    }

    @Test
    void jsonNamesLineColumnReasonAndHint() throws Exception {
        Files.writeString(directory.resolve("bad.md"), "---\nagnt: x\nagent: command\ncommand: [a]\n---\nDo it.\n");
        assertThat(pawl("validate", "bad.md", "-o", "jsonl").out())
                .isEqualTo("{\"file\":\"bad.md\",\"valid\":false,\"problems\":[{\"line\":2,\"column\":1,"
                        + "\"reason\":\"unknown key 'agnt'\",\"hint\":\"did you mean 'agent'?\"}],\"notes\":[]}\n");
    }

    @Test
    void aValidFileWhoseJudgeCannotBeAskedHereSaysWhatToSet() throws Exception {
        Files.writeString(
                directory.resolve("judged.md"),
                "---\nagent: codex\njudge: { rubric: a, provider: ollama, model: m }\n---\nDo it.\n");
        Invocation validate = pawl("validate", "judged.md");
        assertThat(validate.exitCode()).isZero();
        assertThat(validate.out())
                .contains("judged.md: valid", "provider 'ollama' has no URL", "set PAWL_JUDGE_OLLAMA_URL");
        assertThat(Invocation.of(
                                Map.of("PAWL_JUDGE_OLLAMA_URL", "http://127.0.0.1:11434"),
                                directory,
                                "validate",
                                "judged.md",
                                "-o",
                                "jsonl")
                        .out())
                .contains("\"notes\":[]");
    }

    @Test
    void explainNamesTheFilesOfEachCheckAndStartsNothing() throws Exception {
        Files.writeString(directory.resolve("task.md"), "---\nagent: codex\nchecks: [npm test]\n---\nDo it.\n");
        Path program = Files.writeString(directory.resolve("local.sh"), """
                test "$*" = "one --explain" && grep -q 'npm test' || exit 9
                printf '%s' '[{"check":"unit","run":"npm test","files":['
                printf '%s' '{"path":"t.sh","why":"check script","kept_as_in_base":true},'
                echo '{"path":"package.json","why":"manifest","kept_as_in_base":false}]}]'
                """);
        Map<String, String> environment = Map.of("PAWL_LOCAL_COMMAND", "/bin/sh\n" + program + "\none");

        assertThat(Invocation.of(environment, directory, "validate", "--explain", "task.md")
                        .out())
                .contains(
                        "task.md: valid",
                        "  check 'unit': npm test\n",
                        "    t.sh: check script\n",
                        "    package.json: manifest (may be changed)");
        assertThat(Invocation.of(environment, directory, "validate", "--explain", "task.md", "-o", "jsonl")
                        .out())
                .contains("\"checks\":[{\"check\":\"unit\"");
        assertThat(pawl("validate", "--explain", "task.md").err()).contains("PAWL_LOCAL_COMMAND");
    }

    @Test
    void aMissingCommandAnUnknownOneAndAnUnknownOptionEndWith2() {
        assertThat(pawl().exitCode()).isEqualTo(2);
        assertThat(pawl("statsu").err()).contains("Did you mean: pawl status");
        assertThat(pawl("validate", "--nope", "x").exitCode()).isEqualTo(2);
        assertThat(pawl("list", "-o", "xml").err()).contains("text");
    }

    @Test
    void everyBooleanOptionTakesTrueAndFalseAndRejectsAnythingElse() {
        assertThat(pawl("run", "--no-interactive=false", "nowhere.md").err()).contains("no such file");
        assertThat(pawl("run", "--no-interactive=maybe", "nowhere.md").err()).contains("'maybe' is not a boolean");
    }

    @Test
    void completionPrintsAScriptForBash() {
        assertThat(pawl("completion").out())
                .contains("complete -F _complete_pawl")
                .contains("--no-interactive");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(pawl("--help").out()).contains("run", "status", "Exit codes:", "124");
        assertThat(pawl("--version").out()).startsWith("pawl ");
        assertThat(pawl("help", "run").out()).contains("Examples:");
    }
}
