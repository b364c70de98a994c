package dev.pawl.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckFile;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Proof;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.document.EvidenceDocument;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceReportTest {
    private static final Style PLAIN = Style.PLAIN;

    @Test
    void aProvenResultShowsWhatMadeItGreenAndTheFilesOfTheChecks() {
        Control control = Control.newBuilder()
                .setCheck("tests")
                .setState("confirmed")
                .addPutBack("index.js")
                .addCauses("index.js")
                .setLine("check 'tests' is green because of index.js: red as before with index.js put back to the base")
                .build();

        String report = report(proof(control).setVerified(true).build());

        assertThat(report)
                .contains("tests  failed (exit 1)  green                red as before     passed")
                .contains("because    check 'tests' is green because of index.js")
                .contains("scripts/run-tests.sh  yes             check 'tests': npm test")
                .contains("package.json          may change      check 'tests'")
                .contains("not known  which tests check 'tests' runs");
    }

    @Test
    void aResultThatIsGreenWithoutTheWorkNamesTheCause() {
        Control control = Control.newBuilder()
                .setCheck("tests")
                .setState("refuted")
                .addPutBack("index.js")
                .addCauses("lib/equal.js")
                .setLine("check 'tests' is green without the change of index.js; it is green because of lib/equal.js")
                .build();

        String report = report(proof(control).build());

        assertThat(report)
                .contains("tests  failed (exit 1)  green                green             passed")
                .contains("refuted    check 'tests' is green without the change of index.js")
                .contains("against    green_without_work: lib/equal.js");
    }

    @Test
    void nothingIsClaimedBeforeAResultWasAssessed() {
        assertThat(EvidenceReport.lines(Task.newBuilder().setTitle("T").build(), 120, PLAIN))
                .last()
                .isEqualTo("nothing was assessed yet");
    }

    @Test
    void theDocumentHasTheSame() {
        JsonObject json = EvidenceDocument.of(task(
                proof(Control.newBuilder().setCheck("tests").setState("unclear").build())
                        .build()));

        JsonObject proof =
                json.getAsJsonArray("iterations").get(0).getAsJsonObject().getAsJsonObject("proof");
        assertThat(proof.getAsJsonArray("controls")
                        .get(0)
                        .getAsJsonObject()
                        .get("state")
                        .getAsString())
                .isEqualTo("unclear");
        assertThat(proof.getAsJsonArray("check_files")).hasSize(2);
        assertThat(proof.get("verified").getAsBoolean()).isFalse();
    }

    private static String report(Proof proof) {
        return String.join("\n", EvidenceReport.lines(task(proof), 200, PLAIN));
    }

    private static Proof.Builder proof(Control control) {
        return Proof.newBuilder()
                .setTree("0123456789")
                .addControls(control)
                .addCheckFiles(CheckFile.newBuilder()
                        .setPath("scripts/run-tests.sh")
                        .setWhy("check 'tests': npm test")
                        .setKeptAsInBase(true))
                .addCheckFiles(CheckFile.newBuilder().setPath("package.json").setWhy("check 'tests'"))
                .addUnknown("which tests check 'tests' runs");
    }

    private static Task task(Proof proof) {
        return Task.newBuilder()
                .setId("t-1")
                .setTitle("T")
                .setStatus(TaskStatus.TASK_STATUS_RUNNING)
                .setBaseSnapshot("ba5e")
                .addBaseline(check(CheckState.CHECK_STATE_FAILED, 1))
                .addIterations(Iteration.newBuilder()
                        .setNumber(1)
                        .setSnapshot("c0ffee")
                        .setDiff(
                                DiffSummary.newBuilder().setFiles(2).setAdded(2).setRemoved(1))
                        .addChecks(check(CheckState.CHECK_STATE_PASSED, 0).toBuilder()
                                .setSatisfied(true))
                        .addAllFindings(
                                proof.getControls(0).getState().equals("refuted")
                                        ? List.of(Finding.newBuilder()
                                                .setKind("green_without_work")
                                                .setPath("lib/equal.js")
                                                .setDetail("is what makes it green")
                                                .setBlocking(true)
                                                .build())
                                        : List.of())
                        .setProof(proof))
                .build();
    }

    private static Check check(CheckState state, int exitCode) {
        return Check.newBuilder()
                .setName("tests")
                .setState(state)
                .setExitCode(exitCode)
                .build();
    }
}
