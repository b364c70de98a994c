package dev.pawl.workspace.git;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Relative paths as git stores them: bytes. Inside this package a path is a string with one character per byte ("raw");
 * outside it is text, in git's own quotes if the bytes are not plain text ("display").
 */
public final class RawPath {
    private static final String ESCAPED = "\007\b\t\n\013\f\r\"\\";
    private static final String ESCAPES = "abtnvfr\"\\";

    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\(?:[abtnvfr\"\\\\]|[0-3][0-7]{2}))*+\"", Pattern.DOTALL);

    private RawPath() {}

    /** The raw name of a directory entry. */
    public static String name(Path entry) {
        Path name = entry.getFileName();
        String text = name == null ? "" : name.toString();
        if (ascii(text)) {
            return text;
        }
        // The URI of a path has its exact bytes, however the JVM decoded them.
        String uri = entry.toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return unescapePercent(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    }

    /** The raw text of a whole path, for the target of a link. */
    public static String target(Path path) {
        StringBuilder raw = new StringBuilder(path.isAbsolute() ? "/" : "");
        for (Path part : path) {
            raw.append(raw.isEmpty() || raw.toString().equals("/") ? "" : "/").append(name(part));
        }
        return raw.toString();
    }

    /** A raw text as a separate path, relative or absolute. */
    public static Path path(String raw) {
        if (ascii(raw)) {
            return Path.of(raw);
        }
        Path root = Path.of("/");
        Path absolute = resolve(root, raw);
        return raw.startsWith("/") ? absolute : root.relativize(absolute);
    }

    public static Path resolve(Path root, String raw) {
        if (ascii(raw)) {
            return root.resolve(raw);
        }
        StringBuilder uri = new StringBuilder(root.toUri().toString());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte b : bytes(raw)) {
            if (b == '/') {
                uri.append('/');
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return Path.of(URI.create(uri.toString()));
    }

    public static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As text, with replacement characters for invalid bytes: for matching only. */
    public static String text(String raw) {
        return ascii(raw) ? raw : new String(bytes(raw), StandardCharsets.UTF_8);
    }

    /** Plain text never begins with a double quote, so the two forms are distinct. */
    public static String display(String raw) {
        if (raw.startsWith("\"") || raw.chars().anyMatch(c -> c < ' ' || c == 127)) {
            return quoted(raw);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(raw)))
                    .toString();
        } catch (CharacterCodingException notText) {
            return quoted(raw);
        }
    }

    /** The raw form of {@link #display}'s result; text with quotes that git would not write is taken literally. */
    public static String raw(String display) {
        String text = of(display.getBytes(StandardCharsets.UTF_8));
        return text.startsWith("\"") && QUOTED.matcher(text).matches() ? unquoted(text) : text;
    }

    private static String unquoted(String text) {
        StringBuilder raw = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                raw.append(c);
                continue;
            }
            int escape = ESCAPES.indexOf(text.charAt(++i));
            if (escape >= 0) {
                raw.append(ESCAPED.charAt(escape));
            } else {
                raw.append((char) Integer.parseInt(text.substring(i, i + 3), 8));
                i += 2;
            }
        }
        return raw.toString();
    }

    /** Always in git's quotes: the form that {@code git fast-import} reads. */
    public static String quoted(String raw) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int escape = ESCAPED.indexOf(c);
            if (escape >= 0) {
                quoted.append('\\').append(ESCAPES.charAt(escape));
            } else if (c < ' ' || c >= 127) {
                quoted.append('\\').append("%03o".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    public static String parent(String raw) {
        int slash = raw.lastIndexOf('/');
        return slash < 0 ? "" : raw.substring(0, slash);
    }

    public static String child(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String unescapePercent(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return of(bytes.toByteArray());
    }
}
