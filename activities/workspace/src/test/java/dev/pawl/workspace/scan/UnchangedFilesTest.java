package dev.pawl.workspace.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.directory.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnchangedFilesTest {
    private static final Map<String, String> BLOBS = Map.of("lib/a", "1".repeat(40), "b", "2".repeat(40));

    @TempDir
    Path root;

    private Path work = Path.of("unused");

    @BeforeEach
    void files() throws IOException {
        work = Files.createDirectories(root.resolve("work"));
        Given.write(work.resolve("lib/a"), "one\n");
        Given.write(work.resolve("b"), "two\n");
    }

    private ScannedTree scan() {
        return TreeScan.scan(work, new IgnoreRules(BaseRules.NONE, Set.of()), new TreeSet<>(), ScanLimits.STANDARD);
    }

    private Optional<String> known(UnchangedFiles files, String path) {
        Optional<ScannedFile> scanned =
                scan().files().stream().filter(file -> file.path().equals(path)).findFirst();
        if (scanned.isEmpty()) {
            return Optional.empty();
        }
        try (UntrustedTree tree = UntrustedTree.open(work)) {
            return files.of(scanned.get(), tree);
        } catch (IOException replaced) {
            return Optional.empty();
        }
    }

    @Test
    void anUntouchedFileIsKnownAndStaysSoOnTheDisk() {
        UnchangedFiles files = new UnchangedFiles.Recording(work).of(scan(), BLOBS);
        files.write(root.resolve("unchanged"));
        UnchangedFiles read = UnchangedFiles.read(root.resolve("unchanged"));

        assertThat(known(files, "lib/a")).contains(BLOBS.get("lib/a"));
        assertThat(known(read, "lib/a")).contains(BLOBS.get("lib/a"));
        assertThat(known(read, "b")).contains(BLOBS.get("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf 'ONE\\n' > lib/a; touch -r ../ref lib/a",
                "printf 'ONE\\n' | dd of=lib/a conv=notrunc status=none; touch -r ../ref lib/a",
                "printf 'ONE\\n' > c; touch -r ../ref c; mv c lib/a",
                "cp -p lib/a c; mv c lib/a",
                "mv b c; mv lib/a b; mv c lib/a",
                "ln b c; rm lib/a; mv c lib/a",
                "mv lib/a c; ln -s ../c lib/a",
                "mv lib ../elsewhere; mkdir lib; printf 'ONE\\n' > lib/a; touch -r ../ref lib/a",
                "mv lib ../elsewhere; ln -s ../elsewhere lib",
                "chmod +x lib/a",
                "touch -d @1 lib/a",
                "rm lib/a; mkfifo lib/a",
                "python3 -c \"import mmap; f = open('lib/a', 'r+b'); m = mmap.mmap(f.fileno(), 4); m[0:1] = b'O'\";"
                        + " touch -r ../ref lib/a",
            })
    void whatAnAgentDoesToAFileShows(String script) {
        Given.sh(work, "cp -p lib/a ../ref");
        UnchangedFiles files = new UnchangedFiles.Recording(work).of(scan(), BLOBS);
        assertThat(known(files, "lib/a")).isPresent();

        Given.sh(work, script);

        assertThat(known(files, "lib/a")).isEmpty();
    }

    /** The clock of a file system moves in steps; what is written in the same step has the same time. */
    @Test
    void aChangeInTheSameStepOfTheClockShows() throws IOException {
        Path file = work.resolve("lib/a");
        for (int round = 0; round < 200; round++) {
            Given.write(file, "one\n");
            FileTime time = Files.getLastModifiedTime(file);
            UnchangedFiles.Recording recording = new UnchangedFiles.Recording(work);
            UnchangedFiles files = recording.of(scan(), BLOBS);
            Given.write(file, "ONE\n");
            Files.setLastModifiedTime(file, time);

            assertThat(known(files, "lib/a")).isEmpty();
            assertThat(known(files, "b")).isPresent();
        }
    }

    @Test
    void aFileThatIsWrittenAfterTheBeginIsNotRemembered() throws IOException {
        UnchangedFiles.Recording recording = new UnchangedFiles.Recording(work);
        FileTime time = Files.getLastModifiedTime(work.resolve("b"));
        Given.write(work.resolve("b"), "TWO\n");
        Files.setLastModifiedTime(work.resolve("b"), time);

        UnchangedFiles files = recording.of(scan(), BLOBS);

        assertThat(known(files, "b")).isEmpty();
        assertThat(known(files, "lib/a")).isPresent();
    }

    @Test
    void anIncompleteRecordingKnowsNothing() throws IOException {
        Path recorded = root.resolve("unchanged");
        new UnchangedFiles.Recording(work).of(scan(), BLOBS).write(recorded);
        byte[] whole = Files.readAllBytes(recorded);
        for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
            Files.write(recorded, Arrays.copyOf(whole, length));
            assertThat(UnchangedFiles.read(recorded).size()).isZero();
        }
        Files.delete(recorded);
        assertThat(UnchangedFiles.read(recorded).size()).isZero();
    }

    @Test
    void whatHasTheNameOfTheProbeIsNotWrittenTo() throws IOException {
        Path precious = Files.writeString(root.resolve("precious"), "precious");
        Files.createSymbolicLink(root.resolve("clock"), precious);

        UnchangedFiles files = new UnchangedFiles.Recording(work).of(scan(), BLOBS);

        assertThat(known(files, "b")).isPresent();
        assertThat(precious).hasContent("precious");
    }
}
