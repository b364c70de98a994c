package dev.pawl.cli.command.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.doctor.TestedVersions;
import dev.pawl.cli.fake.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsCommandTest {
    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();

    private void program(String name, String says) throws Exception {
        Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\necho '" + says + "'\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Invocation agents(String... arguments) {
        environment.put("PATH", directory.resolve("bin").toString());
        environment.put("HOME", directory.toString());
        String[] all = new String[arguments.length + 1];
        all[0] = "agents";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Invocation invocation = Invocation.of(environment, directory, all);
        assertThat(invocation.exitCode()).as(invocation.err()).isZero();
        return invocation;
    }

    private String line(Invocation agents, String name) {
        return agents.out()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.contains("\"" + name + "\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachAgentIsListedWithItsVersionTheTestedOneAndItsSignIn() throws Exception {
        program("codex", "codex-cli " + TestedVersions.of("codex"));
        program("gemini", "0.1.2-beta");
        environment.put("CODEX_API_KEY", "k");
        Invocation agents = agents();
        assertThat(line(agents, "codex"))
                .matches("codex +%1$s +%1$s +signed in +-".formatted(TestedVersions.of("codex")));
        assertThat(line(agents, "gemini"))
                .matches("gemini +0.1.2-beta +%s +signed out +- +run: gemini.*".formatted(TestedVersions.of("gemini")));
        assertThat(line(agents, "claude-code")).contains("not installed").contains("npm install -g");
        assertThat(line(agents, "opencode")).contains("unknown");
        assertThat(line(agents, "command")).contains("the task names its program");
    }

    @Test
    void aVersionOtherThanTheTestedOneIsReported() throws Exception {
        program("codex", "codex-cli 99.0.1");
        environment.put("CODEX_API_KEY", "k");
        assertThat(line(agents(), "codex")).endsWith("tested with version " + TestedVersions.of("codex"));
    }

    @Test
    void settingsOfTheEnvironmentAreShownByNameAndKeysNever() throws Exception {
        program("my-claude", TestedVersions.of("claude-code"));
        environment.put("ANTHROPIC_API_KEY", "sk-secret");
        environment.put(
                "PAWL_AGENTS_CLAUDECODE_PATH",
                directory.resolve("bin/my-claude").toString());
        environment.put("PAWL_AGENTS_CLAUDECODE_MODEL", "opus");
        environment.put("PAWL_AGENTS_CLAUDECODE_FLAGS", "--fallback-model, sonnet");
        environment.put("PAWL_AGENTS_CLAUDECODE_ENVIRONMENT", "MY_TOKEN");
        assertThat(line(agents("-o", "jsonl"), "claude-code"))
                .contains("\"installed\":true", "\"sign_in\":\"signed_in\"", "\"model\":\"opus\"")
                .contains("\"args\":[\"--fallback-model\",\"sonnet\"]", "\"env\":[\"MY_TOKEN\"]");
        assertThat(agents().out()).doesNotContain("sk-secret");
    }

    @Test
    void withAGatewayElsewhereItSaysWhoseAgentsTheseAre() {
        environment.put("PAWL_ADDRESS", "pawl.example:7420");
        assertThat(agents().err()).contains("this machine").contains("pawl.example:7420");
    }
}
