package dev.pawl.workspace.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSnapshotTest {
    /** In git's order a directory's name ends with a slash: between 'a-b', 'a.b' and 'ab'. */
    private static final String FILES = """
            mkdir -p a/b c && echo 1 > a-b && echo 2 > a.b && echo 3 > ab && echo 4 > a/b/c && echo 5 > a0
            : > empty && printf 'x\\0y' > 'c/with space' && printf z > $'c/\\303\\251\\377' && printf q > $'c/quo"te\\n'
            printf '#!/bin/sh\\n' > run && chmod 755 run && ln -s ../nowhere c/link
            """;

    @TempDir
    Path root;

    @Test
    void idsAreThoseThatGitGives() {
        Given given = new Given(root).plain();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), FILES);

        String ours = workspace.snapshot("s").tree();

        Given.sh(given.source, FILES);
        assertThat(Given.sh(given.source, "git init -q . && git add -A -f && git write-tree")
                        .strip())
                .isEqualTo(ours);
        assertThat(workspace.holds(ours)).isTrue();
        Given.write(workspace.directory().resolve("a/b/c"), "other\n");
        assertThat(workspace.holds(ours)).isFalse();
    }

    @Test
    void aStoredSnapshotStartsNoGit() throws Exception {
        Given given = new Given(root).plain();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Snapshot first = workspace.snapshot("s");
        Path objects = workspace.shadow().directory().resolve("objects");
        Files.move(objects, objects.resolveSibling("away"));

        assertThat(workspace.snapshot("s")).isEqualTo(first);

        Given.write(workspace.directory().resolve("app.py"), "other\n");
        assertThatThrownBy(() -> workspace.snapshot("s")).isNotNull();
    }

    @Test
    void aReusedLabelNamesTheNewestSnapshot() {
        Given given = new Given(root).plain();
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        String first = workspace.snapshotNamed("s", "first").commit();
        Given.write(workspace.directory().resolve("app.py"), "other\n");
        String second = workspace.snapshot("s").commit();
        Given.write(workspace.directory().resolve("app.py"), "print('hello')\n");

        assertThat(workspace.snapshot("s").commit()).isEqualTo(first).isNotEqualTo(second);

        Path shadow = workspace.shadow().directory();
        assertThat(Given.sh(
                                shadow,
                                "git rev-parse refs/pawl/s refs/pawl/latest refs/pawl/first refs/pawl/commits/"
                                        + second)
                        .lines())
                .containsExactly(first, first, first, second);
        assertThat(Given.sh(shadow, "git fsck --full --strict 2>&1")).doesNotContain("error", "missing");
    }
}
