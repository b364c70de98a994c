package dev.pawl.cli.planwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.PackageState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Plans;
import dev.pawl.cli.report.Amounts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTableTest {
    private static final Instant NOW =
            Amounts.instant(Plans.running().getCreatedAt()).plusSeconds(90);

    @Test
    void eachPackageHasALineAndThePlanTheLast() {
        assertThat(LiveTable.lines(Plans.ejected().build(), 0, NOW, 120))
                .containsExactly(
                        "⠋ core  running       1m 29s  attempt 2",
                        "· docs  waiting            -             needs core",
                        "⠋ running · 0/2 integrated, 1 waiting, 1 running · 1m 30s");
    }

    @Test
    void ofManyPackagesThoseAtWorkAreShown() {
        Plan.Builder plan = Plans.running();
        for (int i = 0; i < 100; i++) {
            plan.addPackages(PlanPackage.newBuilder().setId("p" + i).setState(PackageState.PACKAGE_STATE_INTEGRATED));
        }

        List<String> lines = LiveTable.lines(plan.build(), 0, NOW, 120);

        assertThat(lines).hasSize(17);
        assertThat(lines.get(0)).contains("core  running");
        assertThat(lines.get(1)).contains("docs  waiting");
        assertThat(lines.getLast()).contains("100/102 integrated", "86 not shown");
    }

    @Test
    void noLineIsWiderThanTheTerminalOrControlsIt() {
        Plan.Builder plan = Plans.running();
        plan.getPackagesBuilder(0).setReason("\u001B[2J\n" + "x".repeat(200));

        assertThat(LiveTable.lines(plan.build(), 0, NOW, 60))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(60).doesNotContain("\u001B", "\n"));
    }

    @Test
    void withoutATerminalOnlyNewsIsPrinted() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PlanDisplay display = new PlanDisplay(Invocation.terminal(new ByteArrayOutputStream(), err, false))) {
            display.start();
            display.plan(Plans.running().build());
            display.say("news");
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("news\n");
    }
}
