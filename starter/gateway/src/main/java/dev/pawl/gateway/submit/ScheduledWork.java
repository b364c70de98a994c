package dev.pawl.gateway.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.CreateScheduleRequest;
import dev.pawl.gateway.wire.WireFaults;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.scheduled.ScheduledRun;
import java.util.List;

/** Reads what a schedule starts. Its prompts stay in the schedule, which keeps them as long as it exists. */
public final class ScheduledWork {
    /** The engine's share of a history, with room for the rest of the schedule. */
    private static final int MAX_BYTES = 60 * 1024;

    private ScheduledWork() {}

    /**
     * @param found errors so far
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every error
     */
    public static ScheduledRun read(CreateScheduleRequest request, List<FieldViolation> found) {
        Violations violations = new Violations();
        violations.addAll(WireFaults.in(request));
        violations.addAll(found);
        ScheduledRun run = switch (request.getWorkCase()) {
            case TASK ->
                ScheduledRun.of(
                        request.getName(),
                        new SpecReader(request.getTask(), violations)
                                .read(prompt("task.prompt", request.getTask().getPrompt(), violations)));
            case PLAN ->
                ScheduledRun.of(
                        request.getName(),
                        new PlanSpecReader(request.getPlan(), violations)
                                .read(each ->
                                        prompt("plan.packages", each.getTask().getPrompt(), violations)));
            case WORK_NOT_SET -> {
                violations.add("work", "names neither a task nor a plan");
                violations.refuse();
                throw new IllegalStateException("unreachable: there is a violation");
            }
        };
        int size = size(run);
        if (size > MAX_BYTES) {
            violations.add(
                    "work",
                    "is %d bytes long with its prompts, at most %d can be scheduled: put long text into files"
                            .formatted(size, MAX_BYTES));
            violations.refuse();
        }
        return run;
    }

    private static Prompt prompt(String field, String text, Violations violations) {
        if (text.isBlank() || text.length() > Prompt.MAX_INLINE) {
            violations.add(
                    field,
                    "has %d characters, a scheduled prompt has 1 to %d and is not blank"
                            .formatted(text.length(), Prompt.MAX_INLINE));
            return Prompt.inline("-");
        }
        return Prompt.inline(text);
    }

    private static int size(ScheduledRun run) {
        try {
            return PawlDataConverter.mapper().writeValueAsBytes(run).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request has no JSON", e);
        }
    }
}
