package dev.pawl.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.redaction.Secret;
import dev.pawl.task.judge.server.ServerAddress;
import dev.pawl.workflows.model.request.JudgeProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class JudgeServersTest {
    private static JudgeServers servers(Map<String, String> properties, Map<String, String> environment) {
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        return new JudgeServers(
                binder.bindOrCreate("pawl", PawlProperties.class).judge(), environment);
    }

    @Test
    void noServerIsConfiguredByDefault() {
        assertThat(servers(Map.of(), Map.of("PATH", "/bin", "OPENAI_BASE_URL", "http://x"))
                        .addresses())
                .isEmpty();
    }

    @Test
    void aProvidersOwnVariablesApplyIfNothingIsConfigured() {
        assertThat(servers(
                                Map.of(),
                                Map.of(
                                        "OPENAI_API_KEY", "k1",
                                        "ANTHROPIC_API_KEY", "k2",
                                        "ANTHROPIC_BASE_URL", "http://proxy:1/"))
                        .addresses())
                .containsOnly(
                        Map.entry(JudgeProvider.OPENAI, ServerAddress.of("https://api.openai.com/v1", Secret.of("k1"))),
                        Map.entry(JudgeProvider.ANTHROPIC, ServerAddress.of("http://proxy:1", Secret.of("k2"))));
    }

    @Test
    void aKeyIsNeverSentToAServerItWasNotGivenFor() {
        assertThat(servers(Map.of("pawl.judge.openai.url", "http://mine:8000/v1"), Map.of("OPENAI_API_KEY", "k1"))
                        .addresses())
                .containsOnly(Map.entry(JudgeProvider.OPENAI, ServerAddress.of("http://mine:8000/v1", null)));
    }

    @Test
    void variablesOfTheEnvironmentConfigureIt() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "PAWL_JUDGE_OLLAMA_URL", "http://127.0.0.1:11434",
                                        "PAWL_JUDGE_OPENAI_KEY", "k1")));
        JudgeProperties bound = new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("pawl", PawlProperties.class)
                .judge();

        assertThat(new JudgeServers(bound, Map.of()).addresses())
                .containsOnly(
                        Map.entry(JudgeProvider.OLLAMA, ServerAddress.of("http://127.0.0.1:11434", null)),
                        Map.entry(
                                JudgeProvider.OPENAI, ServerAddress.of("https://api.openai.com/v1", Secret.of("k1"))));
        assertThat(new JudgeServers(bound, Map.of()).keys()).containsExactly(Secret.of("k1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.openai.com", "ftp://x", "http://user:pass@x", "http://x?key=1", "http:///v1", "a b"})
    void aUrlThatCannotBeAServersIsRefusedWithItsProperty(String url) {
        assertThatThrownBy(() ->
                        servers(Map.of("pawl.judge.openai.url", url), Map.of()).addresses())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pawl.judge.openai.url");
    }

    @Test
    void aKeyIsNotPrinted() {
        JudgeServers servers = servers(Map.of("pawl.judge.openai.key", "sk-canary-1"), Map.of());

        assertThat(servers.addresses().toString()).doesNotContain("sk-canary-1").contains("[redacted]");
        assertThat(new JudgeServerProperties(null, Secret.of("sk-canary-1")).toString())
                .doesNotContain("sk-canary-1");
    }
}
