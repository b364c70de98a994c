package dev.pawl.host.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class PatienceTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void workIsRepeatedUntilTheDatabaseIsBack() {
        String result = new Patience(() -> false).insist(() -> switch (tries.incrementAndGet()) {
            case 1 -> throw new DataAccessResourceFailureException("connection refused");
            case 2 -> throw new CannotCreateTransactionException("no connection");
            default -> "stored";
        });

        assertThat(result).isEqualTo("stored");
        assertThat(tries).hasValue(3);
    }

    @Test
    void aStatementThatTheDatabaseRefusesIsNotRetried() {
        assertThatThrownBy(() -> new Patience(() -> false).insist(() -> {
                    tries.incrementAndGet();
                    throw new DuplicateKeyException("twice");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void nothingIsRetriedForAResultThatIsNoLongerWanted() {
        assertThatThrownBy(() -> new Patience(() -> tries.get() == 2).insist(this::away))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aWorkerThatStopsDoesNotWaitForTheDatabase() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Patience(() -> false).insist(this::away))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).hasValue(1);
    }

    private void away() {
        tries.incrementAndGet();
        throw new DataAccessResourceFailureException("connection refused");
    }
}
