package dev.pawl.worker.config;

import dev.pawl.host.redaction.Secret;
import dev.pawl.task.judge.server.ServerAddress;
import dev.pawl.workflows.model.request.JudgeProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model servers that this worker can ask. If a provider is configured, its customary variables are ignored: a key
 * is never sent to a server it was not meant for.
 */
public final class JudgeServers {
    private final JudgeProperties properties;
    private final Map<String, String> environment;

    public JudgeServers(JudgeProperties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** @throws IllegalArgumentException with the property whose URL is invalid */
    public Map<JudgeProvider, ServerAddress> addresses() {
        Map<JudgeProvider, ServerAddress> addresses = new EnumMap<>(JudgeProvider.class);
        for (JudgeProvider provider : JudgeProvider.values()) {
            address(provider).ifPresent(address -> addresses.put(provider, address));
        }
        return addresses;
    }

    /** Secrets to redact. */
    public List<Secret> keys() {
        return addresses().values().stream()
                .map(ServerAddress::key)
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<ServerAddress> address(JudgeProvider provider) {
        return switch (provider) {
            case OPENAI ->
                address(
                        provider,
                        properties.openai(),
                        "OPENAI_BASE_URL",
                        "OPENAI_API_KEY",
                        "https://api.openai.com/v1");
            case ANTHROPIC ->
                address(
                        provider,
                        properties.anthropic(),
                        "ANTHROPIC_BASE_URL",
                        "ANTHROPIC_API_KEY",
                        "https://api.anthropic.com");
            case OLLAMA -> own(provider, properties.ollama(), null);
        };
    }

    private Optional<ServerAddress> address(
            JudgeProvider provider, JudgeServerProperties server, String urlName, String keyName, String url) {
        if (server.url() != null || server.key() != null) {
            return own(provider, server, url);
        }
        String key = variable(keyName);
        String named = variable(urlName);
        return key == null ? Optional.empty() : theirs(named == null ? url : named, Secret.of(key));
    }

    /** An invalid customary variable is ignored: it is not this worker's configuration. */
    private static Optional<ServerAddress> theirs(String url, Secret key) {
        try {
            return Optional.of(ServerAddress.of(url, key));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<ServerAddress> own(
            JudgeProvider provider, JudgeServerProperties server, @Nullable String otherwise) {
        String url = server.url() == null || server.url().isBlank() ? otherwise : server.url();
        return url == null ? Optional.empty() : Optional.of(made(provider, url, server.key()));
    }

    private static ServerAddress made(JudgeProvider provider, String url, @Nullable Secret key) {
        try {
            return ServerAddress.of(url, key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("pawl.judge." + provider.wire() + ".url: " + e.getMessage(), e);
        }
    }

    private @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
