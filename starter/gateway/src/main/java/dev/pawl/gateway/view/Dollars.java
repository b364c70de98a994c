package dev.pawl.gateway.view;

import java.math.BigDecimal;

/** US dollars as the protocol has them. */
public final class Dollars {
    private Dollars() {}

    /** Without an exponent and without zeros that say nothing. */
    public static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
