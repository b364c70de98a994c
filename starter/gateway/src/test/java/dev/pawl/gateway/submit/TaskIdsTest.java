package dev.pawl.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskIdsTest {
    @Test
    void a_request_id_always_names_the_same_task() {
        // A change here would start repeated requests again.
        assertThat(TaskIds.of("request-1")).isEqualTo(TaskIds.of("request-1")).matches("t-[a-z2-7]{12}");
        assertThat(TaskIds.of("")).isEqualTo("t-4oymiquy7qob");
    }

    @Test
    void different_request_ids_name_different_tasks() {
        assertThat(TaskIds.of("request-1")).isNotEqualTo(TaskIds.of("request-2"));
    }
}
