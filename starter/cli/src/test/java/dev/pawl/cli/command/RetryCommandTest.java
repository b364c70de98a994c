package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.RetryTaskRequest;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryCommandTest {
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

    @Test
    void aRetryPrintsTheNewTaskAndHowToWatchIt() {
        Invocation retry = Invocation.of(gateway.environment(), directory, "retry", "last", "--request-id", "again");
        assertThat(retry.exitCode()).isZero();
        assertThat(retry.out()).isEqualTo("again-1\n");
        assertThat(retry.err()).contains("Calculator module", "pawl watch again-1");
        RetryTaskRequest request = (RetryTaskRequest) gateway.actions.getFirst();
        assertThat(request.getTaskId()).isEqualTo(Tasks.ID);
        assertThat(request.getRequestId()).isEqualTo("again");
    }

    @Test
    void aForkNamesTheIterationThatItStartsFrom() {
        Invocation fork = Invocation.of(gateway.environment(), directory, "fork", "last", "--iteration", "2");
        assertThat(fork.exitCode()).isZero();
        assertThat(fork.err()).contains("Calculator module, from iteration 2");
        assertThat(((RetryTaskRequest) gateway.actions.getFirst()).getIteration())
                .isEqualTo(2);
        assertThat(Invocation.of(gateway.environment(), directory, "fork", "last")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void withoutARequestIdEachRetryHasItsOwn() {
        Invocation.of(gateway.environment(), directory, "retry", "last");
        Invocation json = Invocation.of(gateway.environment(), directory, "retry", "last", "-o", "json");
        assertThat(json.out()).contains("\"retry_of\": \"" + Tasks.ID + "\"");
        assertThat(gateway.actions)
                .extracting(action -> ((RetryTaskRequest) action).getRequestId())
                .doesNotHaveDuplicates()
                .noneMatch(String::isEmpty);
    }
}
