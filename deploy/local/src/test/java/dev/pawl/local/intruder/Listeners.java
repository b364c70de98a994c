package dev.pawl.local.intruder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What processes listen on, according to Linux. */
public final class Listeners {
    private static final String TCP_LISTEN = "0A";
    private static final int UNIX_LISTENS = 0x10000;

    private Listeners() {}

    public static Set<Integer> ports(Collection<ProcessHandle> processes) throws IOException {
        Set<String> sockets = sockets(processes);
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String[] row : rows(table)) {
                if (row[3].equals(TCP_LISTEN) && sockets.contains(row[9])) {
                    ports.add(Integer.parseInt(row[1].substring(row[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    /** Paths of Unix sockets. */
    public static Set<String> unixSockets(Collection<ProcessHandle> processes) throws IOException {
        Set<String> sockets = sockets(processes);
        Set<String> paths = new TreeSet<>();
        for (String[] row : rows("/proc/net/unix")) {
            if ((Integer.parseUnsignedInt(row[3], 16) & UNIX_LISTENS) != 0 && sockets.contains(row[6])) {
                paths.add(row.length > 7 ? row[7] : "unnamed");
            }
        }
        return paths;
    }

    private static List<String[]> rows(String table) throws IOException {
        return Files.readAllLines(Path.of(table)).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .toList();
    }

    /** Their inodes. */
    private static Set<String> sockets(Collection<ProcessHandle> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle process : processes) {
            try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
                files.map(Listeners::target)
                        .filter(target -> target.startsWith("socket:["))
                        .forEach(target -> inodes.add(target.substring("socket:[".length(), target.length() - 1)));
            } catch (NoSuchFileException ended) {
                // It listens no more.
            }
        }
        return inodes;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
