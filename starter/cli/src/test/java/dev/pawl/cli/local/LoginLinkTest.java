package dev.pawl.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLinkTest {
    /** The form that deploy/engine/gate reads, whose test has the same. */
    @Test
    void itHasItsEndANonceAndACodeOfBoth() {
        assertThat(LoginLink.to("http://ui:1", "secret", Instant.ofEpochMilli(1_800_000_000_000L), "n1"))
                .isEqualTo("http://ui:1/login?t=1800000060000.n1"
                        + ".f11902b95453d9e25d0b2e3ed78980e8d30a4250f2f10ea35d76a7cabf928113");
    }
}
