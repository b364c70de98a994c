package dev.pawl.cli.plandraft;

import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The content of the draft, read from the change of its task. Nothing of it is unpacked or written. */
public final class DraftPatch {
    /** Bytes of a patch that can hold the file: git puts a character before each line. */
    public static final int LARGEST = 3 * Draft.LARGEST;

    private static final String SECTION = "\ndiff --git ";

    private DraftPatch() {}

    /**
     * @param patch of git, possibly cut after {@link #LARGEST} bytes
     * @throws InvalidFileException if the file is missing, too large, or not a new file of text
     */
    public static byte[] file(byte[] patch) throws InvalidFileException {
        // One character for each byte. In a section, only content begins with '+', after the first '@@'.
        String all = "\n" + new String(patch, StandardCharsets.ISO_8859_1);
        int begin = all.indexOf(SECTION + "a/%1$s b/%1$s\n".formatted(Draft.FILE));
        if (begin < 0) {
            throw unusable("the file is missing", "write the plan into it");
        }
        int end = all.indexOf(SECTION, begin + 1);
        String section = all.substring(begin, end < 0 ? all.length() : end + 1);
        if (section.contains("\nGIT binary patch") || section.contains("\nBinary files ")) {
            throw unusable("the file is not text", "write YAML, in UTF-8");
        }
        if (!section.contains("\nnew file mode 100")) {
            throw unusable("not a new regular file", "write the plan itself into it, and no link");
        }
        byte[] content = added(section).getBytes(StandardCharsets.ISO_8859_1);
        if (content.length > Draft.LARGEST) {
            throw unusable("larger than 1 MB", "shorten the prompts, or plan fewer packages");
        }
        return content;
    }

    private static String added(String section) {
        int hunk = section.indexOf("\n@@ ");
        StringBuilder content = new StringBuilder();
        for (int at = hunk < 0 ? -1 : section.indexOf("\n+", hunk); at >= 0; at = section.indexOf("\n+", at + 1)) {
            int end = section.indexOf('\n', at + 1);
            content.append(section, at + 2, end < 0 ? section.length() : end).append('\n');
        }
        boolean openEnded = section.contains("\n\\ No newline");
        return openEnded && !content.isEmpty() ? content.substring(0, content.length() - 1) : content.toString();
    }

    private static InvalidFileException unusable(String reason, String hint) {
        return new InvalidFileException(Path.of(Draft.FILE), List.of(new Problem(1, 1, reason, hint)));
    }
}
