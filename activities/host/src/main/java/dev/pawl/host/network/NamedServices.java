package dev.pawl.host.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The services that an environment names by URL, such as a proxy and the address of a model server. The user configured
 * them, so a run reaches them, wherever they are.
 *
 * @param ports of the host's loopback
 * @param addresses outside of it
 */
record NamedServices(Set<Integer> ports, Set<Inet4Address> addresses) {
    private static final Pattern URL = Pattern.compile("(?i)\\b(https?|socks5h?|socks4a?)://([^\\s/?#\"'\\\\,;|]+)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?i).*(PROXY|_URL|_BASE|_HOST|_ENDPOINT|_REGISTRY|_INDEX|_CONFIG_CONTENT)");

    private static final int MOST_PORT = 65_535;

    static NamedServices of(Map<String, String> environment) {
        Set<Integer> ports = new TreeSet<>();
        Set<Inet4Address> addresses = new LinkedHashSet<>();
        environment.forEach((name, value) -> {
            Matcher url = URL.matcher(value);
            while (VARIABLE.matcher(name).matches() && url.find()) {
                add(url.group(1), url.group(2), ports, addresses);
            }
        });
        return new NamedServices(ports, addresses);
    }

    private static void add(String scheme, String authority, Set<Integer> ports, Set<Inet4Address> addresses) {
        try {
            URI uri = URI.create(scheme + "://" + authority);
            if (uri.getHost() == null) {
                return;
            }
            Collection<InetAddress> found = Arrays.asList(InetAddress.getAllByName(uri.getHost()));
            int port = uri.getPort() >= 0 ? uri.getPort() : standard(scheme);
            if (found.stream().anyMatch(address -> address.isLoopbackAddress() || address.isAnyLocalAddress())) {
                if (port > 0 && port <= MOST_PORT) {
                    ports.add(port);
                }
            } else {
                found.stream()
                        .filter(Inet4Address.class::isInstance)
                        .map(Inet4Address.class::cast)
                        .forEach(addresses::add);
            }
        } catch (IllegalArgumentException | UnknownHostException unusable) {
            // The run can't reach it outside of a sandbox either.
        }
    }

    private static int standard(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> 80;
            case "https" -> 443;
            default -> 1080;
        };
    }
}
