package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
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
    void aTaskThatHasEndedIsReported() {
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        gateway.watch = (request, out) -> {
            out.onNext(Tasks.event(20, EventType.EVENT_TYPE_TASK_FINISHED));
            out.onCompleted();
        };
        Invocation watch = pawl("watch", Tasks.ID);
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out()).contains("Calculator module: accepted");
    }

    @Test
    void aLostStreamContinuesAfterTheLastEventSeen() {
        gateway.tasks.put(Tasks.ID, Tasks.fresh().setLastSequence(1).build());
        gateway.watch = (request, out) -> {
            if (request.getAfterSequence() == 0) {
                out.onNext(Tasks.event(1, EventType.EVENT_TYPE_TASK_REGISTERED));
                out.onNext(Tasks.event(2, EventType.EVENT_TYPE_SESSION_OPENED));
                out.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                gateway.tasks.put(Tasks.ID, Tasks.accepted());
                out.onNext(Tasks.event(3, EventType.EVENT_TYPE_TASK_FINISHED));
                out.onCompleted();
            }
        };
        Invocation watch = pawl("watch", Tasks.ID, "-o", "jsonl");
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.err()).contains("lost the gateway; watching resumes");
        assertThat(gateway.watched)
                .extracting(WatchTaskRequest::getAfterSequence)
                .containsExactly(0L, 2L);
        assertThat(watch.out().lines().filter(line -> line.contains("\"sequence\"")))
                .hasSize(3);
    }

    @Test
    void aTimeoutEndsWith124AndTheTaskContinues() {
        gateway.tasks.put(Tasks.ID, Tasks.fresh().build());
        gateway.watch = (request, out) -> {};
        Invocation watch = pawl("watch", Tasks.ID, "--timeout", "1s");
        assertThat(watch.exitCode()).isEqualTo(124);
        assertThat(watch.err()).contains("the task continues; come back: pawl watch " + Tasks.ID);
    }

    @Test
    void aTimeoutWithoutAUnitIsRefused() {
        Invocation watch = pawl("watch", Tasks.ID, "--timeout", "10");
        assertThat(watch.exitCode()).isEqualTo(2);
        assertThat(watch.err()).contains("write 90s, 30m, 2h or 7d");
    }
}
