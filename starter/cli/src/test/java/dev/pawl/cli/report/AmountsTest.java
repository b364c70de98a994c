package dev.pawl.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.Usage;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void tokens_are_short() {
        assertThat(Amounts.tokens(999)).isEqualTo("999");
        assertThat(Amounts.tokens(12_345)).isEqualTo("12.3k");
        assertThat(Amounts.tokens(4_500_000)).isEqualTo("4.5M");
    }

    @Test
    void an_unknown_cost_is_a_dash_and_never_zero() {
        assertThat(Amounts.cost(Usage.getDefaultInstance())).isEqualTo("-");
        assertThat(Amounts.cost(Usage.newBuilder().setCostUsd("0").build())).isEqualTo("$0.00");
        assertThat(Amounts.cost(Usage.newBuilder().setCostUsd("0.0123").build()))
                .isEqualTo("$0.0123");
        assertThat(Amounts.cost(Usage.newBuilder().setCostUsd("12.345").build()))
                .isEqualTo("$12.35");
    }
}
