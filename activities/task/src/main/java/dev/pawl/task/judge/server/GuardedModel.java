package dev.pawl.task.judge.server;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Limits the time of a model's calls, and stops calling a server that keeps failing: if half of the last ten calls
 * failed, and at least five were made, no call is made for {@link #PAUSE}. Limits and refusals do not count as
 * failures.
 */
public final class GuardedModel {
    /** How long no call is made after a server kept failing. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 200;

    private final ChatModel model;
    private final CircuitBreaker breaker;

    GuardedModel(String name, ChatModel model) {
        this(name, model, PAUSE);
    }

    GuardedModel(String name, ChatModel model, Duration pause) {
        this.model = model;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(GuardedModel::unavailable)
                        .build());
    }

    /**
     * @param time timeout of the call
     * @param cancelled polled during the call; ends it
     * @throws ModelServerException if there is no answer
     */
    public ChatResponse call(Prompt prompt, Duration time, BooleanSupplier cancelled) {
        try {
            return breaker.executeSupplier(() -> inTime(prompt, time, cancelled));
        } catch (CallNotPermittedException e) {
            throw new ModelServerException(
                    ServerFault.UNAVAILABLE,
                    "it kept failing, so it is not asked for %d s".formatted(PAUSE.toSeconds()),
                    PAUSE);
        }
    }

    private ChatResponse inTime(Prompt prompt, Duration time, BooleanSupplier cancelled) {
        FutureTask<ChatResponse> call = new FutureTask<>(() -> model.call(prompt));
        Thread.ofVirtual().name("judge-call").start(call);
        long end = System.nanoTime() + time.toNanos();
        try {
            while (true) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                try {
                    return call.get(Math.clamp(left, 1, LOOK_MILLIS), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    check(end, time, cancelled);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelServerException(ServerFault.CANCELLED, "the worker is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelServerException fault) {
                throw fault;
            }
            throw new IllegalStateException("the judge's call failed", e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private static void check(long end, Duration time, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new ModelServerException(ServerFault.CANCELLED, "the verdict is no longer wanted");
        }
        if (System.nanoTime() - end >= 0) {
            throw new ModelServerException(
                    ServerFault.UNAVAILABLE, "it did not answer within %d s".formatted(time.toSeconds()));
        }
    }

    private static boolean unavailable(Throwable failure) {
        return failure instanceof ModelServerException exception && exception.fault() == ServerFault.UNAVAILABLE;
    }
}
