package dev.pawl.cli.connection;

import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Connections to gateways: the short way to one on this machine, TLS to any other. */
public final class Gateways {
    private Gateways() {}

    /** @throws IOException where a file of the endpoint cannot be read */
    public static PawlClient connect(Endpoint endpoint) throws IOException {
        if (endpoint.tls()) {
            return PawlClient.connect(endpoint);
        }
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port());
        String token = token(endpoint.tokenFile());
        return PawlClient.over(LoopbackChannel.to(address, PawlClient.MAX_MESSAGE_BYTES), token, endpoint.deadline());
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
