package dev.pawl.acceptance.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.modelserver.ScriptedModelServer;
import dev.pawl.agent.real.ScriptedProvider;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.TaskSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A stack whose real agent programs all use one scripted model server on loopback. */
public final class RealAgents implements AutoCloseable {
    /** Does the work of the calculator task. */
    public static final Script WORK = new Script.RunCommand("""
            cat > calculator.py <<'END'
            def add(a, b): return a + b
            def subtract(a, b): return a - b
            def multiply(a, b): return a * b
            def divide(a, b): return a / b
            END
            """, "calculator.py is there");
    /** Claims so and does nothing. */
    public static final Script CLAIM = new Script.Say("I have created calculator.py");

    private final ScriptedModelServer model;
    private final LocalStack stack;

    private RealAgents(ScriptedModelServer model, LocalStack stack) {
        this.model = model;
        this.stack = stack;
    }

    /** @param answers the model's answer to a request */
    public static RealAgents asking(Function<JsonNode, Script> answers) {
        try {
            ScriptedModelServer model = new ScriptedModelServer(answers);
            Path directory = Files.createTempDirectory("pawl-providers");
            Map<String, String> environment = new HashMap<>();
            environment.put("ANTHROPIC_BASE_URL", model.address().toString());
            environment.put("ANTHROPIC_API_KEY", "sk-ant-scripted");
            for (ScriptedProvider provider : ScriptedProvider.all()) {
                ScriptedProvider.Host host = provider.host(model.address(), directory);
                environment.putAll(host.environment());
                environment.put(
                        "PAWL_AGENTS_" + provider.agent().toUpperCase(Locale.ROOT) + "_FLAGS",
                        String.join(",", host.settings().flags()));
            }
            return new RealAgents(model, LocalStack.started(environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LocalStack stack() {
        return stack;
    }

    /** The calculator task for one of them, unattended. */
    public static TaskSpec.Builder calculator(ScriptedProvider provider) {
        return Tasks.calculator("unused")
                .setTitle("Calculator by " + provider.agent())
                .setPrompt("Create calculator.py with add, subtract, multiply and divide.")
                .setAgent(AgentSpec.newBuilder().setName(provider.agent()).setModel(provider.model()))
                .setInteractive(false)
                .setLimits(Limits.newBuilder().setIterations(3));
    }

    @Override
    public void close() {
        stack.close();
        model.close();
    }
}
