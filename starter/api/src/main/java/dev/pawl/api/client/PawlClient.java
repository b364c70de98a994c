package dev.pawl.api.client;

import dev.pawl.api.v1.AccountServiceGrpc;
import dev.pawl.api.v1.AccountServiceGrpc.AccountServiceBlockingStub;
import dev.pawl.api.v1.AuditServiceGrpc;
import dev.pawl.api.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import dev.pawl.api.v1.EventServiceGrpc;
import dev.pawl.api.v1.EventServiceGrpc.EventServiceBlockingStub;
import dev.pawl.api.v1.EventServiceGrpc.EventServiceStub;
import dev.pawl.api.v1.InboxServiceGrpc;
import dev.pawl.api.v1.InboxServiceGrpc.InboxServiceBlockingStub;
import dev.pawl.api.v1.PlanServiceGrpc;
import dev.pawl.api.v1.PlanServiceGrpc.PlanServiceBlockingStub;
import dev.pawl.api.v1.ScheduleServiceGrpc;
import dev.pawl.api.v1.ScheduleServiceGrpc.ScheduleServiceBlockingStub;
import dev.pawl.api.v1.ServerServiceGrpc;
import dev.pawl.api.v1.ServerServiceGrpc.ServerServiceBlockingStub;
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.pawl.api.v1.TokenServiceGrpc;
import dev.pawl.api.v1.TokenServiceGrpc.TokenServiceBlockingStub;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.AbstractBlockingStub;
import io.grpc.stub.AbstractStub;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one gateway: stubs with token and deadline. Needs a gRPC transport (grpc-okhttp or grpc-netty) on the
 * class path. Connects on the first call. Thread-safe.
 */
public final class PawlClient implements AutoCloseable {
    /** The largest message on either side: a prompt of 10 MiB and the rest of a task. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    /** A little longer than the server's own limit. */
    private static final Duration AUDIT = Duration.ofMinutes(3);

    /** The server permits a ping every 20 seconds. A watch of an idle task may send nothing for that long. */
    private static final Duration PING = Duration.ofSeconds(30);

    private static final Duration PONG = Duration.ofSeconds(20);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private final ManagedChannel channel;
    private final @Nullable BearerToken token;
    private final Duration deadline;

    private PawlClient(ManagedChannel channel, @Nullable BearerToken token, Duration deadline) {
        this.channel = channel;
        this.token = token;
        this.deadline = deadline;
    }

    /** @throws IOException if a file of the endpoint cannot be read */
    public static PawlClient connect(Endpoint endpoint) throws IOException {
        BearerToken token = endpoint.tokenFile() == null ? null : BearerToken.read(endpoint.tokenFile());
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(
                        endpoint.host(), endpoint.port(), credentials(endpoint))
                .keepAliveTime(PING.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(PONG.toSeconds(), TimeUnit.SECONDS)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES);
        if (!endpoint.tls()) {
            // The token must stay on this machine; a proxy of the environment would forward it.
            builder.proxyDetector(address -> null);
        }
        return new PawlClient(builder.build(), token, endpoint.deadline());
    }

    /** A client for an existing channel, which this client closes. */
    public static PawlClient over(ManagedChannel channel, @Nullable String token, Duration deadline) {
        return new PawlClient(channel, token == null ? null : new BearerToken(token), deadline);
    }

    /** Unary calls. The deadline of the stub starts now, so get a new one for every call. */
    public TaskServiceBlockingStub tasks() {
        return withDeadline(streams());
    }

    /** Streaming calls, which may last for days. */
    public TaskServiceBlockingStub streams() {
        return withToken(TaskServiceGrpc.newBlockingStub(channel));
    }

    /** Unary calls on plans. The deadline of the stub starts now. */
    public PlanServiceBlockingStub plans() {
        return withDeadline(planStreams());
    }

    /** Streaming calls on plans, which may last for days. */
    public PlanServiceBlockingStub planStreams() {
        return withToken(PlanServiceGrpc.newBlockingStub(channel));
    }

    /** Information on the server. The deadline of the stub starts now. */
    public ServerServiceBlockingStub server() {
        return withDeadline(withToken(ServerServiceGrpc.newBlockingStub(channel)));
    }

    /** Use of accounts. The deadline of the stub starts now. */
    public AccountServiceBlockingStub accounts() {
        return withDeadline(withToken(AccountServiceGrpc.newBlockingStub(channel)));
    }

    /** Tokens of callers. The deadline of the stub starts now. */
    public TokenServiceBlockingStub tokens() {
        return withDeadline(withToken(TokenServiceGrpc.newBlockingStub(channel)));
    }

    /** What waits for people. The deadline of the stub starts now. */
    public InboxServiceBlockingStub inbox() {
        return withDeadline(withToken(InboxServiceGrpc.newBlockingStub(channel)));
    }

    /** Schedules of tasks and plans. The deadline of the stub starts now. */
    public ScheduleServiceBlockingStub schedules() {
        return withDeadline(withToken(ScheduleServiceGrpc.newBlockingStub(channel)));
    }

    /** Events of agents and dead letters. The deadline of the stub starts now. */
    public EventServiceBlockingStub events() {
        return withDeadline(withToken(EventServiceGrpc.newBlockingStub(channel)));
    }

    /** Streams of events, which may last for days. */
    public EventServiceStub eventStreams() {
        return withToken(EventServiceGrpc.newStub(channel));
    }

    /** Audits, which take longer than other calls. */
    public AuditServiceBlockingStub audit() {
        return withToken(AuditServiceGrpc.newBlockingStub(channel)).withDeadlineAfter(AUDIT);
    }

    /** Ends all calls and the connection, within a second. */
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <S extends AbstractStub<S>> S withToken(S stub) {
        return token == null ? stub : stub.withCallCredentials(token);
    }

    private <S extends AbstractBlockingStub<S>> S withDeadline(S stub) {
        return stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ChannelCredentials credentials(Endpoint endpoint) throws IOException {
        if (!endpoint.tls()) {
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
        if (endpoint.authorities() != null) {
            tls.trustManager(endpoint.authorities().toFile());
        }
        return tls.build();
    }
}
