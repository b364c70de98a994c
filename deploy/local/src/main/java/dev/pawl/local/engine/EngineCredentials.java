package dev.pawl.local.engine;

import dev.pawl.connection.EngineProfile;
import dev.pawl.local.home.AtomicFile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.SecretFile;
import dev.pawl.local.home.TomlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the clients of a home's engine need: certificates, which the engine's program issues and renews, and a {@code
 * temporal.toml} that names them, for this process as well as for Temporal's command line and SDKs.
 */
final class EngineCredentials {
    private static final String NAMESPACE = "default";

    /** The name in the certificates. */
    private static final String SERVER_NAME = "localhost";

    private final LocalHome home;
    private final Path directory;

    EngineCredentials(LocalHome home) throws IOException {
        this.home = home;
        this.directory = home.part("engine").resolve("tls");
    }

    /** The certificates. */
    Path directory() {
        return directory;
    }

    /** The key of login links of the Web UI. */
    Path uiSecret() throws IOException {
        return home.part("engine").resolve("ui-secret");
    }

    String uiHost() throws IOException {
        return UiHost.of(SecretFile.read(uiSecret()));
    }

    /** Issues what is missing, and renews what ends soon. */
    void prepare(Path program) throws IOException {
        SecretFile.read(uiSecret());
        Process process = new ProcessBuilder(program.toString(), "credentials", directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("cannot issue the engine's certificates: " + output.strip());
        }
    }

    /** Writes the client's configuration for this address. */
    EngineProfile configure(String address) throws IOException {
        AtomicFile.write(home.engineConfiguration(), """
                # Written by Pawl whenever it starts its engine. For Temporal's command line and SDKs, see: pawl env
                [profile.default]
                address = %s
                namespace = %s

                [profile.default.tls]
                server_name = %s
                server_ca_cert_path = %s
                client_cert_path = %s
                client_key_path = %s
                """.formatted(
                        TomlText.of(address),
                        TomlText.of(NAMESPACE),
                        TomlText.of(SERVER_NAME),
                        TomlText.of(file("ca.pem")),
                        TomlText.of(file("client.pem")),
                        TomlText.of(file("client.key"))));
        return EngineProfile.in(home.engineConfiguration());
    }

    /** The same as variables. They contain paths, and no secret. */
    Map<String, String> variables(String address) {
        return Map.of(
                "TEMPORAL_CONFIG_FILE", home.engineConfiguration().toString(),
                "TEMPORAL_ADDRESS", address,
                "TEMPORAL_NAMESPACE", NAMESPACE,
                "TEMPORAL_TLS_SERVER_NAME", SERVER_NAME,
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", file("ca.pem"),
                "TEMPORAL_TLS_CLIENT_CERT_PATH", file("client.pem"),
                "TEMPORAL_TLS_CLIENT_KEY_PATH", file("client.key"));
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }
}
