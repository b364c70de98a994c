package dev.pawl.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.Must;
import dev.pawl.api.v1.TaskStatus;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aValueHasTheLowerSnakeCaseWordPeopleSeeEverywhere() {
        assertThat(Words.of(TaskStatus.TASK_STATUS_ACCEPTED)).isEqualTo("accepted");
        assertThat(Words.of(Must.MUST_NO_NEW_FAILURES)).isEqualTo("no_new_failures");
        assertThat(Words.all(BreakpointMoment.class))
                .containsExactly("before_accept", "before_deliver", "after_iteration", "on_red_check");
    }

    @Test
    void unspecifiedAndUnrecognisedValuesHaveNoWord() {
        assertThat(Words.of(TaskStatus.TASK_STATUS_UNSPECIFIED)).isEmpty();
        assertThat(Words.of(TaskStatus.UNRECOGNIZED)).isEmpty();
    }

    @Test
    void aWordNamesItsValueAndAnUnknownWordNone() {
        assertThat(Words.parse(TaskStatus.class, "parked")).contains(TaskStatus.TASK_STATUS_PARKED);
        assertThat(Words.parse(TaskStatus.class, "done")).isEmpty();
        assertThat(Words.parse(TaskStatus.class, "")).isEmpty();
    }
}
