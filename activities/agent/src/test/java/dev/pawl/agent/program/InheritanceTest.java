package dev.pawl.agent.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.agent.codex.Codex;
import dev.pawl.agent.gemini.Gemini;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.AgentSpec.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents get of the user's own settings, by choice. */
class InheritanceTest {
    private static final List<Inherited> ALL = List.of(Inherited.values());

    @TempDir
    Path home;

    @BeforeEach
    void settings() throws IOException {
        user(".claude/skills/review/SKILL.md", "look twice");
        user(".claude/CLAUDE.md", "be brief");
        user(".claude.json", "{\"mcpServers\": {\"tickets\": {\"command\": \"t\"}}, \"other\": 1}");
        user(".codex/skills/review/SKILL.md", "look twice");
        user(".codex/AGENTS.md", "be brief");
        user(".codex/config.toml", "sandbox_mode = \"x\"\n[mcp_servers.tickets]\ncommand = \"t\"\n");
        user(".gemini/skills/review/SKILL.md", "look twice");
        user(".gemini/GEMINI.md", "be brief");
        user(".gemini/settings.json", "{\"mcpServers\": {\"tickets\": {\"command\": \"t\"}}, /* own */ \"other\": 1}");
    }

    @Test
    void claudeCodeGetsWhatItInherits() throws Exception {
        AgentRun run = play(new ClaudeCode(), "claude", ALL);

        assertThat(files(run)).contains("claude/skills/review/SKILL.md", "claude/CLAUDE.md", "claude/mcp.json");
        assertThat(said(run)).contains("--mcp-config", "--allowedTools Bash mcp__tickets");
        assertThat(run.runDirectory().resolve("claude/mcp.json")).doesNotExist();
    }

    @Test
    void codexGetsWhatItInherits() throws Exception {
        AgentRun run = play(new Codex(), "codex", ALL);

        assertThat(files(run)).contains("codex/skills/review/SKILL.md", "codex/AGENTS.md");
        assertThat(said(run)).contains("mcp_servers").doesNotContain("sandbox_mode");
    }

    @Test
    void geminiGetsWhatItInherits() throws Exception {
        AgentRun run = play(new Gemini(), "gemini", ALL);

        assertThat(files(run)).contains("home/.gemini/skills/review/SKILL.md", "home/.gemini/GEMINI.md");
        assertThat(said(run)).contains("tickets", "maxSessionTurns").doesNotContain("\"other\"");
    }

    @Test
    void onlyWhatIsNamedIsInherited() throws Exception {
        AgentRun run = play(new ClaudeCode(), "claude", List.of(Inherited.INSTRUCTIONS));

        assertThat(files(run)).contains("claude/CLAUDE.md").noneMatch(file -> file.contains("skills"));
        assertThat(said(run)).doesNotContain("mcp");
    }

    @Test
    void withoutAChoiceNothingIsInherited() throws Exception {
        for (AgentProgram program : List.of(new ClaudeCode(), new Codex(), new Gemini())) {
            AgentRun run = play(program, program.facts().executable(), List.of());

            assertThat(files(run))
                    .noneMatch(file -> file.contains("skills")
                            || file.endsWith("CLAUDE.md")
                            || file.endsWith("AGENTS.md")
                            || file.endsWith("GEMINI.md"));
            assertThat(said(run)).doesNotContain("tickets");
        }
    }

    @Test
    void anAgentThatCannotInheritIsRefused() {
        assertThatThrownBy(() -> spec("qwen", ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'qwen' inherits nothing");
    }

    private static AgentSpec spec(String agent, List<Inherited> inherit) {
        return AgentSpec.of(agent).inheriting(inherit);
    }

    private void user(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static List<String> files(AgentRun run) throws IOException {
        return Files.readAllLines(run.workspace().resolve("files"));
    }

    private static String said(AgentRun run) throws IOException {
        return Files.readString(run.workspace().resolve("said"));
    }

    /** It reports its arguments, and its configuration. */
    private AgentRun play(AgentProgram program, String executable, List<Inherited> inherit) throws Exception {
        AgentRun run = new AgentRuns(home).set(spec(program.facts().name(), inherit));
        Path fake = home.resolve("bin/" + executable);
        Files.createDirectories(fake.getParent());
        Files.writeString(fake, """
                #!/bin/sh
                cat > /dev/null
                echo "$*" > said
                cat '%s/codex/config.toml' '%s/home/.gemini/settings.json' >> said 2> /dev/null
                out=$(pwd)/files
                cd '%s' && find . -type f | sed 's,^./,,' > "$out"
                exit 3
                """.formatted(run.runDirectory(), run.runDirectory(), run.runDirectory()));
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        new ProgramAgent(
                        program,
                        new ProcessSupervisor(Isolation.probe()),
                        AgentSettings.of(Map.of("PATH", home.resolve("bin") + ":/usr/bin:/bin"), home))
                .run(run, AgentListener.NONE);
        return run;
    }
}
