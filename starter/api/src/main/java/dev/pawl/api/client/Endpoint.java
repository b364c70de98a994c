package dev.pawl.api.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Address and credentials of a gateway.
 *
 * @param host a name or an address
 * @param port 1 to 65535
 * @param tokenFile holds the bearer token; absent means that no token is sent
 * @param tls whether to use TLS; without it only loopback addresses are allowed
 * @param authorities PEM file of the certificates to trust; absent means those of the Java runtime
 * @param deadline of each unary call
 */
public record Endpoint(
        String host,
        int port,
        @Nullable Path tokenFile,
        boolean tls,
        @Nullable Path authorities,
        Duration deadline) {
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    public Endpoint {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port is %d, allowed: 1 to 65535".formatted(port));
        }
        if (!tls && !loopback(host)) {
            throw new IllegalArgumentException(
                    "%s is not a loopback address: a token is sent there over TLS only".formatted(host));
        }
        if (deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("deadline must be longer than zero");
        }
    }

    /** A gateway on this machine. */
    public static Endpoint local(int port, Path tokenFile) {
        return new Endpoint("127.0.0.1", port, tokenFile, false, null, DEFAULT_DEADLINE);
    }

    /** A gateway elsewhere, with a certificate that the Java runtime trusts. */
    public static Endpoint remote(String host, int port, Path tokenFile) {
        return new Endpoint(host, port, tokenFile, true, null, DEFAULT_DEADLINE);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("unknown host " + host, e);
        }
    }
}
