package dev.pawl.cli.fake;

import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanQuestion;
import dev.pawl.api.v1.PlanStatus;

/** A plan of two packages in several states. */
public final class Plans {
    public static final String ID = "shop-7f21c0aa";

    private Plans() {}

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(1_900_000_000 + seconds).build();
    }

    /** Runs its first package; the second one needs it. */
    public static Plan.Builder running() {
        return Plan.newBuilder()
                .setId(ID)
                .setTitle("Shop")
                .setStatus(PlanStatus.PLAN_STATUS_RUNNING)
                .setSlots(2)
                .setCreatedAt(at(0))
                .putPackagesByState("running", 1)
                .putPackagesByState("waiting", 1)
                .addPackages(PlanPackage.newBuilder()
                        .setId("core")
                        .setTitle("The core")
                        .setState(PackageState.PACKAGE_STATE_RUNNING)
                        .setAgent("codex")
                        .setReadyAt(at(0))
                        .setStartedAt(at(1))
                        .addAttempts(attempt(1, 1)))
                .addPackages(PlanPackage.newBuilder()
                        .setId("docs")
                        .setTitle("Documentation")
                        .setState(PackageState.PACKAGE_STATE_WAITING)
                        .addNeeds("core"));
    }

    private static PackageAttempt.Builder attempt(int number, long start) {
        return PackageAttempt.newBuilder()
                .setNumber(number)
                .setTaskId("core-" + number)
                .setAgent("codex")
                .setStartedAt(at(start));
    }

    /** The first result was ejected, the second attempt runs. */
    public static Plan.Builder ejected() {
        Plan.Builder plan = running();
        plan.getPackagesBuilder(0)
                .clearAttempts()
                .addAttempts(attempt(1, 1)
                        .setEndedAt(at(60))
                        .setOutcome(Outcome.OUTCOME_ACCEPTED)
                        .setEjection(Ejection.newBuilder()
                                .setKind(EjectionKind.EJECTION_KIND_RED_CHECK)
                                .setDetail("tests is red")
                                .setAt(at(70))))
                .addAttempts(attempt(2, 71));
        return plan;
    }

    /** Everything is integrated. */
    public static Plan.Builder accepted() {
        Plan.Builder plan = ejected()
                .setStatus(PlanStatus.PLAN_STATUS_ACCEPTED)
                .setFinishedAt(at(300))
                .setIntegrationDirectory("/home/ada/plans/shop/integration")
                .clearPackagesByState()
                .putPackagesByState("integrated", 2);
        integrate(plan.getPackagesBuilder(0), "0123456789abcdef", 200);
        integrate(plan.getPackagesBuilder(1).setStartedAt(at(201)), "fedcba9876543210", 300);
        return plan;
    }

    private static void integrate(PlanPackage.Builder each, String commit, long time) {
        each.setState(PackageState.PACKAGE_STATE_INTEGRATED)
                .setIntegrationCommit(commit)
                .setIntegratedAt(at(time))
                .setFinishedAt(at(time));
    }

    /** The first package failed, and a person is asked. */
    public static Plan.Builder waiting() {
        Plan.Builder plan = running()
                .setStatus(PlanStatus.PLAN_STATUS_WAITING)
                .setQuestion(PlanQuestion.newBuilder()
                        .setId("q-1")
                        .setPackageId("core")
                        .setQuestion("package 'core' failed; how to go on?"));
        plan.getPackagesBuilder(0).setState(PackageState.PACKAGE_STATE_FAILED).setReason("3 attempts are used up");
        plan.getPackagesBuilder(1).setState(PackageState.PACKAGE_STATE_BLOCKED).setReason("needs core, which failed");
        return plan;
    }
}
