package dev.pawl.worker.queue;

import dev.pawl.workflows.task.search.NamespaceAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search attributes that the engine's namespace has. Registers missing ones if the engine allows it; tasks run
 * without them too.
 */
public final class NamespaceSearchAttributes {
    private static final Logger log = LoggerFactory.getLogger(NamespaceSearchAttributes.class);

    /** A person may register them while the worker runs. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final WorkflowServiceStubsOptions connection;
    private final String namespace;
    private NamespaceAttributes found;
    private boolean answered;
    private long looked;

    public NamespaceSearchAttributes(WorkflowServiceStubsOptions connection, String namespace) {
        this.connection = connection;
        this.namespace = namespace;
        this.found = NamespaceAttributes.of(namespace, Map.of());
    }

    /** Lists the attributes and adds missing ones. If the engine refuses, logs the command for its operator. */
    public synchronized void register() {
        Optional<String> before = advice();
        try (SearchAttributeOperator operator = new SearchAttributeOperator(connection, namespace)) {
            answered = true;
            found = added(operator, listed(operator));
        }
        looked = System.nanoTime();
        advice().filter(advice -> !before.equals(Optional.of(advice))).ifPresent(log::warn);
    }

    /** Names of the attributes that a task may set. */
    public synchronized List<String> usable() {
        boolean old = System.nanoTime() - looked > LOOK_AGAIN.toNanos();
        if (!found.complete() && (old || !answered)) {
            register();
        }
        return found.usable();
    }

    /** What is missing and the command that registers it; empty if nothing is missing, or the engine did not answer. */
    public synchronized Optional<String> advice() {
        return answered ? found.advice() : Optional.empty();
    }

    /** Empty if the engine does not list them: the in-process one cannot, another may refuse. */
    private Map<String, IndexedValueType> listed(SearchAttributeOperator operator) {
        try {
            return operator.list();
        } catch (StatusRuntimeException e) {
            note("list its search attributes", e);
            return Map.of();
        }
    }

    private NamespaceAttributes added(SearchAttributeOperator operator, Map<String, IndexedValueType> listed) {
        Map<String, IndexedValueType> there = new TreeMap<>(listed);
        for (SearchAttributeKey<?> key :
                NamespaceAttributes.of(namespace, listed).absent()) {
            try {
                operator.add(key);
                there.put(key.getName(), key.getValueType());
            } catch (StatusRuntimeException e) {
                note("register " + key.getName(), e);
            }
        }
        return NamespaceAttributes.of(namespace, there);
    }

    private void note(String what, StatusRuntimeException failure) {
        log.info("the engine does not {}: {}", what, failure.getStatus());
        switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED -> answered = false;
            default -> {}
        }
    }
}
