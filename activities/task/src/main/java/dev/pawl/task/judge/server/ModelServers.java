package dev.pawl.task.judge.server;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.JudgeProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The configured model servers, each created at its first use. Thread-safe. */
public final class ModelServers {
    private final Map<JudgeProvider, ServerAddress> addresses;
    private final Redaction redaction;
    private final Map<JudgeProvider, GuardedModel> made = new ConcurrentHashMap<>();

    public ModelServers(Map<JudgeProvider, ServerAddress> addresses, Redaction redaction) {
        this.addresses = Map.copyOf(addresses);
        this.redaction = redaction;
    }

    /** Empty if none is configured. All callers share one model per provider, and so its circuit breaker. */
    public Optional<GuardedModel> find(JudgeProvider provider) {
        ServerAddress address = addresses.get(provider);
        return address == null
                ? Optional.empty()
                : Optional.of(made.computeIfAbsent(provider, missing -> make(missing, address)));
    }

    private GuardedModel make(JudgeProvider provider, ServerAddress address) {
        JsonPost post = new JsonPost(redaction);
        return new GuardedModel(
                provider.wire(),
                switch (provider) {
                    case OPENAI -> new OpenAiModel(address, post);
                    case ANTHROPIC -> new AnthropicModel(address, post);
                    case OLLAMA -> new OllamaModel(address, post);
                });
    }
}
