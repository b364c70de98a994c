package dev.pawl.gateway.view;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets optional fields from nullable columns. */
public final class Present {
    private Present() {}

    public static <T> void ifPresent(@Nullable T value, Consumer<? super T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
