package dev.pawl.workflows.model.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitSpecTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void withoutRemindersOfItsOwnAWaitRemindsEveryDay() {
        assertThat(WaitSpec.DEFAULT.nextReminder(Duration.ZERO)).isEqualTo(Duration.ofDays(1));
        assertThat(WaitSpec.DEFAULT.nextReminder(Duration.ofDays(3))).isEqualTo(Duration.ofDays(4));
    }

    @Test
    void timesAscendAndAreBeforeTheDeadline() {
        assertThatThrownBy(() -> new WaitSpec(List.of(HOUR, HOUR), List.of(), null, WaitEnd.STOP))
                .hasMessageContaining("wait.remind must ascend");
        assertThatThrownBy(() -> new WaitSpec(List.of(), List.of(new Escalation(HOUR, "a")), HOUR, WaitEnd.STOP))
                .hasMessageContaining("not before the deadline");
        assertThatThrownBy(() -> new WaitSpec(List.of(), List.of(), Duration.ZERO, WaitEnd.STOP))
                .hasMessageContaining("wait.deadline");
        assertThatThrownBy(() -> new Escalation(HOUR, " ")).hasMessageContaining("wait.escalate.to");
    }
}
