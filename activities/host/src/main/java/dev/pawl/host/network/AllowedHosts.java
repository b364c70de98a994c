package dev.pawl.host.network;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The servers that a run may connect to. A name stands for its HTTP and HTTPS ports at public addresses;
 * {@code *.example.org} for every name below it, not for itself. With a port it stands for that port, wherever it is:
 * {@code 127.0.0.1:8080} is a service of this host.
 */
public final class AllowedHosts {
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?";
    private static final Pattern ENTRY =
            Pattern.compile("(\\*\\.)?(%1$s(?:\\.%1$s)*)(?::(\\d{1,5}))?".formatted(LABEL));
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}");
    private static final List<Integer> WEB = List.of(80, 443);
    private static final int LONGEST = 253;
    private static final int MOST_PORT = 65_535;

    /** What a connection may reach. */
    public enum Grant {
        NONE,
        /** Public addresses only. */
        PUBLIC,
        /** Any address, since the entry names it. */
        NAMED
    }

    private record Entry(boolean below, String name, int port) {
        boolean matches(String host) {
            return below ? host.endsWith("." + name) : host.equals(name);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** @throws IllegalArgumentException with the first invalid entry */
    public AllowedHosts(List<String> hosts) {
        for (String host : hosts) {
            entries.add(entry(host)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'%s' is not a host: write a name such as api.example.org, *.example.org or 127.0.0.1:8080"
                                    .formatted(host))));
        }
    }

    /** Of the host's own services: programs use no proxy for loopback, so these are reached without one. */
    Set<Integer> loopbackPorts() {
        return entries.stream()
                .filter(entry -> LOOPBACK.matcher(entry.name()).matches() && entry.port() > 0 && !entry.below())
                .map(Entry::port)
                .collect(Collectors.toSet());
    }

    Grant grant(String host, int port) {
        String name = canonical(host);
        Grant found = Grant.NONE;
        for (Entry entry : entries) {
            if (entry.matches(name) && entry.port() == port && !entry.below()) {
                return Grant.NAMED;
            }
            if (entry.matches(name) && (entry.port() == port || (entry.port() == 0 && WEB.contains(port)))) {
                found = Grant.PUBLIC;
            }
        }
        return found;
    }

    private static Optional<Entry> entry(String host) {
        Matcher entry = ENTRY.matcher(canonical(host));
        if (!entry.matches() || entry.group(2).length() > LONGEST) {
            return Optional.empty();
        }
        int port = entry.group(3) == null ? 0 : Integer.parseInt(entry.group(3));
        boolean below = entry.group(1) != null;
        boolean valid = port <= MOST_PORT && (entry.group(3) == null || port > 0);
        return Optional.of(new Entry(below, entry.group(2), port)).filter(found -> valid);
    }

    private static String canonical(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noName) {
            return "";
        }
    }
}
