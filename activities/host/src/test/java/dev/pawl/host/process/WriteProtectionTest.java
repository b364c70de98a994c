package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pawl.host.network.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteProtectionTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final CollectedOutput output = new CollectedOutput();

    @TempDir
    Path root;

    private Path users = Path.of("unset");
    private Path work = Path.of("unset");

    @BeforeEach
    void theWorkspaceLiesInsideTheUsersDirectory() throws IOException {
        users = Files.createDirectories(root.resolve("it's \"the user's\" $(dir)"));
        work = Files.createDirectories(users.resolve("home/tasks/mine/work"));
        Files.createDirectories(users.resolve("home/tasks/other"));
        Files.writeString(users.resolve("file"), "theirs");
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.Kind.class, names = "PROCESS_TREE", mode = EnumSource.Mode.EXCLUDE)
    void protectedPathsCannotBeWrittenInAnyWay(Isolation.Kind kind) throws Exception {
        run(kind, """
                echo mine > own && pwd
                echo x > "$USERS/file"; rm -f "$USERS/file"; mv "$USERS/file" "$USERS/moved"; ln "$USERS/file" linked
                touch "$USERS/new" "$USERS/home/tasks/other/new" ../new ../../other/new
                (cd ../../.. && touch relative && cd tasks/other && touch relative)
                umount "$PWD" "$USERS"
                mount -o remount,bind,rw "$USERS" && touch "$USERS/remounted"
                unshare -m sh -c 'umount "$USERS"; mount -o remount,bind,rw "$USERS"; touch "$USERS/unshared"'
                unshare -rm sh -c 'umount "$USERS"; mount -o remount,bind,rw "$USERS"; touch "$USERS/nested"'
                nsenter -t 1 -m touch "$USERS/entered"
                touch "/proc/1/root$USERS/root" "/proc/1/cwd/../../cwd"
                """);

        assertThat(output.stdout().strip()).isEqualTo(work.toString());
        assertThat(work.resolve("own")).hasContent("mine\n");
        assertThat(users.resolve("file")).hasContent("theirs");
        try (var tree = Files.walk(users)) {
            assertThat(tree.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(users.resolve("file"), work.resolve("own"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.Kind.class, names = "PROCESS_TREE", mode = EnumSource.Mode.EXCLUDE)
    void aFileCanBeProtectedInAWritableDirectory(Isolation.Kind kind) throws Exception {
        Path file = Files.writeString(work.resolve("link-to-git"), "gitdir: x");
        run(
                kind,
                new WriteProtection(List.of(file, work.resolve("missing")), List.of(work)),
                "echo y > link-to-git; rm link-to-git; echo z > z");

        assertThat(file).hasContent("gitdir: x");
        assertThat(work.resolve("z")).exists();
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.Kind.class, names = "PROCESS_TREE", mode = EnumSource.Mode.EXCLUDE)
    void aDirectoryIsReplacedExceptForKeptPaths(Isolation.Kind kind) throws Exception {
        Path temp = Files.createDirectories(root.resolve("temp"));
        Files.writeString(temp.resolve("left"), "left");
        Path kept =
                Files.writeString(Files.createDirectories(temp.resolve("a b")).resolve("kept"), "kept");
        Path by = Files.createDirectories(users.resolve("home/private temp"));
        Files.createDirectories(by.resolve("a b"));
        Path git = Files.createDirectories(work.resolve(".git"));
        Files.writeString(git.resolve("HEAD"), "agent");
        Path other = Files.createDirectories(users.resolve("home/git"));
        Files.writeString(other.resolve("HEAD"), "checks");
        WriteProtection wanted = protection()
                .replacing(List.of(
                        new WriteProtection.Replacement(temp, by, List.of(kept.getParent())),
                        new WriteProtection.Replacement(git, other, List.of())));

        run(kind, wanted, """
                cat "%1$s/left" "%1$s/a b/kept" .git/HEAD; echo new > "%1$s/new"; echo new > .git/index; echo mine > own
                """.formatted(temp));

        assertThat(output.stdout()).isEqualTo("keptchecks");
        assertThat(temp).isDirectoryNotContaining("glob:**/new");
        assertThat(by.resolve("new")).exists();
        assertThat(git).isDirectoryNotContaining("glob:**/index");
        assertThat(other.resolve("index")).exists();
        assertThat(work.resolve("own")).exists();
    }

    /** The times of the last change of files come from it. In a user namespace, nobody can. */
    @ParameterizedTest
    @EnumSource(
            value = Isolation.Kind.class,
            names = {"NAMESPACE", "BUBBLEWRAP"})
    void noProgramCanSetTheClock(Isolation.Kind kind) throws Exception {
        run(kind, "grep CapEff /proc/self/status | cut -f2");

        assertThat(Long.parseUnsignedLong(output.stdout().strip(), 16) & 1L << 25)
                .as("CAP_SYS_TIME")
                .isZero();
    }

    @Test
    void theExitCodeStaysTheProgramsOwn() throws Exception {
        assertThat(run(Isolation.probe().kind(), "exit 7").exitCode()).isEqualTo(7);
    }

    @Test
    void unprotectablePathsAreKnownBeforeTheRun() {
        WriteProtection wanted = protection();
        assertThat(new ProcessSupervisor(Isolation.processTree()).protects(wanted, null))
                .isFalse();
        assertThat(new ProcessSupervisor(Isolation.processTree()).protects(WriteProtection.NONE, null))
                .isTrue();
        assertThat(new ProcessSupervisor(Isolation.probe()).protects(wanted, null))
                .isEqualTo(Isolation.probe().namespace());
    }

    @Test
    void inASandboxOnlyWritablePathsAreMountedReadOnly() throws Exception {
        assumeThat(Sandbox.available()).isTrue();
        Path git = Files.createDirectories(work.resolve(".git"));
        Sandbox sandbox = new Sandbox(List.of(users.resolve("home/tasks")), List.of(), List.of(work), Reach.NOTHING);
        WriteProtection wanted = new WriteProtection(List.of(users, git), List.of(work));
        ProcessSupervisor supervisor = new ProcessSupervisor(Isolation.probe());

        assertThat(supervisor.protects(wanted, sandbox)).isTrue();
        supervisor.run(
                spec("touch .git/x own \"$USERS/x\"; ls \"$USERS/home/tasks\"", sandbox, wanted),
                output,
                ProcessWatch.NONE);

        assertThat(output.stdout()).isEqualTo("mine\n");
        assertThat(work.resolve("own")).exists();
        assertThat(git).isEmptyDirectory();
    }

    private ProcessResult run(Isolation.Kind kind, String script) throws Exception {
        return run(kind, protection(), script);
    }

    private ProcessResult run(Isolation.Kind kind, WriteProtection protection, String script) throws Exception {
        Optional<Isolation> isolation = Isolation.of(kind);
        assumeThat(isolation).as("%s works here", kind).isPresent();
        ProcessSupervisor supervisor = new ProcessSupervisor(isolation.orElseThrow());
        assertThat(supervisor.protects(protection, null)).isTrue();
        return supervisor.run(spec(script, null, protection), output, ProcessWatch.NONE);
    }

    private WriteProtection protection() {
        return new WriteProtection(List.of(users, users.resolve("home")), List.of(work));
    }

    private ProcessSpec spec(String script, @Nullable Sandbox sandbox, WriteProtection protection) {
        return new ProcessSpec(
                List.of("sh", "-c", script),
                work,
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "USERS", users.toString()),
                null,
                "protection-" + work.hashCode(),
                LIMIT,
                LIMIT,
                Duration.ofSeconds(1),
                sandbox,
                protection);
    }
}
