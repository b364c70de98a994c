package dev.pawl.cli.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The characters of a file. What is not text is reported and replaced, so that the rest can still be validated. */
public final class Source {
    /** A file that is no text at all is clear from these. */
    private static final int MOST_REPORTED = 100;

    private static final char REPLACEMENT = '\uFFFD';

    private Source() {}

    public static String text(byte[] bytes, Problems problems) {
        String text = decoded(bytes, problems);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int nul = text.indexOf('\0');
        if (nul < 0) {
            return text;
        }
        report(text, nul, "NUL byte: the file is text", problems);
        return text.replace('\0', ' ');
    }

    private static String decoded(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String before = out.flip().toString();
            int invalid = Byte.toUnsignedInt(bytes[in.position()]);
            report(before, before.length(), "invalid UTF-8: byte 0x%02X".formatted(invalid), problems);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return out.flip().toString();
    }

    /** YAML allows no control characters but tab and line end; the others are replaced, and the first ones reported. */
    public static String printable(String yaml, int firstLine, Problems problems) {
        StringBuilder clean = new StringBuilder(yaml);
        int line = firstLine;
        int lineStart = 0;
        int found = 0;
        for (int i = 0; i < yaml.length(); i++) {
            char c = yaml.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (!Character.isSurrogate(c) && !StreamReader.isPrintable(c)) {
                clean.setCharAt(i, REPLACEMENT);
                found++;
                if (found <= MOST_REPORTED) {
                    problems.at(line, i - lineStart + 1, "control character U+%04X".formatted((int) c), null);
                }
            }
        }
        return clean.toString();
    }

    private static void report(String text, int index, String reason, Problems problems) {
        String before = text.substring(0, index);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        problems.at(line, index - before.lastIndexOf('\n'), reason, "save the file as UTF-8 text");
    }
}
