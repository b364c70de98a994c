package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Ownership;
import dev.pawl.workspace.snapshot.Snapshot;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an agent does to its directory, a snapshot contains its files, and nothing of it is run or followed. */
class HostileWorkspaceTest {
    @TempDir
    Path root;

    static Stream<Arguments> hidingPlaces() {
        return Stream.of(
                Arguments.of("a new ignore rule", "echo '*' > .gitignore; echo 1 > hidden", "hidden"),
                Arguments.of("an exclude file", "echo '*' > .git/info/exclude; echo 1 > hidden", "hidden"),
                Arguments.of(
                        "an excludes setting",
                        "echo '*' > /tmp/pawl-x-$$; git config core.excludesFile /tmp/pawl-x-$$; echo 1 > hidden",
                        "hidden"),
                Arguments.of("a nested repository", "git init -q n; echo 1 > n/hidden", "n/hidden"),
                Arguments.of(
                        "a nested repository with a commit",
                        "git init -q n; cd n; echo 1 > hidden; git add .; git commit -q -m x",
                        "n/hidden"),
                Arguments.of(
                        "a nested .git file",
                        "mkdir n; echo 'gitdir: ../.git' > n/.git; echo 1 > n/hidden",
                        "n/hidden"),
                Arguments.of(
                        "assume unchanged", "git update-index --assume-unchanged app.py; echo 1 >> app.py", "app.py"),
                Arguments.of("skip worktree", "git update-index --skip-worktree app.py; echo 1 >> app.py", "app.py"),
                Arguments.of("no repository at all", "rm -rf .git; echo 1 > hidden", "hidden"),
                Arguments.of("another work tree", "git config core.worktree /tmp; echo 1 > hidden", "hidden"),
                Arguments.of("a sparse checkout", "git sparse-checkout set lib; echo 1 > hidden", "hidden"),
                Arguments.of("a filter", "echo '* filter=gone' > .gitattributes; echo 1 > hidden", "hidden"),
                Arguments.of("an index lock", "touch .git/index.lock; echo 1 > hidden", "hidden"),
                Arguments.of("a name for NTFS", "mkdir 'git~1'; echo 1 > 'git~1/hidden'", "git~1/hidden"),
                Arguments.of("a line feed", "printf 1 > $'a\\nb'", "\"a\\nb\""),
                Arguments.of("quotes", "printf 1 > '\"a\" \\b'", "\"\\\"a\\\" \\\\b\""),
                Arguments.of("no text", "printf 1 > $'caf\\xe9'", "\"caf\\351\""),
                Arguments.of("spaces at the end", "printf 1 > 'a '", "a "),
                Arguments.of("a leading dash", "printf 1 > -rf", "-rf"),
                Arguments.of(
                        "its old times",
                        "touch -r app.py t; printf \"print('HELLO')\\n\" > app.py; touch -r t app.py; rm t",
                        "app.py"),
                Arguments.of("an empty file", ": > empty", "empty"),
                Arguments.of("a mode", "chmod +x app.py", "app.py"),
                Arguments.of("another case", "echo 1 > APP.PY", "APP.PY"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hidingPlaces")
    void nothingIsHiddenBy(String place, String script, String path) {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), script);

        Snapshot snapshot = workspace.snapshot("s");

        assertThat(workspace.changes(workspace.base(), snapshot.commit()))
                .extracting(Change::path)
                .as(place)
                .contains(path);
        workspace.restore(workspace.base());
        assertThat(workspace.snapshot("s").tree()).isEqualTo(workspace.baseTree());
    }

    static Stream<Arguments> traps() {
        return Stream.of(
                Arguments.of("a file system monitor", "git config core.fsmonitor \"$TRAP\""),
                Arguments.of(
                        "a hooks directory",
                        "mkdir h; cp \"$TRAP\" h/post-index-change; cp \"$TRAP\" h/reference-transaction; git config core.hooksPath \"$PWD/h\""),
                Arguments.of(
                        "hooks",
                        "mkdir -p .git/hooks; for h in pre-commit post-checkout post-index-change reference-transaction; do cp \"$TRAP\" .git/hooks/$h; done"),
                Arguments.of(
                        "filters",
                        "git config filter.x.clean \"$TRAP\"; git config filter.x.smudge \"$TRAP\"; git config filter.x.process \"$TRAP\"; echo '* filter=x' > .gitattributes"),
                Arguments.of(
                        "a diff driver",
                        "git config diff.x.command \"$TRAP\"; git config diff.x.textconv \"$TRAP\"; git config diff.external \"$TRAP\"; echo '* diff=x' > .gitattributes"),
                Arguments.of(
                        "an include",
                        "printf '[core]\\nfsmonitor=%s\\n' \"$TRAP\" > inc; git config include.path ../inc"),
                Arguments.of("a pager", "git config core.pager \"$TRAP\"; git config pager.diff \"$TRAP\""),
                Arguments.of("an editor", "git config core.editor \"$TRAP\"; git config sequence.editor \"$TRAP\""),
                Arguments.of(
                        "a merge driver", "git config merge.x.driver \"$TRAP\"; echo '* merge=x' > .gitattributes"),
                Arguments.of(
                        "a nested repository",
                        "git init -q n; git -C n config core.fsmonitor \"$TRAP\"; git -C n config filter.x.clean \"$TRAP\"; echo '* filter=x' > n/.gitattributes; touch n/f"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void noProgramIsRunBy(String trap, String script) throws Exception {
        Given given = new Given(root).repository();
        Path sprung = root.resolve("sprung");
        Path program = root.resolve("trap.sh");
        Given.write(program, "#!/bin/sh\ntouch '" + sprung + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "TRAP='" + program + "'\n" + script + "\necho 1 >> app.py");

        Files.deleteIfExists(sprung);
        Snapshot snapshot = workspace.snapshot("s");
        workspace.diff(workspace.base(), snapshot.commit());
        workspace.restorePaths(workspace.base(), List.of("app.py"));
        workspace.restore(snapshot.commit());
        workspace.checkout(snapshot.commit(), Files.createDirectory(root.resolve("clean")));
        given.workspaces.watch("t1").findings(AgentTraces.NONE);

        assertThat(sprung).as(trap).doesNotExist();
    }

    @Test
    void attributesChangeNoByte() throws Exception {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(
                workspace.directory(),
                "echo '* text=auto eol=crlf ident working-tree-encoding=UTF-16' > .gitattributes; printf 'a\\r\\nb\\n$Id$\\n' > f");

        String commit = workspace.snapshot("s").commit();
        Path clean = Files.createDirectory(root.resolve("clean"));
        workspace.checkout(commit, clean);

        assertThat(workspace.content(commit, "f")).asString().isEqualTo("a\r\nb\n$Id$\n");
        assertThat(clean.resolve("f"))
                .hasSameBinaryContentAs(workspace.directory().resolve("f"));
        assertThat(Files.readString(workspace.diff(workspace.base(), commit).patch()))
                .contains("+a\r\n+b\n");
    }

    @Test
    void aPipeInThePlaceOfSettingsStopsNothing() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(
                workspace.directory(),
                "mkfifo .gitattributes .gitignore pipe; rm .git/config .git/index; mkfifo .git/config .git/index; echo 1 > f");

        Snapshot snapshot = workspace.snapshot("s");

        assertThat(workspace.files(snapshot.commit())).containsExactly("app.py", "f", "lib/util.py");
        assertThat(snapshot.findings()).hasSize(3).allMatch(finding -> !finding.blocking());
    }

    @Test
    void linksAreKeptAsLinksAndNeverFollowed() {
        Given given = new Given(root).repository();
        Path secret = root.resolve("outside");
        Given.write(secret.resolve("secret"), "s");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(
                workspace.directory(),
                "ln -s ../../../../outside out; ln -s '" + secret + "/secret' s; rm -r lib; ln -s out lib");

        Snapshot snapshot = workspace.snapshot("s");

        assertThat(workspace.files(snapshot.commit())).containsExactly("app.py", "lib", "out", "s");
        assertThat(workspace.content(snapshot.commit(), "s")).isNull();
        assertThat(Ownership.findings(List.of(), workspace.changes(workspace.base(), snapshot.commit())))
                .extracting(finding -> finding.kind() + " " + finding.path())
                .containsExactlyInAnyOrder("OUTSIDE_WORKSPACE out", "OUTSIDE_WORKSPACE s");
        workspace.restore(workspace.base());
        assertThat(secret.toFile().list()).containsExactly("secret");
        assertThat(workspace.directory().resolve("lib")).isDirectory();
    }

    @Test
    void aNameNoRepositoryCanHoldIsAFinding() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "mkdir .GIT; echo 1 > .GIT/hidden");

        Snapshot snapshot = workspace.snapshot("s");

        assertThat(snapshot.findings())
                .singleElement()
                .matches(finding -> finding.blocking() && finding.kind() == FindingKind.UNREADABLE_RESULT);
    }

    @Test
    void aHugeFileIsAFindingAndNotStored() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "truncate -s 5T huge");

        Snapshot snapshot = workspace.snapshot("s");

        assertThat(workspace.files(snapshot.commit())).doesNotContain("huge");
        assertThat(snapshot.findings())
                .singleElement()
                .matches(finding -> finding.blocking() && finding.path().equals("huge"));
        workspace.restore(workspace.base());
        assertThat(workspace.directory().resolve("huge")).doesNotExist();
    }

    @Test
    void aHugeFileOfTheBaseIsAFindingOnlyIfItChanges() {
        Given given = new Given(root).plain();
        Given.sh(given.source, "truncate -s 200M data");
        Workspace workspace = given.workspaces.prepare("t1", given.inPlace());
        assertThat(workspace.notes()).anyMatch(note -> note.contains("data"));
        assertThat(workspace.snapshot("s").findings()).isEmpty();

        Given.sh(given.source, "truncate -s 201M data");

        assertThat(workspace.snapshot("s").findings()).hasSize(1);
        workspace.restore(workspace.base());
        assertThat(given.source.resolve("data")).exists();
    }

    @Test
    void theBasesOwnIgnoreRulesAndCachesStayOut() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "printf '*.log\\n!keep.log\\n/target/\\n' > .gitignore; echo '*.tmp' > lib/.gitignore; echo old > tracked.log; git add -f .; git commit -q -m rules; echo '*.own' > .git/info/exclude");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(
                workspace.directory(),
                "touch a.log keep.log lib/b.tmp b.tmp x.own; echo new > tracked.log; mkdir -p target lib/target __pycache__ node_modules/m; touch target/x lib/target/x __pycache__/m.pyc node_modules/m/i.js; rm .gitignore lib/.gitignore");

        List<Change> changes =
                workspace.changes(workspace.base(), workspace.snapshot("s").commit());

        assertThat(changes)
                .extracting(Change::path)
                .containsExactly(".gitignore", "b.tmp", "keep.log", "lib/.gitignore", "lib/target/x", "tracked.log");
        assertThat(workspace.ignored("deep/a.log")).isTrue();
        assertThat(workspace.ignored("tracked.log")).isFalse();
    }

    @Test
    void filesThatTheUserIgnoresSurviveARestoreInPlace() {
        Given given = new Given(root).repository();
        Given.sh(
                given.source,
                "echo 'logs/' > .gitignore; git add .; git commit -q -m i; mkdir logs; echo 1 > logs/x; git init -q logs/n");
        Workspace workspace = given.workspaces.prepare("t1", given.inPlace());
        Given.sh(given.source, "echo 1 > new; rm app.py");

        workspace.restore(workspace.base());

        assertThat(Given.sh(given.source, "git status --porcelain; ls logs")).isEqualTo("n\nx");
    }

    @Test
    void permissionsTakenAwayDoNotStopARestore() {
        Given given = new Given(root).repository();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), "mkdir -p d/e; touch d/e/f; chmod 000 d/e d lib/util.py");

        workspace.snapshot("s");
        workspace.restore(workspace.base());

        assertThat(workspace.snapshot("s").tree()).isEqualTo(workspace.baseTree());
        given.workspaces.release("t1");
        assertThat(workspace.directory()).doesNotExist();
    }
}
