package dev.pawl.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.agent.codex.Codex;
import dev.pawl.host.network.Reach;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-ins of companies: clouds, gateways, and programs that print a key. */
class EnterpriseSignInTest {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void bedrockGetsTheVariablesAndFilesOfTheCloudUntilTheRunEnds() throws Exception {
        environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AZURE_CLIENT_SECRET", "of another cloud");
        user(".aws/config", "[profile work]");
        user(".aws/sso/cache/0f.json", "{}");

        AgentRun run = claude();

        assertThat(variables(run))
                .contains("CLAUDE_CODE_USE_BEDROCK=1", "AWS_REGION=eu-west-1")
                .noneMatch(line -> line.startsWith("AZURE_"));
        assertThat(files(run)).contains("home/.aws/config", "home/.aws/sso/cache/0f.json");
        assertThat(run.runDirectory().resolve("home/.aws/config")).doesNotExist();
        assertThat(run.runDirectory().resolve("home/.aws/sso/cache/0f.json")).doesNotExist();
    }

    @Test
    void aCloudOfTheUsersSettingsIsUsedTooAndTheRestOfThemIsNot() throws Exception {
        user(".claude/settings.json", """
                {"env": {"CLAUDE_CODE_USE_BEDROCK": "true", "AWS_PROFILE": "work", "OTHER": "x"},
                 "hooks": {"Stop": []}, "permissions": {"allow": ["Bash"]}}
                """);

        AgentRun run = claude();

        assertThat(variables(run))
                .contains("CLAUDE_CODE_USE_BEDROCK=true", "AWS_PROFILE=work")
                .noneMatch(line -> line.startsWith("OTHER="));
        assertThat(files(run)).doesNotContain("claude/settings.json");
        assertThat(signIn(new ClaudeCode())).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void vertexGetsACopyOfTheNamedCredentials() throws Exception {
        environment.put("CLAUDE_CODE_USE_VERTEX", "1");
        environment.put("CLOUD_ML_REGION", "europe-west1");
        environment.put(
                "GOOGLE_APPLICATION_CREDENTIALS", user("keys/robot.json", "{}").toString());

        AgentRun run = claude();

        Path copy = run.runDirectory().resolve("home/.config/gcloud/application_default_credentials.json");
        assertThat(variables(run)).contains("CLOUD_ML_REGION=europe-west1", "GOOGLE_APPLICATION_CREDENTIALS=" + copy);
        assertThat(copy).doesNotExist();
    }

    @Test
    void foundryGetsItsKeyAndTheUsersSignIn() throws Exception {
        environment.put("CLAUDE_CODE_USE_FOUNDRY", "1");
        environment.put("ANTHROPIC_FOUNDRY_RESOURCE", "models");
        environment.put("AZURE_TENANT_ID", "t");
        user(".azure/msal_token_cache.json", "{}");

        AgentRun run = claude();

        assertThat(variables(run)).contains("ANTHROPIC_FOUNDRY_RESOURCE=models", "AZURE_TENANT_ID=t");
        assertThat(files(run)).contains("home/.azure/msal_token_cache.json");
    }

    @Test
    void aProgramThatPrintsAKeyIsNamedToTheRun() throws Exception {
        user(".claude/settings.json", "{\"apiKeyHelper\": \"~/bin/key.sh\", \"model\": \"opus\"}");

        AgentRun run = claude();

        assertThat(run.workspace().resolve("settings")).hasContent("{\"apiKeyHelper\":\"" + home + "/bin/key.sh\"}");
        assertThat(run.runDirectory().resolve("claude/settings.json")).doesNotExist();
        assertThat(signIn(new ClaudeCode())).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void withoutACloudNothingOfOneIsPassed() throws Exception {
        environment.put("AWS_SECRET_ACCESS_KEY", "x");
        environment.put("CLAUDE_CODE_USE_BEDROCK", "0");
        user(".aws/credentials", "secret");

        AgentRun run = claude();

        assertThat(variables(run)).noneMatch(line -> line.startsWith("AWS_"));
        assertThat(files(run)).noneMatch(file -> file.contains(".aws"));
        assertThat(signIn(new ClaudeCode())).isNotEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void theModelProviderOfCodexIsPassedWithItsKey() throws Exception {
        environment.put("GATEWAY_KEY", "k");
        environment.put("OTHER_KEY", "o");
        user(".codex/config.toml", """
                model = "deployment-5"
                model_provider = "company"
                approval_policy = "never"
                [model_providers.company]
                name = "Company"
                base_url = "https://models.example.com/v1"
                env_key = "GATEWAY_KEY"
                wire_api = "responses"
                query_params = { api-version = "2026-01-01" }
                [mcp_servers.own]
                command = "x"
                """);

        AgentRun run = codex(null);

        assertThat(variables(run)).contains("GATEWAY_KEY=k").noneMatch(line -> line.startsWith("OTHER_KEY"));
        assertThat(run.workspace().resolve("settings"))
                .content()
                .containsPattern("model_provider = ['\"]company['\"]")
                .contains("deployment-5", "models.example.com", "2026-01-01")
                .doesNotContain("mcp_servers", "approval_policy");
        assertThat(run.runDirectory().resolve("codex/config.toml")).doesNotExist();
        assertThat(signIn(new Codex())).isEqualTo(SignIn.SIGNED_IN);
        environment.remove("GATEWAY_KEY");
        assertThat(signIn(new Codex())).isEqualTo(SignIn.SIGNED_OUT);
    }

    @Test
    void codexHasItsOwnSandboxOnlyOutsideOfPawls() throws Exception {
        assertThat(arguments(codex(null))).contains("-s workspace-write");
        if (Sandbox.available()) {
            Path workspace = home.resolve("workspace");
            assertThat(arguments(codex(new Sandbox(List.of(), List.of(), List.of(home, workspace), Reach.HOST))))
                    .contains("-s danger-full-access");
        }
    }

    private static String arguments(AgentRun run) throws IOException {
        return Files.readString(run.workspace().resolve("arguments"));
    }

    private static List<String> variables(AgentRun run) throws IOException {
        return Files.readAllLines(run.workspace().resolve("env"));
    }

    private static List<String> files(AgentRun run) throws IOException {
        return Files.readAllLines(run.workspace().resolve("files"));
    }

    private Path user(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    private AgentRun claude() throws Exception {
        return play(new ClaudeCode(), "claude", "claude/settings.json", null);
    }

    private AgentRun codex(@Nullable Sandbox sandbox) throws Exception {
        return play(new Codex(), "codex", "codex/config.toml", sandbox);
    }

    private AgentRun play(AgentProgram program, String executable, String settings, @Nullable Sandbox sandbox)
            throws Exception {
        AgentRuns runs = new AgentRuns(home);
        String agent = program.facts().name();
        AgentRun run = runs.program(agent, null, null, null, Duration.ofSeconds(50));
        Path fake = user("bin/" + executable, """
                #!/bin/sh
                cat > /dev/null
                echo "$*" > arguments; env > env
                cd '%s' && find . -type f | sed 's,^./,,' > '%s'
                [ -e '%s' ] && cat '%s' > '%s'
                exit 3
                """.formatted(
                        run.runDirectory(),
                        run.workspace().resolve("files"),
                        settings,
                        settings,
                        run.workspace().resolve("settings")));
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        new ProgramAgent(program, SUPERVISOR, settings()).run(AgentRuns.sandboxed(run, sandbox), AgentListener.NONE);
        return run;
    }

    private SignIn signIn(AgentProgram program) {
        return program.signIn(settings());
    }

    private AgentSettings settings() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        return AgentSettings.of(all, home);
    }
}
