package dev.pawl.workspace.kinds;

import static dev.pawl.workspace.directory.Given.sh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.directory.Given;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other formats and layouts of repositories, and files that git stores otherwise than they are in a directory. */
class RepositoryFormsTest {
    @TempDir
    Path root;

    @Test
    void aRepositoryWithSha256IdsIsWorkedOnAndDelivered() {
        Given given = files(new Given(root), "git init -q -b main --object-format=sha256");

        Work work = Work.begin(given, root).done("echo x >> app.py; git commit -qam mine");

        assertThat(work.checked("git status --porcelain; git rev-parse HEAD~1"))
                .isEqualTo(sh(given.source, "git rev-parse HEAD"));
        delivered(given, work, "app.py");
    }

    @Test
    void aWorkTreeOfABareRepositoryIsWorkedOnAndDelivered() {
        Given given = new Given(root);
        Given.write(root.resolve("first/app.py"), "1\n");
        sh(root, """
                git -C first init -q -b main; git -C first add .; git -C first commit -qm first
                git clone -q --bare first main.git; git -C main.git worktree add -q -b feature ../project
                """);

        Work work = Work.begin(given, root).done("echo x >> app.py; git commit -qam mine");

        assertThat(sh(work.directory(), "git branch --show-current")).isEqualTo("feature");
        delivered(given, work, "app.py");
    }

    @Test
    void aRenameThatChangesOnlyTheCaseIsOne() {
        Given given = new Given(root).repository();

        Work work = Work.begin(given, root).done("mv app.py App.py");

        assertThat(work.changed()).containsExactly("App.py");
        assertThat(work.checked("ls")).isEqualTo("App.py\nlib");
        assertThat(work.deliver(DeliverMode.BRANCH).done()).isTrue();
        assertThat(sh(given.source, "git ls-tree --name-only " + Work.BRANCH)).isEqualTo("App.py\nlib");
        assertThat(work.deliver(DeliverMode.APPLY).done()).isTrue();
        assertThat(sh(given.source, "ls")).isEqualTo("App.py\nlib");
    }

    @Test
    void lineEndsAndEncodingsStayAsTheRepositoryWantsThem() {
        Given given = new Given(root);
        Given.write(given.source.resolve("kept.txt"), "a\r\nb\r\n");
        sh(given.source, """
                git init -q -b main
                printf 'win.txt text eol=crlf\\nutf.txt text working-tree-encoding=UTF-16LE\\n' > .gitattributes
                printf 'a\\r\\nb\\r\\n' > win.txt; printf 'a\\nb\\n' | iconv -t UTF-16LE > utf.txt
                git add .; git commit -qm first
                """);

        Work work = Work.begin(given, root)
                .done(
                        "printf 'c\\r\\n' >> win.txt; printf 'c\\n' | iconv -t UTF-16LE >> utf.txt; printf 'c\\r\\n' >> kept.txt");

        assertThat(work.changed()).containsExactly("kept.txt", "utf.txt", "win.txt");
        assertThat(work.checked("git status --porcelain; git diff --stat HEAD~1 HEAD | tail -1"))
                .isEqualTo("3 files changed, 3 insertions(+)");
        assertThat(work.deliver(DeliverMode.BRANCH).done()).isTrue();
        assertThat(sh(
                        given.source,
                        "git diff --stat HEAD pawl/t1 | tail -1; git cat-file blob pawl/t1:win.txt | tail -1"))
                .isEqualTo("3 files changed, 3 insertions(+)\nc");
        assertThat(work.deliver(DeliverMode.APPLY).done()).isTrue();
        assertThat(sh(
                        given.source,
                        "tail -c 3 win.txt | od -An -c; tail -c 4 utf.txt | od -An -c; git diff --stat | tail -1"))
                .isEqualTo("c  \\r  \\n\n   c  \\0  \\n  \\0\n 3 files changed, 3 insertions(+)");
    }

    private static Given files(Given given, String init) {
        Given.write(given.source.resolve("app.py"), "1\n");
        sh(given.source, init + "; git add .; git commit -qm first");
        return given;
    }

    private static void delivered(Given given, Work work, String file) {
        Delivered branch = work.deliver(DeliverMode.BRANCH);
        assertThat(branch.done()).as(branch.note()).isTrue();
        assertThat(sh(given.source, "git diff --name-only HEAD " + Work.BRANCH)).isEqualTo(file);
        Delivered applied = work.deliver(DeliverMode.APPLY);
        assertThat(applied.done()).as(applied.note()).isTrue();
        assertThat(sh(given.source, "git status --porcelain")).isEqualTo("M " + file);
    }
}
