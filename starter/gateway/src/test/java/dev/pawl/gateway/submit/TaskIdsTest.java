package dev.pawl.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskIdsTest {
    @Test
    void aRequestIdAlwaysNamesTheSameTask() {
        // A change here would start repeated requests again.
        assertThat(TaskIds.of("request-1")).isEqualTo(TaskIds.of("request-1")).matches("t-[a-z2-7]{12}");
        assertThat(TaskIds.of("")).isEqualTo("t-4oymiquy7qob");
    }

    @Test
    void differentRequestIdsNameDifferentTasks() {
        assertThat(TaskIds.of("request-1")).isNotEqualTo(TaskIds.of("request-2"));
    }
}
