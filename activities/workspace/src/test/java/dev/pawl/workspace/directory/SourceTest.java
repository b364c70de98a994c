package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.SourceRepository;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @TempDir
    Path root;

    @Test
    void aPartOfARepositoryIsCopiedWithANoteOfWhatIsMissing() {
        Given given = new Given(root).repository();
        WorkspaceSpec part = WorkspaceSpec.isolated(given.source.resolve("lib").toString());

        assertThat(given.workspaces.prepare("t1", part).notes())
                .anyMatch(note -> note.contains("is a part of the repository " + given.source));
    }

    @Test
    void theDirectoryToStartInHasToBeInWhatTheTaskStartsFrom() {
        Given given = new Given(root).repository();
        Given.write(given.source.resolve("new/app.py"), "");
        Given.sh(given.source, "ln -s lib linked && git add linked && git commit -qm link");

        assertThat(given.workspaces.prepare("t3", starting(given, "lib", false)).base())
                .isNotEmpty();
        refused(given, starting(given, "new", false), "commit it, or set include-uncommitted: true");
        refused(given, starting(given, "linked", false), "'linked' is no directory");
        assertThat(given.workspaces.prepare("t2", starting(given, "new", true)).base())
                .isNotEmpty();
    }

    private static WorkspaceSpec starting(Given given, String directory, boolean uncommitted) {
        return new WorkspaceSpec(
                given.source.toString(), WorkspaceMode.ISOLATED, uncommitted, null, List.of(), directory, null);
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Given given = new Given(root);

        refused(given, given.isolated(), "does not exist");
        refused(given, given.inPlace(), "does not exist");
    }

    @Test
    void aFileIsNoWorkspace() {
        Given given = new Given(root);
        Given.write(given.source, "text");

        refused(given, given.isolated(), "is not a directory");
    }

    @Test
    void aRelativePathIsRefused() {
        refused(new Given(root), WorkspaceSpec.isolated("project"), "absolute");
    }

    @Test
    void aRepositoryWithoutCommitsSaysWhatToDo() {
        Given given = new Given(root).plain();
        Given.sh(given.source, "git init -q .");

        refused(given, given.isolated(), "without commits; make the first one, or use mode: in-place");
        assertThat(given.workspaces.prepare("t2", given.inPlace()).base()).isNotEmpty();
    }

    @Test
    void aRepositoryWithSubmodulesIsWorkedOnInPlaceToo() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "git -c protocol.file.allow=always submodule --quiet add \"$PWD\" sub && git commit -q -m sub");

        Workspace inPlace = given.workspaces.prepare("t2", given.inPlace());

        assertThat(inPlace.files(inPlace.base())).contains("sub/app.py");
        assertThat(inPlace.record().shape().submodules()).containsOnlyKeys("sub");
    }

    @Test
    void aRepositoryThatDoesNotFitOnTheDiskIsRefusedBeforeItIsCopied() {
        Given given = new Given(root).repository();
        SourceRepository source =
                SourceRepository.at(new Git("git"), given.source).orElseThrow();

        assertThatExceptionOfType(WorkspaceUnusableException.class)
                .isThrownBy(() -> new DiskNeed(place -> 66L << 20).require(source, 3L << 20, root))
                .withMessageMatching(".*needs about 67 MiB .* has 66 MiB left; .*PAWL_HOME.*in-place");
        new DiskNeed(place -> 68L << 20).require(source, 3L << 20, root);
    }

    @ParameterizedTest
    @CsvSource({"clone, 1000000", "clone, 0", "checkout-index, 1000000"})
    void aFullDiskIsNoFaultOfTheRepositoryAndIsTriedAgain(String command, long shareAbove) {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "git -c protocol.file.allow=always submodule --quiet add \"$PWD\" sub && git commit -q -m sub");
        Path git = root.resolve("full/git");
        Given.write(git, """
                #!/bin/sh
                case " $* " in *" %s "*) echo 'fatal: write error: No space left on device' >&2; exit 128;; esac
                exec git "$@"
                """.formatted(command));
        Given.sh(root, "chmod +x full/git");
        Workspaces full =
                new Workspaces(given.host, given.locks, new Git(git.toString()), Redaction.of(Map.of()), shareAbove);

        assertThatExceptionOfType(GitFailure.class)
                .isThrownBy(() -> full.prepare("t1", given.isolated()))
                .withMessageContaining("No space left");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new DiskNeed(place -> 1 << 20)
                        .require(
                                SourceRepository.at(new Git("git"), given.source)
                                        .orElseThrow(),
                                0,
                                root))
                .withMessageContaining("No space left");
        assertThat(given.workspaces.prepare("t1", given.isolated()).directory().resolve("sub/app.py"))
                .exists();
    }

    @Test
    void pawlsOwnDirectoryIsNoWorkspace() throws Exception {
        Given given = new Given(root);
        Path inside = Files.createDirectories(given.host.home().resolve("x"));
        Path link = Files.createSymbolicLink(root.resolve("link"), inside);

        refused(given, WorkspaceSpec.isolated(inside.toString()), "Pawl's own directory");
        refused(given, WorkspaceSpec.inPlace(link.toString()), "Pawl's own directory");
        refused(given, WorkspaceSpec.isolated(root.toString()), "contains Pawl's own");
        refused(given, WorkspaceSpec.inPlace(root.toString()), "contains Pawl's own");
    }

    @Test
    void aBrokenRepositoryIsNoPlainDirectory() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "rm .git/HEAD");

        refused(given, given.isolated(), "git cannot use");
    }

    @Test
    void spacesQuotesAndOtherLettersInThePathWork() {
        for (String name : new String[] {"my project", "größe 项目", "it's \"quoted\" $HOME `x`;&"}) {
            Given given = new Given(root.resolve(name), name).repository();

            Workspace workspace = given.workspaces.prepare("t1", given.isolated());

            assertThat(workspace.directory().resolve("lib/util.py")).exists();
            assertThat(workspace.files(workspace.base())).hasSize(2);
        }
    }

    @Test
    void aLinkToADirectoryIsThatDirectory() throws Exception {
        Given given = new Given(root).repository();
        Path link = Files.createSymbolicLink(root.resolve("link"), given.source);

        given.workspaces.prepare("t1", WorkspaceSpec.inPlace(link.toString()));

        assertThat(given.locks.keys).containsExactly(given.source.toString());
    }

    @Test
    void uncommittedChangesAreLeftOutAndCounted() {
        Given given = new Given(root).repository();
        dirty(given);

        Workspace workspace = given.workspaces.prepare("t1", given.isolated());

        assertThat(workspace.directory().resolve("app.py")).hasContent("print('hello')\n");
        assertThat(workspace.notes())
                .singleElement()
                .asString()
                .contains("4 uncommitted files left out", "include-uncommitted: true");
    }

    @Test
    void uncommittedChangesAreIncludedOnRequest() {
        Given given = new Given(root).repository();
        dirty(given);

        Workspace workspace = given.workspaces.prepare("t1", given.isolatedWithUncommitted());

        assertThat(workspace.files(workspace.base())).containsExactly(".gitignore", "app.py", "new dir/ä.txt");
        assertThat(workspace.directory().resolve("app.py")).hasContent("changed\n");
        assertThat(workspace.directory().resolve("ignored.log")).doesNotExist();
        assertThat(workspace.notes()).singleElement().asString().contains("4 uncommitted files");
    }

    @Test
    void aPlainDirectoryIsCopiedWithModesAndLinks() {
        Given given = new Given(root).plain();
        Given.sh(
                given.source,
                "chmod +x app.py; ln -s app.py link; mkfifo pipe; mkdir n; cd n; git init -q; touch f; cd ..; mkdir empty");

        Workspace workspace = given.workspaces.prepare("t1", given.isolated());

        assertThat(workspace.files(workspace.base())).containsExactly("app.py", "link", "n/f");
        assertThat(Given.sh(workspace.directory(), "test -x app.py; readlink link; test -d empty; test ! -e n/.git"))
                .isEqualTo("app.py");
        assertThat(workspace.notes()).anyMatch(note -> note.contains("without their history"));
    }

    @Test
    void aLinkedWorkTreeAndADetachedHeadWork() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "git worktree add -q --detach ../linked");

        Workspace workspace = given.workspaces.prepare(
                "t1", WorkspaceSpec.isolated(root.resolve("linked").toString()));

        assertThat(workspace.files(workspace.base())).contains("app.py");
    }

    @Test
    void aBareRepositoryCanBeCloned() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "git clone -q --bare . ../bare.git");

        Workspace workspace = given.workspaces.prepare(
                "t1", WorkspaceSpec.isolated(root.resolve("bare.git").toString()));

        assertThat(workspace.files(workspace.base())).contains("app.py");
    }

    private static void dirty(Given given) {
        Given.sh(
                given.source,
                "echo '*.log' > .gitignore; echo changed > app.py; rm lib/util.py; mkdir 'new dir'; echo 1 > 'new dir/ä.txt'; echo 1 > ignored.log");
    }

    private static void refused(Given given, WorkspaceSpec spec, String reason) {
        assertThatExceptionOfType(WorkspaceUnusableException.class)
                .isThrownBy(() -> given.workspaces.prepare("t1", spec))
                .withMessageContaining(reason);
    }
}
