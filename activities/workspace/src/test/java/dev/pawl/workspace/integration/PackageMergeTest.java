package dev.pawl.workspace.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two packages, a and b, that start from the same commit; a is integrated first. */
class PackageMergeTest {
    @TempDir
    Path root;

    private GivenPlan plan = new GivenPlan(new Given(Path.of("unused")));

    @BeforeEach
    void aPlan() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "seq 40 > list.txt; printf 'a\\0b' > image.bin; echo run > run.sh; ln -s app.py link; mkdir docs;"
                        + " echo one > docs/one.md; git add -A; git commit -q -m more");
        plan = new GivenPlan(given).open();
        plan.start("a");
        plan.start("b");
    }

    private Merged both(String a, String b) {
        assertThat(plan.integrate("a", plan.work("a", a))).as(a).isInstanceOf(Merged.Clean.class);
        return plan.integrate("b", plan.work("b", b));
    }

    private static void conflict(Merged merged, String... paths) {
        assertThat(merged).isInstanceOf(Merged.Conflict.class);
        assertThat(((Merged.Conflict) merged).paths()).containsExactlyInAnyOrder(paths);
    }

    private void trespass(String script, List<String> owns, String... paths) {
        String head = plan.sh("git rev-parse HEAD");
        Merged merged = plan.integrate("a", plan.work("a", script), owns);
        assertThat(merged).as(script).isInstanceOf(Merged.Trespass.class);
        assertThat(((Merged.Trespass) merged).paths()).as(script).containsExactlyInAnyOrder(paths);
        assertThat(plan.sh("git rev-parse HEAD")).as(script).isEqualTo(head);
        assertThat(plan.sh("git for-each-ref --format='%(refname)' refs/pawl/results"))
                .isEmpty();
    }

    @Test
    void workOnDifferentFilesComesTogether() {
        assertThat(both("echo a > a.txt; chmod +x run.sh; rm lib/util.py", "echo b > b.txt; git mv docs/one.md two.md"))
                .isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git log --format=%s; git ls-files; test -x run.sh"))
                .isEqualTo(
                        "Title of b\nTitle of a\nmore\nfirst\na.txt\napp.py\nb.txt\nimage.bin\nlink\nlist.txt\nrun.sh\ntwo.md");
    }

    @Test
    void bothMayTouchDifferentPartsOfOneFile() {
        String a = plan.work("a", "sed -i 's/^3$/three/' list.txt; echo a > a.txt");
        String b = plan.work("b", "sed -i 's/^37$/thirty-seven/' list.txt; echo b > b.txt");

        assertThat(plan.integrate("a", a, List.of("a.txt"), "list.txt")).isInstanceOf(Merged.Clean.class);
        assertThat(plan.integrate("b", b, List.of("b.txt"), "list.txt")).isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("grep t list.txt | tr '\\n' ' '")).isEqualTo("three thirty-seven");
    }

    @Test
    void theSameLinesOfOneFileAreAConflict() {
        conflict(both("echo a >> list.txt; echo a > docs/a", "echo b >> list.txt; echo b > docs/b"), "list.txt");

        assertThat(plan.sh("git ls-files docs")).isEqualTo("docs/a\ndocs/one.md");
    }

    @Test
    void theSameChangeTwiceIsNoChange() {
        assertThat(both("echo same > new.txt", "echo same > new.txt")).isEqualTo(new Merged.Empty());
    }

    @Test
    void aChangeFollowsAFileThatAnotherPackageRenamed() {
        assertThat(both("git mv list.txt numbers.txt", "sed -i 's/^20$/twenty/' list.txt"))
                .isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git ls-files '*.txt'; grep twenty numbers.txt")).isEqualTo("numbers.txt\ntwenty");
    }

    @Test
    void aChangeNeverFollowsAFileToWhereThePackageOwnsNothing() {
        String a = plan.work("a", "git mv list.txt numbers.txt");
        String b = plan.work("b", "sed -i 's/^20$/twenty/' list.txt");

        assertThat(plan.integrate("a", a, List.of("list.txt", "numbers.txt"))).isInstanceOf(Merged.Clean.class);
        conflict(plan.integrate("b", b, List.of("list.txt")), "numbers.txt");

        assertThat(plan.sh("git log -1 --format=%s; grep -c twenty numbers.txt || true"))
                .isEqualTo("Title of a\n0");
    }

    @Test
    void aNewFileStaysWhereItWasPutIfItsDirectoryWasRenamed() {
        assertThat(both("git mv docs texts", "echo new > docs/new.md")).isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git ls-files docs texts")).isEqualTo("docs/new.md\ntexts/one.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rm list.txt                      | echo b >> list.txt             | list.txt",
                "echo a >> list.txt               | rm list.txt                    | list.txt",
                "printf 'a\\0c' > image.bin       | printf 'a\\0d' > image.bin     | image.bin",
                "ln -sfn list.txt link            | ln -sfn run.sh link            | link",
                "git mv list.txt left.txt         | git mv list.txt right.txt      | list.txt left.txt right.txt",
                "echo a > new.txt                 | echo b > new.txt               | new.txt",
                "ln -s app.py new                 | echo b > new                   | new"
            })
    void whatDoesNotFitTogetherIsAConflict(String a, String b, String paths) {
        conflict(both(a, b), paths.split(" ", -1));

        assertThat(plan.sh("git log -1 --format=%s; git status --porcelain")).isEqualTo("Title of a");
    }

    @Test
    void aDirectoryInPlaceOfAFileIsAConflict() {
        assertThat(both("echo a > docs/one.txt", "rm -r docs; echo file > docs"))
                .isInstanceOf(Merged.Conflict.class);
    }

    @Test
    void aSpellingThatDiffersOnlyInCaseFromAnotherPackagesFileIsAConflict() {
        String a = plan.work("a", "echo a > Readme.md");
        String b = plan.work("b", "echo b > README.md");

        assertThat(plan.integrate("a", a, List.of("Readme.md"))).isInstanceOf(Merged.Clean.class);
        conflict(plan.integrate("b", b, List.of("README.md")), "README.md");
    }

    @Test
    void attributesOfThePackagesDoNotChangeTheMerge() {
        conflict(
                both(
                        "echo '* merge=union' > .gitattributes; echo a >> list.txt",
                        "echo '* merge=ours -diff' > docs/.gitattributes; echo b >> list.txt"),
                "list.txt");
    }

    @Test
    void attributesThatCannotBeFollowedLoseNoByte() {
        assertThat(both(
                        "echo '* text working-tree-encoding=no-such' > .gitattributes; printf 'a\\r\\n' > new",
                        "echo b > b"))
                .isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git cat-file blob integration:new | od -c | head -1 | tr -s ' '; git log -1 --format=%s"))
                .isEqualTo("0000000 a \\r \\n\nTitle of b");
    }

    @Test
    void lineEndsAreThoseOfTheRepositoryThereAndThoseOfTheFilesHere() {
        Given given = new Given(root.resolve("windows")).repository();
        Given.sh(
                given.source,
                "echo '*.txt text eol=crlf' > .gitattributes; printf 'a\\n' > a.txt; git add -A; git commit -q -m a");
        GivenPlan windows = new GivenPlan(given).open();

        assertThat(windows.done("c", "printf 'a\\r\\nb\\r\\n' > a.txt")).isInstanceOf(Merged.Clean.class);

        assertThat(windows.sh("git cat-file blob integration:a.txt | od -c | head -1 | tr -s ' '"))
                .isEqualTo("0000000 a \\n b \\n");
        assertThat(windows.start("d").directory().resolve("a.txt")).hasContent("a\r\nb\r\n");
    }

    @Test
    void whatAPackageDoesNotOwnIsNeverMerged() {
        trespass("echo x > other.txt; echo x > mine.txt", List.of("mine.txt"), "other.txt");
        trespass("rm -f mine.txt other.txt; git mv list.txt mine.txt", List.of("mine.txt"), "list.txt");
        trespass("git mv mine.txt yours.txt", List.of("list.txt", "mine.txt"), "yours.txt");
        trespass("git mv yours.txt list.txt; rm docs/one.md", List.of("list.txt"), "docs/one.md");
        trespass("echo one > docs/one.md; chmod +x run.sh", List.of("docs"), "run.sh");
        trespass("chmod -x run.sh; ln -sfn /etc/passwd mine", List.of("mine"), "mine");
        trespass("rm mine; echo x > APP.py", List.of("APP.py"), "APP.py");
        trespass("rm APP.py; mkdir Lib; echo x > Lib/new.py", List.of("Lib"), "Lib/new.py");
        trespass("rm -r Lib; echo '* merge=union' > .gitattributes", List.of("docs"), ".gitattributes");
        trespass(
                "rm .gitattributes; git init -q sub; cd sub; echo x > x; git add x; git commit -q -m x; cd ..;"
                        + " printf '[submodule \"sub\"]\\n\\tpath = sub\\n\\turl = ./sub\\n' > .gitmodules; git add -A 2>/dev/null",
                List.of("sub"),
                ".gitmodules");
    }

    @Test
    void noPackageMovesASubmodule() {
        Change moved = new Change("sub", null, ChangeKind.MODIFIED, "160000", "160000", null);
        Change added = new Change("new", null, ChangeKind.ADDED, "000000", "160000", null);

        assertThat(new PackageScope(List.of(), List.of()).violations(List.of(moved, added), List.of()))
                .extracting(Finding::path)
                .containsExactly("sub", "new");
    }

    @Test
    void noChangeIsEmpty() {
        assertThat(plan.integrate("a", plan.work("a", "touch list.txt"))).isEqualTo(new Merged.Empty());
    }

    @Test
    void whatOthersIntegrateIsNoChangeAroundAnAgent() {
        plan.given.workspaces.watch("b").begin(1, WriteProtection.NONE);
        plan.integrate("a", plan.work("a", "echo a > a.txt"));

        assertThat(plan.given.workspaces.watch("b").findings(AgentTraces.NONE)).isEmpty();
    }

    @Test
    void aTaskThatDidNotStartFromTheRepositoryIsNotMerged() {
        Given.sh(plan.given.source, "echo later > later; git add later; git commit -q -m later");
        plan.given.workspaces.prepare("late", plan.given.isolated());
        String snapshot = plan.work("late", "echo x > x");

        assertThatThrownBy(() -> plan.integrate("late", snapshot))
                .hasMessageContaining("did not start from a commit of");
    }
}
