package dev.pawl.local.engine;

import dev.pawl.workflows.task.TaskSearchAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an engine know what tasks are searched by; without that it refuses them. */
public final class SearchAttributes {
    private static final Logger log = LoggerFactory.getLogger(SearchAttributes.class);

    private SearchAttributes() {}

    /** Adds what is missing. Where the engine forbids it, says what its operator has to run. */
    public static void register(Engine engine) {
        OperatorServiceStubs stubs = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder(engine.connection()).validateAndBuildWithDefaults());
        try {
            Map<String, IndexedValueType> missing = missing(stubs, engine.namespace());
            if (!missing.isEmpty()) {
                stubs.blockingStub()
                        .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                                .setNamespace(engine.namespace())
                                .putAllSearchAttributes(missing)
                                .build());
            }
        } catch (StatusRuntimeException e) {
            log.warn(
                    "the engine refuses to register the search attributes {} ({}); its operator can, with"
                            + " 'temporal operator search-attribute create --name NAME --type TYPE'",
                    TaskSearchAttributes.ALL.stream()
                            .map(SearchAttributeKey::getName)
                            .toList(),
                    e.getStatus());
        } finally {
            // A channel that was given stays its giver's.
            if (engine.connection().getChannel() == null) {
                stubs.shutdownNow();
            }
        }
    }

    private static Map<String, IndexedValueType> missing(OperatorServiceStubs stubs, String namespace) {
        Map<String, IndexedValueType> known = stubs.blockingStub()
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap();
        Map<String, IndexedValueType> missing = new TreeMap<>();
        for (SearchAttributeKey<?> key : TaskSearchAttributes.ALL) {
            if (!known.containsKey(key.getName())) {
                missing.put(key.getName(), key.getValueType());
            }
        }
        return missing;
    }
}
