package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.network.Reach;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.process.ProcessResult.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("isolations")
class ProcessSupervisorTest {
    /** A child, a child in its own process session, and one that hides from its parent: all would run for an hour. */
    private static final String FAMILY =
            "sleep 3600 & setsid sleep 3600 & (setsid sh -c 'trap \"\" TERM; sleep 3600' &) ; echo up; ";

    private final ProcessSupervisor supervisor;
    private final CollectedOutput output = new CollectedOutput();

    @TempDir
    Path directory;

    ProcessSupervisorTest(Isolation isolation) {
        this.supervisor = new ProcessSupervisor(isolation);
    }

    static Stream<Isolation> isolations() {
        Isolation sandbox =
                new Sandbox(List.of(), List.of(), List.of(Path.of("/tmp")), Reach.HOST).isolation(Isolation.probe());
        return Stream.of(Isolation.probe(), Isolation.processTree(), sandbox).distinct();
    }

    @Test
    void exitCodeAndBothStreamsAreHandedOn() throws Exception {
        ProcessResult result = run(fixture().shell("echo out; echo err >&2; exit 7"));

        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.succeeded()).isFalse();
        assertThat(output.stdout()).isEqualTo("out\n");
        assertThat(output.stderr()).isEqualTo("err\n");
    }

    @Test
    void aSignalFromElsewhereShowsInTheExitCode() throws Exception {
        assertThat(run(fixture().program("sh", "-c", "kill -TERM $$")).exitCode())
                .isEqualTo(143);
        assertThat(output.stderr()).isEmpty();
    }

    @Test
    void stdinIsTheFileAndThenEnds() throws Exception {
        Path input = Files.writeString(directory.resolve("in"), "a prompt");

        run(fixture().stdin(input).program("cat"));

        assertThat(output.stdout()).isEqualTo("a prompt");
    }

    @Test
    void withoutAFileStdinIsEmptyNotOpen() throws Exception {
        assertThat(run(fixture().program("cat")).succeeded()).isTrue();
    }

    @Test
    void nothingOfTheEnvironmentIsInherited() throws Exception {
        RunFixture fixture = fixture();

        run(fixture.program("env"));

        assertThat(output.stdout().lines().map(line -> line.replaceAll("=.*", "")))
                .contains("PATH", "PAWL_RUN", "PAWL_WORKER")
                .isSubsetOf("PATH", "PAWL_RUN", "PAWL_WORKER", "PWD", "OLDPWD", "SHLVL", "_");
        assertThat(output.stdout()).contains("PAWL_RUN=" + fixture.tag());
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws Exception {
        run(fixture().program("printf", "%s|", "a b", "$HOME", "'\"", "", "*"));

        assertThat(output.stdout()).isEqualTo("a b|$HOME|'\"||*|");
    }

    @Test
    void theWorkingDirectoryIsTheOneAskedFor() throws Exception {
        Path odd = Files.createDirectories(directory.resolve("with space and ü"));

        run(RunFixture.in(odd).program("pwd"));

        assertThat(output.stdout().strip()).isEqualTo(odd.toRealPath().toString());
    }

    @Test
    void aMissingProgramIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> run(fixture().program("no-such-agent", "x")))
                .isInstanceOf(ProgramNotFoundException.class)
                .hasMessageContaining("no-such-agent");
    }

    @Test
    void theWallLimitEndsTheWholeTree() throws Exception {
        RunFixture fixture = fixture().wall(Duration.ofMillis(700)).grace(Duration.ofMillis(300));

        ProcessResult result = run(fixture.shell(FAMILY + "while :; do echo busy; sleep 0.1; done"));

        assertThat(result.end()).isEqualTo(End.TIMED_OUT);
        assertThat(result.exitCode()).isNull();
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void silenceIsEndedButNotWorkThatIsHeard() throws Exception {
        RunFixture fixture = fixture().idle(Duration.ofMillis(600)).grace(Duration.ofMillis(300));

        ProcessResult result =
                run(fixture.shell("for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done; echo last; sleep 3600"));

        assertThat(result.end()).isEqualTo(End.IDLE);
        assertThat(output.stdout()).endsWith("last\n");
        assertThat(result.duration()).isBetween(Duration.ofMillis(1800), Duration.ofSeconds(20));
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void cancelEndsTheWholeTree() throws Exception {
        RunFixture fixture = fixture().grace(Duration.ofMillis(300));

        ProcessResult result = supervisor.run(fixture.shell(FAMILY + "sleep 3600"), output, cancelOnOutput());

        assertThat(result.end()).isEqualTo(End.CANCELLED);
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void theProgramIsAskedBeforeItIsKilled() throws Exception {
        String polite = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done";

        ProcessResult result = supervisor.run(fixture().shell(polite), output, cancelOnOutput());

        assertThat(output.stdout()).isEqualTo("up\nbye\n");
        assertThat(result.exitCode()).isNull();
    }

    @Test
    void processesThatOutliveTheProgramAreEnded() throws Exception {
        RunFixture fixture = fixture();

        ProcessResult result = run(fixture.shell(FAMILY + "exit 0"));

        assertThat(result.succeeded()).isTrue();
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void afterItsLastWordAProgramHasOnlyTheGraceTime() throws Exception {
        ProcessWatch watch = new ProcessWatch() {
            @Override
            public boolean done() {
                return output.stdout().contains("result");
            }
        };
        RunFixture fixture = fixture().grace(Duration.ofMillis(300));

        ProcessResult result = supervisor.run(fixture.shell("echo result; sleep 3600"), output, watch);

        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.exitCode()).isNull();
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void anExceptionOfTheCallerEndsTheTree() {
        RunFixture fixture = fixture();
        ProcessWatch refuses = new ProcessWatch() {
            @Override
            public void started(ProcessIdentity identity) {
                throw new IllegalStateException("fenced");
            }
        };

        assertThatThrownBy(() -> supervisor.run(fixture.shell("sleep 3600"), output, refuses))
                .hasMessage("fenced");
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void aSinkThatFailsEndsTheTreeAndIsNotSwallowed() {
        RunFixture fixture = fixture().grace(Duration.ofMillis(300));
        OutputSink full = new OutputSink() {
            @Override
            public void stdout(byte[] chunk, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void stderr(byte[] chunk, int length) {}
        };

        assertThatThrownBy(() -> supervisor.run(fixture.shell("yes"), full, ProcessWatch.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(fixture.alive()).isZero();
    }

    @Test
    void aHundredMegabytesInOneLinePassThroughBoundedMemory() throws Exception {
        AtomicLong bytes = new AtomicLong();
        OutputSink counting = new OutputSink() {
            @Override
            public void stdout(byte[] chunk, int length) {
                bytes.addAndGet(length);
            }

            @Override
            public void stderr(byte[] chunk, int length) {}
        };

        supervisor.run(fixture().shell("head -c 104857600 /dev/zero"), counting, ProcessWatch.NONE);

        assertThat(bytes).hasValue(104857600);
    }

    @Test
    void aWorkerThatStopsEndsItsRunsInTheirOwnWayAndStartsNoneAnyMore() {
        RunFixture fixture = fixture().grace(Duration.ofSeconds(20));
        ProcessWatch stopOnOutput = new ProcessWatch() {
            @Override
            public boolean cancelled() {
                if (output.stdout().contains("up\n")) {
                    supervisor.stop();
                }
                return false;
            }
        };
        String polite = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done";

        assertThatThrownBy(() -> supervisor.run(fixture.shell(polite), output, stopOnOutput))
                .isInstanceOf(WorkerStoppedException.class);

        assertThat(output.stdout()).isEqualTo("up\nbye\n");
        assertThat(fixture.alive()).isZero();
        assertThatThrownBy(() -> run(fixture.shell("echo more"))).isInstanceOf(WorkerStoppedException.class);
        assertThat(output.stdout()).doesNotContain("more");
    }

    @Test
    void aDrainLetsRunsContinue() throws Exception {
        supervisor.drain();

        assertThat(supervisor.draining()).isTrue();
        assertThat(run(fixture().shell("echo still")).succeeded()).isTrue();
    }

    @Test
    void aSweepOfADeadWorkerEndsItsProcessesAndTheirDescendants() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "env -i sleep 3600 & wait");
        String worker = fixture().tag();
        builder.environment().put(ProcessSupervisor.WORKER_VARIABLE, worker);
        Process left = builder.start();
        Awaitility.await().until(() -> left.children().findAny().isPresent());
        ProcessHandle hidden = left.children().findAny().orElseThrow();

        assertThat(supervisor.startedBy(worker)).contains(left.toHandle());
        assertThat(supervisor.sweepWorker(worker)).isEqualTo(2);

        assertThat(left.waitFor()).isEqualTo(137);
        Awaitility.await().until(() -> !hidden.isAlive());
        assertThat(supervisor.startedBy(worker)).isEmpty();
    }

    @Test
    void aSweepEndsOnlyProcessesWithTheTag() throws Exception {
        RunFixture mine = fixture();
        Process other = new ProcessBuilder("sleep", "3600").start();
        try {
            Process left = tagged(mine.tag() + "/session-1");
            Process alike = tagged(mine.tag() + "0/session-1");

            assertThat(supervisor.sweep(mine.tag())).isEqualTo(1);
            assertThat(left.waitFor()).isEqualTo(137);
            assertThat(alike.isAlive()).isTrue();
            assertThat(supervisor.sweep(mine.tag() + "0/session-1")).isEqualTo(1);
            assertThat(supervisor.sweep(mine.tag())).isZero();
        } finally {
            assertThat(other.isAlive()).isTrue();
            other.destroyForcibly();
        }
    }

    @Test
    void aLeftoverIsEndedByItsIdentityAndAReusedIdIsNot() throws Exception {
        String tag = fixture().tag();
        Process left = tagged(tag);
        ProcessIdentity identity =
                new ProcessIdentity(left.pid(), left.info().startInstant().orElseThrow(), tag);

        assertThat(supervisor.endLeftover(
                        new ProcessIdentity(left.pid(), identity.startedAt().minusSeconds(600), tag + "x")))
                .isZero();
        assertThat(supervisor.endLeftover(new ProcessIdentity(left.pid(), identity.startedAt(), tag + "x")))
                .isZero();
        assertThat(left.isAlive()).isTrue();
        assertThat(supervisor.endLeftover(identity)).isEqualTo(1);
        assertThat(supervisor.endLeftover(identity)).isZero();
    }

    private static Process tagged(String tag) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "3600");
        builder.environment().put(ProcessSupervisor.RUN_VARIABLE, tag);
        return builder.start();
    }

    private ProcessWatch cancelOnOutput() {
        return new ProcessWatch() {
            @Override
            public boolean cancelled() {
                return output.stdout().contains("up\n");
            }
        };
    }

    private RunFixture fixture() {
        return RunFixture.in(directory);
    }

    private ProcessResult run(ProcessSpec spec) throws IOException, InterruptedException {
        return supervisor.run(spec, output, ProcessWatch.NONE);
    }
}
