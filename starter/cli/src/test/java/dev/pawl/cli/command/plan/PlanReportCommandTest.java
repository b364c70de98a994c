package dev.pawl.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.FakePlans;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReportCommandTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.plans.plans.put(Plans.ID, Plans.accepted().build());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        Map<String, String> environment = new HashMap<>(gateway.environment());
        environment.put("PAWL_HOME", directory.resolve("home").toString());
        return Invocation.of(environment, directory, arguments);
    }

    @Test
    void theReportIsTextUnlessAnotherFormatIsNamed() {
        Invocation report = pawl("plan", "report", "last");

        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("makespan", "speed-up", "critical", "efficiency", "core", "docs");
    }

    @Test
    void aTaskThatRetentionRemovedIsNoError() {
        assertThat(gateway.tasks).isEmpty();

        JsonObject figures = JsonParser.parseString(
                        pawl("plan", "report", Plans.ID, "-o", "json").out())
                .getAsJsonObject();

        assertThat(figures.get("speed_up").getAsDouble()).isPositive();
        assertThat(figures.getAsJsonArray("ownership_refusals")).isEmpty();
    }

    @Test
    void thePageIsWrittenToTheNamedFile() throws Exception {
        Invocation report = pawl("plan", "report", "last", "-o", "html", "-O", "report.html");

        assertThat(report.out()).isEmpty();
        assertThat(report.err()).contains("report: " + directory.resolve("report.html"));
        assertThat(Files.readString(directory.resolve("report.html"))).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aFileThatCannotBeWrittenEndsWith2AndTheNextStep() {
        Invocation report = pawl("plan", "report", "last", "-O", "no/such/directory/report.txt");

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains("no/such/directory/report.txt", "name another file with -O");
    }

    @Test
    void aWatchedPlanLeavesItsPageInPawlsHomeAndSaysHowFastItWas() throws Exception {
        Files.createDirectory(directory.resolve("home"));
        gateway.plans.watch = out -> {
            out.onNext(FakePlans.state(Plans.accepted().build()));
            out.onCompleted();
        };

        Invocation watch = pawl("plan", "watch", Plans.ID);

        Path page = directory.resolve("home/reports/" + Plans.ID + ".html");
        assertThat(watch.exitCode()).as(watch.err()).isZero();
        assertThat(watch.err()).contains("faster than one by one", "report: " + page);
        assertThat(page).exists();
    }

    @Test
    void withoutAHomeNoneIsMadeAndTheCommandIsNamed() {
        gateway.plans.watch = out -> {
            out.onNext(FakePlans.state(Plans.accepted().build()));
            out.onCompleted();
        };

        Invocation watch = pawl("plan", "watch", Plans.ID);

        assertThat(watch.err()).contains("pawl plan report " + Plans.ID + " -o html");
        assertThat(directory.resolve("home")).doesNotExist();
    }
}
