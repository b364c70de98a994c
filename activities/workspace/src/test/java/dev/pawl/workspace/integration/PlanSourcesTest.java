package dev.pawl.workspace.integration;

import static dev.pawl.workspace.directory.Given.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan works on the same repositories as a task, or says why not before its packages start. */
class PlanSourcesTest {
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
                "git init -q -b main; git config uploadpack.allowFilter true; git add -A; git commit -qm first;"
                        + "echo two > app.py; git commit -qam second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git clone -q --filter=blob:none file://$PWD/up project",
                "git clone -q --filter=tree:0 file://$PWD/up project",
                "git clone -q --depth=1 file://$PWD/up project",
                "git clone -q up project; git -C project sparse-checkout set lib"
            })
    void partialAndSparseClonesWork(String clone) {
        sh(root, clone + "; mv up gone");
        GivenPlan plan = new GivenPlan(given).open();

        assertThat(plan.done("a", "echo x >> app.py; git commit -qam mine")).isInstanceOf(Merged.Clean.class);
        assertThat(plan.done("b", "grep -q x app.py; echo y >> lib/util.py")).isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git diff --stat HEAD~2 HEAD | tail -1; git ls-files; git status --porcelain"))
                .isEqualTo("2 files changed, 2 insertions(+)\napp.py\nfar/away.py\nlib/util.py");
    }

    @Test
    void aPartialCloneThatIsSparseIsRefusedWithTheCommandThatCompletesIt() {
        sh(root, "git clone -q --filter=blob:none --sparse file://$PWD/up project");

        assertThatExceptionOfType(WorkspaceUnusableException.class)
                .isThrownBy(() -> new GivenPlan(given).open())
                .withMessageContaining("partial clone")
                .withMessageEndingWith("git -C %s sparse-checkout disable".formatted(given.source));
        sh(given.source, "git sparse-checkout disable");
        given.workspaces.release(GivenPlan.ID);
    }

    @Test
    void submodulesAreRefusedBeforeAPackageStarts() {
        sh(root, "git clone -q up project");
        sh(given.source, "git -c protocol.file.allow=always submodule --quiet add ../up 'a sub'; git commit -qm sub");

        assertThatExceptionOfType(WorkspaceUnusableException.class)
                .isThrownBy(() -> new GivenPlan(given).open())
                .withMessageContaining("has submodules (a sub)")
                .withMessageEndingWith("run its packages as single tasks");
    }

    @Test
    void aRepositoryWithSha256IdsWorks() {
        Given.write(given.source.resolve("app.py"), "one\n");
        Given.write(given.source.resolve("utf.txt"), "plain\n");
        sh(given.source, """
                git init -q -b main --object-format=sha256
                echo 'utf.txt text working-tree-encoding=UTF-16' > .gitattributes; printf 'a\\n' | iconv -t UTF-16 > utf.txt
                git add .; git commit -qm first
                """);
        GivenPlan plan = new GivenPlan(given).open();

        assertThat(plan.done("a", "echo x >> app.py")).isInstanceOf(Merged.Clean.class);
        assertThat(plan.done("b", "printf '\\200' > utf.txt; rm app.py; ln -s utf.txt app.py"))
                .as("bytes that the attribute cannot convert")
                .isInstanceOf(Merged.Clean.class);

        assertThat(plan.sh("git rev-parse --show-object-format; git ls-tree -r --format='%(objectmode) %(path)' HEAD"))
                .isEqualTo("sha256\n100644 .gitattributes\n120000 app.py\n100644 utf.txt");
        assertThat(plan.sh("git cat-file blob HEAD:app.py; git cat-file blob HEAD:utf.txt | od -An -c"))
                .isEqualTo("utf.txt 200");
    }
}
