package dev.pawl.host.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the processes that a program started recently use CPU or I/O. The program itself is excluded: it may wait for
 * them actively. Sees nothing on systems without {@code /proc}.
 */
final class TreeActivity {
    private static final Duration SAMPLE = Duration.ofSeconds(1);
    /** In hundredths of a second: 2 % of a core. */
    private static final long CPU_TICKS = 2;

    private static final long IO_BYTES = 4096;
    /** Start times are rounded, and a program reports what it starts at about that time. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final Path PROC = Path.of("/proc");
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private final ProcessHandle root;
    private final Instant since;
    private Map<Long, Used> before = Map.of();
    private long sampledAt = System.nanoTime() - SAMPLE.toNanos();

    private record Used(long ticks, long bytes) {
        static final Used NOTHING = new Used(0, 0);

        boolean moreThan(Used earlier) {
            return ticks - earlier.ticks >= CPU_TICKS || bytes - earlier.bytes >= IO_BYTES;
        }
    }

    /** @param since processes started earlier are ignored */
    TreeActivity(ProcessHandle root, Instant since) {
        this.root = root;
        this.since = since.minus(TOLERANCE);
    }

    /** Whether one of them was active since the last check; checks at most once a second. */
    boolean moved() {
        if (System.nanoTime() - sampledAt < SAMPLE.toNanos()) {
            return false;
        }
        sampledAt = System.nanoTime();
        Map<Long, Used> now = sample();
        boolean moved = now.entrySet().stream()
                .anyMatch(process -> process.getValue().moreThan(before.getOrDefault(process.getKey(), Used.NOTHING)));
        before = now;
        return moved;
    }

    private Map<Long, Used> sample() {
        Map<Long, Used> now = new HashMap<>();
        try (Stream<ProcessHandle> all = root.descendants()) {
            all.filter(this::late).forEach(process -> now.put(process.pid(), used(process.pid())));
        }
        return now;
    }

    private boolean late(ProcessHandle process) {
        return process.info().startInstant().filter(since::isBefore).isPresent();
    }

    private static Used used(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), ISO_8859_1);
            // After the name, which may contain spaces and brackets.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field : new int[] {UTIME, STIME, CUTIME, CSTIME}) {
                ticks += Long.parseLong(fields[field]);
            }
            return new Used(ticks, bytes(pid));
        } catch (IOException | RuntimeException gone) {
            return Used.NOTHING;
        }
    }

    /** Bytes read from and written to files, pipes and devices. */
    private static long bytes(long pid) {
        try {
            return Files.readAllLines(PROC.resolve(pid + "/io"), ISO_8859_1).stream()
                    .filter(line -> line.startsWith("rchar: ") || line.startsWith("wchar: "))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                    .sum();
        } catch (IOException goneOrForeign) {
            return 0;
        }
    }
}
