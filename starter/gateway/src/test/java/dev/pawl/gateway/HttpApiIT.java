package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Call;
import dev.pawl.api.v1.CreateTokenRequest;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.ListCallsRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.gateway.http.RawHttp;
import dev.pawl.gateway.http.RawHttp.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Calls over HTTP take the path of calls by gRPC: the same callers, scopes, limits, records and rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASKS = "/pawl.v1.TaskService/";

    private GatewayUnderTest gateway;
    private PawlClient owner;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(
                directory,
                "--pawl.gateway.registration=2s",
                "--pawl.gateway.callers.per-second=20",
                "--pawl.gateway.callers.at-once=2",
                "--pawl.gateway.watch.heartbeat=1s");
        gateway.work();
        owner = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        owner.close();
        gateway.close();
    }

    @Test
    void aTaskThatIsSubmittedTwiceIsOneAndReadsAsByGrpc() throws IOException {
        SubmitTaskRequest request = TaskSpecs.submission(TaskSpecs.valid().setTitle("By HTTP"));
        String json = JsonFormat.printer().print(request);

        Reply first = post("SubmitTask", json);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        String task = JSON.readTree(first.body()).get("taskId").asText();
        assertThat(JSON.readTree(post("SubmitTask", json).body()).get("taskId").asText())
                .isEqualTo(task);
        assertThat(owner.tasks().submitTask(request).getTaskId()).isEqualTo(task);

        GetTaskResponse.Builder read = GetTaskResponse.newBuilder();
        JsonFormat.parser()
                .merge(post("GetTask", "{\"taskId\": \"%s\"}".formatted(task)).body(), read);
        assertThat(read.build())
                .isEqualTo(owner.tasks()
                        .getTask(GetTaskRequest.newBuilder().setTaskId(task).build()));
        assertThat(owner.tasks()
                        .listTasks(
                                ListTasksRequest.newBuilder().setText("By HTTP").build())
                        .getTasksList())
                .hasSize(1);
    }

    @Test
    void aWaitSaysFalseIfItIsNotReachedAndEndsBeforeTheTimeOfItsCall() throws IOException {
        seeded("t-http-wait");

        Reply reply = RawHttp.send(
                gateway.httpPort(),
                RawHttp.post(
                        TASKS + "WaitTask",
                        authorized(GatewayUnderTest.TOKEN) + "Connect-Timeout-Ms: 3000\r\n",
                        "{\"task_id\": \"t-http-wait\", \"timeout\": \"600s\"}"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(JSON.readTree(reply.body()).get("reached").asBoolean(true)).isFalse();
    }

    @Test
    void everyInvalidFieldIsNamed() throws Exception {
        Reply reply = post(
                "SubmitTask", "{\"requestId\": \"r-1\", \"task\": {\"title\": \"\", \"limits\": {\"turns\": -1}}}");

        JsonNode error = JSON.readTree(reply.body());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(error.get("code").asText()).isEqualTo("invalid_argument");
        assertThat(error.at("/details/0/type").asText()).isEqualTo("google.rpc.BadRequest");
        assertThat(error.at("/details/0/debug/fieldViolations").findValuesAsText("field"))
                .contains("task.title", "task.prompt", "task.agent", "task.limits.turns");
        assertThat(BadRequest.parseFrom(Base64.getDecoder()
                                .decode(error.at("/details/0/value").asText()))
                        .getFieldViolationsList())
                .hasSameSizeAs(error.at("/details/0/debug/fieldViolations"));
    }

    @Test
    void anUnknownTaskIsNotFoundAlsoBeforeAStreamBegins() throws IOException {
        for (String method : List.of("GetTask", "WaitTask", "WatchTask", "GetDiff")) {
            Reply reply = post(method, "{\"task_id\": \"t-nowhere\"}");
            assertThat(reply.status()).as(method + reply).isEqualTo(404);
            assertThat(JSON.readTree(reply.body()).at("/details/0/debug/reason").asText())
                    .isEqualTo("NotFound");
        }
    }

    @Test
    void aCallerWithoutAValidTokenIsRefusedBeforeItsBodyIsRead() throws IOException {
        for (String header : List.of(
                "", authorized("wrong"), authorized(""), "Authorization: Basic YTpi\r\n", "Cookie: token=x\r\n")) {
            Reply reply = RawHttp.send(gateway.httpPort(), RawHttp.post(TASKS + "ListTasks", header, "not JSON"));
            assertThat(reply.status()).as(header + reply).isEqualTo(401);
            assertThat(reply.head()).contains("Bearer");
            assertThat(reply.body()).contains("\"unauthenticated\"");
        }
        try (RawHttp connection = new RawHttp(gateway.httpPort())) {
            connection.write(RawHttp.post(TASKS + "ListTasks", "", "").replace("Length: 0", "Length: 1000"));
            assertThat(connection.reply().status()).isEqualTo(401);
        }
    }

    @Test
    void aTokenAllowsWhatItsScopesSayAndWritesAreRecorded() throws IOException {
        String reader = created("http-reader", Scope.SCOPE_READ);
        String service = created("http-service", Scope.SCOPE_SUBMIT);
        String json = JsonFormat.printer().print(TaskSpecs.submission(TaskSpecs.valid()));

        Reply refused = RawHttp.send(gateway.httpPort(), RawHttp.post(TASKS + "SubmitTask", authorized(reader), json));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("\"permission_denied\"", "submit");
        Reply done = RawHttp.send(gateway.httpPort(), RawHttp.post(TASKS + "SubmitTask", authorized(service), json));

        List<Call> calls = owner.audit()
                .listCalls(
                        ListCallsRequest.newBuilder().setCaller("http-service").build())
                .getCallsList();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().getOutcome()).isEqualTo("OK");
        assertThat(calls.getFirst().getSubject())
                .isEqualTo(JSON.readTree(done.body()).get("taskId").asText());
        assertThat(calls.getFirst().getPeer()).contains("127.0.0.1");
        assertThat(owner.audit()
                        .listCalls(ListCallsRequest.newBuilder()
                                .setCaller("http-reader")
                                .build())
                        .getCallsList())
                .isEmpty();
    }

    @Test
    void aCallerThatCallsTooOftenGetsTheTimeToWait() throws IOException {
        String eager = created("http-eager", Scope.SCOPE_READ);
        Reply last = null;
        for (int i = 0; i < 2_000 && (last == null || last.status() != 429); i++) {
            // A body that is no JSON counts, too.
            last = RawHttp.send(
                    gateway.httpPort(), RawHttp.post(TASKS + "ListTasks", authorized(eager), i % 2 == 0 ? "{}" : "x"));
        }
        assertThat(last).isNotNull();
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.head().toLowerCase(Locale.ROOT)).contains("retry-after: 1");
        assertThat(JSON.readTree(last.body()).at("/details/0/debug/retryDelay").asText())
                .endsWith("s");
        assertThat(post("ListTasks", "{}").status()).isEqualTo(200);
    }

    @Test
    void aStreamIsALineForEachMessageAndEndsWithTheTask() throws IOException {
        String task = owner.tasks()
                .submitTask(TaskSpecs.submission(TaskSpecs.valid()))
                .getTaskId();
        try (RawHttp watch = watching(task, GatewayUnderTest.TOKEN, "")) {
            String begun = watch.readUntil("}\n");
            assertThat(begun).contains("application/x-ndjson").contains("{\"result\":{");

            assertThat(post("Stop", "{\"task_id\": \"%s\", \"text\": \"done\"}".formatted(task))
                            .status())
                    .isEqualTo(200);

            String rest = watch.readUntil("0\r\n\r\n");
            assertThat(rest).contains("EVENT_TYPE_TASK_FINISHED").doesNotContain("\"error\"");
        }
    }

    @Test
    void aStreamThatEndsAtTheTimeOfItsCallSaysSoInItsLastLine() throws IOException {
        seeded("t-http-late");
        try (RawHttp watch = watching("t-http-late", GatewayUnderTest.TOKEN, "Connect-Timeout-Ms: 2000\r\n")) {
            assertThat(watch.readUntil("0\r\n\r\n"))
                    .contains("{\"result\":{")
                    .contains("{\"error\":{\"code\":\"deadline_exceeded\"");
        }
    }

    @Test
    void aWatcherThatHasGoneCountsNoMore() throws IOException {
        seeded("t-http-gone");
        String watcher = created("http-watcher", Scope.SCOPE_READ);
        for (int round = 0; round < 3; round++) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> twoWatchAndAThirdCallIsOneTooMany(watcher));
        }
    }

    /** Fails while earlier watchers still count. */
    private boolean twoWatchAndAThirdCallIsOneTooMany(String watcher) throws IOException {
        try (RawHttp one = watching("t-http-gone", watcher, "");
                RawHttp two = watching("t-http-gone", watcher, "")) {
            one.readUntil("}\n");
            two.readUntil("}\n");
            return listed(watcher) == 429;
        }
    }

    @Test
    void aMalformedValueIsRefusedAsByGrpc() throws IOException {
        for (String body : List.of(
                "{\"task_id\": \"a\\u0000b\"}",
                "{\"task_id\": \"a\", \"kinds\": [99]}",
                "{\"task_id\": \"a\", \"kinds\": [\"NO_SUCH_KIND\"]}",
                "{\"task_id\": \"a\", \"page_size\": 99999999999}",
                "{\"task_id\": \"a\", \"page_size\": 1.5}",
                "{\"task_id\": \"a\", \"page_size\": 1e999999999}",
                "{\"task_id\": \"a\", \"page_size\": \"x\"}")) {
            Reply reply = post("ListActions", body);
            assertThat(reply.status()).as(body + reply).isEqualTo(400);
            assertThat(reply.body()).contains("\"invalid_argument\"", "fieldViolations");
        }
    }

    private int listed(String token) throws IOException {
        return RawHttp.send(gateway.httpPort(), RawHttp.post(TASKS + "ListTasks", authorized(token), "{}"))
                .status();
    }

    private RawHttp watching(String task, String token, String headers) throws IOException {
        RawHttp connection = new RawHttp(gateway.httpPort());
        connection.write(RawHttp.post(
                TASKS + "WatchTask", authorized(token) + headers, "{\"task_id\": \"%s\"}".formatted(task)));
        return connection;
    }

    private Reply post(String method, String body) throws IOException {
        return RawHttp.send(gateway.httpPort(), RawHttp.post(TASKS + method, authorized(GatewayUnderTest.TOKEN), body));
    }

    private void seeded(String task) {
        new SeededTask(task, gateway.rows(), gateway.content()).store();
    }

    private String created(String name, Scope scope) {
        return owner.tokens()
                .createToken(CreateTokenRequest.newBuilder()
                        .setName(name)
                        .addScopes(scope)
                        .build())
                .getSecret();
    }

    private static String authorized(String token) {
        return "Authorization: Bearer %s\r\n".formatted(token);
    }
}
