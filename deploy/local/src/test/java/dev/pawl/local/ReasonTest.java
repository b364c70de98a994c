package dev.pawl.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Path HOME = Path.of("/home/a/pawl");

    @Test
    void itIsTheInnermostMessage() {
        Exception failure = new IllegalStateException("outer", new IOException("the port is taken", new Exception()));
        assertThat(Reason.of(failure, HOME)).isEqualTo("the port is taken");
    }

    @Test
    void forADatabaseOfAnotherBuildTheReasonHasTheNextStep() {
        Exception failure = new IllegalStateException(
                "bean",
                new FlywayValidateException(
                        new ErrorDetails(CoreErrorCode.CHECKSUM_MISMATCH, "checksum mismatch"), "checksum mismatch"));
        assertThat(Reason.of(failure, HOME))
                .startsWith("the database in /home/a/pawl was made by another, older build of Pawl")
                .contains("move /home/a/pawl away");
    }
}
