package dev.pawl.gateway.submit;

import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.gateway.failure.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects all errors of a request, so that its author sees them at once. */
final class Violations {
    private final List<FieldViolation> found = new ArrayList<>();

    void add(String field, String description) {
        found.add(FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build());
    }

    int count() {
        return found.size();
    }

    void addAll(List<FieldViolation> violations) {
        found.addAll(violations);
    }

    /**
     * Checks one value alone, so that one error does not hide another.
     *
     * @param trial throws {@link IllegalArgumentException} for an invalid value
     * @return the value if it is valid, else the stand-in
     */
    <T> T tried(String field, T value, T standIn, Consumer<T> trial) {
        int before = found.size();
        made(field, standIn, () -> {
            trial.accept(value);
            return value;
        });
        return found.size() == before ? value : standIn;
    }

    /** Returns the supplier's result, or the stand-in if it throws {@link IllegalArgumentException}. */
    <T> T made(String field, T standIn, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            add(field, message == null ? "is not allowed" : message);
            return standIn;
        }
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with all errors, if there are any */
    void refuse() {
        if (!found.isEmpty()) {
            throw Failures.invalid(found);
        }
    }
}
