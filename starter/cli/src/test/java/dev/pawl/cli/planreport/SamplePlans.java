package dev.pawl.cli.planreport;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.Usage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Plans whose times are seconds after their creation. */
final class SamplePlans {
    static final Instant CREATED = Instant.parse("2026-11-30T10:00:00Z");

    private SamplePlans() {}

    static Timestamp at(long second) {
        return Timestamp.newBuilder()
                .setSeconds(CREATED.getEpochSecond() + second)
                .build();
    }

    static Plan plan(int slots, long end, PlanPackage.Builder... packages) {
        return Plan.newBuilder()
                .setId("plan-1")
                .setTitle("A plan")
                .setStatus(PlanStatus.PLAN_STATUS_ACCEPTED)
                .setSlots(slots)
                .setCreatedAt(at(0))
                .setFinishedAt(at(end))
                .addAllPackages(
                        Stream.of(packages).map(PlanPackage.Builder::build).toList())
                .build();
    }

    /** Ready from the start, and without attempts. */
    static PlanPackage.Builder waiting(String id, String... needs) {
        PlanPackage.Builder builder = PlanPackage.newBuilder()
                .setId(id)
                .setTitle("Package " + id)
                .setState(PackageState.PACKAGE_STATE_WAITING)
                .addAllNeeds(List.of(needs));
        return needs.length == 0 ? builder.setReadyAt(at(0)) : builder;
    }

    /** One accepted attempt, integrated a while after its end. */
    static PlanPackage.Builder integrated(String id, long start, long end, long integrated, String... needs) {
        return waiting(id, needs)
                .setState(PackageState.PACKAGE_STATE_INTEGRATED)
                .setReadyAt(at(needs.length == 0 ? 0 : start))
                .addAttempts(attempt(1, start, end))
                .setIntegratedAt(at(integrated))
                .setFinishedAt(at(integrated));
    }

    static PackageAttempt.Builder attempt(int number, long start, long end) {
        return PackageAttempt.newBuilder()
                .setNumber(number)
                .setTaskId("task-" + number)
                .setAgent("command")
                .setOutcome(Outcome.OUTCOME_ACCEPTED)
                .setUsage(Usage.newBuilder().setInputTokens(100).setCostUsd("0.25"))
                .setStartedAt(at(start))
                .setEndedAt(at(end));
    }

    static PackageAttempt.Builder ejected(int number, long start, long end, long ejected, EjectionKind kind) {
        return attempt(number, start, end)
                .setEjection(Ejection.newBuilder()
                        .setKind(kind)
                        .setDetail("detail")
                        .addPaths("other/file.py")
                        .setAt(at(ejected)));
    }
}
