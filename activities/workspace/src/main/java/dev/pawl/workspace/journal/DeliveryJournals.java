package dev.pawl.workspace.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The journals of this host, one directory per delivering task. It has the contents before and after; a journal is
 * valid once its file has its final name. Everything is synced.
 */
public final class DeliveryJournals {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOURNAL = "journal.json";

    private final HostDirectories host;

    public DeliveryJournals(HostDirectories host) {
        this.host = host;
    }

    /** Writes a file's content. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public Optional<DeliveryJournal> find(String taskId) {
        Path file = host.delivery(taskId).resolve(JOURNAL);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), DeliveryJournal.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the delivery journal " + file, e);
        }
    }

    /** An empty directory for contents; removes what an attempt without a journal left. */
    public Path clear(String taskId) {
        Removal.remove(host.delivery(taskId));
        return host.create(host.delivery(taskId));
    }

    public void keep(String taskId, int write, boolean before, Content content) throws IOException {
        Path file = content(taskId, write, before);
        host.create(file.resolveSibling("."));
        write(file, content);
    }

    Path content(String taskId, int write, boolean before) {
        return host.delivery(taskId).resolve(before ? "before" : "after").resolve(Integer.toString(write));
    }

    /** From here on the delivery will be completed or undone, whatever happens. */
    public void begin(DeliveryJournal journal) throws IOException {
        Path directory = host.delivery(journal.taskId());
        for (String contents : new String[] {"before", "after"}) {
            sync(host.create(directory.resolve(contents)));
        }
        Path next = directory.resolve(JOURNAL + ".next");
        write(next, out -> out.write(JSON.writeValueAsBytes(journal)));
        Files.move(next, directory.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        sync(directory.resolveSibling("."));
    }

    /** The delivery is over: the directory is completely in its state after it, or before it. */
    public void end(String taskId) {
        Path directory = host.delivery(taskId);
        try {
            if (Files.deleteIfExists(directory.resolve(JOURNAL))) {
                sync(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Removal.remove(directory);
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
