package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ActionOutcome;
import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.ListActionsResponse;
import dev.pawl.api.v1.WatchActionsRequest;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.db.action.NewAction;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.task.TaskResult;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentActionsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private GatewayUnderTest gateway;
    private PawlClient client;
    private String task;
    private UUID session;
    private long fence;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory, "--pawl.gateway.watch.heartbeat=300ms");
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @BeforeEach
    void aTaskWithAnOpenSession() {
        task = "t-" + UUID.randomUUID();
        new SeededTask(task, gateway.rows(), gateway.content()).store();
        session = UUID.randomUUID();
        fence = gateway.rows()
                .sessions()
                .open(new NewSession(session, task, 2, 2, "claude-code", null, "host-1", task + "/" + session))
                .fence();
    }

    @Test
    void pagesContainTheActionsOfAgentsInOrder() {
        store(action(1, "command", "ok"), action(2, "message", null), action(3, "file_edit", "denied"));

        List<Action> all = new ArrayList<>();
        String token = "";
        do {
            ListActionsResponse page = list(ListActionsRequest.newBuilder()
                    .setTaskId(task)
                    .setPageSize(2)
                    .setPageToken(token));
            assertThat(page.getPosition()).isEqualTo(3);
            all.addAll(page.getActionsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(all).extracting(Action::getNumber).containsExactly(1, 2, 3);
        Action last = all.getLast();
        assertThat(last.getKind()).isEqualTo(ActionKind.ACTION_KIND_FILE_EDIT);
        assertThat(last.getOutcome()).isEqualTo(ActionOutcome.ACTION_OUTCOME_DENIED);
        assertThat(last.getIteration()).isEqualTo(2);
        assertThat(last.getSessionId()).isEqualTo(session.toString());
        assertThat(all.get(1).getOutcome()).isEqualTo(ActionOutcome.ACTION_OUTCOME_UNSPECIFIED);
    }

    @Test
    void aListIsNarrowedToKindsAndASession() {
        store(action(1, "command", "ok"), action(2, "message", null));

        assertThat(list(ListActionsRequest.newBuilder()
                                .setTaskId(task)
                                .addKinds(ActionKind.ACTION_KIND_MESSAGE)
                                .setSessionId(session.toString()))
                        .getActionsList())
                .singleElement()
                .satisfies(action -> assertThat(action.getNumber()).isEqualTo(2));
    }

    @Test
    void everyKindAndOutcomeOfTheDatabaseHasItsWordInTheProtocol() {
        List<String> kinds = Words.all(ActionKind.class);
        for (int i = 0; i < kinds.size(); i++) {
            store(action(i + 1, kinds.get(i), Words.all(ActionOutcome.class).get(i % 3)));
        }

        assertThat(list(ListActionsRequest.newBuilder().setTaskId(task)).getActionsList())
                .hasSize(kinds.size())
                .allSatisfy(action -> {
                    assertThat(Words.of(action.getKind())).isIn(kinds);
                    assertThat(Words.of(action.getOutcome())).isNotEmpty();
                });
    }

    @Test
    void aFollowerSeesEachActionBeginAndEndHearsHeartbeatsAndIsDoneWithTheTask() {
        store(action(1, "command", null));
        List<WatchActionsResponse> heard = new CopyOnWriteArrayList<>();
        Thread follower = Thread.ofVirtual()
                .start(() -> client.streams()
                        .watchActions(
                                WatchActionsRequest.newBuilder().setTaskId(task).build())
                        .forEachRemaining(heard::add));
        await().atMost(SOON).until(() -> actions(heard).size() == 1);
        await().atMost(SOON).until(() -> heard.stream().anyMatch(change -> !change.hasAction()));
        store(action(1, "command", "failed"));
        await().atMost(SOON).until(() -> actions(heard).size() == 2);
        store(action(2, "message", null));
        close();
        gateway.rows().tasks().finish(task, new TaskResult("accepted", "none", "all green", null, "none", ""));
        await().atMost(SOON).until(() -> !follower.isAlive());

        assertThat(actions(heard)).extracting(Action::getNumber).containsExactly(1, 1, 2);
        assertThat(actions(heard)).extracting(Action::getPosition).containsExactly(1L, 2L, 3L);
        assertThat(actions(heard).get(1).getOutcome()).isEqualTo(ActionOutcome.ACTION_OUTCOME_FAILED);
        assertThat(after(2)).extracting(Action::getNumber).containsExactly(2);
    }

    @Test
    void progressNamesTheLastActionWhileAnAgentWorks() {
        store(action(1, "command", "ok"), action(2, "search", null));
        assertThat(progressed()).isEqualTo("search");

        close();
        await().atMost(SOON).until(() -> progressed().isEmpty());
    }

    @Test
    void unknownTasksAreNotFoundAndUnknownKindsAreRefused() {
        assertThatThrownBy(() -> list(ListActionsRequest.newBuilder().setTaskId("t-nowhere")))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() ->
                        list(ListActionsRequest.newBuilder().setTaskId(task).setSessionId("none")))
                .hasMessageContaining("has no session none");
        assertThatThrownBy(() -> list(
                        ListActionsRequest.newBuilder().setTaskId(task).addKinds(ActionKind.ACTION_KIND_UNSPECIFIED)))
                .hasMessageContaining("kinds[0]")
                .hasMessageContaining("file_edit");
        assertThatThrownBy(() ->
                        list(ListActionsRequest.newBuilder().setTaskId(task).setPageToken("nonsense")))
                .hasMessageContaining("page_token");
        assertThatThrownBy(() -> after(-1)).hasMessageContaining("after_position");
    }

    private static NewAction action(int number, String kind, @Nullable String outcome) {
        return new NewAction(number, kind, "", kind + " " + number, outcome);
    }

    private void store(NewAction... actions) {
        assertThat(gateway.rows().actions().store(task, session, fence, List.of(actions)))
                .isTrue();
    }

    private void close() {
        gateway.rows().sessions().abandon(session, "it ended");
    }

    private ListActionsResponse list(ListActionsRequest.Builder request) {
        return client.tasks().listActions(request.build());
    }

    private List<Action> after(long position) {
        List<WatchActionsResponse> heard = new ArrayList<>();
        client.streams()
                .watchActions(WatchActionsRequest.newBuilder()
                        .setTaskId(task)
                        .setAfterPosition(position)
                        .build())
                .forEachRemaining(heard::add);
        return actions(heard);
    }

    private static List<Action> actions(List<WatchActionsResponse> heard) {
        return heard.stream()
                .filter(WatchActionsResponse::hasAction)
                .map(WatchActionsResponse::getAction)
                .toList();
    }

    private String progressed() {
        return Words.of(client.streams()
                .watchTask(WatchTaskRequest.newBuilder().setTaskId(task).build())
                .next()
                .getProgress()
                .getLastAction()
                .getKind());
    }
}
