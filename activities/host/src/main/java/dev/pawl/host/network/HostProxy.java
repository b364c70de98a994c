package dev.pawl.host.network;

import dev.pawl.host.network.AllowedHosts.Grant;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * An HTTP proxy on loopback that connects to allowed hosts only: the one way out of a run that has no other network. It
 * resolves names itself, and connects to an address that it has checked, so a name that changes its address changes
 * nothing.
 */
public final class HostProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 15_000;
    private static final int REQUEST_MILLIS = 30_000;
    private static final int MOST_CONNECTIONS = 200;

    /** Of all names. A port. */
    interface Resolver {
        InetAddress[] resolve(String host) throws IOException;
    }

    private final AllowedHosts allowed;
    private final Resolver resolver;
    private final BiConsumer<String, Boolean> contacted;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param contacted called with each host and port, and whether it was allowed; by several threads */
    public HostProxy(AllowedHosts allowed, BiConsumer<String, Boolean> contacted) throws IOException {
        this(allowed, InetAddress::getAllByName, contacted);
    }

    HostProxy(AllowedHosts allowed, Resolver resolver, BiConsumer<String, Boolean> contacted) throws IOException {
        this.allowed = allowed;
        this.resolver = resolver;
        this.contacted = contacted;
        this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().name("pawl-proxy-" + listener.getLocalPort()).start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** An environment whose programs use this proxy, except for services on loopback. */
    public Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>(own);
        String url = "http://127.0.0.1:" + port();
        for (String name :
                List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")) {
            environment.put(name, url);
        }
        for (String name : List.of("NO_PROXY", "no_proxy")) {
            environment.put(name, "localhost,127.0.0.1,::1");
        }
        environment.put("NODE_USE_ENV_PROXY", "1");
        return environment;
    }

    @Override
    public void close() {
        quietly(listener);
        open.forEach(HostProxy::quietly);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (open.size() >= MOST_CONNECTIONS) {
                    quietly(client);
                } else {
                    open.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(REQUEST_MILLIS);
            ProxyRequest request = ProxyRequest.read(client.getInputStream());
            client.setSoTimeout(0);
            Grant grant = allowed.grant(request.host(), request.port());
            contacted.accept(request.host() + ":" + request.port(), grant != Grant.NONE);
            if (grant == Grant.NONE) {
                refuse(client, "403 Forbidden", request.host() + " is not in 'allow-hosts' of the task");
                return;
            }
            connect(client, request, grant);
        } catch (IOException | UncheckedIOException brokenOrInvalid) {
            // The client sees the end of its connection.
        } finally {
            open.remove(client);
        }
    }

    private void connect(Socket client, ProxyRequest request, Grant grant) throws IOException {
        List<InetAddress> addresses;
        try {
            addresses = Arrays.stream(resolver.resolve(request.host()))
                    .filter(address -> grant == Grant.NAMED || PublicAddress.is(address))
                    .toList();
        } catch (IOException unknown) {
            refuse(client, "502 Bad Gateway", request.host() + " has no address");
            return;
        }
        if (addresses.isEmpty()) {
            contacted.accept(request.host() + ":" + request.port() + " at a private address", false);
            refuse(client, "403 Forbidden", request.host() + " has a private address; allow it with its port");
            return;
        }
        Socket server = new Socket();
        open.add(server);
        try (server) {
            connect(client, server, request, addresses.getFirst());
        } finally {
            open.remove(server);
        }
    }

    private static void connect(Socket client, Socket server, ProxyRequest request, InetAddress address)
            throws IOException {
        try {
            server.connect(new InetSocketAddress(address, request.port()), CONNECT_MILLIS);
        } catch (IOException unreachable) {
            refuse(client, "502 Bad Gateway", request.host() + " cannot be reached");
            return;
        }
        if (request.tunnel()) {
            answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
        } else {
            server.getOutputStream().write(request.head());
        }
        Thread back = Thread.ofVirtual().start(() -> pump(server, client));
        pump(client, server);
        try {
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the end of the input, which is passed on. */
    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException broken) {
            quietly(from);
            quietly(to);
        }
    }

    private static void refuse(Socket client, String status, String reason) throws IOException {
        String body = "pawl: " + reason + "\n";
        answer(
                client,
                "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, body.length(), body));
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }
}
