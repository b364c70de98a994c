package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.file.Removal;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Untracked files of the user that a task copies. */
class CopiedFilesTest {
    @TempDir
    Path root;

    @Test
    void ignoredAndUntrackedFilesComeAlongAndAreInNoSnapshot() {
        Given given = given();
        Given.sh(
                given.source, "echo B_TOKEN=untracked-1 > notes.local; mkdir -p conf/deep; echo 1 > conf/deep/c.local");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, ".env", "*.local"));

        assertThat(Given.read(workspace.directory().resolve(".env"))).contains("TOKEN");
        assertThat(workspace.directory().resolve("conf/deep/c.local")).exists();
        assertThat(workspace.files(workspace.base())).containsExactlyInAnyOrder(".gitignore", "app.py", "lib/util.py");
        assertThat(workspace.holds(workspace.baseTree())).isTrue();
        Given.sh(workspace.directory(), "echo more >> notes.local; rm .env; echo new > result.py");
        assertThat(workspace.files(workspace.snapshot("it-1").commit()))
                .containsExactlyInAnyOrder(".gitignore", "app.py", "lib/util.py", "result.py");
        assertThat(workspace.notes()).anyMatch(note -> note.startsWith("3 copied files"));
    }

    @Test
    void aTrackedFileComesFromTheRepositoryAlone() {
        Given given = given();
        Given.sh(given.source, "echo mine >> app.py");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, "app.py", ".env"));

        assertThat(Given.read(workspace.directory().resolve("app.py"))).doesNotContain("mine");
        assertThat(workspace.files(workspace.base())).contains("app.py");
    }

    @Test
    void noCommandOfGitInTheWorkspaceTakesThemAlong() {
        Given given = given();
        Given.sh(
                given.source,
                "echo SECRET=of-a-strange-name-1 > 'it is [x]*? .local'; echo x > '#a.local'; echo y > '!b.local'");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, "*.local"));

        assertThat(Files.exists(workspace.directory().resolve("it is [x]*? .local")))
                .isTrue();
        assertThat(Given.sh(workspace.directory(), "git status --porcelain")).isEmpty();
        Given.sh(workspace.directory(), "git add -A; git commit -q --allow-empty -m agent");
        assertThat(Given.sh(workspace.directory(), "git ls-files")).doesNotContain("local");
    }

    @Test
    void aWorktreeincludeOfTheRepositoryCountsAndTheTasksPatternsComeAfterIt() {
        Given given = given();
        Given.sh(given.source, """
                printf 'conf/\\n!conf/big.txt\\n.env\\n' > .worktreeinclude
                mkdir conf; echo 1 > conf/a.txt; echo 2 > conf/big.txt; echo 3 > conf/c.txt
                git add .worktreeinclude; git commit -q -m include""");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, "!conf/c.txt"));

        assertThat(workspace.directory().resolve("conf/a.txt")).exists();
        assertThat(workspace.directory().resolve(".env")).exists();
        assertThat(workspace.directory().resolve("conf/big.txt")).doesNotExist();
        assertThat(workspace.directory().resolve("conf/c.txt")).doesNotExist();
    }

    @Test
    void permissionsStayAsTheyAre() throws Exception {
        Given given = given();
        Given.sh(given.source, "chmod 600 .env; echo 'exit 0' > run.local; chmod 755 run.local");

        Path work =
                given.workspaces.prepare("t1", spec(given, ".env", "*.local")).directory();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve(".env"))))
                .isEqualTo("rw-------");
        assertThat(work.resolve("run.local")).isExecutable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ln -s /etc/passwd key.local                              | *.local      | key.local      | is a link",
                "ln -s ../outside .env.local; echo 1 > ../outside         | .env.*       | .env.local     | leave it out with",
                "mkfifo pipe.local                                        | *.local      | pipe.local     | no regular file",
                "mkdir models; truncate -s 300M models/a                  | models       | most of it in | command make",
                "ln -s /etc/passwd .worktreeinclude                       | .env         | .worktreeinclude | regular file",
            })
    void whatCannotBeCopiedIsRefusedWithWhatToDo(String made, String pattern, String named, String advice) {
        Given given = given();
        Given.sh(given.source, made);

        assertThatThrownBy(() -> given.workspaces.prepare("t1", spec(given, pattern)))
                .isInstanceOf(WorkspaceUnusableException.class)
                .hasMessageContaining(named)
                .hasMessageContaining(advice);
    }

    @Test
    void linksInADirectoryThatComesAlongAreLeftOutWithANote() {
        Given given = given();
        Given.sh(given.source, "mkdir -p cache; echo 1 > cache/a; ln -s /etc/passwd cache/b; ln -s a cache/c");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, "cache"));

        assertThat(workspace.directory().resolve("cache/a")).exists();
        assertThat(workspace.directory().resolve("cache/b")).doesNotExist();
        assertThat(workspace.notes()).anyMatch(note -> note.contains("2 links and special files"));
    }

    @Test
    void aPatternThatNamesNothingIsANote() {
        Given given = given();

        assertThat(given.workspaces
                        .prepare("t1", spec(given, ".env", "*.secret"))
                        .notes())
                .anyMatch(note -> note.contains("'*.secret' names no untracked file"))
                .noneMatch(note -> note.contains("'.env' names no"));
    }

    @Test
    void aPlainDirectoryHasThemInNoSnapshotEither() {
        Given given = new Given(root).plain();
        Given.write(given.source.resolve(".env"), "TOKEN=plain-secret-1\n");

        Workspace workspace = given.workspaces.prepare("t1", spec(given, ".env"));

        assertThat(workspace.directory().resolve(".env")).exists();
        assertThat(workspace.files(workspace.base())).containsExactly("app.py");
    }

    @Test
    void theyAreNotAmongUncommittedFilesThatATaskStartsFrom() {
        Given given = given();
        Given.sh(given.source, "echo 1 > notes.local; echo 2 > draft.py");
        WorkspaceSpec spec = WorkspaceSpec.isolated(given.source.toString())
                .includingUncommitted()
                .copying(List.of("*.local"));

        Workspace workspace = given.workspaces.prepare("t1", spec);

        assertThat(workspace.files(workspace.base())).contains("draft.py").doesNotContain("notes.local");
    }

    @ParameterizedTest
    @EnumSource(WorkspaceMode.class)
    void aCheckoutHasThemAsTheyWereWhenTheTaskBegan(WorkspaceMode mode) throws Exception {
        Given given = given();
        WorkspaceSpec spec =
                new WorkspaceSpec(given.source.toString(), mode, false, null, List.of(".env", "conf/"), null, null);
        Given.sh(given.source, "mkdir conf; echo 1 > conf/a");
        Workspace workspace = given.workspaces.prepare("t1", spec);
        Given.sh(given.source, "echo TOKEN=of-later-on > .env");
        Path checkout = Files.createDirectories(root.resolve("checkout"));
        workspace.checkout(workspace.base(), checkout);

        assertThat(workspace.restoreCopied(checkout)).isTrue();
        assertThat(workspace.restoreCopied(checkout)).isFalse();

        assertThat(Given.read(checkout.resolve(".env"))).contains("s3cret-4711");
        assertThat(checkout.resolve("conf/a")).exists();
    }

    @Test
    void whatAnAgentMadeOfThemIsPutBackAndNothingIsWrittenThroughItsLinks() {
        Given given = given();
        Given.sh(given.source, "mkdir conf; echo 1 > conf/a; echo 2 > b.local");
        Workspace workspace = given.workspaces.prepare("t1", spec(given, ".env", "conf/", "*.local"));
        Path outside = root.resolve("outside");
        Given.sh(root, "mkdir outside");
        Given.sh(
                workspace.directory(),
                "rm -rf .env conf b.local; mkdir .env; ln -s " + outside + " conf; ln -s " + outside.resolve("b")
                        + " b.local");

        assertThat(workspace.restoreCopied(workspace.directory())).isTrue();

        assertThat(Given.read(workspace.directory().resolve(".env"))).contains("s3cret-4711");
        assertThat(Given.read(workspace.directory().resolve("b.local"))).isEqualTo("2\n");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void theDirectoryOfAnInPlaceTaskStaysAsItsUserHasIt() {
        Given given = given();
        WorkspaceSpec spec = WorkspaceSpec.inPlace(given.source.toString()).copying(List.of(".env"));
        Workspace workspace = given.workspaces.prepare("t1", spec);
        Given.sh(given.source, "echo TOKEN=of-the-user > .env");

        assertThat(workspace.restoreCopied(workspace.directory())).isFalse();

        assertThat(Given.read(given.source.resolve(".env"))).contains("of-the-user");
    }

    @Test
    void aLostWorkspaceHasThemAgain() {
        Given given = given();
        WorkspaceSpec spec = spec(given, ".env");
        Path work = given.workspaces.prepare("t1", spec).directory();
        Removal.remove(work);
        Removal.remove(given.host.checks("t1"));

        given.workspaces.prepare("t1", spec);

        assertThat(Given.read(work.resolve(".env"))).contains("s3cret-4711");
    }

    @Test
    void theirValuesAreRedactedAsLongAsTheWorkspaceExists() {
        Given given = given();
        Given.write(given.source.resolve("login.json"), "{\"user\": \"admin\", \"pin\": \"x1y2z3a4b5\"}");
        Given.sh(given.source, "echo login.json >> .gitignore");
        Redaction redaction = Redaction.of(Map.of());
        Workspaces workspaces = new Workspaces(given.host, given.locks, redaction);
        String said = "s3cret-4711 and geheim-0815 with x1y2z3a4b5, in development mode";

        workspaces.prepare("t1", spec(given, ".env", "login.json"));

        assertThat(redaction.clean(said)).isEqualTo("[redacted] and [redacted] with [redacted], in development mode");
        assertThat(redaction.cleanKeys(said)).doesNotContain("4711");
        workspaces.release("t1");
        assertThat(redaction.clean(said)).isEqualTo(said);
    }

    private Given given() {
        Given given = new Given(root).repository();
        Given.write(
                given.source.resolve(".env"),
                "TOKEN=s3cret-4711\nDB=postgres://app:geheim-0815@db/app\nNODE_ENV=development\n");
        Given.sh(
                given.source,
                "printf '.env*\\nconf/\\ncache/\\nmodels/\\n' > .gitignore; git add .gitignore; git commit -q -m ignore");
        return given;
    }

    private static WorkspaceSpec spec(Given given, String... patterns) {
        return WorkspaceSpec.isolated(given.source.toString()).copying(List.of(patterns));
    }
}
