package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.util.Timestamps;
import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Plans;
import dev.pawl.acceptance.stack.SevenPackages;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.EjectionKind;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 11 on the real parts, with the example that users see. */
@OnSharedStack
class PlanIT {
    private final LocalStack stack;
    private final CommandLine commands;

    @TempDir
    Path directory;

    PlanIT(LocalStack stack) {
        this.stack = stack;
        this.commands = new CommandLine(stack);
    }

    @Test
    void theExampleIsAcceptedAlthoughOneAgentTrespassesAndOneBreaksTheOthers() throws Exception {
        SevenPackages example = SevenPackages.copy(directory);

        CommandLine.Result run = commands.run(directory, "plan", "run", "plan.yaml", "--no-interactive");

        assertThat(run.exitCode()).as(run.output()).isZero();
        Plan plan = new Plans(stack).newest();
        assertThat(plan.getStatus()).isEqualTo(PlanStatus.PLAN_STATUS_ACCEPTED);
        assertThat(plan.getPackagesList())
                .allSatisfy(each -> assertThat(each.getState()).isEqualTo(PackageState.PACKAGE_STATE_INTEGRATED));
        SevenPackages.assertComplete(plan);
        example.assertUntouched();

        PlanPackage events = Plans.packageOf(plan, "events");
        assertThat(events.getAttemptsList())
                .extracting(attempt -> attempt.getEjection().getKind())
                .containsExactly(EjectionKind.EJECTION_KIND_RED_CHECK, EjectionKind.EJECTION_KIND_UNSPECIFIED);
        assertThat(events.getAttempts(0).getEjection().getDetail()).contains("whole suite");

        PlanPackage consumer = Plans.packageOf(plan, "consumer");
        assertThat(consumer.getAttemptsList()).hasSize(1);
        Task task = new Tasks(stack).get(consumer.getAttempts(0).getTaskId());
        assertThat(task.getIterations(0).getFindingsList()).anySatisfy(finding -> {
            assertThat(finding.getKind()).isEqualTo("outside_ownership");
            assertThat(finding.getPath()).isEqualTo("relay/session.py");
        });
        assertThat(task.getIterationsList()).hasSize(2);

        startsAfter(plan, "cli", "events");
        startsAfter(plan, "cli", "identity");
        reports(plan, run.output());
    }

    /** What a package needs is integrated before it starts, and not only accepted. */
    private static void startsAfter(Plan plan, String id, String need) {
        PackageAttempt first = Plans.packageOf(plan, id).getAttempts(0);
        assertThat(Timestamps.toNanos(first.getStartedAt()))
                .isGreaterThanOrEqualTo(
                        Timestamps.toNanos(Plans.packageOf(plan, need).getIntegratedAt()));
    }

    /** Measured figures, on the terminal, as JSON and as a page. */
    private void reports(Plan plan, String output) throws IOException, InterruptedException {
        Path json = directory.resolve("figures.json");
        CommandLine.Result report =
                commands.run(directory, "plan", "report", plan.getId(), "-o", "json", "-O", json.toString());
        assertThat(report.exitCode()).as(report.output()).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        System.out.printf(
                "seven packages: makespan %d ms, work %d ms, critical path %d ms, lower bound %d ms: speed-up %.2f, efficiency %.2f%n",
                figures.get("makespan_ms").asLong(),
                figures.get("work_ms").asLong(),
                figures.get("critical_path_ms").asLong(),
                figures.get("lower_bound_ms").asLong(),
                figures.get("speed_up").asDouble(),
                figures.get("efficiency").asDouble());
        assertThat(figures.get("speed_up").asDouble()).isGreaterThan(1);
        assertThat(figures.get("efficiency").asDouble()).isBetween(0.0, 1.0);
        assertThat(figures.at("/critical_path/1").asText()).isEqualTo("cli");
        assertThat(figures.at("/ejections/red_check").asInt()).isEqualTo(1);
        assertThat(figures.at("/ownership_refusals/0/package").asText()).isEqualTo("consumer");

        Path page = output.lines()
                .filter(line -> line.startsWith("report: "))
                .map(line -> Path.of(line.substring("report: ".length())))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Fifteen findings");
        assertThat(output).contains("faster than one by one");
    }

    @Test
    void aPlanWhosePackagesOverlapIsRefusedNamingBothAndThePath() throws Exception {
        SevenPackages example = SevenPackages.copy(directory);
        String overlapping = Files.readString(example.planFile()).replace("[relay/health.py]", "[relay/*.py]");
        Files.writeString(example.planFile(), overlapping);
        int before = new Plans(stack).count();

        CommandLine.Result submit = commands.run(directory, "plan", "submit", "plan.yaml");

        assertThat(submit.exitCode()).isEqualTo(2);
        assertThat(submit.output()).contains("health", "config", "relay/config.py");
        assertThat(new Plans(stack).count()).isEqualTo(before);
    }
}
