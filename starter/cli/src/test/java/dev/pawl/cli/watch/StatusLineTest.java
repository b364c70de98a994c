package dev.pawl.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.cli.fake.Invocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private static Progress progress(TaskStatus status) {
        return Progress.newBuilder()
                .setStatus(status)
                .setPhase("agent")
                .setIteration(2)
                .setTotals(Totals.newBuilder()
                        .setUsage(Usage.newBuilder().setInputTokens(12_300).setCostUsd("0.25")))
                .build();
    }

    @Test
    void itSaysIterationPhaseElapsedTokensCostAndTheLastCheck() {
        assertThat(StatusLine.text(progress(TaskStatus.TASK_STATUS_RUNNING), "tests failed", T0, T0.plusSeconds(72)))
                .isEqualTo("iteration 2 · agent · 1m 12s · 12.3k tokens · $0.25 · last check: tests failed");
    }

    @Test
    void itShowsWhyTheTaskWaits() {
        Progress stalled = progress(TaskStatus.TASK_STATUS_RUNNING).toBuilder()
                .setStall(Stall.newBuilder()
                        .setSince(Timestamp.newBuilder().setSeconds(T0.getEpochSecond()))
                        .setProblem("no worker takes it"))
                .build();
        assertThat(StatusLine.text(stalled, "", T0, T0.plusSeconds(42)))
                .endsWith(" · no progress for 42s: no worker takes it");
    }

    @Test
    void itShowsTheActionsOfTheAgent() {
        Progress working = progress(TaskStatus.TASK_STATUS_RUNNING).toBuilder()
                .setLastAction(Action.newBuilder()
                        .setKind(ActionKind.ACTION_KIND_COMMAND)
                        .setText("mvn test"))
                .build();
        assertThat(StatusLine.text(working, "", T0, T0.plusSeconds(72)))
                .isEqualTo("iteration 2 · agent · 1m 12s · 12.3k tokens · $0.25 · command mvn test");
    }

    @Test
    void aTaskThatWaitsSaysSo() {
        assertThat(StatusLine.text(progress(TaskStatus.TASK_STATUS_WAITING), "", T0, T0))
                .startsWith("iteration 2 · waiting");
    }

    @Test
    void withoutATerminalThereAreOnlyPlainLines() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (StatusLine line = new StatusLine(Invocation.terminal(new ByteArrayOutputStream(), err, false), T0)) {
            line.start();
            line.progress(progress(TaskStatus.TASK_STATUS_RUNNING));
            line.say("a line");
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a line\n");
    }

    @Test
    void onATerminalALineOfTheStoryReplacesTheStatusLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (StatusLine line = new StatusLine(Invocation.terminal(new ByteArrayOutputStream(), err, true), T0)) {
            line.say("a line");
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001B[2Ka line\n\r\u001B[2K");
    }
}
