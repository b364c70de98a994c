package dev.pawl.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.pawl.api.v1.EventServiceGrpc;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.gateway.http.RawHttp.Reply;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reaches a handler, what does not, and what is answered then. */
class HttpServerTest {
    private static final String GET = "/pawl.v1.TaskService/GetTask";
    private static final String HOST = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final int MEBIBYTE = 1 << 20;

    private final AtomicInteger handled = new AtomicInteger();
    private HttpServer server;

    /** Returns the id that it was asked for. */
    private final class Echo extends TaskServiceGrpc.TaskServiceImplBase {
        @Override
        public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> observer) {
            handled.incrementAndGet();
            observer.onNext(GetTaskResponse.newBuilder()
                    .setTask(Task.newBuilder().setId(request.getTaskId()))
                    .build());
            observer.onCompleted();
        }
    }

    @BeforeEach
    void start() {
        start(Duration.ofMinutes(1));
    }

    private void start(Duration patience) {
        server = new HttpServer(
                0,
                () -> List.of(new Echo().bindService(), new EventServiceGrpc.EventServiceImplBase() {}.bindService()),
                patience);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMethodIsCalledByItsNameAndBothSpellingsOfAFieldAreRead() throws IOException {
        for (String field : List.of("task_id", "taskId")) {
            Reply reply = RawHttp.send(server.port(), RawHttp.post(GET, "", "{\"%s\": \"t-ä😀\"}".formatted(field)));

            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.head().toLowerCase(Locale.ROOT))
                    .contains("content-type: application/json")
                    .contains("cache-control: no-store")
                    .doesNotContain("access-control");
            GetTaskResponse.Builder read = GetTaskResponse.newBuilder();
            JsonFormat.parser().merge(reply.body(), read);
            assertThat(read.getTask().getId()).isEqualTo("t-ä😀");
        }
    }

    static Stream<Arguments> heads() {
        String post = "POST " + GET + " HTTP/1.1\r\n";
        String body = "Content-Length: 2\r\n\r\n{}";
        return Stream.of(
                Arguments.of(400, "\u0016\u0003\u0001 TLS\r\n\r\n"),
                Arguments.of(400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".replace("HTTP/2.0", "HTTX")),
                Arguments.of(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                Arguments.of(505, post.replace("1.1", "1.0") + HOST + JSON + body),
                Arguments.of(421, post + JSON + body),
                Arguments.of(421, post + "Host: evil.example\r\n" + JSON + body),
                Arguments.of(421, post + "Host: localhost.evil.example\r\n" + JSON + body),
                Arguments.of(421, post + "Host: 127.0.0.1.evil.example:80\r\n" + JSON + body),
                Arguments.of(421, post + HOST + "Host: evil.example\r\n" + JSON + body),
                Arguments.of(403, post + HOST + "Origin: http://localhost\r\n" + JSON + body),
                Arguments.of(403, post + HOST + "Origin: null\r\n" + JSON + body),
                Arguments.of(403, "OPTIONS " + GET + " HTTP/1.1\r\n" + HOST + "Origin: https://a.example\r\n\r\n"),
                Arguments.of(405, "GET " + GET + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(405, "DELETE " + GET + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of(415, post + HOST + body),
                Arguments.of(415, post + HOST + "Content-Type: text/plain\r\n" + body),
                Arguments.of(415, post + HOST + "Content-Type: application/x-www-form-urlencoded\r\n" + body),
                Arguments.of(415, post + HOST + "Content-Type: application/json; charset=utf-16\r\n" + body),
                Arguments.of(415, post + HOST + "Content-Type: application/connect+json\r\n" + body),
                Arguments.of(415, post + HOST + JSON + JSON + body),
                Arguments.of(415, post + HOST + JSON + "Content-Encoding: gzip\r\n" + body),
                Arguments.of(400, post + HOST + JSON + "Connect-Protocol-Version: 2\r\n" + body),
                Arguments.of(400, post + HOST + JSON + "Connect-Timeout-Ms: soon\r\n" + body),
                Arguments.of(400, post + HOST + JSON + "Connect-Timeout-Ms: -1\r\n" + body),
                Arguments.of(400, post + HOST + JSON + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n" + body),
                Arguments.of(413, post + HOST + JSON + "Content-Length: 99999999999\r\n\r\n{}"),
                Arguments.of(400, post + HOST + JSON + "Content-Length: -1\r\n\r\n{}"),
                Arguments.of(400, post + HOST + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
                Arguments.of(400, post + HOST + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                Arguments.of(414, "POST /" + "a".repeat(5_000) + " HTTP/1.1\r\n" + HOST + body),
                Arguments.of(431, post + HOST + "X: " + "a".repeat(9_000) + "\r\n" + JSON + body));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aRequestThatIsNoCallIsRefusedByItsFaultAndReachesNoHandler(int status, String request) throws IOException {
        Reply reply = RawHttp.send(server.port(), request);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"code\":\"").contains("\"message\":\"");
        assertThat(reply.head().toLowerCase(Locale.ROOT)).doesNotContain("access-control");
        assertThat(handled).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void onlyTheExactPathOfAMethodLeadsToIt(String path) throws IOException {
        Reply reply = RawHttp.send(server.port(), RawHttp.post(path, "", "{}"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
        assertThat(handled).hasValue(0);
    }

    static Stream<String> paths() {
        return Stream.of(
                "/",
                "*",
                "//pawl.v1.TaskService/GetTask",
                "/pawl.v1.TaskService/../pawl.v1.TaskService/GetTask",
                "/pawl.v1.TaskService/%47etTask",
                "/pawl.v1.TaskService/GetTask/",
                "/pawl.v1.TaskService/GetTask?a=b",
                "/pawl.v1.TaskService/GetTask;x",
                "/pawl.v1.TaskService\\GetTask",
                "/pawl.v1.TaskService/gettask",
                "/PAWL.V1.TASKSERVICE/GetTask",
                "http://localhost/pawl.v1.TaskService/GetTask",
                "/grpc.health.v1.Health/Check",
                "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
                "/actuator/health",
                "/etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNotTheMessageIsInvalidAndReachesNoHandler(String reason, String body) throws IOException {
        Reply reply = RawHttp.send(server.port(), RawHttp.post(GET, "", body));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.body())
                .startsWith("{\"code\":\"invalid_argument\"")
                .contains("google.rpc.BadRequest", "\"field\":\"body\"")
                .contains(reason)
                .hasSizeLessThan(2_000);
        assertThat(handled).hasValue(0);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("is empty", ""),
                Arguments.of("is empty", "  \n"),
                Arguments.of("no JSON object", "[]"),
                Arguments.of("no JSON object", "null"),
                Arguments.of("no JSON object", "\"text\""),
                Arguments.of("line 1", "{\"task_id\": \"a\""),
                Arguments.of("line 1", "{task_id: \"a\"}"),
                Arguments.of("line 1", "{\"task_id\": 'a'}"),
                Arguments.of("line 1", "{\"task_id\": NaN}"),
                Arguments.of("line 1", "{\"task_id\": \"a\"}}"),
                Arguments.of("after its object", "{\"task_id\": \"a\"} {\"task_id\": \"b\"}"),
                Arguments.of("Duplicate", "{\"task_id\": \"a\", \"task_id\": \"b\"}"),
                Arguments.of("already been set", "{\"task_id\": \"a\", \"taskId\": \"b\"}"),
                Arguments.of("nonsense", "{\"nonsense\": 1}"),
                Arguments.of("body", "{\"task_id\": {\"a\": 1}}"),
                Arguments.of("body", "{\"task_id\": [\"a\", \"b\"]}"),
                Arguments.of("surrogate", "{\"task_id\": \"\\ud800\"}"),
                Arguments.of("surrogate", "{\"\\udc00\": \"a\"}"),
                Arguments.of("depth", "{\"task_id\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
                Arguments.of("depth", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
                Arguments.of("nonsense", "{\"nonsense" + "x".repeat(10_000) + "\": 1}"));
    }

    @Test
    void aReasonRepeatsNoCharacterThatChangesHowItLooks() throws IOException {
        Reply reply = RawHttp.send(server.port(), RawHttp.post(GET, "", "{\"nonsense\\u202e\\u001b[2J\": 1}"));

        assertThat(reply.body()).contains("nonsense").doesNotContain("\\u202e", "\\u001b", "202e", "001b");
        assertThat(reply.body().codePoints()).doesNotContain(0x202e, 0x1b);
    }

    @Test
    void aBodyThatIsNotUtf8IsInvalid() throws IOException {
        byte[] request = RawHttp.post(GET, "", "{\"task_id\": \"??\"}").getBytes(StandardCharsets.UTF_8);
        request[request.length - 4] = (byte) 0xED;
        request[request.length - 3] = (byte) 0xA0;

        assertThat(RawHttp.send(server.port(), request).status()).isEqualTo(400);
        assertThat(handled).hasValue(0);
    }

    @Test
    void aBodyInChunksIsReadAndOneThatGrowsTooLargeIsRefused() throws IOException {
        String head = "POST " + GET + " HTTP/1.1\r\n" + HOST + JSON + "Transfer-Encoding: chunked\r\n";

        assertThat(RawHttp.send(
                                server.port(),
                                head + "Connection: close\r\n\r\n5\r\n{\"tas\r\nb\r\nk_id\": \"a\"}\r\n0\r\n\r\n")
                        .body())
                .contains("\"id\":\"a\"");
        try (RawHttp connection = new RawHttp(server.port())) {
            connection.write(head + "\r\n");
            String chunk = "100000\r\n" + " ".repeat(MEBIBYTE) + "\r\n";
            for (int i = 0; i < 17; i++) {
                connection.write(chunk);
            }
            assertThat(connection.reply().status()).isEqualTo(413);
        }
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsRefusedAndAnIdleConnectionIsEnded() throws IOException {
        stop();
        start(Duration.ofSeconds(1));
        try (RawHttp slow = new RawHttp(server.port());
                RawHttp idle = new RawHttp(server.port())) {
            slow.write("POST " + GET + " HTTP/1.1\r\n" + HOST + JSON + "Content-Length: 100\r\n\r\n{");

            assertThat(slow.reply().status()).isEqualTo(408);
            assertThat(idle.reply().status()).isZero();
        }
    }

    @Test
    void aConnectionCarriesManyRequestsOneAfterTheOther() throws IOException {
        String request = RawHttp.post(GET, "", "{\"task_id\": \"a\"}").replace("Connection: close\r\n", "");
        try (RawHttp connection = new RawHttp(server.port())) {
            for (int i = 0; i < 3; i++) {
                connection.write(request);
                assertThat(connection.readUntil("}}"))
                        .startsWith("HTTP/1.1 200")
                        .contains("\"id\":\"a\"");
            }
            connection.write("POST /none HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(connection.reply().status()).isEqualTo(404);
        }
        assertThat(handled).hasValue(3);
    }

    @Test
    void aRequestThatDidNotWaitForTheAnswerBeforeItIsNotHandled() throws IOException {
        String request = RawHttp.post(GET, "", "{\"task_id\": \"a\"}").replace("Connection: close\r\n", "");

        Reply reply = RawHttp.send(server.port(), request + request);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(handled).hasValue(1);
    }

    @Test
    void aClientThatAsksBeforeItSendsItsBodyIsAnswered() throws IOException {
        String head = "POST " + GET + " HTTP/1.1\r\n" + HOST + JSON
                + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n";
        try (RawHttp connection = new RawHttp(server.port())) {
            connection.write(head);
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            connection.write("{}");
            assertThat(connection.reply().status()).isEqualTo(200);
        }
        assertThat(RawHttp.send(server.port(), head.replace(": 2", ": 20000000"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aStreamOfRequestsIsRefusedByName() throws IOException {
        Reply reply = RawHttp.send(server.port(), RawHttp.post("/pawl.v1.EventService/PublishStream", "", "{}"));

        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.body()).contains("\"unimplemented\"", "PublishStream takes a stream of requests");
    }
}
