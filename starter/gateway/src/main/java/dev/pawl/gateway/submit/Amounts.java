package dev.pawl.gateway.submit;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of US dollars. */
final class Amounts {
    private static final Pattern DOLLARS = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

    private Amounts() {}

    /** @throws IllegalArgumentException for anything but a decimal number of dollars */
    static BigDecimal dollars(String text) {
        if (!DOLLARS.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' is not an amount of dollars such as 2.50".formatted(text));
        }
        return new BigDecimal(text);
    }
}
