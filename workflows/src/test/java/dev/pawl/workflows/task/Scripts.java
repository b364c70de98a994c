package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.report;

import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Slow agents. */
final class Scripts {
    private Scripts() {}

    static Function<RunAgent, AgentReport> blocking(CountDownLatch running, CountDownLatch released) {
        return input -> {
            running.countDown();
            await(released);
            return report(Ending.FINISHED);
        };
    }

    static Function<RunAgent, AgentReport> untilCancelled(CountDownLatch running) {
        return input -> {
            running.countDown();
            while (true) {
                Activity.getExecutionContext().heartbeat(null);
                try {
                    new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** An agent whose worker ends before it confirms a cancel. */
    static Function<RunAgent, AgentReport> diesWhenCancelled(CountDownLatch running) {
        Function<RunAgent, AgentReport> session = untilCancelled(running);
        return input -> {
            try {
                return session.apply(input);
            } catch (ActivityCompletionException e) {
                // The engine does not retry a step whose cancel was requested; the test engine needs a non-retryable
                // failure.
                throw ApplicationFailure.newNonRetryableFailureWithCause(
                        "the worker is stopped", FailureTypes.WORKER_STOPPED, e);
            }
        };
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
