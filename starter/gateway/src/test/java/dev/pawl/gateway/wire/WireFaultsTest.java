package dev.pawl.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.gateway.TaskSpecs;
import org.junit.jupiter.api.Test;

class WireFaultsTest {
    @Test
    void nulIsFoundAtAnyDepth() {
        SubmitTaskRequest request = SubmitTaskRequest.newBuilder()
                .setRequestId("a\0")
                .setTask(TaskSpecs.valid()
                        .addFiles("fine")
                        .addFiles("b\0")
                        .setAgent(AgentSpec.newBuilder().setName("command").addCommand("c\0")))
                .build();
        assertThat(WireFaults.in(request))
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder("request_id", "task.files[1]", "task.agent.command[0]");
    }

    @Test
    void anUnknownEnumNumberIsRefusedAndNotReadAsTheDefault() {
        assertThat(WireFaults.in(
                        ListTasksRequest.newBuilder().setStatusValue(99).build()))
                .extracting(FieldViolation::getField, FieldViolation::getDescription)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("status", "unknown value 99"));
    }

    @Test
    void aWellFormedMessageHasNoFaults() {
        assertThat(WireFaults.in(TaskSpecs.submission(TaskSpecs.valid()))).isEmpty();
    }
}
