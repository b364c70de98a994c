package dev.pawl.cli.connection;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tolerates an unavailable gateway for about as long as a restart of the local stack takes. */
public final class Outage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long AGAIN_MILLIS = 500;

    private final Consumer<String> notice;
    private @Nullable Long since;
    private boolean connected;

    /** @param notice receives a message once per outage */
    public Outage(Consumer<String> notice) {
        this.notice = notice;
    }

    /** The gateway answers. */
    public void over() {
        connected = true;
        since = null;
    }

    /**
     * Waits briefly for the gateway to come back, if it was available before.
     *
     * @throws RuntimeException the failure itself, if it is not a lost gateway or lasts too long
     */
    public void outlast(RuntimeException failure) throws InterruptedException {
        if (!connected || !lost(failure)) {
            throw failure;
        }
        long now = System.nanoTime();
        if (since == null) {
            since = now;
            notice.accept("lost the gateway; watching resumes when it is back (pawl up starts a local one)");
        } else if (now - since > PATIENCE.toNanos()) {
            throw failure;
        }
        Thread.sleep(AGAIN_MILLIS);
    }

    private static boolean lost(RuntimeException failure) {
        return switch (failure) {
            case StatusRuntimeException status -> status.getStatus().getCode() == Status.Code.UNAVAILABLE;
            case CommandFailure command -> command.exitCode() == ExitCode.CONFIGURATION;
            default -> false;
        };
    }
}
