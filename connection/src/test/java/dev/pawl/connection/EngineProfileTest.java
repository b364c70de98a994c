package dev.pawl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProfileTest {
    @TempDir
    private Path directory;

    @Test
    void anAddressWithoutCredentialsIsConfiguredAndOpen() throws IOException {
        EngineProfile profile = configured(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233"));
        assertThat(profile.hasCredential()).isFalse();
        assertThat(profile.namespace()).isEqualTo("default");
        assertThat(profile.connection().getTarget()).isEqualTo("temporal.example:7233");
    }

    @Test
    void anApiKeyIsACredentialAndTurnsTlsOn() throws IOException {
        EngineProfile profile = configured(Map.of("TEMPORAL_ADDRESS", "cloud.example:7233", "TEMPORAL_API_KEY", "key"));
        assertThat(profile.hasCredential()).isTrue();
        assertThat(profile.connection().getEnableHttps()).isTrue();
    }

    @Test
    void aClientCertificateIsACredentialOfItsDirectory() throws IOException {
        EngineProfile profile = configured(Map.of(
                "TEMPORAL_ADDRESS", "127.0.0.1:7233",
                "TEMPORAL_TLS_CLIENT_CERT_PATH", directory.resolve("client.pem").toString(),
                "TEMPORAL_TLS_CLIENT_KEY_PATH", directory.resolve("client.key").toString()));
        assertThat(profile.hasCredential()).isTrue();
        assertThat(profile.hasCredentialIn(directory)).isTrue();
        assertThat(profile.hasCredentialIn(directory.resolve("other"))).isFalse();
    }

    @Test
    void aFileIsReadWhateverTheEnvironment() throws IOException {
        Path file = Files.writeString(
                directory.resolve("temporal.toml"), "[profile.default]\naddress = \"here:1\"\nnamespace = \"ns\"\n");
        EngineProfile profile = EngineProfile.in(file);
        assertThat(profile.address()).isEqualTo("here:1");
        assertThat(profile.namespace()).isEqualTo("ns");
    }

    @Test
    void withoutAnAddressNothingIsConfigured() throws IOException {
        assertThat(EngineProfile.configured(Map.of(
                        "TEMPORAL_CONFIG_FILE", directory.resolve("none.toml").toString())))
                .isEmpty();
    }

    private EngineProfile configured(Map<String, String> variables) throws IOException {
        Map<String, String> environment = new TreeMap<>(variables);
        // Not this user's own profile.
        environment.put("TEMPORAL_CONFIG_FILE", directory.resolve("none.toml").toString());
        return EngineProfile.configured(environment).orElseThrow();
    }
}
