package dev.pawl.gateway.failure;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.pawl.workflows.model.FailureTypes;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Failures of the API: google.rpc statuses with their standard details. */
public final class Failures {
    /** The domain of every ErrorInfo. */
    public static final String DOMAIN = "pawl.v1";

    /** The metadata key of NOT_FOUND that holds the closest ids, separated by commas. */
    public static final String CLOSEST = "closest";

    /** Clients take 8 KiB of trailers by default, base64 included. */
    private static final int MAX_DETAIL_BYTES = 5_000;

    private Failures() {}

    /** Every invalid field, as far as trailers can hold them; the message counts all. */
    public static StatusRuntimeException invalid(List<FieldViolation> violations) {
        List<FieldViolation> held = fitting(violations);
        int more = violations.size() - held.size();
        String summary = held.stream()
                .limit(3)
                .map(violation -> violation.getField() + ": " + violation.getDescription())
                .collect(Collectors.joining("; "));
        String message = "%d invalid field(s): %s%s"
                .formatted(violations.size(), summary, more > 0 ? " (%d do not fit)".formatted(more) : "");
        BadRequest details = BadRequest.newBuilder().addAllFieldViolations(held).build();
        return status(Code.INVALID_ARGUMENT, message, Any.pack(details));
    }

    public static StatusRuntimeException invalid(String field, String description) {
        return invalid(List.of(FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build()));
    }

    /** @param closest similar ids, best first */
    public static StatusRuntimeException unknownTask(String taskId, List<String> closest) {
        String hint = closest.isEmpty() ? "" : "; closest: " + String.join(", ", closest);
        return status(
                Code.NOT_FOUND,
                "no task '%s'%s".formatted(taskId, hint),
                info(FailureTypes.NOT_FOUND, Map.of("task", taskId, CLOSEST, String.join(",", closest))));
    }

    /** @param closest similar ids, best first */
    public static StatusRuntimeException unknownPlan(String planId, List<String> closest) {
        String hint = closest.isEmpty() ? "" : "; closest: " + String.join(", ", closest);
        return status(
                Code.NOT_FOUND,
                "no plan '%s'%s".formatted(planId, hint),
                info(FailureTypes.NOT_FOUND, Map.of("plan", planId, CLOSEST, String.join(",", closest))));
    }

    /** Something other than a task does not exist. */
    public static StatusRuntimeException notFound(String message) {
        return status(Code.NOT_FOUND, message, info(FailureTypes.NOT_FOUND, Map.of()));
    }

    /** @param reason one of {@link FailureTypes} */
    public static StatusRuntimeException precondition(String reason, String message) {
        return status(Code.FAILED_PRECONDITION, message, info(reason, Map.of()));
    }

    /** @param wait how long to wait before the next try */
    public static StatusRuntimeException exhausted(String message, Duration wait) {
        RetryInfo retry = RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(wait.getSeconds())
                        .setNanos(wait.getNano()))
                .build();
        return status(Code.RESOURCE_EXHAUSTED, message, Any.pack(retry));
    }

    public static StatusRuntimeException unavailable(String message) {
        return io.grpc.Status.UNAVAILABLE.withDescription(message).asRuntimeException();
    }

    private static StatusRuntimeException status(Code code, String message, Any detail) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(detail)
                .build());
    }

    private static Any info(String reason, Map<String, String> metadata) {
        return Any.pack(ErrorInfo.newBuilder()
                .setDomain(DOMAIN)
                .setReason(reason)
                .putAllMetadata(metadata)
                .build());
    }

    private static List<FieldViolation> fitting(List<FieldViolation> violations) {
        List<FieldViolation> held = new ArrayList<>();
        int bytes = 0;
        for (FieldViolation violation : violations) {
            bytes += violation.getSerializedSize();
            if (bytes > MAX_DETAIL_BYTES && !held.isEmpty()) {
                break;
            }
            held.add(violation);
        }
        return held;
    }
}
