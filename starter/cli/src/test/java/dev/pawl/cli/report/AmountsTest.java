package dev.pawl.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void tokensAreShort() {
        assertThat(Amounts.tokens(999)).isEqualTo("999");
        assertThat(Amounts.tokens(12_345)).isEqualTo("12.3k");
        assertThat(Amounts.tokens(4_500_000)).isEqualTo("4.5M");
    }
}
