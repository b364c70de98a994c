package dev.pawl.gateway.failure;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.grpc.server.exception.GrpcExceptionHandler;
import org.springframework.transaction.CannotCreateTransactionException;

/** Translates exceptions to statuses. Unexpected ones are logged, and the caller gets a number to look up. */
public final class FailureTranslation implements GrpcExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureTranslation.class);

    @Override
    public StatusException handleException(Throwable failure) {
        return switch (failure) {
            case StatusException status -> status;
            case StatusRuntimeException status ->
                status.getTrailers() == null
                        ? status.getStatus().asException()
                        : status.getStatus().asException(status.getTrailers());
            case DataAccessResourceFailureException down -> databaseDown(down);
            case CannotCreateTransactionException down -> databaseDown(down);
            case TransientDataAccessException passing -> databaseDown(passing);
            default -> unforeseen(failure);
        };
    }

    private static StatusException databaseDown(Throwable failure) {
        LOG.warn("the database does not answer", failure);
        return Status.UNAVAILABLE
                .withDescription("the database does not answer; try again")
                .asException();
    }

    private static StatusException unforeseen(Throwable failure) {
        String number = UUID.randomUUID().toString();
        LOG.error("call failed, incident {}", number, failure);
        return Status.INTERNAL
                .withDescription("the call failed; the gateway's log has the cause under incident " + number)
                .asException();
    }
}
