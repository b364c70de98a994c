package dev.pawl.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GatewayErrorsTest {
    @Test
    void theGatewaysMessageAboutItsDatabaseIsShown() {
        CommandFailure failure = GatewayErrors.failure(Status.UNAVAILABLE
                .withDescription("the database does not answer; try again")
                .asRuntimeException());

        assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(failure.getMessage())
                .contains("the database does not answer")
                .doesNotContain("not reachable");
    }

    @Test
    void aMissingGatewayIsDistinguishedFromOneThatCannotAnswer() {
        CommandFailure failure = GatewayErrors.failure(Status.UNAVAILABLE
                .withDescription("io exception")
                .withCause(new IllegalStateException(new IOException("Connection refused")))
                .asRuntimeException());

        assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(failure.getMessage()).contains("not reachable: io exception, Connection refused");
    }
}
