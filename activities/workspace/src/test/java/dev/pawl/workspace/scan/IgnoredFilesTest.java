package dev.pawl.workspace.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredFilesTest {
    @TempDir
    Path root;

    @Test
    void aFileThatTheBaseIgnoresIsNamedWithItsLine() {
        Given given = new Given(root).repository();
        Given.write(given.source.resolve(".gitignore"), "# outputs\nbuild/\n\n*.gen.py\nlib2/\n!lib/kept.gen.py\n");
        Given.write(given.source.resolve("lib/.gitignore"), "/own*\n");
        Given.write(given.source.resolve(".git/info/exclude"), "mine.py\n");
        Given.sh(given.source, "git add -A; git commit -qm rules");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), """
                mkdir -p build src/lib2/deep __pycache__ lib/ownership; echo .gitignore > src/.gitignore
                for f in build/a.py src/lib2/deep/ö.py __pycache__/b.py lib/own.py lib/ownership/c.py lib/kept.gen.py x.gen.py \
                  mine.py fine.py build/log.txt; do echo 1 > $f; done
                ln -s /etc/passwd build/link.py
                """);

        List<IgnoredFile> found = workspace.ignoredFiles(path -> path.endsWith(".py"), Instant.EPOCH);

        assertThat(found)
                .as("near the root first")
                .containsExactly(
                        new IgnoredFile("mine.py", ".git/info/exclude:1"),
                        new IgnoredFile("x.gen.py", ".gitignore:4"),
                        new IgnoredFile("build/a.py", ".gitignore:2"),
                        new IgnoredFile("lib/own.py", "lib/.gitignore:1"),
                        new IgnoredFile("lib/ownership/c.py", "lib/.gitignore:1"),
                        new IgnoredFile("src/lib2/deep/ö.py", ".gitignore:5"));
        assertThat(workspace.ignoredFiles(path -> true, Instant.now().plusSeconds(60)))
                .as("later than all of them")
                .isEmpty();
    }
}
