package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.task.judge.server.ScriptedServer;
import dev.pawl.task.judge.server.WireShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The stack for all recordings, with the budgets and the judge that some of them need. */
final class RecordedStack implements AutoCloseable {
    /** Two sessions of the scripted agents exceed a day's budget. */
    private static final String BUDGETS = """
            [[account]]
            name = "command: python3 agent.py five asks"
            cost_per_day = 0.015
            on_breach = "ask"

            [[account]]
            name = "command: python3 agent.py five parks"
            cost_per_day = 0.015
            on_breach = "park"

            [[account]]
            name = "command: python3 agent.py five ends"
            cost_per_day = 0.015
            on_breach = "end"
            """;

    private final Path places;
    private final ScriptedServer judge = new ScriptedServer(WireShape.OLLAMA);
    private final LocalStack stack;

    private RecordedStack() {
        try {
            places = Files.createTempDirectory("pawl-recorded").toRealPath();
            Path budgets = Files.writeString(places.resolve("budgets.toml"), BUDGETS);
            stack = LocalStack.started(Map.of(
                    "PAWL_BUDGETS_FILE",
                    budgets.toString(),
                    "PAWL_JUDGE_OLLAMA_URL",
                    judge.address("none").url().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Provides it to tests, and ends it after the last one. */
    static final class Extension implements ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Extension.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RecordedStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(RecordedStack.class, type -> new RecordedStack(), RecordedStack.class);
        }
    }

    LocalStack stack() {
        return stack;
    }

    Tasks tasks() {
        return new Tasks(stack);
    }

    People people() {
        return new People(stack);
    }

    ScriptedServer judge() {
        return judge;
    }

    /** Parent of directories that recordings name by the last part of their path. */
    Path places() {
        return places;
    }

    /** A new directory. */
    Path place(String name) {
        try {
            return Files.createDirectory(places.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitAgent(String taskId) {
        Tasks tasks = tasks();
        Awaitility.await("the agent of " + taskId)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tasks.get(taskId).getSessionsCount() == 1 && Tasks.processesOf(taskId));
    }

    @Override
    public void close() {
        stack.close();
        judge.close();
    }
}
