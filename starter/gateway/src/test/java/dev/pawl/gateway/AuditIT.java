package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.workflows.activity.ReapActivities;
import dev.pawl.workflows.activity.ReapCounts;
import dev.pawl.workflows.activity.RowsReaped;
import dev.pawl.workflows.model.InconsistencyKind;
import dev.pawl.workflows.model.Repair;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditIT {
    @TempDir
    private Path directory;

    private GatewayUnderTest gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayUnderTest(directory);
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
    }

    @Test
    void what_workers_find_is_told_in_the_words_of_the_protocol() throws IOException {
        List<dev.pawl.workflows.model.Inconsistency> all = Arrays.stream(InconsistencyKind.values())
                .map(kind -> new dev.pawl.workflows.model.Inconsistency(
                        kind, "t1", null, "is wrong", "do it", Repair.BY_PERSON))
                .toList();
        gateway.work(ReapWorkflowImpl.class, (ReapActivities) input ->
                new RowsReaped(new ReapCounts(1, 2, 3, 4, 5, 6, 7, 8, input.repair() ? 1 : 0), List.of(), all, 2));
        try (PawlClient client = gateway.client()) {
            VerifyResponse audit = client.audit()
                    .verify(VerifyRequest.newBuilder().setRepair(true).build());

            assertThat(audit.getCounts().getEvents()).isEqualTo(8);
            assertThat(audit.getCounts().getLocks()).as("asked to repair").isEqualTo(1);
            assertThat(audit.getLeftOut()).isEqualTo(2);
            assertThat(audit.getInconsistenciesList())
                    .extracting(Inconsistency::getKind)
                    .extracting(Words::of)
                    .containsExactly(Arrays.stream(InconsistencyKind.values())
                            .map(InconsistencyKind::wire)
                            .toArray(String[]::new));
            assertThat(audit.getInconsistenciesList())
                    .allSatisfy(found -> assertThat(Words.of(found.getRepair())).isEqualTo("by_person"));
        }
    }
}
