package dev.pawl.agent.contract;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.contract.FakeProgram.Then;
import dev.pawl.agent.contract.Recordings.Recording;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.FileUtils;

/** One case of one adapter, run as a process. Each is run once for all tests of this JVM. */
record ContractRun(Adapter adapter, ContractCase wanted) {
    static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());

    /** One price for every model: an agent that reports tokens has a cost, reported or estimated. */
    private static final PriceTable PRICES = PriceTable.of(Path.of("src/test/resources/prices/every-model.toml"));

    /** Results name files in it, so it exists until all tests of this JVM have ended. */
    private static final Path DIRECTORIES = untilTheEnd();

    private static final Map<String, AgentResult> SEEN = new ConcurrentHashMap<>();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration GRACE = Duration.ofMillis(500);
    /** Never valid in UTF-8. */
    private static final String NOISE = "\u00ff\u00fe\u00c3(";

    AgentResult seen() {
        return SEEN.computeIfAbsent(adapter.name() + " " + wanted, key -> run());
    }

    /** The probe's result for the program of this case. */
    AgentAvailability probed() throws IOException {
        return agent(Files.createTempDirectory(DIRECTORIES, "run")).probe();
    }

    private static Path untilTheEnd() {
        try {
            Path directory = Files.createTempDirectory("pawl-contract");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AgentResult run() {
        try {
            Path directory = Files.createTempDirectory(DIRECTORIES, "run");
            return agent(directory).run(run(directory), AgentListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Agent agent(Path directory) throws IOException {
        String path = "/usr/bin:/bin";
        if (wanted != ContractCase.NOT_INSTALLED) {
            path = install(directory).bin() + ":" + path;
        }
        AgentSettings settings = new AgentSettings(
                Map.of("PATH", path), directory, EnvironmentAllowList.TOOLS, 1 << 20, GRACE, Map.of(), PRICES);
        return adapter.agents().apply(SUPERVISOR, settings);
    }

    private AgentRun run(Path directory) throws IOException {
        AgentRun run = new AgentRuns(directory)
                .run(
                        adapter.spec(),
                        wanted == ContractCase.TURN_LIMIT ? 2 : null,
                        wanted == ContractCase.BUDGET ? "0.01" : null,
                        wanted == ContractCase.IDLE_LIMIT ? SHORT : LONG);
        return wanted == ContractCase.TIME_LIMIT ? AgentRuns.limited(run, SHORT) : run;
    }

    private FakeProgram install(Path directory) throws IOException {
        Recordings recordings = adapter.recordings();
        Recording recording = recordings.recording(wanted.recorded() ? wanted : ContractCase.SUCCESS);
        Integer exitCode = recording.exitCode();
        Then then = switch (wanted) {
            case TIME_LIMIT -> Then.CHATTER;
            case IDLE_LIMIT, SILENCE_AFTER_END -> Then.HANG;
            case KILLED -> Then.DIE;
            default -> exitCode == null ? Then.HANG : Then.EXIT;
        };
        return FakeProgram.install(
                directory,
                adapter.executable(),
                wanted == ContractCase.BAD_VERSION ? "0.0.1" : adapter.version(),
                stdout(recording.stdout()),
                recording.stderr(),
                then,
                Objects.requireNonNullElse(exitCode, 0));
    }

    private String stdout(String recorded) {
        return switch (wanted) {
            case TIME_LIMIT, IDLE_LIMIT, KILLED -> recorded.substring(0, lastLine(recorded));
            case CUT_MID_LINE -> recorded.substring(0, (lastLine(recorded) + recorded.length()) / 2);
            case JOINED_EVENTS -> recorded.replace("\n", "");
            case INVALID_UTF8 -> recorded.replace("DONE", NOISE + "DONE").replaceFirst("\n", "\n" + NOISE + "\n");
            case NOTHING_DONE -> "";
            default -> recorded;
        };
    }

    private static int lastLine(String recorded) {
        return recorded.stripTrailing().lastIndexOf('\n') + 1;
    }
}
