package dev.pawl.host.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What changes with each write to a file, and if another one takes its place. A program can set every time of a file
 * but that of its last change (ctime), which the system takes from its clock.
 *
 * @param modified nanoseconds since 1970, as is {@code changed}
 */
public record FileStamp(long device, long inode, long size, long modified, long changed) {
    private static final String ATTRIBUTES = "unix:dev,ino,size,lastModifiedTime,ctime,fileKey";

    /** Of an entry itself, not of a link's target, in a directory that only Pawl and its user can change. */
    public static FileStamp of(Path entry) throws IOException {
        return of(attributes(entry));
    }

    static Map<String, Object> attributes(Path entry) throws IOException {
        return Files.readAttributes(entry, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    static FileStamp of(Map<String, Object> attributes) {
        return new FileStamp(
                number(attributes, "dev"),
                number(attributes, "ino"),
                number(attributes, "size"),
                time(attributes, "lastModifiedTime"),
                time(attributes, "ctime"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
    }

    private static long time(Map<String, Object> attributes, String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name))).to(TimeUnit.NANOSECONDS);
    }
}
