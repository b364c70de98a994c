package dev.pawl.local.postgres;

import dev.pawl.local.home.Ports;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A database that starts while the application does: {@link #url()} waits until it answers. */
public final class PendingDatabase {
    private final CompletableFuture<Void> started;
    private final String url;
    private final String password;

    private PendingDatabase(CompletableFuture<Void> started, String url, String password) {
        this.started = started;
        this.url = url;
        this.password = password;
    }

    /** Starts it on a separate thread. */
    public static PendingDatabase start(LocalPostgres database, Ports ports) throws IOException {
        String password = database.password();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread.ofPlatform().name("database-start").daemon().start(() -> {
            try {
                database.start(ports);
                started.complete(null);
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        return new PendingDatabase(started, "jdbc:postgresql://127.0.0.1:" + ports.database() + "/pawl", password);
    }

    /** Password of the role {@code pawl}. */
    public String password() {
        return password;
    }

    /** @throws CompletionException with the reason why it does not start */
    public String url() {
        started.join();
        return url;
    }

    /** Returns when it has started or failed to; {@link #url()} throws the failure. */
    public void settled() {
        started.handle((ok, failure) -> true).join();
    }
}
