package dev.pawl.host.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mount points that this process sees (proc(5), "/proc/pid/mountinfo"). */
final class Mounts {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int POINT = 4;
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private Mounts() {}

    /** Empty on systems without {@code /proc}. */
    static List<Path> points() {
        List<Path> points = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
                String point = line.split(" ", POINT + 2)[POINT];
                points.add(Path.of(OCTAL.matcher(point).replaceAll(octal -> character(octal.group(1)))));
            }
        } catch (IOException | InvalidPathException unreadable) {
            return points;
        }
        return points;
    }

    private static String character(String octal) {
        String character = String.valueOf((char) Integer.parseInt(octal, 8));
        return character.equals("\\") ? "\\\\" : character;
    }
}
