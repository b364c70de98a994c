package dev.pawl.task.reap;

import io.grpc.Status;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Gives answers that the in-process engine does not: which workflows run, and "not found" for one that does. */
final class ListedWorkflows extends WorkflowClientInterceptorBase {
    private final DataConverter converter;
    private volatile List<String> running = List.of();
    private volatile boolean lists;
    private volatile Duration delay = Duration.ZERO;
    private final AtomicInteger denials = new AtomicInteger();

    ListedWorkflows(DataConverter converter) {
        this.converter = converter;
    }

    /** From now on, the engine lists these as running for a long time. */
    void are(String... ids) {
        running = List.of(ids);
        lists = true;
    }

    /** The next descriptions fail as those of an overloaded engine may, each after a delay. */
    void deny(int times, Duration delay) {
        this.delay = delay;
        denials.set(times);
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
        return new WorkflowClientCallsInterceptorBase(next) {
            @Override
            public ListWorkflowExecutionsOutput listWorkflowExecutions(ListWorkflowExecutionsInput input) {
                return lists ? new ListWorkflowExecutionsOutput(all()) : super.listWorkflowExecutions(input);
            }

            @Override
            public DescribeWorkflowOutput describe(DescribeWorkflowInput input) {
                if (denials.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    LockSupport.parkNanos(delay.toNanos());
                    throw Status.NOT_FOUND.asRuntimeException();
                }
                return super.describe(input);
            }
        };
    }

    private Stream<WorkflowExecutionMetadata> all() {
        return running.stream()
                .map(id -> new WorkflowExecutionMetadata(
                        WorkflowExecutionInfo.newBuilder()
                                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                                .build(),
                        converter));
    }
}
