package dev.pawl.worker.config;

import dev.pawl.host.redaction.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A model server for judges. If neither is set, the provider's customary variables apply, if it has any.
 *
 * @param url base URL of the protocol's paths
 * @param key absent if the server needs none; best set as a variable, which other users cannot see
 */
public record JudgeServerProperties(
        @Nullable String url, @Nullable Secret key) {}
