package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetPlanRequest;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PausePlanRequest;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.api.v1.SubmitPlanResponse;
import dev.pawl.api.v1.WorkspaceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Submission of plans, before any worker takes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitPlanIT {
    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory, "--pawl.gateway.registration=50ms");
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    private static PackageSpec.Builder pack(String id, String owns, String... needs) {
        return PackageSpec.newBuilder()
                .setId(id)
                .setTask(TaskSpecs.valid()
                        .clearWorkspace()
                        .clearDeliver()
                        .clearOwns()
                        .addOwns(owns))
                .addAllNeeds(List.of(needs));
    }

    private static PlanSpec.Builder plan(PackageSpec.Builder... packages) {
        PlanSpec.Builder plan = PlanSpec.newBuilder()
                .setTitle("Shop")
                .setWorkspace(WorkspaceSpec.newBuilder().setSource("/repositories/shop"));
        for (PackageSpec.Builder each : packages) {
            plan.addPackages(each);
        }
        return plan;
    }

    private SubmitPlanResponse submit(PlanSpec.Builder plan) {
        return client.plans()
                .submitPlan(SubmitPlanRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setPlan(plan)
                        .build());
    }

    @Test
    void theSameRequestIdIsTheSamePlanAlsoBeforeAWorkerTookIt() {
        SubmitPlanRequest request = SubmitPlanRequest.newBuilder()
                .setRequestId("only-once")
                .setPlan(plan(pack("a", "a/**")))
                .build();

        SubmitPlanResponse first = client.plans().submitPlan(request);

        assertThat(first.getRegistered()).isFalse();
        assertThat(client.plans().submitPlan(request).getPlanId())
                .isEqualTo(first.getPlanId())
                .startsWith("p-");
        Plan plan = client.plans()
                .getPlan(
                        GetPlanRequest.newBuilder().setPlanId(first.getPlanId()).build())
                .getPlan();
        assertThat(plan.getStatus()).isEqualTo(PlanStatus.PLAN_STATUS_SUBMITTED);
        assertThat(plan.getTitle()).isEqualTo("Shop");
    }

    @Test
    void allErrorsOfAPlanAreReportedAtOnceWithTheirPaths() {
        PlanSpec.Builder bad = plan(
                        pack("a", "../outside").setPriority(77),
                        pack("b", "b/**")
                                .setTask(TaskSpecs.valid().setPrompt(" ").clearDeliver()))
                .setTitle(" ");

        assertThatThrownBy(() -> submit(bad))
                .hasMessageContaining("plan.title")
                .hasMessageContaining("plan.packages[0].task.owns[0]")
                .hasMessageContaining("invalid field(s)");
    }

    @Test
    void aCycleAnUnknownNeedAndOverlappingOwnersAreRefused() {
        assertThatThrownBy(() -> submit(plan(pack("a", "a/**", "b"), pack("b", "b/**", "a"))))
                .hasMessageContaining("these packages need each other");
        assertThatThrownBy(() -> submit(plan(pack("a", "a/**", "nobody")))).hasMessageContaining("nobody");
        assertThatThrownBy(() -> submit(plan(pack("a", "src/**"), pack("b", "src/x.txt"))))
                .hasMessageContaining("packages 'a' and 'b' both own");
        assertThat(submit(plan(pack("a", "src/**"), pack("b", "src/x.txt", "a")))
                        .getPlanId())
                .isNotEmpty();
    }

    @Test
    void anUnknownPlanIsNotFoundAndTakesNoAction() {
        assertThatThrownBy(() -> client.plans()
                        .getPlan(GetPlanRequest.newBuilder()
                                .setPlanId("p-nowhere")
                                .build()))
                .hasMessageContaining("no plan 'p-nowhere'");
        assertThatThrownBy(() -> client.plans()
                        .pausePlan(PausePlanRequest.newBuilder()
                                .setPlanId("p-nowhere")
                                .build()))
                .hasMessageContaining("no plan 'p-nowhere'");
        assertThat(client.plans()
                        .listPlans(ListPlansRequest.getDefaultInstance())
                        .getPlansList())
                .isEmpty();
    }
}
