package dev.pawl.workspace.journal;

import org.jspecify.annotations.Nullable;

/**
 * State of a path in a user's directory.
 *
 * @param sha256 of a file's content or a link's target; absent for anything else
 * @param mode permissions of a file as {@code rwxr-xr-x}; absent for anything else
 */
public record PathState(
        Kind kind, @Nullable String sha256, @Nullable String mode) {
    public static final PathState ABSENT = new PathState(Kind.ABSENT, null, null);

    /** Neither file nor link: never part of a result, never replaced. */
    static final PathState OTHER = new PathState(Kind.OTHER, null, null);

    public enum Kind {
        ABSENT,
        FILE,
        LINK,
        OTHER
    }

    public static PathState file(String sha256, String mode) {
        return new PathState(Kind.FILE, sha256, mode);
    }

    public static PathState link(String sha256) {
        return new PathState(Kind.LINK, sha256, null);
    }

    public boolean stored() {
        return kind == Kind.FILE || kind == Kind.LINK;
    }
}
