package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.protobuf.Timestamp;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ActionOutcome;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsCommandTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        gateway.done.addAll(List.of(
                action(Tasks.FIRST, 1, ActionKind.ACTION_KIND_MESSAGE, "I begin"),
                ended(action(Tasks.FIRST, 2, ActionKind.ACTION_KIND_COMMAND, "mvn test"), 2, "failed"),
                ended(action(Tasks.SECOND, 4, ActionKind.ACTION_KIND_FILE_EDIT, "a.py"), 3, "ok")));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void eachActionIsALineAndOmissionsAreReported() {
        assertThat(lines(pawl("logs", Tasks.ID)))
                .containsExactly(
                        "== iteration 1, attempt 1, session " + Tasks.FIRST + ", completed",
                        "TIME  message    I begin",
                        "TIME  command    mvn test · failed",
                        "== iteration 2, attempt 1, session " + Tasks.SECOND + ", completed",
                        "(3 more: pawl logs " + Tasks.ID + " --transcript)",
                        "TIME  file_edit  a.py");
    }

    @Test
    void kindsMayBeRepeatedOrSeparatedByCommas() {
        assertThat(lines(pawl("logs", Tasks.ID, "--kind", "command,file_edit"))).hasSize(4);
        assertThat(lines(pawl("logs", Tasks.ID, "--kind", "command", "--kind", "message")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"file-edit, file_edit", "comand, command", "messages, message"})
    void anUnknownKindIsRefusedWithTheNearestValidOne(String wrong, String near) {
        Invocation logs = pawl("logs", Tasks.ID, "--kind", wrong);

        assertThat(logs.exitCode()).isEqualTo(2);
        assertThat(logs.err())
                .contains("unknown kind '" + wrong + "'; did you mean '" + near + "'?", "question, retry");
    }

    @Test
    void oneSessionIsEnoughOfItsBeginning() {
        assertThat(lines(pawl("logs", Tasks.ID, "--session", "2222"))).hasSize(3);
    }

    @Test
    void programsGetDocuments() {
        String json = pawl("logs", Tasks.ID, "-o", "json").out();
        List<String> lines = pawl("logs", Tasks.ID, "-o", "jsonl").out().lines().toList();

        assertThat(JsonParser.parseString(json).getAsJsonArray()).hasSize(3);
        assertThat(JsonParser.parseString(lines.get(1)).getAsJsonObject().toString())
                .contains("\"kind\":\"command\"", "\"outcome\":\"failed\"", "\"text\":\"mvn test\"", "\"position\":2");
        assertThat(lines).hasSize(3);
    }

    @Test
    void followingContinuesAfterTheListAndReportsAnOutcomeOnlyIfItFailed() {
        gateway.follow = (request, out) -> {
            if (gateway.followed.size() == 1) {
                out.onNext(change(gateway.done.getLast()));
                out.onNext(change(running(5, 4)));
                out.onNext(WatchActionsResponse.getDefaultInstance());
                out.onNext(change(ended(running(5, 5), 5, "ok")));
                out.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                out.onNext(change(running(6, 6)));
                out.onNext(change(ended(running(6, 7), 7, "denied")));
                out.onCompleted();
            }
        };

        Invocation logs = pawl("logs", Tasks.ID, "--follow", "--session", "2222");

        assertThat(logs.exitCode()).as(logs.err()).isZero();
        assertThat(lines(logs).subList(3, 6))
                .containsExactly(
                        "TIME  command    step 5", "TIME  command    step 6", "TIME  command    step 6 · denied");
        assertThat(gateway.followed)
                .extracting(request -> request.getAfterPosition() + " " + request.getSessionId())
                .containsExactly("3 " + Tasks.SECOND, "5 " + Tasks.SECOND);
        assertThat(logs.err()).contains("lost the gateway");
    }

    @Test
    void followedJsonIsOneDocumentOfHowItCameOut() {
        gateway.follow = (request, out) -> {
            out.onNext(change(running(5, 4)));
            out.onNext(change(ended(running(5, 5), 5, "ok")));
            out.onCompleted();
        };

        assertThat(JsonParser.parseString(
                                pawl("logs", Tasks.ID, "--follow", "-o", "json").out())
                        .getAsJsonArray())
                .hasSize(4);
        assertThat(pawl("logs", Tasks.ID, "-f", "-o", "jsonl").out().lines()).hasSize(5);
    }

    @Test
    void transcriptsHaveNoKindsAndAreNotFollowed() {
        assertThat(pawl("logs", Tasks.ID, "--transcript", "--follow").exitCode())
                .isEqualTo(2);
        assertThat(pawl("logs", Tasks.ID, "--transcript", "--kind", "tool").exitCode())
                .isEqualTo(2);
    }

    @Test
    void withoutActionsTheTranscriptsAreNamed() {
        gateway.done.clear();

        assertThat(pawl("logs", Tasks.ID).err()).contains("pawl logs " + Tasks.ID + " --transcript");
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    private static List<String> lines(Invocation invocation) {
        return invocation
                .out()
                .lines()
                .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d", "TIME"))
                .toList();
    }

    private static Action action(String session, int number, ActionKind kind, String text) {
        return Action.newBuilder()
                .setSessionId(session)
                .setNumber(number)
                .setPosition(number)
                .setKind(kind)
                .setText(text)
                .setCreatedAt(Timestamp.newBuilder().setSeconds(1_000_000))
                .build();
    }

    private static Action running(int number, long position) {
        return action(Tasks.SECOND, number, ActionKind.ACTION_KIND_COMMAND, "step " + number).toBuilder()
                .setPosition(position)
                .build();
    }

    private static Action ended(Action action, long position, String outcome) {
        return action.toBuilder()
                .setPosition(position)
                .setOutcome(
                        switch (outcome) {
                            case "ok" -> ActionOutcome.ACTION_OUTCOME_OK;
                            case "failed" -> ActionOutcome.ACTION_OUTCOME_FAILED;
                            default -> ActionOutcome.ACTION_OUTCOME_DENIED;
                        })
                .build();
    }

    private static WatchActionsResponse change(Action action) {
        return WatchActionsResponse.newBuilder().setAction(action).build();
    }
}
