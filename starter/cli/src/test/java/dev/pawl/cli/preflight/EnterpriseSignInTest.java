package dev.pawl.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterpriseSignInTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "claude-code,CLAUDE_CODE_USE_BEDROCK,1,Amazon Bedrock",
        "claude-code,CLAUDE_CODE_USE_VERTEX,true,Google Vertex AI",
        "claude-code,CLAUDE_CODE_USE_FOUNDRY,1,Microsoft Foundry",
        "claude-code,CLAUDE_CODE_USE_BEDROCK,0,",
        "gemini,GOOGLE_GENAI_USE_VERTEXAI,true,Google Vertex AI"
    })
    void aVariableChoosesACloud(String agent, String variable, String value, String cloud) {
        assertThat(known(agent).by(context(Map.of(variable, value))).orElse(null))
                .isEqualTo(cloud);
        assertThat(known(agent).signIn(context(Map.of(variable, value))) == SignIn.SIGNED_IN)
                .isEqualTo(cloud != null);
    }

    @Test
    void theSettingsOfClaudeCodeChooseACloudOrAHelper() throws IOException {
        user(".claude/settings.json", "{\"env\": {\"CLAUDE_CODE_USE_VERTEX\": \"1\"}}");
        assertThat(known("claude-code").by(context(Map.of()))).contains("Google Vertex AI");

        user(".claude/settings.json", "{\"apiKeyHelper\": \"/opt/key.sh\"}");
        assertThat(known("claude-code").by(context(Map.of()))).contains("its apiKeyHelper");

        user(".claude/settings.json", "{broken");
        assertThat(known("claude-code").by(context(Map.of()))).isEmpty();
    }

    @Test
    void theConfigurationOfCodexChoosesAModelProvider() throws IOException {
        user(".codex/config.toml", """
                model_provider = "company"
                [model_providers.other]
                env_key = "OTHER_KEY"
                [model_providers.company]
                base_url = "https://models.example.com/v1"
                env_key = "GATEWAY_KEY"
                """);

        assertThat(known("codex").by(context(Map.of("GATEWAY_KEY", "k")))).contains("model provider company");
        assertThat(known("codex").signIn(context(Map.of("GATEWAY_KEY", "k")))).isEqualTo(SignIn.SIGNED_IN);
        assertThat(known("codex").signIn(context(Map.of("OTHER_KEY", "k")))).isEqualTo(SignIn.SIGNED_OUT);
    }

    private static KnownAgent known(String name) {
        return KnownAgent.named(name).orElseThrow();
    }

    private void user(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private Context context(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", home.toString());
        return new Context(
                environment,
                home,
                Invocation.terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false));
    }
}
