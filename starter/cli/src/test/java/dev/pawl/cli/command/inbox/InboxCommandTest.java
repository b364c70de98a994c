package dev.pawl.cli.command.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxCommandTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    @Test
    void everyQuestionHasItsAgeItsCostAndTheCommandsThatAnswerIt() {
        gateway.inbox.questions.addAll(List.of(
                task("calc-1", "escalate")
                        .addChoices("deliver")
                        .addChoices("keep")
                        .setCostUsd("0.35")
                        .build(),
                OpenQuestion.newBuilder()
                        .setId("q-2")
                        .setPlanId("plan-1")
                        .setPackageId("core")
                        .setTitle("Three packages")
                        .setKind("plan")
                        .setQuestion("Package core failed. How should the plan go on?")
                        .setAskedAt(ago(7200))
                        .setCostUsd("1.50")
                        .setUnpriced(1)
                        .build(),
                task("calc-3", "clarify").setDeadline(ago(-3600)).build()));

        String inbox = pawl("inbox").out();

        assertThat(inbox)
                .contains("1m 30s  calc-1  Calculator  $0.35", "pawl answer calc-1 \"deliver\"    delivers the result")
                .contains("2h 00m  plan-1, package core  Three packages  ≥ $1.50", "pawl plan answer plan-1 retry")
                .contains("because it is vague", "continues without an answer in 59m")
                .contains("pawl answer calc-3 \"what to do\"");
    }

    @Test
    void jsonHasTheQuestionsOfAllPagesWithTheirCommands() {
        for (int i = 0; i < 5; i++) {
            gateway.inbox.questions.add(task("calc-" + i, "clarify").build());
        }

        JsonArray all =
                JsonParser.parseString(pawl("inbox", "-o", "json").out()).getAsJsonArray();

        assertThat(all).hasSize(5);
        assertThat(all.get(4).getAsJsonObject().get("task").getAsString()).isEqualTo("calc-4");
        assertThat(all.get(4).getAsJsonObject().get("deadline").isJsonNull()).isTrue();
        assertThat(all.get(4)
                        .getAsJsonObject()
                        .getAsJsonArray("commands")
                        .get(0)
                        .getAsString())
                .isEqualTo("pawl answer calc-4 \"what to do\"");
        assertThat(pawl("inbox", "-n", "3", "-o", "jsonl").out().lines()).hasSize(3);
    }

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(pawl("inbox").out()).isEqualTo("nothing waits for a person\n");
        assertThat(pawl("inbox", "-o", "json").out()).isEqualTo("[]\n");
    }

    private static OpenQuestion.Builder task(String id, String kind) {
        return OpenQuestion.newBuilder()
                .setId("q-" + id)
                .setTaskId(id)
                .setTitle("Calculator")
                .setKind(kind)
                .setQuestion("Decimals or fractions?")
                .addReasons("it is vague")
                .setAskedAt(ago(90));
    }

    private static Timestamp ago(long seconds) {
        return Timestamp.newBuilder()
                .setSeconds(Instant.now().getEpochSecond() - seconds)
                .build();
    }
}
