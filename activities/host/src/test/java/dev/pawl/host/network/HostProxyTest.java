package dev.pawl.host.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostProxyTest {
    private static final int LIMIT = 10_000;

    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> contacted = new ConcurrentLinkedQueue<>();
    private final ServerSocket server = listening();

    @BeforeEach
    void aServerThatAnswersWithTheFirstLineOfItsInput() {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    served.incrementAndGet();
                    String input = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
                    String line = input.lines().findFirst().orElse("");
                    client.getOutputStream().write(("server: " + line + "\n").getBytes(ISO_8859_1));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aTunnelReachesAServiceThatIsNamedWithItsPort() throws Exception {
        String answer = ask(
                List.of("localhost:" + server.getLocalPort()),
                "CONNECT localhost:%d HTTP/1.1\r\nHost: x\r\n\r\nhello\r\n".formatted(server.getLocalPort()));

        assertThat(answer).isEqualTo("HTTP/1.1 200 Connection established\r\n\r\nserver: hello\n");
        assertThat(contacted).containsExactly("localhost:%d true".formatted(server.getLocalPort()));
    }

    @Test
    void aPlainRequestIsPassedOnWithoutWhatIsForTheProxy() throws Exception {
        String answer = ask(
                List.of("localhost:" + server.getLocalPort()),
                "GET http://localhost:%d/a?b=c HTTP/1.1\r\nHost: evil\r\nProxy-Authorization: Basic eA==\r\n\r\n"
                        .formatted(server.getLocalPort()));

        assertThat(answer).isEqualTo("server: GET /a?b=c HTTP/1.1\n");
    }

    @Test
    void unreachableServersUseUpNoConnections() throws Exception {
        int port;
        try (ServerSocket closed = listening()) {
            port = closed.getLocalPort();
        }
        try (HostProxy proxy = new HostProxy(new AllowedHosts(List.of("127.0.0.1:" + port)), (host, allowed) -> {})) {
            for (int i = 0; i < 250; i++) {
                assertThat(ask(proxy, "CONNECT 127.0.0.1:%d HTTP/1.1\r\n\r\n".formatted(port)))
                        .startsWith("HTTP/1.1 502");
            }
        }
    }

    @Test
    void aHostThatIsNotListedIsRefusedAndNamed() throws Exception {
        String answer = ask(List.of("api.example.org"), "CONNECT other.example.org:443 HTTP/1.1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("other.example.org is not in 'allow-hosts'");
        assertThat(contacted).containsExactly("other.example.org:443 false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.20.0.1",
                "192.168.1.1",
                "100.64.1.1",
                "169.254.169.254",
                "168.63.129.16",
                "0.0.0.0",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void aListedNameThatLeadsToAPrivateAddressIsRefused(String address) throws Exception {
        String answer = ask(List.of("*.example.org"), "CONNECT api.example.org:443 HTTP/1.1\r\n\r\n", host ->
                new InetAddress[] {InetAddress.getByName(address)});

        assertThat(answer).startsWith("HTTP/1.1 403").contains("private address");
        assertThat(served).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "1.1.1.1", "2620:fe::fe", "172.32.0.1", "100.128.0.1"})
    void otherAddressesArePublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET https://a.example.org/ HTTP/1.1",
                "GET http://user@a.example.org/ HTTP/1.1",
                "CONNECT a.example.org HTTP/1.1",
                "CONNECT a.example.org:443@evil:1 HTTP/1.1",
                "CONNECT a.example.org:443 HTTP/2",
                "nonsense"
            })
    void aRequestThatIsNotUnderstoodGetsNoConnection(String line) throws Exception {
        assertThat(ask(List.of("a.example.org"), line + "\r\n\r\n")).isEmpty();
        assertThat(contacted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.org, api.example.org, 443, PUBLIC",
        "api.example.org, API.Example.org., 80, PUBLIC",
        "api.example.org, api.example.org, 22, NONE",
        "api.example.org, evil-api.example.org, 443, NONE",
        "api.example.org, api.example.org.evil.org, 443, NONE",
        "*.example.org, a.b.example.org, 443, PUBLIC",
        "*.example.org, example.org, 443, NONE",
        "*.example.org, evilexample.org, 443, NONE",
        "10.0.0.1:8080, 10.0.0.1, 8080, NAMED",
        "10.0.0.1:8080, 10.0.0.1, 443, NONE",
        "*.example.org:8443, a.example.org, 8443, PUBLIC"
    })
    void anEntryStandsForItsNamesAndPorts(String entry, String host, int port, AllowedHosts.Grant grant) {
        assertThat(new AllowedHosts(List.of(entry)).grant(host, port)).isEqualTo(grant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example.org", "a/b", "*", "a b", "a:0", "a:99999", "a..b", ""})
    void otherTextIsNoHost(String entry) {
        assertThatThrownBy(() -> new AllowedHosts(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void programsAreLedToTheProxyWhateverTheUsersOwnIs() throws Exception {
        try (HostProxy proxy = new HostProxy(new AllowedHosts(List.of("a.example.org")), (host, allowed) -> {})) {
            assertThat(proxy.environment(Map.of("https_proxy", "http://other:1", "NO_PROXY", "*")))
                    .containsEntry("https_proxy", "http://127.0.0.1:" + proxy.port())
                    .containsEntry("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .containsEntry("NO_PROXY", "localhost,127.0.0.1,::1");
        }
    }

    @Test
    void aClosedProxyAcceptsNothing() throws Exception {
        HostProxy proxy = new HostProxy(new AllowedHosts(List.of("a.example.org")), (host, allowed) -> {});
        proxy.close();

        // Its thread leaves the system call a moment later.
        await().atMost(Duration.ofSeconds(5)).until(() -> refused(proxy.port()));
    }

    private static boolean refused(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private String ask(List<String> allowed, String request) throws IOException {
        return ask(allowed, request, host -> {
            if (host.equals("localhost")) {
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
            throw new UnknownHostException(host);
        });
    }

    private String ask(List<String> allowed, String request, HostProxy.Resolver resolver) throws IOException {
        try (HostProxy proxy = new HostProxy(
                new AllowedHosts(allowed), resolver, (host, grant) -> contacted.add(host + " " + grant))) {
            return ask(proxy, request);
        }
    }

    private static String ask(HostProxy proxy, String request) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(LIMIT);
            client.getOutputStream().write(request.getBytes(ISO_8859_1));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
