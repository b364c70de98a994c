package dev.pawl.cli.connection;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Translates failures, most of them statuses of pawl.v1, for a person at a terminal. */
public final class GatewayErrors {
    private GatewayErrors() {}

    /** What to say of any exception that ended a command. */
    public static CommandFailure known(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known;
            case StatusRuntimeException status -> failure(status);
            case NoSuchFileException missing ->
                new CommandFailure(ExitCode.USAGE, "no such file: " + missing.getFile(), missing);
            case AccessDeniedException denied ->
                new CommandFailure(ExitCode.USAGE, "not allowed to read: " + denied.getFile(), denied);
            case IOException io -> new CommandFailure(ExitCode.CONFIGURATION, String.valueOf(io.getMessage()), io);
            default ->
                new CommandFailure(
                        ExitCode.INTERNAL,
                        "this is a fault of Pawl: " + failure + " (PAWL_DEBUG=1 shows more)",
                        failure);
        };
    }

    public static CommandFailure failure(StatusRuntimeException error) {
        Status status = error.getStatus();
        String said = status.getDescription() == null ? status.getCode().name() : status.getDescription();
        return switch (status.getCode()) {
            case INVALID_ARGUMENT, OUT_OF_RANGE -> new CommandFailure(ExitCode.USAGE, violations(error, said), error);
            case NOT_FOUND -> new CommandFailure(ExitCode.USAGE, said + alternatives(closest(error)), error);
            case FAILED_PRECONDITION, ALREADY_EXISTS, ABORTED -> new CommandFailure(ExitCode.USAGE, said, error);
            case UNAUTHENTICATED -> new CommandFailure(ExitCode.CONFIGURATION, said + "; check the token file", error);
            case PERMISSION_DENIED ->
                new CommandFailure(
                        ExitCode.CONFIGURATION, said + "; the owner of the gateway can create one that has it", error);
            case UNAVAILABLE -> unavailable(error, said);
            case DEADLINE_EXCEEDED ->
                new CommandFailure(ExitCode.INTERNAL, "the gateway did not answer in time: " + said, error);
            default -> new CommandFailure(ExitCode.INTERNAL, "the gateway failed: " + said, error);
        };
    }

    /** With a cause it comes from our transport, which itself says only "io exception"; without, from the gateway. */
    private static CommandFailure unavailable(StatusRuntimeException error, String said) {
        Throwable cause = error.getCause();
        if (cause == null) {
            return new CommandFailure(
                    ExitCode.INTERNAL, "the gateway cannot answer: %s; see: pawl doctor".formatted(said), error);
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? said : said + ", " + cause.getMessage();
        return new CommandFailure(
                ExitCode.CONFIGURATION, "the gateway is not reachable: %s; see: pawl doctor".formatted(why), error);
    }

    /** Similar ids, nearest first. */
    static List<String> closest(StatusRuntimeException error) {
        return detail(error, ErrorInfo.class)
                .map(info -> info.getMetadataOrDefault("closest", ""))
                .filter(ids -> !ids.isBlank())
                .map(ids -> Arrays.asList(ids.split(",")))
                .orElse(List.of());
    }

    static String alternatives(List<String> ids) {
        return alternatives(ids, "pawl list");
    }

    static String alternatives(List<String> ids, String list) {
        return ids.isEmpty()
                ? "; see: " + list
                : ids.stream().map(id -> "\n  " + id.strip()).collect(Collectors.joining("", "; did you mean", ""));
    }

    private static String violations(StatusRuntimeException error, String said) {
        return detail(error, BadRequest.class)
                .map(bad -> bad.getFieldViolationsList().stream()
                        .map(violation -> "\n  " + violation.getField() + ": " + violation.getDescription())
                        .collect(Collectors.joining("", said, "")))
                .orElse(said);
    }

    private static <M extends Message> Optional<M> detail(StatusRuntimeException error, Class<M> type) {
        com.google.rpc.Status status = StatusProto.fromThrowable(error);
        if (status == null) {
            return Optional.empty();
        }
        for (Any any : status.getDetailsList()) {
            if (any.is(type)) {
                try {
                    return Optional.of(any.unpack(type));
                } catch (InvalidProtocolBufferException unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
