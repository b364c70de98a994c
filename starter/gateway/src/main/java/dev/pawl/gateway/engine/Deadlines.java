package dev.pawl.gateway.engine;

import dev.pawl.gateway.failure.Failures;
import dev.pawl.workflows.model.FailureTypes;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Time limits for calls to the engine.
 *
 * @param address of the engine, for messages
 * @param call for calls that only the engine answers
 * @param action for calls that a worker answers
 * @param probe for availability checks
 */
public record Deadlines(String address, Duration call, Duration action, Duration probe) {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("engine-deadlines").daemon().unstarted(task));

    /** @throws StatusRuntimeException UNAVAILABLE if the engine does not answer in time */
    <T> Optional<T> within(Duration limit, Supplier<Optional<T>> call) {
        Context.CancellableContext context =
                Context.current().withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS, TIMER);
        Context before = context.attach();
        try {
            return call.get();
        } catch (WorkflowUpdateTimeoutOrCancelledException unconfirmed) {
            throw unconfirmed;
        } catch (StatusRuntimeException | WorkflowServiceException failure) {
            throw explained(failure);
        } finally {
            context.detachAndCancel(before, null);
        }
    }

    /** The rest of the caller's own deadline, less time for the response; at most the limit. */
    Duration left(Duration limit) {
        return left(limit, ANSWER);
    }

    /** The rest of the caller's own deadline, less time for the response; at most the limit, at least zero. */
    public static Duration left(Duration limit, Duration response) {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            return limit;
        }
        Duration left =
                Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)).minus(response);
        return left.compareTo(limit) > 0 ? limit : left.isNegative() ? Duration.ZERO : left;
    }

    /** Formats a duration for people: {@code 30s}, {@code 1m30s}. */
    static String written(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    RuntimeException explained(RuntimeException failure) {
        if (failure.getCause() instanceof ApplicationFailure value
                && value.getType().equals(FailureTypes.PAYLOAD_TOO_LARGE)) {
            return Status.INVALID_ARGUMENT
                    .withDescription("the request is too large: " + value.getOriginalMessage())
                    .asRuntimeException();
        }
        StatusRuntimeException status = statusOf(failure);
        if (status == null) {
            return failure;
        }
        return switch (status.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> silent();
            default -> failure;
        };
    }

    private StatusRuntimeException silent() {
        return Failures.unavailable("the engine at %s does not answer; try again".formatted(address));
    }

    private static @Nullable StatusRuntimeException statusOf(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof StatusRuntimeException)) {
            cause = cause.getCause();
        }
        return (StatusRuntimeException) cause;
    }
}
