package dev.pawl.cli.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.AuditCounts;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.InconsistencyKind;
import dev.pawl.api.v1.Repair;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final VerifyResponse WELL = VerifyResponse.newBuilder()
            .setCounts(AuditCounts.newBuilder()
                    .setTasks(3)
                    .setOpenTasks(1)
                    .setOutcomes(2)
                    .setSessions(5))
            .addHosts("h1")
            .setWorkers(1)
            .build();

    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    Path directory;

    VerifyTest() throws IOException {}

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void ifEverythingIsConsistentItSaysSoWithTheCounts() {
        gateway.audits.finds = WELL;
        Invocation doctor = doctor("--verify");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out())
                .contains("3 tasks (1 open, 2 outcomes), 5 sessions")
                .contains("h1: 1 workers")
                .endsWith("0 inconsistencies\n");
        assertThat(gateway.audits.asked).containsExactly(VerifyRequest.getDefaultInstance());
    }

    @Test
    void remainingInconsistenciesAreListedWithTheirFixAndSetTheExitCode() {
        gateway.audits.finds = WELL.toBuilder()
                .addInconsistencies(found(Repair.REPAIR_DONE))
                .addInconsistencies(found(Repair.REPAIR_SAFE))
                .addInconsistencies(found(Repair.REPAIR_BY_PERSON).toBuilder().setHostId("h1"))
                .setLeftOut(2)
                .build();
        Invocation doctor = doctor("--repair");
        assertThat(doctor.exitCode()).isEqualTo(6);
        assertThat(doctor.out())
                .contains("fixed  event_gap t1: 3 events")
                .contains("wrong  event_gap t1: 3 events")
                .contains("-> count on (pawl doctor --repair does it)")
                .contains("event_gap t1 on h1")
                .endsWith("5 inconsistencies: 1 repaired, 4 left, 2 not shown\n");
        assertThat(gateway.audits.asked).allMatch(VerifyRequest::getRepair);
    }

    @Test
    void anAuditWhoseFindingsWereAllRepairedSucceeds() {
        gateway.audits.finds =
                WELL.toBuilder().addInconsistencies(found(Repair.REPAIR_DONE)).build();
        Invocation doctor = doctor("--verify", "--repair");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out()).endsWith("1 inconsistency: 1 repaired, 0 left\n");
    }

    @Test
    void jsonHasOneDocument() {
        gateway.audits.finds =
                WELL.toBuilder().addInconsistencies(found(Repair.REPAIR_SAFE)).build();
        assertThat(doctor("--verify", "-o", "jsonl").out())
                .contains("\"open_tasks\":1", "\"hosts\":[\"h1\"]")
                .contains("{\"kind\":\"event_gap\",\"subject\":\"t1\",\"host_id\":null,\"detail\":\"3 events\","
                        + "\"fix\":\"count on\",\"repair\":\"safe\"}");
    }

    private static Inconsistency found(Repair repair) {
        return Inconsistency.newBuilder()
                .setKind(InconsistencyKind.INCONSISTENCY_KIND_EVENT_GAP)
                .setSubject("t1")
                .setDetail("3 events")
                .setFix("count on")
                .setRepair(repair)
                .build();
    }

    private Invocation doctor(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.of(gateway.environment(), directory, all);
    }
}
