package dev.pawl.connection;

import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engine as Temporal's own environment configuration describes it: {@code temporal.toml} and variables. */
public final class EngineProfile {
    private final ClientConfigProfile profile;

    private EngineProfile(ClientConfigProfile profile) {
        this.profile = profile;
    }

    /** The engine that these variables configure, directly or by a file; empty if they name no address. */
    public static Optional<EngineProfile> configured(Map<String, String> environment) throws IOException {
        ClientConfigProfile profile = ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                .setEnvOverrides(environment)
                .build());
        return present(profile.getAddress()) ? Optional.of(new EngineProfile(profile)) : Optional.empty();
    }

    /** The engine that a file describes, whatever the environment. */
    public static EngineProfile in(Path file) throws IOException {
        return new EngineProfile(ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                .setConfigFilePath(file.toString())
                .setDisableEnv(true)
                .build()));
    }

    public String address() {
        return profile.getAddress();
    }

    public String namespace() {
        String namespace = profile.getNamespace();
        return present(namespace) ? namespace : "default";
    }

    /** Whether the client proves who it is, with a certificate or a key. */
    public boolean hasCredential() {
        ClientConfigTLS tls = tls();
        return present(profile.getApiKey())
                || (tls != null && (present(tls.getClientCertPath()) || tls.getClientCertData() != null));
    }

    /** Whether its credential is a file in this directory. */
    public boolean hasCredentialIn(Path directory) {
        ClientConfigTLS tls = tls();
        return tls != null
                && present(tls.getClientKeyPath())
                && Path.of(tls.getClientKeyPath())
                        .toAbsolutePath()
                        .normalize()
                        .startsWith(directory.toAbsolutePath().normalize());
    }

    /**
     * Options of a connection. Certificates in files are read again when they change, and used for the next connection.
     *
     * @throws IllegalStateException if the profile's files cannot be used
     */
    public WorkflowServiceStubsOptions connection() {
        WorkflowServiceStubsOptions options = profile.toWorkflowServiceStubsOptions();
        ClientConfigTLS tls = tls();
        if (tls == null
                || !present(tls.getClientCertPath())
                || !present(tls.getClientKeyPath())
                || Boolean.TRUE.equals(tls.isDisableHostVerification())) {
            return options;
        }
        return WorkflowServiceStubsOptions.newBuilder(options)
                .setSslContext(CertificateFiles.context(tls))
                .build();
    }

    private @Nullable ClientConfigTLS tls() {
        ClientConfigTLS tls = profile.getTls();
        return tls == null || Boolean.TRUE.equals(tls.isDisabled()) ? null : tls;
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
