package dev.pawl.workspace.kinds;

import static dev.pawl.workspace.directory.Given.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shallow, partial and sparse clones: what is on this machine is enough, or the message says what is missing. */
class PartialCloneTest {
    @TempDir
    Path root;

    private Given given = new Given(Path.of("unset"));

    @BeforeEach
    void anUpstreamWithHistory() {
        given = new Given(root);
        Given.write(root.resolve("up/app.py"), "one\n");
        Given.write(root.resolve("up/lib/util.py"), "u\n");
        Given.write(root.resolve("up/far/away.py"), "far\n");
        sh(
                root.resolve("up"),
                "git init -q -b main; git config uploadpack.allowFilter true; git config uploadpack.allowAnySHA1InWant true;"
                        + "git add -A; git commit -qm first; echo two > app.py; git commit -qam second; git tag -m v v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--filter=blob:none",
                "--filter=tree:0",
                "--filter=blob:limit=1",
                "--depth=1",
                "--depth=1 --filter=blob:none",
                "--depth=2 --filter=blob:none"
            })
    void aCloneWithoutAllObjectsWorksFromThoseOnThisMachine(String options) {
        cloned(options);
        sh(root, "mv up gone");

        Work work = Work.begin(given, root).done("test -z \"$(git status --porcelain)\"; git log -1; echo x >> app.py");

        assertThat(work.changed()).containsExactly("app.py");
        assertThat(work.checked("git status --porcelain; git diff --stat HEAD~1 HEAD"))
                .contains("app.py")
                .doesNotContain("far");
        delivered(work, "app.py");
    }

    @Test
    void theHistoryOfAPartialCloneIsInItsWorkspace() {
        cloned("--filter=blob:none");
        sh(root, "mv up gone");

        Work work = Work.begin(given, root).done("git commit -q --allow-empty -m mine");

        assertThat(sh(work.directory(), "git log --format=%s; git describe --abbrev=0; git remote"))
                .isEqualTo("mine\nsecond\nfirst\nv1");
        assertThat(work.workspace().notes()).anyMatch(note -> note.contains("partial clone"));
        assertThat(sh(work.directory(), "find .git -type f -links +1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--filter=blob:none --no-checkout, '3 files of HEAD, such as app.py'",
        "--filter=tree:0 --no-checkout, whole directories of HEAD",
        "--filter=blob:none --bare, 3 files"
    })
    void aPartialCloneThatLacksFilesNamesThemAndTheCommandThatFetchesThem(String options, String lacks) {
        cloned(options);
        String before = sh(given.source, "find . -type f | sort");

        String message = refused();

        assertThat(message).contains("partial clone", lacks, "fetch them with: git -C");
        assertThat(sh(given.source, "find . -type f | sort"))
                .as("nothing was fetched")
                .isEqualTo(before);
        sh(root, message.substring(message.indexOf("git -C")));
        assertThat(Work.begin(given, root)
                        .workspace()
                        .files(given.workspaces.open(Work.TASK).base()))
                .contains("far/away.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git clone -q --sparse up project; git -C project sparse-checkout set lib",
                "git clone -q --sparse up project; git -C project sparse-checkout set --cone --sparse-index lib",
                "git clone -q up project; git -C project sparse-checkout set --no-cone '/*' '!/far/'",
                "git clone -q --filter=blob:none --sparse file://$PWD/up project; git -C project sparse-checkout set lib",
                "git clone -q up main; git -C main worktree add -q --detach ../project; git -C project sparse-checkout set lib"
            })
    void aSparseCheckoutIsAWorkspaceOfTheSameFilesAndLosesNothing(String clone) {
        sh(root, clone + "; if test -d main; then mv up gone; fi");

        Work work =
                Work.begin(given, root).done("test ! -e far; test -z \"$(git status --porcelain)\"; echo x >> app.py");

        assertThat(work.changed()).containsExactly("app.py");
        assertThat(work.workspace().files(work.workspace().base())).containsExactly("app.py", "lib/util.py");
        assertThat(work.checked("git status --porcelain; git diff --name-only HEAD~1; git ls-files"))
                .isEqualTo("app.py\napp.py\nfar/away.py\nlib/util.py");
        assertThat(work.checkedInPlace("git status --porcelain; git diff --name-only HEAD~1"))
                .isEqualTo("app.py");
        delivered(work, "app.py");
        assertThat(sh(given.source, "git ls-tree -r --name-only " + Work.BRANCH))
                .contains("far/away.py");
    }

    @Test
    void aDirectoryThatTheSparseCheckoutLeavesOutIsNamedWithTheCommandThatBringsIt() {
        sh(root, "git clone -q --sparse up project");
        WorkspaceSpec spec = WorkspaceSpec.isolated(given.source.toString()).in("far");

        String message = refused(spec);

        assertThat(message).contains("'far' is no directory", "your sparse checkout leaves it out");
        sh(root, message.substring(message.indexOf("git -C")));
        assertThat(given.workspaces.prepare(Work.TASK, spec).directory().resolve("far/away.py"))
                .exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "lib/nowhere", "app.py"})
    void aDirectoryThatHeadLacksIsNamedBeforeAnAgentStarts(String directory) {
        sh(root, "git clone -q up project; mkdir -p project/nowhere project/lib/nowhere");

        assertThat(refused(WorkspaceSpec.isolated(given.source.toString()).in(directory)))
                .contains("'%s' is no directory".formatted(directory), "commit it, or set include-uncommitted: true");
    }

    private void cloned(String options) {
        sh(root, "git clone -q %s file://$PWD/up project".formatted(options));
    }

    private void delivered(Work work, String file) {
        Delivered branch = work.deliver(DeliverMode.BRANCH);
        assertThat(branch.done()).as(branch.note()).isTrue();
        assertThat(sh(given.source, "git diff --name-only HEAD " + Work.BRANCH)).isEqualTo(file);
        Delivered applied = work.deliver(DeliverMode.APPLY);
        assertThat(applied.done()).as(applied.note()).isTrue();
        assertThat(sh(given.source, "git status --porcelain")).isEqualTo("M " + file);
    }

    private String refused() {
        return refused(given.isolated());
    }

    private String refused(WorkspaceSpec spec) {
        return String.valueOf(
                catchThrowableOfType(WorkspaceUnusableException.class, () -> given.workspaces.prepare(Work.TASK, spec))
                        .getMessage());
    }
}
