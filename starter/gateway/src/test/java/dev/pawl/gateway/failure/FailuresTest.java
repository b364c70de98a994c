package dev.pawl.gateway.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FailuresTest {
    private static final int DEFAULT_TRAILERS = 8192;

    @Test
    void aThousandFaultsStillFitIntoTheTrailersAClientTakes() throws InvalidProtocolBufferException {
        List<FieldViolation> faults = IntStream.range(0, 1000)
                .mapToObj(i -> FieldViolation.newBuilder()
                        .setField("task.files[%d]".formatted(i))
                        .setDescription("leads out of the workspace")
                        .build())
                .toList();
        StatusRuntimeException failure = Failures.invalid(faults);
        assertThat(failure.getStatus().getDescription())
                .startsWith("1000 invalid field(s)")
                .contains("do not fit");
        assertThat(size(Objects.requireNonNull(failure.getTrailers()))).isLessThan(DEFAULT_TRAILERS);
        assertThat(Objects.requireNonNull(StatusProto.fromThrowable(failure))
                        .getDetails(0)
                        .unpack(BadRequest.class)
                        .getFieldViolationsCount())
                .isGreaterThan(50);
    }

    @Test
    void anUnknownTaskComesWithTheClosestIds() throws InvalidProtocolBufferException {
        StatusRuntimeException failure = Failures.unknownTask("t-x", List.of("t-y", "t-z"));
        ErrorInfo info = Objects.requireNonNull(StatusProto.fromThrowable(failure))
                .getDetails(0)
                .unpack(ErrorInfo.class);
        assertThat(info.getDomain()).isEqualTo("pawl.v1");
        assertThat(info.getReason()).isEqualTo("NotFound");
        assertThat(info.getMetadataMap()).containsEntry("closest", "t-y,t-z").containsEntry("task", "t-x");
    }

    @Test
    void unexpectedFailuresRevealNothingAndAreLogged() {
        StatusException failure = new FailureTranslation().handleException(new IllegalStateException("password=x"));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(failure.getMessage()).doesNotContain("password").contains("incident");
    }

    @Test
    void aSilentDatabaseIsUnavailableAndNotAnErrorOfTheCaller() {
        StatusException failure =
                new FailureTranslation().handleException(new DataAccessResourceFailureException("refused"));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.getMessage()).contains("database");
    }

    /** The size on the wire: base64 has four bytes for three. */
    private static int size(Metadata trailers) {
        int bytes = 0;
        for (byte[] part : InternalMetadata.serialize(trailers)) {
            bytes += part.length * 4 / 3;
        }
        return bytes;
    }
}
