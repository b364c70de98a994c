package dev.pawl.workspace.kinds;

import static dev.pawl.workspace.directory.Given.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.snapshot.SubmoduleChanges;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submodules come from the user's own clones of them. */
class SubmodulesTest {
    @TempDir
    Path root;

    private Given given = new Given(Path.of("unset"));

    @BeforeEach
    void aRepositoryWithNestedSubmodules() {
        given = new Given(root).repository();
        Given.write(root.resolve("inner/deep.txt"), "deep\n");
        Given.write(root.resolve("outer/mid.txt"), "mid\n");
        sh(root.resolve("inner"), "git init -q -b main; git add .; git commit -qm inner");
        sh(
                root.resolve("outer"),
                "git init -q -b main; git -c protocol.file.allow=always submodule --quiet add ../inner in; git add .; git commit -qm outer");
        sh(
                given.source,
                "git -c protocol.file.allow=always submodule --quiet add --name 'a name' ../outer 'libs/the sub';"
                        + "git -c protocol.file.allow=always submodule --quiet update --init --recursive; git commit -qm sub;"
                        + "mv ../inner ../inner-gone; mv ../outer ../outer-gone");
    }

    @Test
    void theFilesAreThereWithoutANetworkAndNestedOnesToo() {
        Workspace workspace = Work.begin(given, root).workspace();

        assertThat(workspace.files(workspace.base()))
                .contains("libs/the sub/mid.txt", "libs/the sub/in/deep.txt", "app.py");
        assertThat(workspace.notes()).anyMatch(note -> note.contains("submodules (libs/the sub, libs/the sub/in)"));
        assertThat(sh(workspace.directory(), "git submodule update --init --recursive"))
                .contains("Skipping submodule 'libs/the sub'");
        assertThat(sh(workspace.directory(), "git status --porcelain")).isEmpty();
        assertThat(sh(workspace.directory(), "ls -A ..")).isEqualTo("work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git submodule --quiet deinit --all --force",
                "rm -r 'libs/the sub'",
                "cd 'libs/the sub'; rm .git; mv '../../.git/modules/a name' .git; git config --unset core.worktree; rm -r in; mkdir in"
            })
    void aSubmoduleNeedsNotToBeCheckedOut(String change) {
        sh(given.source, change);

        Workspace workspace = Work.begin(given, root).workspace();

        assertThat(workspace.files(workspace.base())).contains("libs/the sub/mid.txt", "libs/the sub/in/deep.txt");
    }

    @Test
    void noHookAndNoFilterOfASubmoduleRuns() {
        String run = "touch '%s'; cat".formatted(root.resolve("ran"));
        Given.write(root.resolve("run.sh"), run);
        sh(given.source, """
                chmod +x ../run.sh
                for m in '.git/modules/a name' '.git/modules/a name/modules/in'; do
                  mkdir -p "$m/hooks" "$m/info"; cp ../run.sh "$m/hooks/post-checkout"
                  git --git-dir="$m" config filter.x.smudge "bash %1$s"; git --git-dir="$m" config core.fsmonitor "bash %1$s"
                  git --git-dir="$m" config uploadpack.packObjectsHook "bash %1$s"; echo '* filter=x' > "$m/info/attributes"
                done
                """.formatted(root.resolve("run.sh")));

        Workspace workspace = Work.begin(given, root).workspace();

        assertThat(workspace.directory().resolve("libs/the sub/in/deep.txt")).hasContent("deep\n");
        assertThat(root.resolve("ran")).doesNotExist();
    }

    @Test
    void aMissingSubmoduleSaysWhatToDo() {
        sh(given.source, "git submodule --quiet deinit --all --force; rm -rf .git/modules");

        String message = String.valueOf(catchThrowableOfType(
                        WorkspaceUnusableException.class, () -> given.workspaces.prepare(Work.TASK, given.isolated()))
                .getMessage());

        assertThat(message)
                .contains("submodule libs/the sub is not on this machine")
                .endsWith("git -C %s submodule update --init --recursive".formatted(given.source));
        sh(root, "mv inner-gone inner; mv outer-gone outer");
        sh(root, "export GIT_ALLOW_PROTOCOL=file; " + message.substring(message.indexOf("git -C")));
        assertThat(Work.begin(given, root).directory().resolve("libs/the sub/in/deep.txt"))
                .exists();
    }

    @Test
    void aChangeInsideIsAFindingUnlessTheTaskOwnsIt() {
        Work work = Work.begin(given, root).done("echo x >> 'libs/the sub/mid.txt'; echo x >> app.py");

        assertThat(findings(work, List.of())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.OUTSIDE_OWNERSHIP);
            assertThat(finding.path()).isEqualTo("libs/the sub/mid.txt");
            assertThat(finding.blocking()).isTrue();
            assertThat(finding.detail()).contains("in submodule libs/the sub", "'owns'");
        });
        assertThat(findings(work, List.of("libs/**"))).isEmpty();
    }

    @Test
    void workBesideASubmoduleKeepsItsCommit() {
        Work work = Work.begin(given, root).done("echo x >> app.py; git commit -qam mine");
        String link = sh(given.source, "git ls-tree HEAD 'libs/the sub'");

        for (String seen : List.of(
                work.checked("git status --porcelain; git diff --exit-code; git ls-tree HEAD 'libs/the sub'"),
                work.checkedInPlace("git status --porcelain; git diff --exit-code; git ls-tree HEAD 'libs/the sub'"))) {
            assertThat(seen).isEqualTo(link);
        }
        assertThat(
                        work.checked(
                                "cat 'libs/the sub/in/deep.txt'; git submodule update --init > ../log 2>&1; git diff --name-only HEAD~1"))
                .isEqualTo("deep\napp.py");
        assertThat(work.deliver(DeliverMode.BRANCH).done()).isTrue();
        assertThat(sh(given.source, "git ls-tree %s 'libs/the sub'".formatted(Work.BRANCH)))
                .isEqualTo(link);
    }

    @Test
    void ownedChangesInsideAreAppliedAndAreOnNoBranch() {
        Work work = Work.begin(given, root).done("echo x >> 'libs/the sub/mid.txt'");

        Delivered branch = work.deliver(DeliverMode.BRANCH);
        assertThat(branch.done()).isFalse();
        assertThat(branch.note()).contains("changes submodule libs/the sub");
        assertThat(work.deliver(DeliverMode.APPLY).done()).isTrue();
        assertThat(sh(given.source, "git -C 'libs/the sub' status --porcelain")).isEqualTo("M mid.txt");
    }

    @Test
    void aLostWorkspaceIsMadeAgainWithItsSubmodules() {
        Work work = Work.begin(given, root).done("echo x >> app.py");
        given.workspaces.release(Work.TASK);

        Workspace again = given.workspaces.prepare(Work.TASK, given.isolated());

        assertThat(again.directory().resolve("libs/the sub/in/deep.txt")).exists();
        assertThat(work.changed()).containsExactly("app.py");
    }

    private static List<Finding> findings(Work work, List<String> owns) {
        Workspace workspace = work.workspace();
        return SubmoduleChanges.findings(
                workspace.record().shape().submodules().keySet(),
                owns,
                workspace.changes(workspace.base(), workspace.snapshot("it-1").commit()));
    }
}
