package dev.pawl.db.content;

import java.nio.file.Path;

/** Paths of a local content store. */
record ContentPlaces(Path directory) {
    /** Two digits of the hash. */
    static final String SHARD = "[0-9a-f]{2}";

    Path of(String sha256) {
        return shard(sha256).resolve(sha256.substring(2));
    }

    Path shard(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }

    /** Contents being written. */
    Path incoming() {
        return directory.resolve("incoming");
    }

    /** Contents being removed. */
    Path condemned() {
        return directory.resolve("condemned");
    }

    Path condemned(String sha256) {
        return condemned().resolve(sha256);
    }
}
