package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.file.Removal;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.git.Git;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The base snapshot has blobs of the user's repository where git wrote them as they are. */
class BaseSnapshotTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "echo '*.py text eol=crlf' > .gitattributes",
                "echo '* text=auto' > .gitattributes; printf 'a\\r\\nb\\n' > mixed.txt",
                "echo '[attr]dos eol=crlf' > .gitattributes; echo '*.py dos' > lib/.gitattributes",
                "printf '$Id$\\n' > id.txt; echo 'id.txt ident' > .gitattributes",
                "printf 'gr\\xc3\\xbc\\xc3\\x9fe\\n' | iconv -f UTF-8 -t UTF-16LE > wide.txt;"
                        + " echo 'wide.txt working-tree-encoding=UTF-16LE' > .gitattributes",
                // as many bytes as in UTF-8, but others
                "printf 'abc\\n' | iconv -f UTF-8 -t IBM037 > old.txt;"
                        + " echo 'old.txt text working-tree-encoding=IBM037' > .gitattributes",
                "echo '*.py eol=crlf' > rules; ln -s ../rules lib/.gitattributes",
                "echo '*.py eol=crlf' | tee .gitattributes >/dev/null; echo '*.py -eol' > lib/.gitattributes",
                "(yes '#' || true) | head -c 1100000 > .gitattributes; echo '*.py eol=crlf' >> .gitattributes",
                "chmod +x app.py; ln -s app.py link; ln -s /nowhere broken; : > empty; printf x > $'\\303\\251\\377'",
                "echo lib/ > .gitignore; echo x > lib/new.txt; git add -f lib"
            })
    void itIsWhatAllFilesOfTheWorkspaceAre(String script) {
        Given given = new Given(root).repository();
        Given.sh(given.source, script + "; git add -A; git commit -q --allow-empty -m more");

        exact(given, given.isolated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo changed > app.py",
                "rm app.py; mkdir app.py; echo x > app.py/x",
                "rm -r lib; echo x > lib",
                "rm -r lib; ln -s /etc lib",
                "rm app.py; ln -s lib/util.py app.py",
                "chmod +x app.py; echo '* eol=crlf' > .gitattributes"
            })
    void withUncommittedChangesItIsToo(String script) {
        Given given = new Given(root).repository();
        Given.sh(given.source, script);

        exact(given, given.isolatedWithUncommitted());
    }

    /** Compares with the tree of a workspace of which nothing is remembered. */
    private void exact(Given given, WorkspaceSpec spec) {
        Workspace workspace = given.workspaces.prepare("t1", spec);
        Removal.remove(workspace.shadow().unchanged());
        Workspace reading = given.workspaces.open("t1");

        assertThat(reading.holds(workspace.baseTree())).isTrue();
        Path copy = given.host.create(given.host.home().resolve("copy"));
        workspace.checkout(workspace.base(), copy);
        assertThat(Given.sh(
                        root, "diff -r --no-dereference --exclude=.git '%s' '%s'".formatted(reading.directory(), copy)))
                .isEmpty();
        assertThat(Given.sh(workspace.shadow().directory(), "git fsck --full --strict 2>&1"))
                .doesNotContain("error", "missing");
    }

    @ParameterizedTest
    @CsvSource({"1000000, true", "1000000, git gc -q", "0, true", "0, git gc -q"})
    void itSurvivesTheUsersRepositoryAndSharesNoFileWithIt(long shareAbove, String before) {
        Given given = new Given(root).repository();
        Given.sh(given.source, before);
        Workspaces workspaces =
                new Workspaces(given.host, given.locks, new Git("git"), Redaction.of(Map.of()), shareAbove);
        Workspace workspace = workspaces.prepare("t1", given.isolated());

        Given.sh(
                given.source,
                "git checkout -q --orphan other; git rm -rqf .; git commit -q --allow-empty -m other; git branch -D main;"
                        + "git reflog expire --expire=now --all; git gc -q --prune=now");
        Removal.remove(given.source);
        workspaces.release("t1");

        assertThat(Given.sh(workspace.shadow().directory(), "find . -type f -links +1; git fsck --full 2>&1"))
                .doesNotContain("/", "error", "missing");
        assertThat(workspaces.open("t1").content(workspace.base(), "app.py"))
                .asString()
                .isEqualTo("print('hello')\n");
    }

    @Test
    void whatCannotBeCopiedIsStoredFromTheFiles() {
        Given given = new Given(root).repository();
        Path git = root.resolve("bin/git");
        Given.write(git, """
                #!/bin/sh
                case " $* " in *" pack-objects --quiet "*) echo 'fatal: gone' >&2; exit 128;; esac
                exec git "$@"
                """);
        Given.sh(root, "chmod +x bin/git");
        Workspaces without = new Workspaces(given.host, given.locks, new Git(git.toString()));

        Workspace workspace = without.prepare("t1", given.isolated());

        assertThat(workspace.files(workspace.base())).containsExactly("app.py", "lib/util.py");
        assertThat(given.workspaces.prepare("t2", given.isolated()).baseTree()).isEqualTo(workspace.baseTree());
    }

    @Test
    void eachPhaseIsReported() throws Exception {
        Given given = new Given(root).repository();
        List<String> phases = new ArrayList<>();

        given.workspaces.prepare("t1", given.isolated(), phases::add);
        Path plain = Files.createDirectories(root.resolve("plain"));
        Given.write(plain.resolve("one"), "1\n");
        given.workspaces.prepare("t2", WorkspaceSpec.isolated(plain.toString()), phases::add);

        assertThat(phases)
                .containsExactly(
                        "cloning " + given.source,
                        "taking a snapshot of 2 files",
                        "copying " + plain,
                        "taking a snapshot of 1 file");
    }
}
