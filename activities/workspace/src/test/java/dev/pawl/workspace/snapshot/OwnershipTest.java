package dev.pawl.workspace.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "calculator.py, calculator.py, true",
        "calculator.py, sub/calculator.py, false",
        "calculator.py, Calculator.py, false",
        "tests/**, tests/a/b.py, true",
        "tests/**, tests, false",
        "tests/**, tests.py, false",
        "tests, tests/a.py, true",
        "tests/, tests/a.py, true",
        "*.py, a.py, true",
        "*.py, a/b.py, false",
        "**/*.py, a.py, true",
        "**/*.py, a/b/c.py, true",
        "src/*/x, src/a/x, true",
        "src/*/x, src/a/b/x, false",
        "a?.txt, ab.txt, true",
        "!a, !a, true",
        "!a, b, false"
    })
    void aPatternOwnsTheMatchingPaths(String glob, String path, boolean owned) {
        assertThat(Ownership.owns(List.of(glob), path)).isEqualTo(owned);
    }

    @Test
    void bothSidesOfARenameModesAndLinksAreCheckedX5() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "mv app.py mine.py; chmod +x lib/util.py; ln -s /etc/passwd mine.lnk");

        List<Finding> findings = Ownership.findings(
                List.of("mine.*"),
                workspace.changes(workspace.base(), workspace.snapshot("s").commit()));

        assertThat(findings)
                .extracting(finding -> finding.kind() + " " + finding.path())
                .containsExactly(
                        "OUTSIDE_OWNERSHIP lib/util.py", "OUTSIDE_WORKSPACE mine.lnk", "OUTSIDE_OWNERSHIP app.py");
        assertThat(findings).allMatch(Finding::blocking);
        assertThat(findings.getFirst().detail()).contains("mode 100644 became 100755");
    }

    @Test
    void aSpellingThatDiffersInCaseOnlyIsAFindingX5() {
        Change added = new Change("LIB/new.py", null, ChangeKind.ADDED, "000000", "100644", null);

        List<Finding> findings = Ownership.findings(List.of("LIB/**"), List.of(added), List.of("lib/util.py"));

        assertThat(findings)
                .singleElement()
                .matches(finding -> finding.kind() == FindingKind.OUTSIDE_OWNERSHIP && finding.blocking());
        assertThat(Ownership.findings(List.of(), List.of(added), List.of("LIB/a")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, b, false",
        "a/b, ../c, false",
        "a/b, ../../c, true",
        "a, /etc, true",
        "a, ., false",
        "a, .., true",
        "a/b, c/../../d, true",
        "a, x/.., true"
    })
    void aLinkIsJudgedByItsText(String path, String target, boolean out) {
        assertThat(LinkTarget.leadsOut(path, target)).isEqualTo(out);
    }
}
