package dev.pawl.workflows.task;

import static dev.pawl.workflows.model.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.task.state.TaskInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentDetailsTest {
    @Test
    void aQuestionThatTakesOnlySomeWordsOffersTheseAndNoApproval() {
        TaskState state = new TaskState(TaskInput.first(request()));
        state.question = "host gone has not been heard from";
        state.questionKind = "escalate";
        state.choices = List.of("wait", "end");

        assertThat(CurrentDetails.of("t-1", state))
                .contains("`pawl answer t-1 \"wait\"` or `pawl answer t-1 \"end\"`")
                .doesNotContain("approve", "reject");
    }
}
