package dev.pawl.host.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/** Whether an address is one of the internet, and not of this host, a private network or a metadata service. */
final class PublicAddress {
    private static final Set<String> METADATA = Set.of("168.63.129.16", "100.100.100.200");
    private static final int V4_BYTES = 4;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || HostAddresses.isOwn(address)) {
            return false;
        }
        return address instanceof Inet6Address six ? is(six) : isV4(address);
    }

    private static boolean isV4(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean assigned = first == 192 && second == 0 && bytes[2] == 0;
        return first != 0 && first < 240 && !shared && !assigned && !METADATA.contains(address.getHostAddress());
    }

    /** Global unicast is 2000::/3. Translated and tunnelled addresses are as public as the IPv4 address inside them. */
    private static boolean is(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B)) {
            return inner(bytes, 12);
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return inner(bytes, 2);
        }
        return (bytes[0] & 0xE0) == 0x20 && !startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
    }

    private static boolean inner(byte[] bytes, int offset) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + V4_BYTES)));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
