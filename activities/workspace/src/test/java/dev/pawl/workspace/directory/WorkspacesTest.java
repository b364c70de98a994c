package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pawl.host.file.Removal;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceHeldException;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.snapshot.Diff;
import dev.pawl.workspace.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
    @TempDir
    Path root;

    @Test
    void anIsolatedCloneSharesNothingWithItsSource() {
        Given given = new Given(root).repository();

        Workspace workspace = given.workspaces.prepare("t1", given.isolated());

        assertThat(workspace.directory()).isEqualTo(given.host.workspace("t1"));
        assertThat(workspace.files(workspace.base())).containsExactly("app.py", "lib/util.py");
        assertThat(Given.sh(workspace.directory(), "git remote; git status --porcelain; find .git -type f -links +1"))
                .isEmpty();
        assertThat(workspace.directory().resolve(".git/objects/info/alternates"))
                .doesNotExist();
        assertThat(workspace.directory().resolve(".git/hooks")).doesNotExist();
        Removal.remove(given.source);
        assertThat(Given.sh(workspace.directory(), "git fsck --full --strict && git log --oneline"))
                .contains("first");
    }

    @Test
    void aLargeHistoryIsSharedAndSurvivesWhatTheUsersGitRemoves() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "git tag -m v v1; echo 2 > two; git add .; git commit -qm second; git gc -q");
        Workspaces sharing = new Workspaces(given.host, given.locks, new Git("git"), Redaction.of(Map.of()), 0);

        Workspace workspace = sharing.prepare("t1", given.isolated());

        assertThat(Given.sh(workspace.directory(), "find .git/objects -type f ! -name alternates; git remote; git tag"))
                .isEqualTo("v1");
        Given.sh(
                given.source,
                "git checkout -q --orphan other; git commit -qm other; git branch -D main; git tag -d v1;"
                        + "git reflog expire --expire=now --all; git gc -q --prune=now; git repack -qadf");
        assertThat(Given.sh(
                        workspace.directory(),
                        "git fsck --full && git log --format=%s; git commit -q --allow-empty -m mine"))
                .isEqualTo("second\nfirst");
        String snapshot = workspace.snapshot("s").commit();
        assertThat(workspace.files(snapshot)).contains("two");
        sharing.release("t1");
        assertThat(sharing.prepare("t2", given.isolated())
                        .files(sharing.open("t2").base()))
                .contains("app.py");
    }

    @Test
    void preparingAgainGivesTheSameBaseAndKeepsTheWork() {
        Given given = new Given(root).repository();
        Workspace first = given.workspaces.prepare("t1", given.isolated());
        Given.write(first.directory().resolve("new.txt"), "work\n");

        Workspace again = given.workspaces.prepare("t1", given.isolated());

        assertThat(again.base()).isEqualTo(first.base());
        assertThat(again.directory().resolve("new.txt")).hasContent("work\n");
    }

    @Test
    void outputOfBuildToolsIsNoResult() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), """
                mkdir -p target/debug crate/target java/target node_modules/x kept/target build/libs
                for d in target/debug crate/target java/target node_modules/x kept/target build/libs; do echo > $d/made; done
                touch crate/Cargo.toml java/pom.xml build.gradle.kts
                """);

        List<String> files = workspace.files(workspace.snapshot("s").commit());

        assertThat(files)
                .contains("crate/Cargo.toml", "java/pom.xml", "kept/target/made", "target/debug/made")
                .doesNotContain("crate/target/made", "java/target/made", "node_modules/x/made", "build/libs/made");
    }

    @Test
    void aBaseTakesDirectoriesOfBuildToolsBack() {
        Given given = new Given(root).repository();
        Given.write(given.source.resolve(".gitignore"), "!target/\n");
        Given.write(given.source.resolve("build/kept"), "tracked\n");
        Given.write(given.source.resolve("build.gradle"), "\n");
        Given.write(given.source.resolve("pom.xml"), "\n");
        Given.sh(given.source, "git add -A && git commit -qm rules");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.write(workspace.directory().resolve("target/made"), "made\n");
        Given.write(workspace.directory().resolve("build/made"), "made\n");

        assertThat(workspace.files(workspace.snapshot("s").commit()))
                .contains("target/made", "build/kept")
                .doesNotContain("build/made");
    }

    @Test
    void aLostDirectoryIsMadeAgainFromTheLastSnapshot() {
        Given given = new Given(root).repository();
        Workspace first = given.workspaces.prepare("t1", given.isolated());
        Given.write(first.directory().resolve("new.txt"), "work\n");
        String tree = first.snapshot("s").tree();
        Given.sh(given.source, "git commit -q --allow-empty -m later");
        Removal.remove(first.directory());

        Workspace again = given.workspaces.prepare("t1", given.isolated());

        assertThat(again.directory().resolve("new.txt")).hasContent("work\n");
        assertThat(again.snapshot("s").tree()).isEqualTo(tree);
        assertThat(Given.sh(again.directory(), "git log --oneline")).doesNotContain("later");
    }

    @Test
    void aChangeThatKeepsSizeAndTimesIsInTheSnapshot() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "touch -a lib/util.py; chmod +x app.py; chmod -x app.py; echo made > by-setup");
        workspace.settle();
        assertThat(workspace.directory().resolve("by-setup")).doesNotExist();
        for (Workspace later : List.of(workspace, given.workspaces.open("t1"))) {
            Given.sh(
                    later.directory(),
                    "cp -p app.py ../was; sed -i s/hello/HELLO/ app.py; touch -r ../was app.py; rm ../was");

            String changed = later.snapshot("s").commit();

            assertThat(later.content(changed, "app.py")).asString().isEqualTo("print('HELLO')\n");
            assertThat(later.holds(later.baseTree())).isFalse();
            later.restore(later.base());
            assertThat(Given.read(later.directory().resolve("app.py"))).isEqualTo("print('hello')\n");
        }
    }

    @Test
    void nothingIsRememberedOfAWorkspaceInWhichAnAgentMayHaveWorked() throws Exception {
        Given given = new Given(root).repository();
        Workspace made = given.workspaces.prepare("t1", given.isolated());
        byte[] before = Files.readAllBytes(made.shadow().unchanged());
        Given.sh(made.directory(), "touch app.py");

        given.workspaces.prepare("t1", given.isolated()).settle();
        given.workspaces.open("t1").settle();
        assertThat(made.shadow().unchanged()).hasBinaryContent(before);

        made.settle();
        assertThat(Files.readAllBytes(made.shadow().unchanged())).isNotEqualTo(before);
    }

    @Test
    void releasingTwiceRemovesTheDirectoryAndKeepsSnapshots() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());

        given.workspaces.release("t1");
        given.workspaces.release("t1");

        assertThat(workspace.directory()).doesNotExist();
        assertThat(given.workspaces.open("t1").files(workspace.base())).contains("app.py");
    }

    @Test
    void theSameContentIsTheSameSnapshot() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.write(workspace.directory().resolve("new.txt"), "work\n");

        Snapshot one = workspace.snapshot("iteration/1/end");
        Snapshot two = workspace.snapshot("iteration/1/end");

        assertThat(two).isEqualTo(one);
        assertThat(one.tree()).isNotEqualTo(workspace.baseTree());
        assertThat(workspace.snapshot("iteration/2/end").tree()).isEqualTo(one.tree());
    }

    @Test
    void restoringIsExact() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "rm -r lib; echo x >> app.py; mkdir -p a/b; echo 1 > a/b/c; ln -s /etc lib");

        workspace.restore(workspace.base());

        assertThat(workspace.snapshot("after").tree()).isEqualTo(workspace.baseTree());
        assertThat(workspace.directory().resolve("a")).doesNotExist();
        assertThat(Given.sh(workspace.directory(), "git status --porcelain")).isEmpty();
    }

    @Test
    void onlyTheGivenPathsAreRestored() {
        Given given = new Given(root).repository();
        Given.sh(given.source, "echo 'lib/own/' > .gitignore; git add .; git commit -q -m i");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(
                workspace.directory(),
                "echo x > app.py; echo x > lib/util.py; echo x > lib/new.py; mkdir lib/own; echo x > lib/own/x; echo x > lib/new.pyc");

        workspace.restorePaths(workspace.base(), List.of("lib", "gone.py", "lib/new.pyc"));

        assertThat(Given.sh(workspace.directory(), "ls lib lib/own; git status --porcelain"))
                .isEqualTo("lib:\nown\nutil.py\n\nlib/own:\nx\n M app.py");
    }

    @Test
    void whiteSpaceAloneIsNotMeaningful() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());

        assertThat(meaningful(workspace, "true")).isFalse();
        assertThat(meaningful(
                        workspace,
                        "printf \"\\n\\nprint(  'hello')\\n\\n\" > app.py; : > empty; printf ' \\n' > blank"))
                .isFalse();
        assertThat(meaningful(workspace, "chmod +x app.py")).isTrue();
        assertThat(meaningful(workspace, "mv app.py b.py")).isTrue();
        assertThat(meaningful(workspace, "rm app.py")).isTrue();
        assertThat(meaningful(workspace, "printf '\\0' > bin")).isTrue();
        assertThat(meaningful(workspace, "printf 'x\\n' > new")).isTrue();
    }

    @Test
    void aMissingGitIsNamedL12() {
        Given given = new Given(root).repository();

        assertThatExceptionOfType(WorkspaceUnusableException.class)
                .isThrownBy(() ->
                        new Workspaces(given.host, given.locks, new Git("no-such-git")).prepare("t1", given.isolated()))
                .withMessageContaining("install git");
    }

    @Test
    void aDiffCountsAndKeepsItsBytes() throws Exception {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "printf 'a\\0b' > bin; git mv app.py main.py; echo more >> lib/util.py");

        Diff diff = workspace.diff(workspace.base(), workspace.snapshot("s").commit());

        assertThat(diff)
                .extracting(Diff::files, Diff::added, Diff::removed, Diff::meaningful)
                .containsExactly(3, 1, 0, true);
        assertThat(Files.readString(diff.patch())).contains("GIT binary patch").contains("rename to main.py");
    }

    @Test
    void anEmptyWorkspaceHasNothingInIt() {
        Given given = new Given(root);

        Workspace workspace = given.workspaces.prepare("t/1 ä", WorkspaceSpec.empty());

        assertThat(workspace.directory()).isEmptyDirectory();
        assertThat(workspace.files(workspace.base())).isEmpty();
    }

    @Test
    void aSecondInPlaceTaskLearnsWhoHoldsTheDirectory() {
        Given given = new Given(root).plain();
        Workspace workspace = given.workspaces.prepare("t1", given.inPlace());
        assertThat(workspace.directory()).isEqualTo(given.source);

        assertThatExceptionOfType(WorkspaceHeldException.class)
                .isThrownBy(() -> given.workspaces.prepare("t2", given.inPlace()))
                .withMessageContaining("t1");

        given.workspaces.release("t1");
        assertThat(given.source.resolve("app.py")).exists();
        assertThat(given.workspaces.prepare("t2", given.inPlace()).directory()).isEqualTo(given.source);
    }

    private static boolean meaningful(Workspace workspace, String script) {
        workspace.restore(workspace.base());
        Given.sh(workspace.directory(), script);
        return workspace
                .diff(workspace.base(), workspace.snapshot("s").commit())
                .meaningful();
    }
}
