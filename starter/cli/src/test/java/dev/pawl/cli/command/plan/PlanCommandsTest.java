package dev.pawl.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.AnswerPlanRequest;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.Delivery;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.DropPackageRequest;
import dev.pawl.api.v1.InstructPlanRequest;
import dev.pawl.api.v1.PausePlanRequest;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanAnswer;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.RevisePackageRequest;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.FakePlans;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Plans;
import dev.pawl.cli.planfile.Repositories;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandsTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.plans.plans.put(Plans.ID, Plans.running().build());
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

    private void write(String plan) throws Exception {
        Repositories.create(directory.resolve("repo"), "a.py", "b.py");
        Files.writeString(directory.resolve("plan.yaml"), plan);
    }

    private static final String VALID = """
            repository: repo
            agent: command
            command: [git, --version]
            packages:
              - { id: core, prompt: Do a., owns: [a.py] }
              - { id: docs, prompt: Do b., owns: [b.py], needs: [core] }
            """;

    private void watched(Plan... states) {
        gateway.plans.watch = out -> {
            for (Plan state : states) {
                out.onNext(FakePlans.state(state));
            }
            out.onCompleted();
        };
    }

    @Test
    void runSubmitsThePlanAndReportsItsEnd() throws Exception {
        write(VALID);
        watched(
                Plans.running().build(),
                Plans.ejected().build(),
                Plans.accepted().build());

        Invocation run = pawl("plan", "run", "plan.yaml", "--label", "nightly", "--request-id", "r-1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        SubmitPlanRequest request = gateway.plans.submitted.getFirst();
        assertThat(request.getRequestId()).isEqualTo("r-1");
        assertThat(request.getPlan().getLabelsList()).containsExactly("nightly");
        assertThat(request.getPlan().getPackagesList()).hasSize(2);
        assertThat(run.err().lines())
                .containsSubsequence(
                        "plan " + Plans.ID + ": plan",
                        "core: codex works (task core-1)",
                        "core: not merged, red check: tests is red",
                        "core: codex works (task core-2, attempt 2)",
                        "core: integrated as 01234567 after 3m 19s",
                        "docs: integrated as fedcba98 after 1m 39s");
        assertThat(run.out())
                .contains("Shop: accepted", "2/2 integrated", "attempt 1 was not merged: red check: tests is red")
                .contains("git -C /home/ada/plans/shop/integration log integration");
    }

    @Test
    void aPlanWithProblemsStartsNothing() throws Exception {
        write(VALID.replace("needs: [core]", "needs: [cor]"));

        Invocation run = pawl("plan", "run", "plan.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("plan.yaml has a problem, nothing was started:", "plan.yaml:6:54")
                .contains("no package 'cor' (did you mean 'core'?)");
        assertThat(gateway.plans.submitted).isEmpty();
    }

    @Test
    void submitPrintsTheIdAndReturns() throws Exception {
        write(VALID);

        Invocation submit = pawl("plan", "submit", "plan.yaml");

        assertThat(submit.exitCode()).isZero();
        assertThat(submit.out()).isEqualTo(Plans.ID + "\n");
        assertThat(submit.err()).contains("watch it: pawl plan watch " + Plans.ID);
    }

    @Test
    void whatIsMissingOnThisMachineIsSaidBeforeAnythingStarts() throws Exception {
        write(VALID.replace("[git, --version]", "[no-such-program]"));

        Invocation submit = pawl("plan", "submit", "plan.yaml");

        assertThat(submit.exitCode()).isEqualTo(3);
        assertThat(submit.err()).contains("no-such-program");
        assertThat(gateway.plans.submitted).isEmpty();
    }

    @Test
    void aQuestionEndsTheWatchIfNobodyIsAtTheTerminal() {
        watched(Plans.waiting().build());

        Invocation watch = pawl("plan", "watch", "last");

        assertThat(watch.exitCode()).isEqualTo(10);
        assertThat(watch.err())
                .contains("core: failed: 3 attempts are used up")
                .contains("docs: blocked: needs core, which failed")
                .contains("the plan asks: package 'core' failed; how to go on?")
                .contains("type: pawl plan answer " + Plans.ID + " retry");
    }

    @Test
    void aTimeoutEndsWith124AndThePlanContinues() {
        gateway.plans.watch = out -> out.onNext(FakePlans.state(Plans.running().build()));

        Invocation watch = pawl("plan", "watch", Plans.ID, "--timeout", "1s");

        assertThat(watch.exitCode()).isEqualTo(124);
        assertThat(watch.err()).contains("the plan continues; come back: pawl plan watch " + Plans.ID);
    }

    @Test
    void aLostStreamIsTakenUpAgainWithoutRepeatingNews() {
        AtomicInteger calls = new AtomicInteger();
        gateway.plans.watch = out -> {
            out.onNext(FakePlans.state(
                    calls.getAndIncrement() == 0
                            ? Plans.running().build()
                            : Plans.accepted().build()));
            out.onError(Status.UNAVAILABLE.asRuntimeException());
        };

        Invocation watch = pawl("plan", "watch", Plans.ID);

        assertThat(watch.exitCode()).isZero();
        assertThat(watch.err()).contains("lost the gateway; watching resumes");
        assertThat(watch.err().lines().filter(line -> line.contains("(task core-1)")))
                .hasSize(1);
    }

    @Test
    void jsonlHasEveryChangeOfAPackageAndThePlanAtTheEnd() {
        watched(
                Plans.running().build(),
                Plans.running().build(),
                Plans.accepted().build());

        List<JsonObject> lines = pawl("plan", "watch", Plans.ID, "-o", "jsonl")
                .out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();

        assertThat(lines)
                .extracting(line -> line.get("type").getAsString())
                .containsExactly("package", "package", "package", "package", "plan");
        JsonObject plan = lines.getLast().getAsJsonObject("plan");
        assertThat(plan.get("status").getAsString()).isEqualTo("accepted");
        assertThat(plan.getAsJsonArray("packages")).hasSize(2);
        assertThat(plan.getAsJsonArray("packages")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("attempts")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("ejection")
                        .get("kind")
                        .getAsString())
                .isEqualTo("red_check");
    }

    @Test
    void theExitCodeIsThatOfThePlan() {
        watched(Plans.accepted().setStatus(PlanStatus.PLAN_STATUS_PARTIAL).build());
        assertThat(pawl("plan", "watch", Plans.ID).exitCode()).isEqualTo(1);
        watched(Plans.accepted()
                .setStatus(PlanStatus.PLAN_STATUS_PARTIAL)
                .setCause(Cause.CAUSE_BUDGET)
                .build());
        assertThat(pawl("plan", "watch", Plans.ID).exitCode()).isEqualTo(11);
        watched(Plans.accepted()
                .setDelivery(Delivery.newBuilder().setState(DeliveryState.DELIVERY_STATE_FAILED))
                .build());
        assertThat(pawl("plan", "watch", Plans.ID).exitCode()).isEqualTo(12);
    }

    @Test
    void statusShowsEachPackageAndWhatItWaitsFor() {
        Invocation status = pawl("plan", "status", "shop");

        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("Shop: running", "0/2 integrated, 1 waiting, 1 running", "needs core");
        assertThat(JsonParser.parseString(
                                pawl("plan", "status", "last", "-o", "json").out())
                        .getAsJsonObject()
                        .getAsJsonArray("packages"))
                .hasSize(2);
    }

    @Test
    void anUnknownPlanEndsWith2AndTheClosestId() {
        Invocation status = pawl("plan", "status", "chop");

        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("no plan 'chop'; did you mean\n  " + Plans.ID);
    }

    @Test
    void listPagesThroughAllPlans() {
        for (int i = 0; i < 5; i++) {
            gateway.plans.plans.put("p" + i, Plans.accepted().setId("p" + i).build());
        }

        assertThat(pawl("plan", "list").out().lines()).hasSize(7);
        assertThat(pawl("plan", "list", "--status", "accepted", "-o", "jsonl")
                        .out()
                        .lines())
                .hasSize(5);
        assertThat(pawl("plan", "list", "--limit", "3").out())
                .contains("p1", "2/2")
                .doesNotContain("p2");
        assertThat(pawl("plan", "list", "--status", "acepted").err()).contains("did you mean 'accepted'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "stop"})
    void anActionReachesThePlanOrOnePackageOfIt(String action) {
        Invocation whole = pawl("plan", action, "last", "--reason", "because");
        Invocation one = pawl("plan", action, "last", "--package", "docs");

        assertThat(whole.out()).isEqualTo("plan %s: %s taken up; running\n".formatted(Plans.ID, action));
        assertThat(one.out()).isEqualTo("plan %s, package docs: %s taken up; running\n".formatted(Plans.ID, action));
        assertThat(gateway.plans.actions).hasSize(2);
    }

    @Test
    void anActionCarriesThePersonTheReasonAndAnIdForRetries() {
        pawl("plan", "pause", "last", "--package", "core", "--reason", "lunch");

        PausePlanRequest request = (PausePlanRequest) gateway.plans.actions.getFirst();
        assertThat(request.getPlanId()).isEqualTo(Plans.ID);
        assertThat(request.getPackageId()).isEqualTo("core");
        assertThat(request.getText()).isEqualTo("lunch");
        assertThat(request.getBy()).isEqualTo("ada");
        assertThat(request.getRequestId()).hasSize(36);
    }

    @Test
    void anUnknownPackageIsRefusedWithTheNearestOne() {
        Invocation drop = pawl("plan", "drop", "last", "doc");

        assertThat(drop.exitCode()).isEqualTo(2);
        assertThat(drop.err()).contains("has no package 'doc'; did you mean 'docs'?");
        assertThat(gateway.plans.actions).isEmpty();
    }

    @Test
    void guidanceAnswersAndDropsArriveAsGiven() {
        pawl("plan", "instruct", "last", "--package", "docs", "keep", "names");
        pawl("plan", "answer", "last", "retry", "--text", "look at core");
        pawl("plan", "drop", "last", "docs");

        assertThat(((InstructPlanRequest) gateway.plans.actions.get(0)).getText())
                .isEqualTo("keep names");
        assertThat(((AnswerPlanRequest) gateway.plans.actions.get(1)).getAnswer())
                .isEqualTo(PlanAnswer.PLAN_ANSWER_RETRY);
        assertThat(((DropPackageRequest) gateway.plans.actions.get(2)).getPackageId())
                .isEqualTo("docs");
        assertThat(pawl("plan", "answer", "last", "perhaps").err()).contains("one of retry, continue, stop");
        assertThat(pawl("plan", "instruct", "last").exitCode()).isEqualTo(2);
        assertThat(pawl("plan").exitCode()).isEqualTo(2);
    }

    @Test
    void aPackageOfAPlanFileIsAddedAlone() throws Exception {
        write(VALID.replace("id: docs", "id: extra"));

        Invocation add = pawl("plan", "add", "last", "plan.yaml", "extra");

        assertThat(add.exitCode()).as(add.err()).isZero();
        AddPackageRequest request = (AddPackageRequest) gateway.plans.actions.getFirst();
        assertThat(request.getPackage().getId()).isEqualTo("extra");
        assertThat(request.getPackage().getNeedsList()).containsExactly("core");
        assertThat(pawl("plan", "add", "last", "plan.yaml", "extr").err()).contains("did you mean 'extra'?");
    }

    @Test
    void aRevisionSaysWhatItChanges() throws Exception {
        Files.writeString(directory.resolve("new.md"), "Do it otherwise.\n");

        pawl("plan", "revise", "last", "docs", "--owns", "guide/**", "--may-touch", "lock", "--prompt", "new.md");

        RevisePackageRequest request = (RevisePackageRequest) gateway.plans.actions.getFirst();
        assertThat(request.getPackageId()).isEqualTo("docs");
        assertThat(request.getOwnsList()).containsExactly("guide/**");
        assertThat(request.getMayTouchList()).containsExactly("lock");
        assertThat(request.getPrompt()).isEqualTo("Do it otherwise.");
        assertThat(pawl("plan", "revise", "last", "docs").exitCode()).isEqualTo(2);
    }
}
