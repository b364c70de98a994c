package dev.pawl.gateway.submit;

import dev.pawl.api.v1.TaskSpec;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import java.io.IOException;
import java.io.InputStream;

/** A task as a client would submit it, read without starting it. */
public final class SubmittedSpec {
    private SubmittedSpec() {}

    /**
     * @param spec bytes of a {@code pawl.v1.TaskSpec}
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every invalid field
     */
    public static TaskRequest read(InputStream spec) throws IOException {
        TaskSpec task = TaskSpec.parseFrom(spec);
        return new SpecReader(task, new Violations()).read(Prompt.inline("-"));
    }
}
