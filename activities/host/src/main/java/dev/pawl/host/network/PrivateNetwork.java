package dev.pawl.host.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A network namespace that reaches the internet through pasta, a user-mode network stack, and neither the host nor its
 * neighbours: routes to them are prohibited, which a run without privileges in the namespace can't change. Pasta ends
 * with the program that it starts.
 *
 * @param pasta the program
 * @param ip the program of iproute2
 * @param unshare the program of util-linux
 * @param root whether this process runs as root, which pasta would give up, and with it the access to root's files
 */
public record PrivateNetwork(Path pasta, Path ip, Path unshare, boolean root) {
    /** Root under another number, which pasta takes for an ordinary user. */
    private static final List<String> RENUMBERED = List.of("--user", "--map-user=1000", "--map-group=1000", "--");

    /** Both ends of a network of two addresses that exists in the namespace only. */
    private static final String OWN = "169.254.2.2";

    private static final String GATEWAY = "169.254.2.1";

    /** Content of a resolv.conf: pasta answers there, with the host's own name server. */
    public static final String NAME_SERVER = "nameserver " + GATEWAY + "\n";

    /** Arguments that start a shell in the namespace, which executes {@link #routes} before anything untrusted starts. */
    public List<String> words(Map<String, String> environment) {
        return words(
                List.of("--config-net", "--dns-forward", GATEWAY),
                NamedServices.of(environment).ports());
    }

    /**
     * The same without a route to anywhere: only services on loopback that the environment names, such as a proxy, or
     * the allowed hosts.
     */
    public List<String> unconnected(Map<String, String> environment, List<String> hosts) {
        Set<Integer> ports = new TreeSet<>(NamedServices.of(environment).ports());
        ports.addAll(new AllowedHosts(hosts).loopbackPorts());
        return words(List.of(), ports);
    }

    private List<String> words(List<String> connected, Set<Integer> ports) {
        List<String> words = new ArrayList<>();
        if (root) {
            words.add(unshare.toString());
            words.addAll(RENUMBERED);
        }
        words.addAll(List.of(pasta.toString(), "--quiet", "--ipv4-only"));
        words.addAll(connected);
        words.addAll(List.of("--no-map-gw", "--address", OWN, "--netmask", "30", "--gateway", GATEWAY));
        words.addAll(List.of("--no-dhcp", "--no-ndp", "--no-dhcpv6", "--no-ra"));
        words.addAll(List.of("--tcp-ports", "none", "--udp-ports", "none", "--udp-ns", "none"));
        String forwarded = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
        words.addAll(List.of("--tcp-ns", forwarded.isEmpty() ? "none" : forwarded));
        // Older versions of pasta leave the /proc of the host, in which bubblewrap does not find itself.
        words.addAll(List.of("--", unshare.toString(), "--mount-proc", "--"));
        return words;
    }

    /**
     * Commands for {@code ip -batch}. A service at an address of this host stays unreachable, like the host's others, and
     * so does a metadata service.
     */
    public String routes(Map<String, String> environment) {
        StringBuilder routes = new StringBuilder();
        HostAddresses.refused().forEach(prefix -> routes.append("route add prohibit %s\n".formatted(prefix)));
        NamedServices.of(environment).addresses().stream()
                .filter(address -> !HostAddresses.never(address))
                .forEach(address ->
                        routes.append("route add %s/32 via %s\n".formatted(address.getHostAddress(), GATEWAY)));
        return routes.toString();
    }
}
