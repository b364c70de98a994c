package dev.pawl.gateway;

import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.TaskSpec;
import java.util.UUID;

/** Small valid tasks. */
public final class TaskSpecs {
    private TaskSpecs() {}

    public static TaskSpec.Builder valid() {
        return TaskSpec.newBuilder()
                .setTitle("Calculator")
                .setPrompt("Write a calculator.")
                .setAgent(AgentSpec.newBuilder().setName("command").addCommand("true"));
    }

    public static SubmitTaskRequest submission(TaskSpec.Builder spec) {
        return SubmitTaskRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setTask(spec)
                .build();
    }
}
