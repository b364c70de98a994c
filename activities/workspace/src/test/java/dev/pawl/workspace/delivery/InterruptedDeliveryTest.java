package dev.pawl.workspace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.file.Removal;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.journal.DeliveryJournal;
import dev.pawl.workspace.journal.DeliveryJournals;
import dev.pawl.workspace.journal.UndoneDelivery;
import dev.pawl.workspace.lock.DeliveryWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that is interrupted between any two writes, because its process is killed or its attempt is fenced. */
class InterruptedDeliveryTest {
    /**
     * Every kind of change: deleted with its directory, modified, mode, added, link, odd name, file and directory
     * swapped.
     */
    private static final String WORK = "rm lib/util.py; echo more >> app.py; chmod +x run.sh; mkdir d;"
            + " printf 'a\\0b' > $'d/b\\nin'; ln -s app.py l; : > empty; rm swap; mkdir swap; echo x > swap/x;"
            + " rm dir/y; rmdir dir; echo file > dir; git mv old.txt new.txt; echo A > CASE";

    @TempDir
    Path root;

    private Given given = new Given(Path.of("unused"));
    private String snapshot = "";
    private String before = "";
    private String after = "";

    @BeforeEach
    void aResult() {
        given = new Given(root).repository();
        Given.sh(
                given.source,
                "echo 'echo 1' > run.sh; chmod 640 run.sh; echo s > swap; mkdir dir; echo y > dir/y; seq 9 > old.txt;"
                        + " echo a > case; git add -A; git commit -q -m more; chmod 600 app.py;"
                        + " chmod 700 dir; chmod 775 lib");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        Given.sh(workspace.directory(), WORK);
        snapshot = workspace.snapshot("s").commit();
        before = look();
        Path copy = root.resolve("copy");
        Given.sh(root, "cp -a project copy; cp -a home home.copy");
        Delivered delivered = deliver(DeliveryWatch.NONE);
        assertThat(delivered.done()).as(delivered.note()).isTrue();
        after = look();
        Given.sh(root, "rm -rf project home; mv copy project; mv home.copy home");
        assertThat(copy).doesNotExist();
        assertThat(look()).isEqualTo(before).isNotEqualTo(after);
    }

    @Test
    void anInterruptedDeliveryIsCompletedByTheNextAttempt() {
        int cuts = 0;
        for (int writes = 1; cutAfter(writes); writes++) {
            cuts++;
            Delivered delivered = deliver(DeliveryWatch.NONE);

            assertThat(delivered.done()).as("%d: %s", writes, delivered.note()).isTrue();
            assertThat(look()).as("cut at check %d", writes).isEqualTo(after);
            startAgain();
        }
        assertThat(cuts).as("moments at which it was cut").isGreaterThan(15);
    }

    @Test
    void aKilledDeliveryIsCompletedByTheNextAttempt() throws Exception {
        for (int writes = 2; killedAfter(writes); writes += 6) {
            Delivered delivered = deliver(DeliveryWatch.NONE);

            assertThat(delivered.done()).as("%d: %s", writes, delivered.note()).isTrue();
            assertThat(look()).as("killed at check %d", writes).isEqualTo(after);
            startAgain();
        }
    }

    @Test
    void aCutDeliveryIsUndoneIfItsTaskEndsOtherwise() {
        for (int writes = 1; cutAfter(writes); writes++) {
            given.workspaces.undoneDelivery().undo("t1", () -> {});

            assertThat(look()).as("cut at check %d", writes).isEqualTo(before);
            assertThat(given.workspaces.undoneDelivery().unfinished("t1")).isEmpty();
            startAgain();
        }
    }

    @Test
    void aCutDeliveryToADirectoryThatIsNotThereJustNowIsUndoneLater() throws IOException {
        assertThat(cutAfter(12)).isTrue();
        UndoneDelivery undone = given.workspaces.undoneDelivery();
        DeliveryJournal journal = new DeliveryJournals(given.host).find("t1").orElseThrow();
        Path volume = root.resolve("volume");
        new DeliveryJournals(given.host)
                .begin(new DeliveryJournal(
                        "t1", volume.resolve("project").toString(), journal.writes(), journal.directories()));

        assertThat(undone.undo("t1", () -> {}).orElseThrow()).contains("cannot be reached");
        assertThat(undone.unfinished("t1")).isPresent();

        Given.sh(root, "mkdir volume; mv project volume/project");
        undone.undo("t1", () -> {});
        Given.sh(root, "mv volume/project project");
        assertThat(look()).isEqualTo(before);
        assertThat(undone.unfinished("t1")).isEmpty();
    }

    @Test
    void undoingMayBeCutShortToo() {
        assertThat(cutAfter(12)).isTrue();
        for (int writes = 1; ; writes++) {
            Counter counter = new Counter(writes);
            try {
                given.workspaces.undoneDelivery().undo("t1", counter::check);
                break;
            } catch (CancellationException e) {
                // Again, from the previous state.
            }
        }
        assertThat(look()).isEqualTo(before);
    }

    @Test
    void anAttemptThatIsFencedWritesNothingMore() {
        assertThat(cutAfter(8)).isTrue();
        String cut = look();
        Counter fenced = new Counter(1);

        assertThatThrownBy(() -> deliver(fenced)).isInstanceOf(CancellationException.class);

        assertThat(look()).isEqualTo(cut);
    }

    @Test
    void theUsersChangesAreNeverOverwrittenAndTheRestIsRestored() {
        List<String> paths = List.of("app.py", "d/b\nin", "l", "swap", "new.txt");
        for (String path : paths) {
            assertThat(cutAfter(9)).isTrue();
            Path file = given.source.resolve(path);
            Removal.remove(file);
            Given.write(file, "mine\n");

            Delivered delivered = deliver(DeliveryWatch.NONE);

            assertThat(delivered.done()).as(path).isFalse();
            assertThat(delivered.note()).contains(RawPath.display(path), "changed", "the rest is restored");
            assertThat(file).as(path).hasContent("mine\n");
            Removal.remove(file);
            assertThat(given.source.resolve("CASE")).doesNotExist();
            assertThat(given.source.resolve("lib/util.py")).exists();
            assertThat(Given.sh(given.source, "ls -A | grep pawl || true")).isEmpty();
            startAgain();
        }
    }

    @Test
    void aLinkThatIsPlantedInThePathIsNotFollowed() {
        assertThat(cutAfter(3)).isTrue();
        Given.sh(given.source, "mkdir ../elsewhere; rm -rf swap d dir; ln -s ../elsewhere swap; ln -s ../elsewhere d");

        Delivered delivered = deliver(DeliveryWatch.NONE);

        assertThat(delivered.done()).isFalse();
        assertThat(Given.sh(root, "ls -A elsewhere")).isEmpty();
        assertThat(Given.sh(given.source, "readlink swap; readlink d")).isEqualTo("../elsewhere\n../elsewhere");
    }

    @Test
    void aWriteThatFailsPutsEverythingBackAndSaysWhy() {
        // A directory cannot be created if the user has put a file there since the plan was made.
        Counter planting = new Counter(Integer.MAX_VALUE) {
            @Override
            public void check() {
                super.check();
                if (seen() == 3) {
                    Given.write(given.source.resolve("d"), "in the way\n");
                }
            }
        };

        Delivered delivered = deliver(planting);

        assertThat(delivered.done()).isFalse();
        assertThat(delivered.note()).contains("the directory is as it was");
        Removal.remove(given.source.resolve("d"));
        assertThat(look()).isEqualTo(before);
    }

    private boolean cutAfter(int checks) {
        try {
            deliver(new Counter(checks));
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }

    /** @return whether the process was killed; false if it ended first */
    private boolean killedAfter(int checks) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDelivery.class.getName(),
                        root.toString(),
                        snapshot,
                        Integer.toString(checks))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(0, KilledDelivery.KILLED);
        return process.exitValue() == KilledDelivery.KILLED;
    }

    private Delivered deliver(DeliveryWatch watch) {
        return new ResultDelivery(new Given(root).workspaces)
                .deliver("t1", new DeliverySpec(DeliverMode.APPLY, null, "Title"), snapshot, watch);
    }

    private void startAgain() {
        Given.sh(
                given.source,
                "git stash -q -u 2>/dev/null || true; git clean -qfdx; git checkout -q -- .; git stash drop -q 2>/dev/null || true; chmod 600 app.py; chmod 640 run.sh;"
                        + " chmod 700 dir; chmod 775 lib");
        assertThat(look()).isEqualTo(before);
    }

    /** Names, kinds, permissions and contents, without those of git. */
    private String look() {
        return Given.sh(
                given.source,
                "find . -path ./.git -prune -o -printf '%p %y %m %l\\n' | LC_ALL=C sort;"
                        + " find . -path ./.git -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum");
    }

    /** Ends the delivery, or its process, at the n-th check. */
    static class Counter implements DeliveryWatch {
        private final int last;
        private int seen;

        Counter(int last) {
            this.last = last;
        }

        int seen() {
            return seen;
        }

        @Override
        public void check() {
            if (++seen >= last) {
                end();
            }
        }

        void end() {
            throw new CancellationException("another attempt has the task");
        }

        @Override
        public void waiting(String why) {}
    }
}
