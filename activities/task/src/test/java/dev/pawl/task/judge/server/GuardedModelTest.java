package dev.pawl.task.judge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

class GuardedModelTest {
    private static final Duration TIME = Duration.ofSeconds(5);

    private final AtomicInteger calls = new AtomicInteger();

    private static ModelServerException fault(GuardedModel model) {
        ModelServerException fault =
                catchThrowableOfType(ModelServerException.class, () -> model.call(new Prompt("x"), TIME, () -> false));
        assertThat(fault).isNotNull();
        return fault;
    }

    private GuardedModel failing(ServerFault fault, Duration pause) {
        return new GuardedModel("test", (Prompt prompt) -> failed(fault), pause);
    }

    private ChatResponse failed(ServerFault fault) {
        calls.incrementAndGet();
        throw new ModelServerException(fault, "no");
    }

    @Test
    void aServerThatKeepsFailingIsNotCalledForAWhileAndThenTriedOnce() {
        GuardedModel model = failing(ServerFault.UNAVAILABLE, Duration.ofMillis(300));
        for (int i = 0; i < 5; i++) {
            fault(model);
        }

        ModelServerException alone = fault(model);

        assertThat(alone.fault()).isEqualTo(ServerFault.UNAVAILABLE);
        assertThat(alone.retryAfter()).isPositive();
        assertThat(alone).hasMessageContaining("is not asked for");
        assertThat(calls).hasValue(5);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            fault(model);
            return calls.get() > 5;
        });
    }

    @Test
    void limitsAndRefusalsDoNotOpenTheCircuit() {
        GuardedModel limited = failing(ServerFault.RATE_LIMITED, TIME);
        GuardedModel refused = failing(ServerFault.UNAUTHENTICATED, TIME);

        for (int i = 0; i < 20; i++) {
            assertThat(fault(limited).fault()).isEqualTo(ServerFault.RATE_LIMITED);
            assertThat(fault(refused).fault()).isEqualTo(ServerFault.UNAUTHENTICATED);
        }

        assertThat(calls).hasValue(40);
    }

    @Test
    void aCallThatIsNoLongerWantedIsEnded() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        ChatModel endless = prompt -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new ModelServerException(ServerFault.UNAVAILABLE, "ended");
        };

        ModelServerException fault = catchThrowableOfType(
                ModelServerException.class,
                () -> new GuardedModel("test", endless).call(new Prompt("x"), Duration.ofMinutes(1), () -> true));

        assertThat(fault.fault()).isEqualTo(ServerFault.CANCELLED);
        assertThat(interrupted.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
}
