package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UiHostTest {
    /** The engine derives the same; see deploy/engine/gate. */
    @Test
    void itIsDerivedFromTheSecret() {
        assertThat(UiHost.of("secret")).isEqualTo("pawl-790799a7852066cb.localhost");
    }
}
