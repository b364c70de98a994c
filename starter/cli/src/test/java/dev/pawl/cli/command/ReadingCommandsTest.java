package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    @Test
    void statusShowsTheStateOfATask() {
        Invocation status = pawl("status", Tasks.ID);
        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("Calculator module: accepted")
                .containsPattern("ITER +SESSION +TIME +CHECKS +SCORE +COST +DECISION")
                .contains("2 sessions (2 completed), 24s, 2.4k tokens, $0.0350");
    }

    @Test
    void statusShowsAnInterruptedSessionAndItsEnd() {
        Task task = Tasks.accepted().toBuilder()
                .addSessions(Tasks.session("33333333-cccc-4ccc-8ccc-333333333333", 1, "0.02")
                        .setAttempt(0)
                        .setStatus(SessionStatus.SESSION_STATUS_ABANDONED)
                        .setReason("the worker ended"))
                .build();
        gateway.tasks.put(Tasks.ID, task);
        assertThat(pawl("status", Tasks.ID).out())
                .containsPattern("1 +33333333 +12s +- +- +\\$0.0200 +abandoned: the worker ended");
    }

    @Test
    void statusShowsEveryDecisionOfAnIterationAndInJsonItsInputs() {
        gateway.decisions.add(decision(1, "policy", DecisionType.DECISION_TYPE_PARK)
                .addReasons("the quota is used up")
                .setInputs("{\"iteration\": 1}")
                .build());
        gateway.decisions.add(decision(2, "ann", DecisionType.DECISION_TYPE_ACCEPT)
                .setScore(0.75)
                .setCostUsd("0.2500")
                .setInputs("{}")
                .build());

        assertThat(pawl("status", Tasks.ID, "--decisions").out())
                .containsPattern("1 +1 +policy +- +- +park: the quota is used up")
                .containsPattern("2 +1 +ann +0.75 +\\$0.2500 +accept");
        JsonArray all = JsonParser.parseString(
                        pawl("status", Tasks.ID, "--decisions", "-o", "json").out())
                .getAsJsonObject()
                .getAsJsonArray("decisions");
        assertThat(all).hasSize(2);
        assertThat(all.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("inputs")
                        .get("iteration")
                        .getAsInt())
                .isEqualTo(1);
        assertThat(all.get(1).getAsJsonObject().get("decided_by").getAsString()).isEqualTo("ann");
    }

    private static Decision.Builder decision(int number, String by, DecisionType type) {
        return Decision.newBuilder()
                .setNumber(number)
                .setIteration(1)
                .setDecidedBy(by)
                .setType(type);
    }

    @Test
    void aBeginningThatOnlyOneTaskHasNamesIt() {
        assertThat(pawl("status", "calc").out()).contains("Calculator module");
    }

    @Test
    void lastNamesTheNewestTask() {
        assertThat(pawl("status", "last").out()).contains("Calculator module");
        gateway.tasks.clear();
        Invocation none = pawl("status", "last");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no task yet");
    }

    @Test
    void aBeginningThatManyTasksHaveIsRefusedWithTheirIds() {
        gateway.tasks.put("calc-2", Tasks.fresh().setId("calc-2").build());
        Invocation status = pawl("status", "calc");
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err())
                .contains("more than one task begins with 'calc'")
                .contains(Tasks.ID, "calc-2");
    }

    @Test
    void anUnknownTaskEndsWith2AndTheClosestIds() {
        Invocation status = pawl("status", "clac-1f3a5b");
        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("no task 'clac-1f3a5b'; did you mean\n  " + Tasks.ID);
    }

    @Test
    void jsonOfStatusIsTheTaskDocument() {
        JsonObject task = JsonParser.parseString(
                        pawl("status", Tasks.ID, "-o", "json").out())
                .getAsJsonObject();
        assertThat(task.keySet())
                .contains(
                        "id",
                        "title",
                        "status",
                        "outcome",
                        "reason",
                        "iterations",
                        "sessions",
                        "totals",
                        "snapshot",
                        "diff",
                        "links");
        assertThat(task.get("status").getAsString()).isEqualTo("accepted");
        JsonObject iteration = task.getAsJsonArray("iterations").get(0).getAsJsonObject();
        assertThat(iteration.keySet())
                .contains("number", "prompt_ref", "feedback", "session", "checks", "score", "decision");
        assertThat(iteration.getAsJsonArray("checks").get(0).getAsJsonObject().keySet())
                .contains("name", "exit_code", "state", "new_failures");
        assertThat(iteration.getAsJsonObject("decision").keySet()).contains("type", "reasons");
        assertThat(task.getAsJsonArray("sessions").get(0).getAsJsonObject().keySet())
                .contains(
                        "id",
                        "iteration",
                        "attempt",
                        "agent",
                        "model",
                        "status",
                        "reason",
                        "started_at",
                        "duration_ms",
                        "usage");
        assertThat(task.getAsJsonObject("diff").keySet()).containsExactly("files", "added", "removed");
    }

    @Test
    void withoutAGatewayItSaysHowToStartOne() {
        Invocation status = Invocation.of(Map.of("PAWL_HOME", directory.toString()), directory, "status", Tasks.ID);
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.err()).contains("the local stack is not running; start it: pawl up");
    }

    @Test
    void aGatewayThatDoesNotAnswerEndsWith3() {
        Map<String, String> environment = gateway.environment();
        gateway.close();
        Invocation status = Invocation.of(environment, directory, "status", Tasks.ID);
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.err()).contains("the gateway is not reachable");
    }

    @Test
    void anAddressElsewhereNeedsTlsAndBadOnesAreRefused() {
        assertThat(pawl("list", "--address", "localhost:x").exitCode()).isEqualTo(2);
        assertThat(pawl("list", "--address", "127.0.0.1:70000").err()).contains("port is 70000");
    }

    @Test
    void listHasALineForEachTask() {
        gateway.tasks.put(
                "other-1", Tasks.waiting("clarify").toBuilder().setId("other-1").build());
        Invocation list = pawl("list");
        assertThat(list.out())
                .containsPattern("TASK +STATUS +ITER +AGENT +AGE +TITLE")
                .containsPattern("calc-1f3a5b +accepted +2 +command")
                .containsPattern("other-1 +waiting");
    }

    @Test
    void listReadsAsManyPagesAsTheLimitWants() {
        for (int i = 0; i < 6; i++) {
            gateway.tasks.put("t" + i, Tasks.fresh().setId("t" + i).build());
        }
        assertThat(pawl("list", "-o", "jsonl", "--limit", "5").out().lines()).hasSize(5);
        assertThat(pawl("list", "-o", "jsonl").out().lines()).hasSize(7);
    }

    @Test
    void listFiltersByStatusLabelAndText() {
        gateway.tasks.put(
                "other-1", Tasks.fresh().setId("other-1").clearLabels().build());
        assertThat(pawl("list", "--status", "running").out())
                .contains("other-1")
                .doesNotContain(Tasks.ID);
        assertThat(pawl("list", "--label", "nightly").out()).contains(Tasks.ID).doesNotContain("other-1");
        assertThat(pawl("list", "--text", "other").out()).contains("other-1").doesNotContain(Tasks.ID);
    }

    @Test
    void listRefusesAnUnknownStatusWithTheNearest() {
        Invocation list = pawl("list", "--status", "waitng");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.err()).contains("did you mean 'waiting'?");
    }

    @Test
    void listOfNothingSaysHowToBegin() {
        gateway.tasks.clear();
        assertThat(pawl("list").out()).contains("no tasks; start one: pawl run task.md");
    }

    @Test
    void costShowsEachSessionTheTotalAndTheCostOfJudges() {
        Invocation cost = pawl("cost", Tasks.ID);
        assertThat(cost.out())
                .containsPattern("1 +11111111 +completed +12s +3 +1000 +200 +0 +0 +\\$0.0100")
                .containsPattern("2 +22222222 +completed +12s +3 +1000 +200 +0 +0 +\\$0.0250")
                .containsPattern("total +2 +24s +0 +2000 +400 +0 +0 +\\$0.0350")
                .containsPattern("judges +1 +0 +300 +20 +0 +0 +\\$0.0050");
        assertThat(pawl("cost", Tasks.ID, "-o", "json").out()).contains("\"cost_usd\": 0.0350");
    }

    @Test
    void costWithoutATaskShowsTheSpendingAndReservationsOfAccounts() {
        gateway.accounts.use = gateway.accounts.use.toBuilder()
                .addAccounts(AccountUse.newBuilder()
                        .setAccount("claude-code")
                        .setSpentUsd("4.2")
                        .setReservedUsd("2.5")
                        .setSpentTokens(1_200_000)
                        .setReservedTokens(0)
                        .setRunning(1))
                .build();
        assertThat(pawl("cost").out())
                .containsPattern("DAY \\(UTC\\) +SPENT +RESERVED +TOKENS +RESERVED +RUNNING +ACCOUNT")
                .containsPattern("2030-01-31 +\\$4.20 +\\$2.50 +1.2M +0 +1 +claude-code");
        assertThat(JsonParser.parseString(pawl("cost", "-o", "json").out())).isEqualTo(JsonParser.parseString("""
                        {"day": "2030-01-31", "accounts": [{"account": "claude-code", "spent_usd": 4.2,
                         "reserved_usd": 2.5, "spent_tokens": 1200000, "reserved_tokens": 0, "running": 1}]}
                        """));
    }

    @Test
    void costWithoutATaskSaysIfNoAccountWithABudgetWasUsed() {
        assertThat(pawl("cost").out()).contains("no account with a budget was used on 2030-01-31 (UTC)");
    }

    @Test
    void theReportIsOneHtmlPageWithTheChange() throws IOException {
        gateway.patch = "diff --git a/a.py b/a.py\n@@ -0,0 +1 @@\n+x = 1\n".getBytes(StandardCharsets.UTF_8);
        gateway.decisions.add(
                decision(1, "policy", DecisionType.DECISION_TYPE_ACCEPT).build());

        Invocation report = pawl("report", Tasks.ID, "--html", "report.html");

        assertThat(report.exitCode()).isZero();
        assertThat(report.err()).contains("report.html");
        assertThat(Files.readString(directory.resolve("report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Calculator module", "+x = 1", "$0.0350");
        Invocation nowhere = pawl("report", Tasks.ID, "--html", "no/such/directory.html");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("name another file with --html");
    }

    @Test
    void theReportHasStatusDecisionsEvidenceAndCostAsTextAndJson() {
        gateway.decisions.add(
                decision(1, "policy", DecisionType.DECISION_TYPE_ACCEPT).build());

        assertThat(pawl("report", Tasks.ID).out())
                .contains("Calculator module: accepted", "Decisions", "Evidence", "Cost", "nothing was assessed yet");
        JsonObject json = JsonParser.parseString(
                        pawl("report", Tasks.ID, "-o", "json").out())
                .getAsJsonObject();
        assertThat(json.get("id").getAsString()).isEqualTo(Tasks.ID);
        assertThat(json.getAsJsonArray("decisions")).hasSize(1);
        assertThat(json.getAsJsonObject("evidence").getAsJsonArray("iterations"))
                .hasSize(2);
    }

    @Test
    void diffWritesThePatchByteByByte() {
        gateway.patch = "diff --git a/ä b/ä\n+ä\n".getBytes(StandardCharsets.UTF_8);
        assertThat(pawl("diff", Tasks.ID).out()).isEqualTo("diff --git a/ä b/ä\n+ä\n");
        assertThat(pawl("diff", Tasks.ID, "-o", "json").out()).contains("\"patch\": \"diff --git a/ä b/ä\\n+ä\\n\"");
    }

    @Test
    void anEmptyDiffIsReportedOnStandardError() {
        Invocation diff = pawl("diff", Tasks.ID);
        assertThat(diff.out()).isEmpty();
        assertThat(diff.err()).contains("no change");
    }

    @Test
    void logsShowWholeTranscriptsOfAllSessionsOrOfOne() {
        gateway.transcripts.put(Tasks.FIRST, "I am done\n");
        gateway.transcripts.put(Tasks.SECOND, "now really\n");
        assertThat(pawl("logs", Tasks.ID, "--transcript").out())
                .isEqualTo("== iteration 1, attempt 1, session %s, completed\nI am done\n".formatted(Tasks.FIRST)
                        + "== iteration 2, attempt 1, session %s, completed\nnow really\n".formatted(Tasks.SECOND));
        assertThat(pawl("logs", Tasks.ID, "--transcript", "--session", "2222").out())
                .isEqualTo("now really\n");
        assertThat(pawl("logs", Tasks.ID, "--transcript", "-o", "jsonl").out().lines())
                .hasSize(2);
    }

    @Test
    void logsOfAnUnknownSessionNameTheKnownOnes() {
        Invocation logs = pawl("logs", Tasks.ID, "--session", "9");
        assertThat(logs.exitCode()).isEqualTo(2);
        assertThat(logs.err()).contains(Tasks.FIRST, Tasks.SECOND);
    }
}
