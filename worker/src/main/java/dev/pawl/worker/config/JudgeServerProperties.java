package dev.pawl.worker.config;

import dev.pawl.host.redaction.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where a model server for judges is. Where neither is set, the provider's own variables count, where it has such.
 *
 * @param url what the protocol's paths are put behind
 * @param key absent where the server wants none; best given as a variable, which other users cannot see
 */
public record JudgeServerProperties(
        @Nullable String url, @Nullable Secret key) {}
