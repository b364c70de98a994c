package dev.pawl.host.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The IPv4 destinations that a private network refuses. */
final class HostAddresses {
    /**
     * This network, private, shared by carriers, link-local with the metadata services of clouds, protocol assignments,
     * multicast, and reserved with broadcast (RFC 6890). Loopback is the run's own.
     */
    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of clouds that serve metadata from public addresses. */
    private static final List<String> METADATA = List.of("168.63.129.16/32", "100.100.100.200/32");

    private HostAddresses() {}

    /** Prefixes, and each address of this host. */
    static List<String> refused() {
        Set<String> addresses = new TreeSet<>(METADATA);
        own().forEach(address -> addresses.add(address.getHostAddress() + "/32"));
        List<String> refused = new ArrayList<>(NOT_PUBLIC);
        refused.addAll(addresses);
        return refused;
    }

    /** Whether even an address that the user configured stays unreachable. */
    static boolean never(Inet4Address address) {
        return own().contains(address)
                || address.isLinkLocalAddress()
                || METADATA.contains(address.getHostAddress() + "/32");
    }

    /** Of any protocol. */
    static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unreadable) {
            return true;
        }
    }

    static List<Inet4Address> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(Inet4Address.class::cast)
                    .toList();
        } catch (SocketException unreadable) {
            throw new IllegalStateException("cannot list the addresses of this host", unreadable);
        }
    }
}
