package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Plans;
import dev.pawl.acceptance.stack.SevenPackages;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Death of the whole local process in the middle of a plan. */
class PlanCrashIT {
    private final LocalStack stack = LocalStack.started();
    private final Plans plans = new Plans(stack);
    private final Tasks tasks = new Tasks(stack);

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void afterTwoKillsThePlanEndsAsItWouldHaveWithEveryPackageOnce(@TempDir Path directory) throws Exception {
        SevenPackages.copy(directory);
        CommandLine.Result submit = new CommandLine(stack).run(directory, "plan", "submit", "plan.yaml");
        assertThat(submit.exitCode()).as(submit.output()).isZero();
        String id = plans.newest().getId();

        plans.await(id, plan -> in(plan, PackageState.PACKAGE_STATE_RUNNING) >= 2);
        restart();
        plans.await(id, plan -> in(plan, PackageState.PACKAGE_STATE_INTEGRATED) >= 1);
        restart();
        Plan plan = plans.finished(id);

        assertThat(plan.getStatus()).as(plan.getReason()).isEqualTo(PlanStatus.PLAN_STATUS_ACCEPTED);
        SevenPackages.assertComplete(plan);
        for (String task : Plans.taskIds(plan)) {
            assertThat(tasks.get(task).getSessionsList())
                    .extracting(Session::getStatus)
                    .doesNotContain(SessionStatus.SESSION_STATUS_OPEN);
            Awaitility.await(task + " leaves no process")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !Tasks.processesOf(task));
        }
    }

    private void restart() {
        stack.kill();
        stack.start();
    }

    private static long in(Plan plan, PackageState state) {
        return plan.getPackagesList().stream()
                .filter(each -> each.getState() == state)
                .count();
    }
}
