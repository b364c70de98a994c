package dev.pawl.host.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateNetworkTest {
    private final PrivateNetwork network =
            new PrivateNetwork(Path.of("/usr/bin/pasta"), Path.of("/sbin/ip"), Path.of("/usr/bin/unshare"), false);

    @Test
    void privateNetworksMetadataAndThisHostsAddressesAreProhibited() throws Exception {
        List<String> routes = network.routes(Map.of()).lines().toList();

        assertThat(routes)
                .contains(
                        "route add prohibit 10.0.0.0/8",
                        "route add prohibit 172.16.0.0/12",
                        "route add prohibit 192.168.0.0/16",
                        "route add prohibit 169.254.0.0/16",
                        "route add prohibit 168.63.129.16/32");
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .filter(address -> address.indexOf(':') < 0 && !address.startsWith("127."))
                .forEach(address -> assertThat(routes).contains("route add prohibit " + address + "/32"));
    }

    @Test
    void noPortOfTheHostsLoopbackIsForwardedUnlessTheEnvironmentNamesIt() {
        assertThat(network.words(Map.of("PATH", "/bin")))
                .containsSequence("--tcp-ns", "none")
                .contains("--no-map-gw");
    }

    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC_BASE_URL, http://127.0.0.1:4711, 4711",
        "https_proxy, http://user:pass@localhost:3128/, 3128",
        "OLLAMA_HOST, http://0.0.0.0, 80",
        "GOPROXY, 'http://localhost:8081|direct', 8081",
        "npm_config_registry, http://127.0.0.1:4873, 4873",
        "OPENCODE_CONFIG_CONTENT, '{\"baseURL\":\"http://127.0.0.1:99/v1\"}', 99"
    })
    void aServiceOnLoopbackThatTheEnvironmentNamesIsForwarded(String name, String value, String port) {
        assertThat(network.words(Map.of(name, value))).containsSequence("--tcp-ns", port);
    }

    @ParameterizedTest
    @CsvSource({
        "PROMPT, http://127.0.0.1:1",
        "MY_URL, file:///etc",
        "A_URL, http://",
        "B_URL, http://[x",
        "C_URL, ''",
        "D_URL, http://localhost:99999"
    })
    void otherTextNamesNoService(String name, String value) {
        assertThat(network.words(Map.of(name, value))).containsSequence("--tcp-ns", "none");
    }

    @Test
    void anAllowedPortOfLoopbackIsForwardedAndNoOtherAllowedHost() {
        List<String> hosts = List.of("127.0.0.1:4711", "localhost:99", "10.0.0.1:5", "a.example.org", "*.localhost:6");

        assertThat(network.unconnected(Map.of(), hosts)).containsSequence("--tcp-ns", "99,4711");
    }

    @Test
    void aNamedServiceOfAPrivateNetworkHasARoute() {
        assertThat(network.routes(Map.of("HTTPS_PROXY", "http://10.1.2.3:3128")).lines())
                .contains("route add 10.1.2.3/32 via 169.254.2.1");
    }

    @Test
    void aNamedServiceAtAnAddressOfThisHostStaysProhibited() {
        for (InetAddress own : HostAddresses.own()) {
            assertThat(network.routes(Map.of("A_URL", "http://" + own.getHostAddress()))
                            .lines())
                    .contains("route add prohibit " + own.getHostAddress() + "/32")
                    .noneMatch(line -> line.contains(own.getHostAddress() + "/32 via"));
        }
    }

    @ParameterizedTest
    @CsvSource({"169.254.169.254", "168.63.129.16", "100.100.100.200"})
    void aMetadataServiceStaysProhibitedAlsoIfTheEnvironmentNamesIt(String address) {
        assertThat(network.routes(Map.of("CLOUD_ENDPOINT", "http://" + address)).lines())
                .noneMatch(line -> line.contains(address + "/32 via"));
    }

    @Test
    void onlyRootHasAnotherNumberForPasta() {
        assertThat(network.words(Map.of())).startsWith("/usr/bin/pasta");
        assertThat(new PrivateNetwork(network.pasta(), network.ip(), network.unshare(), true).words(Map.of()))
                .startsWith("/usr/bin/unshare", "--user", "--map-user=1000");
    }
}
