package dev.pawl.activities.agent;

import dev.pawl.activities.agent.AgentAvailability.SignIn;
import dev.pawl.activities.process.OutputSink;
import dev.pawl.activities.process.OutputTail;
import dev.pawl.activities.process.ProcessResult;
import dev.pawl.activities.process.ProcessSpec;
import dev.pawl.activities.process.ProcessSupervisor;
import dev.pawl.activities.process.ProcessWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what there is of Claude Code on this host. Asks no model. */
final class ClaudeCodeProbe {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ProcessSupervisor supervisor;
    private final AgentSettings settings;

    ClaudeCodeProbe(ProcessSupervisor supervisor, AgentSettings settings) {
        this.supervisor = supervisor;
        this.settings = settings;
    }

    AgentAvailability look() {
        Optional<Path> program = ClaudeCodeAgent.find(settings);
        SignIn signIn = signIn();
        if (program.isEmpty()) {
            return answer(false, null, signIn, "install it: " + ClaudeCodeAgent.INSTALL);
        }
        String version = version(program.get());
        if (version == null) {
            return answer(true, null, signIn, program.get() + " does not start: " + ClaudeCodeAgent.INSTALL);
        }
        return answer(true, version, signIn, advice(version, signIn));
    }

    private static String advice(String version, SignIn signIn) {
        if (signIn == SignIn.SIGNED_OUT) {
            return "sign in: set ANTHROPIC_API_KEY, or run 'claude' and then /login";
        }
        return version.equals(ClaudeCodeAgent.VERSION) ? "" : "tested with version " + ClaudeCodeAgent.VERSION;
    }

    private static AgentAvailability answer(boolean installed, @Nullable String version, SignIn signIn, String advice) {
        return new AgentAvailability(ClaudeCodeAgent.NAME, installed, version, signIn, advice);
    }

    /** Whether what is there is still valid only the provider knows. */
    private SignIn signIn() {
        boolean key = Stream.of("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", ClaudeCodeEnvironment.OAUTH_TOKEN)
                .anyMatch(name -> !settings.environment().getOrDefault(name, "").isBlank());
        if (key || Files.isReadable(BorrowedCredentials.source(settings))) {
            return SignIn.SIGNED_IN;
        }
        boolean keychain =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return keychain ? SignIn.UNKNOWN : SignIn.SIGNED_OUT;
    }

    private @Nullable String version(Path program) {
        Tail tail = new Tail(new OutputTail(1024));
        try {
            ProcessSpec spec = new ProcessSpec(
                    List.of(program.toString(), "--version"),
                    settings.home(),
                    Map.of(
                            "PATH", settings.environment().getOrDefault("PATH", ""),
                            "HOME", settings.home().toString(),
                            "DISABLE_AUTOUPDATER", "1"),
                    null,
                    "probe/" + UUID.randomUUID(),
                    LIMIT,
                    LIMIT,
                    Duration.ZERO);
            ProcessResult result = supervisor.run(spec, tail, ProcessWatch.NONE);
            String version = tail.stdout().text().strip().split("\\s", 2)[0];
            return result.succeeded() && !version.isEmpty() ? version : null;
        } catch (IOException notStarted) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private record Tail(OutputTail stdout) implements OutputSink {
        @Override
        public void stdout(byte[] chunk, int length) {
            stdout.write(chunk, length);
        }

        @Override
        public void stderr(byte[] chunk, int length) {}
    }
}
