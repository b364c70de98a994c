package dev.pawl.gateway.access;

import java.net.InetAddress;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerProperties;

/** A token crosses a network only inside TLS: without TLS the gateway must listen on loopback. */
public final class BindRule {
    private BindRule() {}

    /** @throws IllegalStateException if the server is reachable from elsewhere and TLS is off */
    public static void check(GrpcServerProperties server) {
        InetAddress address = server.getAddress();
        boolean local = address != null && address.isLoopbackAddress();
        if (!local && !tls(server.getSsl())) {
            throw new IllegalStateException(
                    "pawl.gateway.address is %s, which other machines can reach, and TLS is off: set spring.grpc.server.ssl.bundle, or listen on 127.0.0.1"
                            .formatted(address == null ? "not set" : address.getHostAddress()));
        }
    }

    private static boolean tls(GrpcServerProperties.Ssl ssl) {
        Boolean enabled = ssl.getEnabled();
        return enabled == null ? ssl.getBundle() != null : enabled;
    }
}
