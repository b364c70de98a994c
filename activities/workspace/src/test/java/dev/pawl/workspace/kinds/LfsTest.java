package dev.pawl.workspace.kinds;

import static dev.pawl.workspace.directory.Given.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Git LFS have their contents in directories, and are pointers in snapshots, patches and branches. */
class LfsTest {
    /** Commits a pointer, as git does with the filter of LFS, and keeps the content as LFS does. */
    private static final String TRACK = """
            track() {
              oid=$(sha256sum < "$1" | cut -d' ' -f1); mkdir -p .git/lfs/objects/${oid:0:2}/${oid:2:2}
              cp "$1" .git/lfs/objects/${oid:0:2}/${oid:2:2}/$oid
              printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%s\\nsize %d\\n' $oid $(stat -c %s "$1") > pointer
              git update-index --add --cacheinfo 100755,$(git hash-object -w --no-filters pointer),"$1"; rm pointer
            }
            """;

    @TempDir
    Path root;

    private Given given = new Given(Path.of("unset"));

    @BeforeEach
    void aRepositoryWithAFileOfLfs() {
        given = new Given(root).repository();
        sh(given.source, TRACK + """
                printf '*.bin filter=lfs diff=lfs merge=lfs -text\\n' > .gitattributes
                printf 'small.bin !filter\\n' > lib/.gitattributes
                mkdir data; seq 3000 > 'data/big ö.bin'; chmod +x 'data/big ö.bin'; echo plain > lib/small.bin
                git add .gitattributes lib; track 'data/big ö.bin'
                git commit -qm lfs
                git config filter.lfs.smudge "touch '%1$s'; cat"; git config filter.lfs.clean "touch '%1$s'; cat"
                git config filter.lfs.required true
                """.formatted(root.resolve("ran")));
    }

    @Test
    void contentsComeFromTheUsersOwnStoreAndNoFilterRuns() {
        Work work = Work.begin(given, root);

        assertThat(sh(work.directory(), "tail -1 data/big*; test -x data/big*; git status --porcelain"))
                .isEqualTo("3000");
        assertThat(work.workspace().content(work.workspace().base(), "data/big ö.bin"))
                .asString()
                .startsWith("version https://git-lfs");
        assertThat(work.workspace().notes())
                .anyMatch(note -> note.contains("contents of 1 file of Git LFS come from this machine"))
                .noneMatch(note -> note.contains("left out"));
        assertThat(work.checked(
                        "tail -1 data/big*; cat lib/small.bin; git status --porcelain; git ls-files -s data/big*"))
                .startsWith("3000\nplain\n100755 " + sh(given.source, "git rev-parse 'HEAD:data/big ö.bin'"));
        assertThat(work.checkedInPlace("git status --porcelain; git diff --exit-code HEAD"))
                .isEmpty();
        assertThat(work.changed()).isEmpty();
        assertThat(root.resolve("ran")).doesNotExist();
    }

    @Test
    void aMissingContentIsNamedBeforeAnAgentStarts() {
        sh(given.source, "rm -r .git/lfs; git cat-file blob HEAD:'data/big ö.bin' > 'data/big ö.bin'");

        String message = String.valueOf(catchThrowableOfType(
                        WorkspaceUnusableException.class, () -> given.workspaces.prepare(Work.TASK, given.isolated()))
                .getMessage());

        assertThat(message).contains("data/big ö.bin", "git -C %s lfs pull".formatted(given.source));
        sh(root, message.substring(message.lastIndexOf("git -C")));
        Workspace workspace = Work.begin(given, root).workspace();
        assertThat(workspace.directory().resolve("data/big ö.bin")).content().startsWith("version");
        assertThat(workspace.notes()).anyMatch(note -> note.contains("lfs.fetchexclude"));
    }

    @Test
    void aChangedFileIsAChangedPointerAndIsDeliveredWithItsContent() {
        Work work = Work.begin(given, root)
                .done("echo more >> data/big*; seq 9 > new.bin; seq 4 > lib/small.bin; echo x >> app.py");

        assertThat(work.changed()).containsExactly("app.py", "data/big ö.bin", "lib/small.bin", "new.bin");
        assertThat(work.patch()).contains("+oid sha256:").doesNotContain("\n 3000\n");
        assertThat(work.checked("tail -1 data/big*; tail -1 new.bin")).isEqualTo("more\n9");
        Delivered branch = work.deliver(DeliverMode.BRANCH);
        assertThat(branch.done()).as(branch.note()).isTrue();
        assertThat(sh(given.source, """
                for f in 'data/big ö.bin' new.bin; do
                  oid=$(git cat-file blob pawl/t1:"$f" | sed -n 's/^oid sha256://p')
                  tail -1 .git/lfs/objects/${oid:0:2}/${oid:2:2}/$oid
                done
                """)).isEqualTo("more\n9");
        Delivered applied = work.deliver(DeliverMode.APPLY);
        assertThat(applied.done()).as(applied.note()).isTrue();
        assertThat(sh(given.source, "tail -1 data/big*; test -x data/big*; tail -1 new.bin"))
                .isEqualTo("more\n9");
        assertThat(work.deliver(DeliverMode.APPLY).note()).contains("already in the directory");
    }

    @Test
    void aChangeOfTheUsersInTheSameFileIsAConflict() {
        Work work = Work.begin(given, root).done("echo more >> data/big*");
        sh(given.source, "echo mine >> data/big*");

        assertThat(work.deliver(DeliverMode.APPLY).done()).isFalse();
        assertThat(sh(given.source, "tail -1 data/big*")).isEqualTo("mine");
    }

    @Test
    void restoringAndMakingAgainGiveTheContents() {
        Work work = Work.begin(given, root).done("rm data/big*; seq 9 > new.bin");
        work.workspace().restore(work.workspace().base());
        assertThat(sh(work.directory(), "tail -1 data/big*; ls")).isEqualTo("3000\napp.py\ndata\nlib");
        work.done("seq 7 > new.bin");

        given.workspaces.release(Work.TASK);
        Workspace again = given.workspaces.prepare(Work.TASK, given.isolated());

        assertThat(sh(again.directory(), "tail -1 data/big*; tail -1 new.bin")).isEqualTo("3000\n7");
    }

    @Test
    void aPointerThatAnAgentWritesIsNotFollowedElsewhere() {
        Work work = Work.begin(given, root);

        assertThatCode(
                        () -> work.done(
                                "printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%064d\\nsize 1\\n' 0 > new.bin"))
                .doesNotThrowAnyException();
        assertThat(work.checked("head -1 new.bin")).startsWith("version");
    }
}
