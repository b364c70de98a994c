package dev.pawl.evidence.observed;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.git.SnapshotPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Observes in one of Pawl's directories which files of the base its checks read. First tries, with a command that runs
 * like a check, whether reads can be observed there. Not thread-safe.
 */
public final class ReadObserver {
    private static final Duration PROBE = Duration.ofSeconds(20);
    private static final String SO = ", so only the files that their commands name belong to them";

    private final TaskRequest request;
    private final FileTree base;
    private final Path directory;
    private final AccessTimes times;
    private final Map<String, String> own = new TreeMap<>();
    private boolean on;
    private String note = "";

    /** @param directory with the files of the base */
    public ReadObserver(TaskRequest request, FileTree base, Path directory) {
        this.request = request;
        this.base = base;
        this.directory = directory;
        this.times = new AccessTimes(directory, base.files());
    }

    /**
     * Sets access times, and thereby changes the ctime of the files.
     *
     * @param runs runs a command in the directory like a check, and returns whether it exited with 0
     */
    public void begin(Predicate<SetupSpec> runs) {
        boolean ours = request.workspace().mode() != WorkspaceMode.IN_PLACE;
        on = ours && shows(runs);
        if (on) {
            try {
                times.reset();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            note = ours
                    ? "reads of checks cannot be observed on this file system" + SO
                    : "reads of checks are not observed with 'mode: in-place', where other programs read too" + SO;
        }
    }

    private boolean shows(Predicate<SetupSpec> runs) {
        Optional<String> sample = sample();
        if (sample.isEmpty()) {
            return true;
        }
        AccessTimes one = new AccessTimes(directory, List.of(sample.get()));
        String file = SnapshotPath.resolve(directory, sample.get()).toString();
        String word = "'" + file.replace("'", "'\\''") + "'";
        try {
            one.reset();
            return runs.test(new SetupSpec("cat -- %s >/dev/null".formatted(word), PROBE))
                    && !one.moved().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> sample() {
        return base.files().stream()
                .filter(path -> !path.startsWith("\""))
                .filter(path -> Files.isRegularFile(SnapshotPath.resolve(directory, path)))
                .findFirst();
    }

    /** To be called after each check. */
    public void ended(String check, CheckFiles reached) {
        if (on) {
            try {
                new OwnReads(request, base, reached).of(check, times.moved()).forEach(own::putIfAbsent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Files that belong to the checks, by path, with the reason. */
    public Map<String, String> own() {
        return Map.copyOf(own);
    }

    /** Why reads were not observed; empty if they were. */
    public String note() {
        return note;
    }
}
