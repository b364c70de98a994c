package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.network.Reach;
import dev.pawl.host.process.ProcessResult.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a program may be silent, depending on what it waits for. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("isolations")
class SilenceTest {
    private static final Duration IDLE = Duration.ofMillis(600);

    private final ProcessSupervisor supervisor;

    @TempDir
    Path directory;

    SilenceTest(Isolation isolation) {
        this.supervisor = new ProcessSupervisor(isolation);
    }

    static Stream<Isolation> isolations() {
        Isolation sandbox =
                new Sandbox(List.of(), List.of(), List.of(Path.of("/tmp")), Reach.HOST).isolation(Isolation.probe());
        return Stream.of(Isolation.probe(), Isolation.processTree(), sandbox).distinct();
    }

    @Test
    void aProgramThatWaitsForNothingItStartedIsEndedAtTheIdleLimit() throws Exception {
        assertThat(run("sleep 3600", IDLE, false).end()).isEqualTo(End.IDLE);
    }

    @Test
    void aQuietCommandOutlivesTheIdleLimit() throws Exception {
        assertThat(run("sleep 2", IDLE, true).succeeded()).isTrue();
    }

    @Test
    void aCommandThatDoesNothingIsEndedAtSixTimesTheIdleLimit() throws Exception {
        ProcessResult result = run("sleep 3600", IDLE, true);

        assertThat(result.end()).isEqualTo(End.IDLE);
        assertThat(result.duration())
                .isBetween(IDLE.multipliedBy(6), IDLE.multipliedBy(6).plusSeconds(10));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandThatComputesIsAlive() throws Exception {
        String computes = "timeout 6 sh -c 'while :; do :; done'; echo over";

        assertThat(run(computes, Duration.ofMillis(400), true).end()).isEqualTo(End.EXITED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandOfASessionOfItsOwnThatWritesIsAlive() throws Exception {
        String writes =
                "setsid sh -c 'for i in 1 2 3 4 5 6; do sleep 1; head -c 100000 /dev/zero > written; done' & wait";

        assertThat(run(writes, Duration.ofMillis(500), true).end()).isEqualTo(End.EXITED);
        assertThat(Files.size(directory.resolve("written"))).isEqualTo(100_000);
    }

    @Test
    void theTimeLimitAppliesWhateverTheProgramDoes() throws Exception {
        RunFixture fixture =
                RunFixture.in(directory).wall(Duration.ofSeconds(2)).idle(IDLE);

        assertThat(supervisor
                        .run(fixture.shell("while :; do :; done"), new CollectedOutput(), watch(true))
                        .end())
                .isEqualTo(End.TIMED_OUT);
    }

    private ProcessResult run(String script, Duration idle, boolean pending) throws Exception {
        RunFixture fixture = RunFixture.in(directory).idle(idle).grace(Duration.ofMillis(200));
        return supervisor.run(fixture.shell(script), new CollectedOutput(), watch(pending));
    }

    private static ProcessWatch watch(boolean pending) {
        return new ProcessWatch() {
            @Override
            public boolean pending() {
                return pending;
            }
        };
    }
}
