package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.SessionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionEndingsTest {
    @ParameterizedTest
    @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "FINISHED")
    void onlyARunThatFinishedIsCompleted(Ending ending) {
        assertThat(SessionEndings.status(ending))
                .isIn(SessionStatus.FAILED, SessionStatus.TIMED_OUT, SessionStatus.CANCELLED);
    }

    @Test
    void eachEndingHasItsStatus() {
        assertThat(SessionEndings.status(Ending.FINISHED)).isEqualTo(SessionStatus.COMPLETED);
        assertThat(SessionEndings.status(Ending.TIMED_OUT)).isEqualTo(SessionStatus.TIMED_OUT);
        assertThat(SessionEndings.status(Ending.IDLE)).isEqualTo(SessionStatus.TIMED_OUT);
        assertThat(SessionEndings.status(Ending.CANCELLED)).isEqualTo(SessionStatus.CANCELLED);
        assertThat(SessionEndings.status(Ending.TURN_LIMIT)).isEqualTo(SessionStatus.FAILED);
    }
}
