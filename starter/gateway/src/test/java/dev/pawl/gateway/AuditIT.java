package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CollectRequest;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.activity.reap.RowsReaped;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import dev.pawl.workflows.reap.ReapWorkflowImpl;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
    void aRemovalThatTakesLongerThanItsCallerHasContinues() throws IOException {
        try (PawlClient client = gateway.client()) {
            StatusRuntimeException late = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> client.audit()
                            .withDeadlineAfter(Duration.ofSeconds(6))
                            .collect(CollectRequest.getDefaultInstance()));

            assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(late.getStatus().getDescription()).startsWith("still running as pawl-gc-");
        }
    }

    @Test
    void aFailureIsReportedWithItsReason() throws IOException {
        gateway.work(ReapWorkflowImpl.class, (ReapActivities) input -> {
            throw ApplicationFailure.newNonRetryableFailure("the rows are unreadable", "Broken");
        });
        try (PawlClient client = gateway.client()) {
            StatusRuntimeException failed = catchThrowableOfType(
                    StatusRuntimeException.class, () -> client.audit().verify(VerifyRequest.getDefaultInstance()));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
            assertThat(failed.getStatus().getDescription()).endsWith(" failed: the rows are unreadable");
        }
    }

    @Test
    void findingsOfWorkersAreReportedInTermsOfTheProtocol() throws IOException {
        List<dev.pawl.workflows.model.upkeep.Inconsistency> all = Arrays.stream(InconsistencyKind.values())
                .map(kind -> new dev.pawl.workflows.model.upkeep.Inconsistency(
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
