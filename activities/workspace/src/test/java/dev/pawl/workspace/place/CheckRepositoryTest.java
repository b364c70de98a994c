package dev.pawl.workspace.place;

import static dev.pawl.workspace.directory.Given.sh;
import static dev.pawl.workspace.directory.Given.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRepositoryTest {
    private static final String TASK = "a task";

    @TempDir
    Path root;

    private Given given = new Given(Path.of("unset"));
    private Path place = Path.of("unset");

    @BeforeEach
    void aRepositoryWithHistory() throws Exception {
        given = new Given(root, "it's the \"user's\" project").repository();
        sh(given.source, "git tag -m 'one' v1.0; echo 2 > two; git add -A; git commit -qm second");
        place = Files.createDirectories(root.resolve("a place/work"));
    }

    @Test
    void headIsTheResultAsOneCommitOnTheBase() {
        Workspace workspace = prepared(given.isolated());
        write(workspace.directory().resolve("app.py"), "print('bye')\n");
        write(workspace.directory().resolve("new dir/ä\n.txt"), "new\n");
        sh(workspace.directory(), "rm -r lib; ln -s app.py lib; chmod +x two; git commit -qam mine");

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(sh(place, "git status --porcelain --untracked-files=all")).isEmpty();
        assertThat(sh(place, "git rev-parse HEAD~1")).isEqualTo(sh(given.source, "git rev-parse HEAD"));
        assertThat(sh(place, "git -c core.quotePath=false diff --name-status --no-renames origin/HEAD HEAD"))
                .isEqualTo("M\tapp.py\nA\tlib\nD\tlib/util.py\nA\t\"new dir/ä\\n.txt\"\nM\ttwo");
        assertThat(sh(place, "git diff --exit-code; git diff --cached --exit-code; git ls-files lib two"))
                .isEqualTo("lib\ntwo");
        assertThat(sh(place, "git describe; git symbolic-ref HEAD; git symbolic-ref refs/remotes/origin/HEAD"))
                .startsWith("v1.0-2-g")
                .endsWith("refs/heads/main\nrefs/remotes/origin/main");
        assertThat(sh(place, "git fsck --strict; git show HEAD~2:app.py")).endsWith("print('hello')");
    }

    @Test
    void theBaseIsItsOwnCommit() {
        Workspace workspace = prepared(given.isolated());

        checkout(workspace, workspace.base());

        assertThat(sh(place, "git rev-parse HEAD")).isEqualTo(sh(given.source, "git rev-parse HEAD"));
        assertThat(sh(place, "git status --porcelain")).isEmpty();
    }

    @Test
    void theSameContentIsTheSameCommit() throws Exception {
        Workspace workspace = prepared(given.isolated());
        write(workspace.directory().resolve("app.py"), "print('bye')\n");
        String commit = workspace.snapshot("it-1").commit();
        checkout(workspace, commit);
        String first = sh(place, "git rev-parse HEAD");
        Path git = root.resolve("separate");
        given.workspaces.checkRepository(TASK).make(git, workspace.files(commit));

        assertThat(sh(workspace.directory(), "git --git-dir='%s' rev-parse HEAD".formatted(git)))
                .isEqualTo(first);
        assertThat(sh(workspace.directory(), "git --git-dir='%s' --work-tree=. status --porcelain".formatted(git)))
                .isEmpty();
    }

    @Test
    void nothingOfTheAgentsRepositoryIsInIt() {
        Workspace workspace = prepared(given.isolated());
        String evil = "echo >> '%s'".formatted(root.resolve("ran"));
        sh(workspace.directory(), """
                git config core.fsmonitor "%1$s"; git config filter.x.clean "%1$s; cat"; git config diff.external "%1$s"
                echo '* filter=x text working-tree-encoding=no-such' > .gitattributes
                printf '[submodule "s"]\\n path = s\\n url = ext::sh -c "%1$s"\\n' > .gitmodules
                mkdir -p .git/hooks; printf '#!/bin/sh\\n%1$s' > .git/hooks/post-index-change; chmod +x .git/hooks/*
                echo changed > app.py
                """.formatted(evil));

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(root.resolve("ran")).doesNotExist();
        assertThat(sh(place, "git config --list; ls .git")).doesNotContain("filter", "fsmonitor", "external", "hooks");
        assertThat(sh(place, "git show HEAD:app.py")).isEqualTo("changed");
    }

    @Test
    void lineEndsAreCommittedAsAttributesSay() {
        write(given.source.resolve(".gitattributes"), "*.bat text eol=crlf\n");
        write(given.source.resolve("a.bat"), "one\r\n");
        sh(given.source, "git add -A; git commit -qm bat");
        Workspace workspace = prepared(given.isolated());
        write(workspace.directory().resolve("b.bat"), "two\r\n");

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(sh(place, "git status --porcelain; git diff --name-only HEAD~1"))
                .isEqualTo("b.bat");
        assertThat(sh(place, "git show HEAD:b.bat | wc -c")).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git checkout -q --detach",
                "git init -q --object-format=sha256 s && mv .git old && mv s/.git . && rm -r s old"
                        + " && git add -A && git commit -qm sha",
                "git clone -q --depth 1 \"file://$PWD\" ../shallow && rm -rf .git && mv ../shallow/.git .",
                "git clone -q --shared . ../other && git -C ../other worktree add -q ../tree -b tree"
                        + " && rm -rf .git && cp -r ../other/.git ."
            })
    void repositoriesOfAnyFormHaveTheirBaseBelow(String form) {
        sh(given.source, form.replace("rm -rf .git && cp", "cp -r .git ../borrowed && rm -rf .git && cp"));
        if (form.contains("--shared")) {
            sh(given.source, "echo \"$PWD/../borrowed/objects\" > .git/objects/info/alternates");
        }
        Workspace workspace = prepared(given.isolated());
        write(workspace.directory().resolve("app.py"), "print('bye')\n");

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(sh(place, "git rev-parse HEAD~1")).isEqualTo(sh(given.source, "git rev-parse HEAD"));
        assertThat(sh(place, "git status --porcelain; git log --oneline -2 | wc -l"))
                .isEqualTo("2");
        assertThat(sh(place, "cat .git/objects/info/alternates")).doesNotContain("project", "borrowed");
    }

    @Test
    void theUsersRemoteBranchesAreThere() {
        sh(given.source, "git update-ref refs/remotes/origin/trunk HEAD~1");
        sh(given.source, "git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/trunk");
        Workspace workspace = prepared(given.isolated());

        checkout(workspace, workspace.base());

        assertThat(sh(place, "git rev-list --count origin/HEAD..HEAD; git symbolic-ref refs/remotes/origin/HEAD"))
                .isEqualTo("1\nrefs/remotes/origin/trunk");
    }

    @Test
    void theUsersRepositoryIsNotWritten() {
        String times = "find .git -printf '%p %T@ %m\\n' | sort";
        Workspace workspace = prepared(given.isolated());
        sh(given.source, "git gc -q; touch -d '2 days ago' .git/objects/pack/*");
        String before = sh(given.source, times);
        write(workspace.directory().resolve("copy"), "print('hello')\n");

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(sh(given.source, times)).isEqualTo(before);
        assertThat(sh(place, "git show HEAD:copy")).isEqualTo("print('hello')");
    }

    @Test
    void aBaseThatIsGoneLeavesTheResultAlone() {
        Workspace workspace = prepared(given.isolated());
        sh(given.source, "rm -rf .git; git init -q -b main; git add -A; git commit -qm other");

        checkout(workspace, workspace.snapshot("it-1").commit());

        assertThat(sh(place, "git status --porcelain; git log --format=%s")).isEqualTo("The work on a task");
    }

    @Test
    void aPlainDirectoryIsARepositoryOnceTheAgentMadeOne() throws Exception {
        Given plain = new Given(root.resolve("plain")).plain();
        Workspace workspace = plain.workspaces.prepare(TASK, plain.isolated());
        plain.workspaces.checkRepository(TASK).make(place);
        assertThat(place).isEmptyDirectory();

        sh(workspace.directory(), "git init -q");
        workspace.checkout(workspace.base(), place);
        plain.workspaces.checkRepository(TASK).make(place);

        assertThat(sh(place, "git ls-files; git rev-list --count HEAD")).isEqualTo("app.py\n1");
    }

    @Test
    void uncommittedChangesOfTheUserBelongToTheCommit() {
        write(given.source.resolve("app.py"), "print('mine')\n");
        Workspace workspace = prepared(given.isolatedWithUncommitted());

        workspace.checkoutMixed(workspace.base(), workspace.base(), Set.of(), place);
        given.workspaces.checkRepository(TASK).make(place);

        assertThat(List.of(sh(place, "git diff --name-only HEAD~1").split("\n", -1)))
                .containsExactly("app.py");
    }

    private Workspace prepared(WorkspaceSpec spec) {
        return given.workspaces.prepare(TASK, spec);
    }

    private void checkout(Workspace workspace, String commit) {
        workspace.checkout(commit, place);
        given.workspaces.checkRepository(TASK).make(place);
    }
}
