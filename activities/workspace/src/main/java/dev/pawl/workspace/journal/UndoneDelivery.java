package dev.pawl.workspace.journal;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workspace.lock.DirectoryLock;
import dev.pawl.workspace.notes.Count;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Undoes an interrupted delivery that will not be completed, because its task ended otherwise. */
public final class UndoneDelivery {
    private final HostDirectories host;
    private final DeliveryJournals journals;

    public UndoneDelivery(HostDirectories host) {
        this.host = host;
        this.journals = new DeliveryJournals(host);
    }

    /** One line on an unfinished delivery of the task; empty if there is none. */
    public Optional<String> unfinished(String taskId) {
        return journals.find(taskId)
                .map(journal -> "%s of %s, some of which may already be written"
                        .formatted(Count.files(journal.writes().size()), journal.target()));
    }

    /**
     * Undoes the changes of a delivery; what somebody changed since stays. Idempotent.
     *
     * @param check called before each write; throws if another attempt has taken over
     * @return one line for people; empty if there was nothing to undo. If the directory cannot be reached, the journal
     *     stays
     * @throws UncheckedIOException if a file cannot be restored; the journal stays
     * @throws IllegalStateException if another writer has the directory
     */
    public Optional<String> undo(String taskId, Runnable check) {
        Optional<DeliveryJournal> journal = journals.find(taskId);
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        Path target = Path.of(journal.get().target());
        try (DirectoryLock lock = DirectoryLock.take(host, target)
                .orElseThrow(() -> new IllegalStateException("another task is being delivered to " + target))) {
            if (!Files.isDirectory(target)) {
                return Optional.of(unreachable(taskId, target));
            }
            List<String> left = new JournaledWrites(journals, journal.get(), check).undo();
            journals.end(taskId);
            return Optional.of(note(left, "the delivery was interrupted"));
        } catch (IOException e) {
            throw new UncheckedIOException("%s is partly changed by task %s: %s".formatted(target, taskId, e), e);
        }
    }

    /** A directory whose parent is missing too may be on a volume that is not mounted. */
    private String unreachable(String taskId, Path target) {
        Path parent = target.getParent();
        if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS) && parent != null && Files.isDirectory(parent)) {
            journals.end(taskId);
            return target + " is gone";
        }
        return "%s cannot be reached, it may be partly changed by task %s; make it available, then run %s"
                .formatted(target, taskId, "pawl doctor --verify --repair");
    }

    public static String note(List<String> left, String why) {
        return left.isEmpty()
                ? why + "; the directory is as it was"
                : "%s; %s changed since then and left alone; the rest is restored"
                        .formatted(why, JournaledWrites.shown(left) + (left.size() == 1 ? " was" : " were"));
    }
}
