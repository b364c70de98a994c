package dev.pawl.gateway.access;

import dev.pawl.gateway.failure.Failures;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Limits each caller but the owner, so that one of them leaves room for the others: calls a second, and calls at once, a
 * watch being one for as long as it lasts. Counts in memory, so each gateway has limits of its own.
 */
public final class CallerLimits implements ServerInterceptor {
    private final int perSecond;
    private final int atOnce;
    private final LongSupplier nanos;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

    /**
     * @param perSecond on average; twice as many may arrive together
     * @param atOnce calls that have not ended
     */
    public CallerLimits(int perSecond, int atOnce) {
        this(perSecond, atOnce, System::nanoTime);
    }

    CallerLimits(int perSecond, int atOnce, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanos = nanos;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Caller caller = Caller.current();
        if (caller.equals(Caller.OWNER)) {
            return next.startCall(call, headers);
        }
        Allowance allowance = allowances.computeIfAbsent(caller.name(), name -> new Allowance());
        allowance.take().ifPresent(wait -> {
            throw Failures.exhausted(
                    "the token '%s' makes too many calls; try again in %d ms".formatted(caller.name(), wait.toMillis()),
                    wait);
        });
        return new EndedCall(status -> allowance.giveBack()).start(call, headers, next);
    }

    /** What one caller may still do: a bucket of calls that fills with time. */
    private final class Allowance {
        private double calls = 2.0 * perSecond;
        private long filled = nanos.getAsLong();
        private int open;

        /** @return how long to wait; empty if the call may begin */
        synchronized Optional<Duration> take() {
            long now = nanos.getAsLong();
            calls = Math.min(2.0 * perSecond, calls + perSecond * (now - filled) / 1e9);
            filled = now;
            if (open >= atOnce) {
                return Optional.of(Duration.ofSeconds(1));
            }
            if (calls < 1) {
                return Optional.of(Duration.ofMillis((long) Math.ceil((1 - calls) * 1_000 / perSecond)));
            }
            calls--;
            open++;
            return Optional.empty();
        }

        synchronized void giveBack() {
            open--;
        }
    }
}
