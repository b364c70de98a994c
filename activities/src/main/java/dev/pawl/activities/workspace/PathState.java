package dev.pawl.activities.workspace;

import org.jspecify.annotations.Nullable;

/**
 * What is at a path of a user's directory.
 *
 * @param sha256 of a file's content or a link's target; absent for anything else
 * @param mode permissions of a file as {@code rwxr-xr-x}; absent for anything else
 */
record PathState(
        Kind kind, @Nullable String sha256, @Nullable String mode) {
    static final PathState ABSENT = new PathState(Kind.ABSENT, null, null);

    /** Neither file nor link: never part of a result, never replaced. */
    static final PathState OTHER = new PathState(Kind.OTHER, null, null);

    enum Kind {
        ABSENT,
        FILE,
        LINK,
        OTHER
    }

    static PathState file(String sha256, String mode) {
        return new PathState(Kind.FILE, sha256, mode);
    }

    static PathState link(String sha256) {
        return new PathState(Kind.LINK, sha256, null);
    }

    boolean stored() {
        return kind == Kind.FILE || kind == Kind.LINK;
    }
}
