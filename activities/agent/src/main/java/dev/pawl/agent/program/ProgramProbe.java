package dev.pawl.agent.program;

import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentSettings;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.output.OutputTail;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Probes a program on this host. Calls no model. */
final class ProgramProbe {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+){2}(?:[.+-]\\w+)*");

    private final AgentProgram program;
    private final ProgramFacts facts;
    private final ProcessSupervisor supervisor;
    private final AgentSettings settings;

    ProgramProbe(AgentProgram program, ProcessSupervisor supervisor, AgentSettings settings) {
        this.program = program;
        this.facts = program.facts();
        this.supervisor = supervisor;
        this.settings = settings;
    }

    AgentAvailability look() {
        Optional<Path> executable = ProgramAgent.find(facts, settings);
        SignIn signIn = program.signIn(settings);
        if (executable.isEmpty()) {
            return answer(false, null, signIn, "install it: " + facts.install());
        }
        String version = version(executable.get());
        if (version == null) {
            return answer(true, null, signIn, executable.get() + " does not start: " + facts.install());
        }
        return answer(true, version, signIn, advice(version, signIn));
    }

    private String advice(String version, SignIn signIn) {
        if (signIn == SignIn.SIGNED_OUT) {
            return "sign in: " + facts.signIn();
        }
        return version.equals(facts.version()) ? "" : "tested with version " + facts.version();
    }

    private AgentAvailability answer(boolean installed, @Nullable String version, SignIn signIn, String advice) {
        return new AgentAvailability(facts.name(), installed, version, signIn, advice);
    }

    private @Nullable String version(Path executable) {
        Tail tail = new Tail(new OutputTail(1024));
        try {
            Map<String, String> environment = Map.of(
                    "PATH", settings.environment().getOrDefault("PATH", ""),
                    "HOME", settings.home().toString(),
                    "DISABLE_AUTOUPDATER", "1");
            ProcessSpec spec = new ProcessSpec(
                    List.of(executable.toString(), "--version"),
                    settings.home(),
                    environment,
                    null,
                    "probe/" + UUID.randomUUID(),
                    LIMIT,
                    LIMIT,
                    Duration.ZERO);
            ProcessResult result = supervisor.run(spec, tail, ProcessWatch.NONE);
            Matcher version = VERSION.matcher(tail.stdout().text());
            return result.succeeded() && version.find() ? version.group() : null;
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
