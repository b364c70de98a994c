package dev.pawl.activities.workspace;

/**
 * A file or link in a snapshot.
 *
 * @param path raw, see {@link RawPath}
 * @param mode as in git
 * @param blob object id of its content
 */
record StoredFile(String path, String mode, String blob) {
    boolean absent() {
        return mode.equals("000000");
    }

    boolean link() {
        return mode.equals(ScannedFile.LINK);
    }

    boolean executable() {
        return mode.equals(ScannedFile.EXECUTABLE);
    }
}
