package dev.pawl.gateway.view;

import java.math.BigDecimal;

/** US dollars in the protocol. */
public final class Dollars {
    private Dollars() {}

    /** Without an exponent and trailing zeros. */
    public static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
