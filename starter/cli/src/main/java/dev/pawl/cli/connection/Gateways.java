package dev.pawl.cli.connection;

import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetTaskRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connections to gateways: without TLS on this machine, with TLS to any other. */
public final class Gateways {
    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    static {
        // Else Netty looks for SLF4J first, which costs time and announces on standard error that it has no provider.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    private Gateways() {}

    /** @throws IOException if a file of the endpoint cannot be read */
    public static PawlClient connect(Endpoint endpoint) throws IOException {
        if (endpoint.tls()) {
            return PawlClient.connect(endpoint);
        }
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port());
        String token = token(endpoint.tokenFile());
        return PawlClient.over(LoopbackChannel.to(address, PawlClient.MAX_MESSAGE_BYTES), token, endpoint.deadline());
    }

    /**
     * Loads the classes of a call on another core while the command line is parsed, which saves about a tenth of a
     * short command's time. The call goes to a port that nothing can listen on.
     *
     * @return ends within some 100 ms; a JVM that ends earlier waits 300 ms for it
     */
    public static Thread prepare() {
        return Thread.ofPlatform().name("prepare").daemon().start(() -> {
            InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (PawlClient client =
                    PawlClient.over(LoopbackChannel.to(nowhere, PawlClient.MAX_MESSAGE_BYTES), null, BRIEFLY)) {
                client.tasks().getTask(GetTaskRequest.getDefaultInstance());
            } catch (StatusRuntimeException nobodyAnswers) {
                // As intended: all classes of the call are loaded by now.
            }
        });
    }

    private static @Nullable String token(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException("the token file " + file + " is empty");
        }
        return token;
    }
}
