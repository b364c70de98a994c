package dev.pawl.cli.command.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksCommandTest {
    private static final String OTHERS = """
            {
                "model": "opus",
                "price": 1.10,
                "big": 12345678901234567890,
                "none": null,
                "permissions": {"allow": ["Bash(ls:*)", "a<b>&'c'"]},
                "hooks": {
                    "PostToolUse": [
                        {"matcher": "Edit", "hooks": [{"type": "command", "command": "lint", "timeout": 3}]}
                    ],
                    "Stop": [{"hooks": [{"type": "command", "command": "bell"}]}]
                },
                "somethingNew": {"kept": true}
            }
            """;

    private final Path directory;
    private final Machine machine;

    HooksCommandTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        machine = new Machine(directory).with("PAWL_LAUNCHER", "/opt/ada's tools/pawl");
    }

    @Test
    void whatIsWrittenIsShownFirstAndOnlyAfterYesIsItWritten() throws IOException {
        Invocation no = typing("n\n", "install", "claude-code");
        assertThat(no.exitCode()).isEqualTo(1);
        assertThat(no.err())
                .contains("adds to " + user(), "PostToolUseFailure", "log claude-code", "Write it? [y/N]", "nothing");
        assertThat(machine.home.resolve(".claude")).doesNotExist();

        Invocation yes = typing("y\n", "install", "claude-code");
        assertThat(yes.exitCode()).as(yes.err()).isZero();
        assertThat(yes.out()).isEqualTo("wrote " + user() + "\n");
        assertThat(hooks(user()).keySet())
                .containsExactly("SessionStart", "PostToolUse", "PostToolUseFailure", "SessionEnd");
        assertThat(command(user(), "PostToolUse", 0))
                .isEqualTo("d=$(cat); { printf %s \"$d\" | nohup '/opt/ada'\\''s tools/pawl'"
                        + " log claude-code; } >/dev/null 2>&1 &");
        assertThat(mode(user())).isEqualTo("rw-------");
    }

    @Test
    void nothingIsWrittenIfNobodyCanBeAsked() {
        Invocation done = machine.pawl("hooks", "install", "claude-code");

        assertThat(done.exitCode()).isEqualTo(2);
        assertThat(done.err()).contains("SessionStart", "add --yes");
        assertThat(user()).doesNotExist();
    }

    @Test
    void everythingElseInTheSettingsIsKeptAndRemovingGivesThemBack() throws IOException {
        write(user(), OTHERS);
        Files.setPosixFilePermissions(user(), PosixFilePermissions.fromString("rw-r-----"));

        install();

        String text = Files.readString(user());
        JsonObject settings = settings(user());
        assertThat(settings.keySet())
                .containsExactly("model", "price", "big", "none", "permissions", "hooks", "somethingNew");
        assertThat(text)
                .contains("\n    \"price\": 1.10,", "12345678901234567890", "a<b>&'c'", "\"none\": null")
                .endsWith("}\n");
        assertThat(hooks(user()).get("Stop").toString()).contains("bell");
        assertThat(command(user(), "PostToolUse", 0)).isEqualTo("lint");
        assertThat(command(user(), "PostToolUse", 1)).contains("log claude-code");
        assertThat(mode(user())).isEqualTo("rw-r-----");

        assertThat(machine.pawl("hooks", "remove", "claude-code", "--yes").exitCode())
                .isZero();
        assertThat(settings(user()).toString())
                .isEqualTo(JsonParser.parseString(OTHERS).toString());
        assertThat(siblings(user())).containsExactly("settings.json");
    }

    @Test
    void installingAgainChangesNothingAndAnotherPlaceOfPawlReplacesTheFirst() throws IOException {
        install();
        byte[] first = Files.readAllBytes(user());

        assertThat(install().out()).isEqualTo("unchanged " + user() + "\n");
        assertThat(Files.readAllBytes(user())).isEqualTo(first);

        machine.with("PAWL_LAUNCHER", "/usr/bin/pawl");
        assertThat(install().out()).startsWith("wrote ");
        assertThat(Files.readString(user())).doesNotContain("/opt/");
        assertThat(hooks(user()).getAsJsonArray("SessionEnd")).hasSize(1);
    }

    @Test
    void removingFromSettingsWithoutThemChangesNothing() throws IOException {
        assertThat(machine.pawl("hooks", "remove", "claude-code").out()).isEqualTo("unchanged " + user() + "\n");
        assertThat(user()).doesNotExist();

        write(user(), OTHERS);
        assertThat(machine.pawl("hooks", "remove", "claude-code").exitCode()).isZero();
        assertThat(user()).hasContent(OTHERS);
    }

    @Test
    void hooksOfARepositoryNameNoPlaceOfThisMachine() throws IOException {
        Files.createDirectories(machine.repository.resolve("src"));
        Invocation done = Invocation.of(
                machine.environment(),
                machine.repository.resolve("src"),
                "hooks",
                "install",
                "claude-code",
                "--project",
                "-y");

        Path file = machine.repository.resolve(".claude/settings.json");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(command(file, "SessionStart", 0)).contains("nohup pawl log claude-code");
        assertThat(user()).doesNotExist();
    }

    @Test
    void aHookEndsAtOnceAndItsWholeInputIsReportedAfterwards() throws Exception {
        Path pawl = directory.resolve("pawl");
        Files.writeString(pawl, """
                #!/bin/sh
                while [ ! -e go ]; do sleep 0.05; done
                cat > input.part && mv input.part input
                """);
        Files.setPosixFilePermissions(pawl, PosixFilePermissions.fromString("rwx------"));
        machine.with("PAWL_LAUNCHER", pawl.toString());
        install();
        String input = "{\"a\": \"%s\\n$HOME `x` %%s 'b'\"}".formatted("é".repeat(200_000));

        assertThat(run(command(user(), "PostToolUse", 0), input)).isZero();

        assertThat(directory.resolve("input")).doesNotExist();
        Files.createFile(directory.resolve("go"));
        Instant end = Instant.now().plusSeconds(20);
        while (!Files.exists(directory.resolve("input")) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(directory.resolve("input")).hasContent(input);
    }

    @Test
    void aHookSucceedsWithoutPawl() throws Exception {
        machine.with("PAWL_LAUNCHER", directory.resolve("gone/pawl").toString());
        install();

        for (String event : hooks(user()).keySet()) {
            assertThat(run(command(user(), event, 0), "{}")).isZero();
        }
        assertThat(directory.resolve("output")).isEmptyFile();
    }

    private int run(String command, String input) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theConfiguredDirectoryOfClaudeCodeIsUsed() {
        Path configured = directory.resolve("elsewhere");
        machine.with("CLAUDE_CONFIG_DIR", configured.toString());

        install();

        assertThat(configured.resolve("settings.json")).exists();
        assertThat(user()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{} {}",
                "{\"a\": 1, // a comment\n\"b\": 2}",
                "{'a': 1}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                "{\"hooks\": []}",
                "{\"hooks\": {\"PostToolUse\": {}}}",
                "\u00ff"
            })
    void settingsThatCannotBeChangedWithoutLossAreLeftAlone(String text) throws IOException {
        write(user(), "");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(user(), bytes);

        Invocation done = install();

        assertThat(done.exitCode()).as(done.err()).isEqualTo(3);
        assertThat(done.err()).contains("orrect it first");
        assertThat(Files.readAllBytes(user())).isEqualTo(bytes);
        assertThat(siblings(user())).containsExactly("settings.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {".claude", ".claude/settings.json"})
    void nothingIsWrittenThroughALink(String link) throws IOException {
        Path target = Files.createDirectories(directory.resolve("target"));
        Path at = machine.home.resolve(link);
        Files.createDirectories(at.resolveSibling(""));
        Path to = link.endsWith(".json") ? target.resolve("settings.json") : target;
        Files.createSymbolicLink(at, to);

        Invocation done = install();

        assertThat(done.exitCode()).isEqualTo(3);
        assertThat(done.err()).contains(at + " is a symbolic link");
        assertThat(Files.exists(target.resolve("settings.json"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void anUnknownAgentIsAUsageErrorThatNamesTheKnownOnes() {
        Invocation done = machine.pawl("hooks", "install", "codex");

        assertThat(done.exitCode()).isEqualTo(2);
        assertThat(done.err()).contains("unknown agent 'codex'; known: claude-code");
    }

    private Invocation install() {
        return machine.pawl("hooks", "install", "claude-code", "--yes");
    }

    private Invocation typing(String answer, String... arguments) {
        return Invocation.typing(
                answer,
                machine.environment(),
                machine.repository,
                Stream.concat(Stream.of("hooks"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path user() {
        return machine.home.resolve(".claude/settings.json");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static JsonObject settings(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static JsonObject hooks(Path file) throws IOException {
        return settings(file).getAsJsonObject("hooks");
    }

    private static JsonObject hook(Path file, String event, int group) throws IOException {
        JsonArray groups = hooks(file).getAsJsonArray(event);
        return groups.get(group)
                .getAsJsonObject()
                .getAsJsonArray("hooks")
                .get(0)
                .getAsJsonObject();
    }

    private static String command(Path file, String event, int group) throws IOException {
        return hook(file, event, group).get("command").getAsString();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> siblings(Path file) throws IOException {
        try (Stream<Path> entries = Files.list(file.resolveSibling(""))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
