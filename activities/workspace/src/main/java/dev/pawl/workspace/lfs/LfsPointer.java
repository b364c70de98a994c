package dev.pawl.workspace.lfs;

import dev.pawl.workspace.git.RawPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a repository stores in place of a file of Git LFS.
 *
 * @param oid SHA-256 of the file's content
 * @param size of the content
 */
public record LfsPointer(String oid, long size) {
    /** A longer file is no pointer. */
    static final int LONGEST = 1024;

    private static final Pattern TEXT = Pattern.compile("version https://[^\n]{1,100}/spec/v1\n"
            + "(?:ext-[^\n]{1,200}\n){0,9}oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,18})\n?");

    /** Empty if the content is no pointer. */
    public static Optional<LfsPointer> of(byte[] content) {
        if (content.length > LONGEST) {
            return Optional.empty();
        }
        Matcher text = TEXT.matcher(RawPath.of(content));
        return text.matches()
                ? Optional.of(new LfsPointer(text.group(1), Long.parseLong(text.group(2))))
                : Optional.empty();
    }

    byte[] bytes() {
        return RawPath.bytes(
                "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n".formatted(oid, size));
    }

    /** The file of its content in a store. */
    String place() {
        return "%s/%s/%s".formatted(oid.substring(0, 2), oid.substring(2, 4), oid);
    }
}
