package dev.pawl.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the in-process engine, which adds search attributes but cannot list them, and on an unavailable one. */
class NamespaceSearchAttributesTest {
    private static final List<String> ALL =
            TaskSearchAttributes.ALL.stream().map(SearchAttributeKey::getName).toList();

    @Test
    void anEngineThatCannotListItsSearchAttributesGetsAllOfThemAndHasThemAtTheNextStart() {
        try (TestServer.InProcessTestServer engine = TestServer.createServer(true)) {
            WorkflowServiceStubsOptions connection = WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(engine.getChannel())
                    .build();
            for (int start = 1; start <= 2; start++) {
                NamespaceSearchAttributes attributes = new NamespaceSearchAttributes(connection, "default");
                attributes.register();

                assertThat(attributes.usable()).as("start %d", start).containsExactlyElementsOf(ALL);
                assertThat(attributes.advice()).isEmpty();
            }
        }
    }

    @Test
    void anEngineThatRefusesToRegisterThemIsReportedWithTheCommandForItsOperator() throws Exception {
        Server engine = InProcessServerBuilder.forName("without-an-operator-service")
                .directExecutor()
                .build()
                .start();
        try {
            NamespaceSearchAttributes attributes = new NamespaceSearchAttributes(
                    WorkflowServiceStubsOptions.newBuilder()
                            .setChannel(InProcessChannelBuilder.forName("without-an-operator-service")
                                    .build())
                            .build(),
                    "team");
            attributes.register();

            assertThat(attributes.usable()).isEmpty();
            assertThat(attributes.advice().orElseThrow())
                    .contains(
                            "temporal operator search-attribute create --namespace team --name PawlStatus --type Keyword");
        } finally {
            engine.shutdownNow();
        }
    }

    @Test
    void anEngineThatDoesNotAnswerIsNotReportedAsLackingThem() {
        NamespaceSearchAttributes attributes = new NamespaceSearchAttributes(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget("127.0.0.1:1")
                        .build(),
                "team");
        attributes.register();

        assertThat(attributes.usable()).isEmpty();
        assertThat(attributes.advice()).isEmpty();
    }
}
