package dev.pawl.host.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pawl.db.column.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any id as one segment of a path: letters, digits and inner {@code -} stay, other bytes become {@code _} and two
 * hexadecimal digits. Different ids give different segments; long ones end in their hash.
 */
final class PathSegment {
    private static final int LONGEST = 100;

    /** Hexadecimal digits of the hash. */
    private static final int HASH = 32;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{2}");

    private PathSegment() {}

    static String of(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an id must not be empty");
        }
        StringBuilder segment = new StringBuilder();
        for (byte b : id.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (plain(c, segment.isEmpty())) {
                segment.append(c);
            } else {
                segment.append('_').append(HexFormat.of().toHexDigits(b));
            }
        }
        return segment.length() <= LONGEST ? segment.toString() : segment.substring(0, 40) + "_s" + hash(id);
    }

    /** The reverse; empty for an invalid or truncated segment. */
    static Optional<String> id(String segment) {
        ByteArrayOutputStream id = new ByteArrayOutputStream();
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '_') {
                id.write(c);
            } else if (i + 2 < segment.length()
                    && HEX.matcher(segment.substring(i + 1, i + 3)).matches()) {
                id.write(HexFormat.fromHexDigits(segment, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        String text = id.toString(UTF_8);
        return !text.isEmpty() && of(text).equals(segment) ? Optional.of(text) : Optional.empty();
    }

    private static boolean plain(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (!first && c == '-');
    }

    private static String hash(String id) {
        return Sha256.of(id.getBytes(UTF_8)).substring(0, HASH);
    }
}
