package dev.pawl.agent.signin;

import dev.pawl.host.file.UntrustedTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign-ins that one run is lent. Renewed ones are copied back while it runs, for other runs and in case this worker
 * dies, and once more at its end; then the copies are removed.
 */
public final class SignInLoans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignInLoans.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Path run;
    private final Path records;
    private final List<LentSignIn> loans = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread watch;

    /**
     * @param run the directory of the run, in which agents write
     * @param records a directory of this user for locks and records, shared by all workers of this host
     */
    public SignInLoans(Path run, Path records) {
        this.run = run;
        this.records = records;
    }

    /**
     * Lends a file of the user. Does nothing if the user has none.
     *
     * @param copy below the directory of the run
     */
    public void lend(Path users, Path copy, SignInFormat format) throws IOException {
        LentSignIn loan = LentSignIn.of(users, run.relativize(copy), format, records);
        if (loan == null) {
            return;
        }
        Files.createDirectories(copy.resolveSibling("."));
        Files.deleteIfExists(copy);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                copy,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
            out.write(loan.content());
        }
        loans.add(loan);
        if (watch == null) {
            watch = Thread.ofVirtual().name("pawl-sign-ins").start(this::watch);
        }
    }

    private void watch() {
        try {
            while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                handBack();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** Failures are ignored, so that the run's result is not lost: the user's own sign-in still exists. */
    private void handBack() throws InterruptedException {
        for (LentSignIn loan : loans) {
            try (UntrustedTree tree = UntrustedTree.open(run)) {
                loan.handBack(tree);
            } catch (IOException e) {
                LOG.warn("a sign-in was not handed back: {}", e.toString());
            }
        }
    }

    /** Whether a newer sign-in exists than this run was lent; call it when the run has ended. */
    public boolean outdated() {
        for (LentSignIn loan : loans) {
            try {
                if (loan.outdated()) {
                    return true;
                }
            } catch (IOException e) {
                LOG.warn("a sign-in cannot be read: {}", e.toString());
            }
        }
        return false;
    }

    /** Copies back and removes the copies, whatever a run made of them. */
    @Override
    public void close() {
        ended.countDown();
        Thread watching = watch;
        if (watching == null) {
            return;
        }
        // Clears an interrupt for now: with its flag set, no file could be read.
        boolean interrupted = Thread.interrupted();
        for (boolean done = false; !done; ) {
            try {
                watching.join();
                handBack();
                done = !Thread.interrupted();
            } catch (InterruptedException e) {
                // Again, so that renewed tokens are not lost.
            }
            interrupted |= !done;
        }
        loans.forEach(this::remove);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A run can make it fail by removing its own directory, which is deleted anyway. */
    private void remove(LentSignIn loan) {
        try (UntrustedTree tree = UntrustedTree.open(run)) {
            tree.remove(loan.copy());
        } catch (IOException e) {
            LOG.warn("the copy of a sign-in was not removed: {}", e.toString());
        }
    }
}
