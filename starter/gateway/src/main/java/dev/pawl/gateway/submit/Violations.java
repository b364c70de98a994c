package dev.pawl.gateway.submit;

import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.gateway.failure.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects everything that is wrong with a request, so that its author hears of all of it at once. */
final class Violations {
    private final List<FieldViolation> found = new ArrayList<>();

    void add(String field, String description) {
        found.add(FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build());
    }

    void addAll(List<FieldViolation> violations) {
        found.addAll(violations);
    }

    /**
     * Tries one value alone, so that one fault does not hide another.
     *
     * @param trial throws {@link IllegalArgumentException} for a value that is not allowed
     * @return the value where it is allowed, the stand-in where not
     */
    <T> T tried(String field, T value, T standIn, Consumer<T> trial) {
        int before = found.size();
        made(field, standIn, () -> {
            trial.accept(value);
            return value;
        });
        return found.size() == before ? value : standIn;
    }

    /** What the supplier makes, or the stand-in where it throws {@link IllegalArgumentException}. */
    <T> T made(String field, T standIn, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            add(field, message == null ? "is not allowed" : message);
            return standIn;
        }
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with all of them, where there are any */
    void refuse() {
        if (!found.isEmpty()) {
            throw Failures.invalid(found);
        }
    }
}
