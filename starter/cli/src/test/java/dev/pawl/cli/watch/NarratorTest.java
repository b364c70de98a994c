package dev.pawl.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.fake.Tasks;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final Narrator narrator = new Narrator(Style.PLAIN);

    @Test
    void nothingIsReportedTwice() {
        assertThat(narrator.news(Tasks.accepted())).isNotEmpty();
        assertThat(narrator.news(Tasks.accepted())).isEmpty();
    }

    @Test
    void anInterruptedSessionIsReportedWithItsReason() {
        Task task = Tasks.fresh()
                .addIterations(Tasks.refused().clearChecks().clearFiles().clearDecision())
                .addSessions(Tasks.session(Tasks.FIRST, 1, "0.5")
                        .setStatus(SessionStatus.SESSION_STATUS_TIMED_OUT)
                        .setReason("silent for 5 minutes"))
                .build();
        assertThat(narrator.news(task))
                .contains(
                        "iteration 1: session 11111111 timed_out after 12s, 1.2k tokens, $0.50: silent for 5 minutes");
    }

    @Test
    void aStallIsReportedOnceAndSoIsItsEnd() {
        Progress.Builder progress = Progress.newBuilder().setStatus(TaskStatus.TASK_STATUS_RUNNING);
        assertThat(narrator.news(progress.build())).isEmpty();
        progress.setStall(Stall.newBuilder()
                .setSince(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() - 42))
                .setProblem("its workflow task fails: no such type")
                .setAdvice("see the log"));

        assertThat(narrator.news(progress.build()))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("no progress for 4\\ds: its workflow task fails: no such type"),
                        line -> assertThat(line).isEqualTo("  next step: see the log"));
        assertThat(narrator.news(progress.build())).isEmpty();
        assertThat(narrator.news(progress.clearStall().build())).containsExactly("continues");
    }

    @Test
    void aFallbackIsReportedOnceWithTheReason() {
        Task.Builder task = Tasks.fresh()
                .setStatus(TaskStatus.TASK_STATUS_RUNNING)
                .setIteration(1)
                .setDetail("codex works: claude-code: not signed in");
        assertThat(narrator.news(task.setPhase("agent").build()))
                .contains("iteration 1: codex works: claude-code: not signed in");
        assertThat(narrator.news(task.setPhase("checks").build())).isEmpty();
    }

    @Test
    void whatIsPreparedIsReported() {
        Task.Builder task = Tasks.fresh()
                .setStatus(TaskStatus.TASK_STATUS_RUNNING)
                .setIteration(0)
                .setPhase("preparing");

        assertThat(narrator.news(task.setDetail("cloning /project").build())).contains("preparing: cloning /project");
        assertThat(narrator.news(task.setDetail("taking a snapshot of 1 file").build()))
                .containsExactly("preparing: taking a snapshot of 1 file");
    }

    @Test
    void notesFindingsAndTheQuestionAreReported() {
        Task task = Tasks.waiting("escalate").toBuilder()
                .addNotes("started from HEAD; uncommitted changes were left out")
                .setIterations(
                        0,
                        Tasks.refused()
                                .addFindings(Finding.newBuilder()
                                        .setKind("outside_ownership")
                                        .setPath("x.py")
                                        .setDetail("not owned")))
                .build();
        assertThat(narrator.news(task))
                .contains("note: started from HEAD; uncommitted changes were left out")
                .contains("iteration 1: outside_ownership: x.py: not owned")
                .contains("the task asks: Decimals or fractions?")
                .contains("  type: pawl approve " + Tasks.ID + "    accepts it on your word");
    }

    @Test
    void aQuestionForMoreOfTheBudgetIsAnsweredWithMore() {
        Task.Builder task = Tasks.waiting("escalate").toBuilder();
        task.getQuestionBuilder().setQuestion("The budget is spent. `pawl extend TASK --cost N` grants more.");
        assertThat(narrator.news(task.build()))
                .anyMatch(line -> line.startsWith("  type: pawl extend " + Tasks.ID))
                .noneMatch(line -> line.contains("pawl answer"));
    }

    @Test
    void aQuestionThatTakesSomeWordsOnlyIsAnsweredWithOneOfThem() {
        Task.Builder task = Tasks.waiting("escalate").toBuilder();
        task.getQuestionBuilder()
                .setQuestion("host h1 has not been heard from. Answer 'wait' or 'begin again' or 'end'; what begins"
                        + " again does so on another host, from the base.")
                .addAllChoices(List.of("wait", "begin again", "end"));
        assertThat(narrator.news(task.build()))
                .contains("  type: pawl answer " + Tasks.ID + " \"wait\"    keeps waiting for the host")
                .contains("  type: pawl answer " + Tasks.ID
                        + " \"begin again\"    begins again on another host, from the base")
                .contains("  type: pawl answer " + Tasks.ID + " \"end\"    ends with the last result")
                .noneMatch(line -> line.contains("pawl approve"));
    }

    @Test
    void aCheckThatWasRedBeforeIsReportedAsSuchAndLaterAsNotNew() {
        Check red = Check.newBuilder()
                .setName("tests")
                .setState(CheckState.CHECK_STATE_FAILED)
                .setExitCode(1)
                .setTests(3)
                .addFailures("test_tax")
                .addNewFailures("test_tax")
                .build();
        Task task = Tasks.fresh()
                .addBaseline(red)
                .addIterations(Iteration.newBuilder()
                        .setNumber(1)
                        .addChecks(red.toBuilder().clearNewFailures().setSatisfied(true)))
                .build();
        assertThat(narrator.news(task))
                .containsExactly(
                        "before: tests failed (exit 1), 1 of 3 tests red",
                        "iteration 1: tests failed (exit 1), 1 of 3 tests red, none of them new");
    }

    @Test
    void aPauseAndItsEndAreReported() {
        Task paused = Tasks.fresh().setStatus(TaskStatus.TASK_STATUS_PAUSED).build();
        assertThat(narrator.news(Tasks.fresh().build())).isEmpty();
        assertThat(narrator.news(paused)).containsExactly("paused; continue with: pawl resume " + Tasks.ID);
        assertThat(narrator.news(Tasks.fresh().build())).containsExactly("continues");
    }
}
