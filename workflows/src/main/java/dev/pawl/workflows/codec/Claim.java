package dev.pawl.workflows.codec;

import dev.pawl.workflows.model.ContentRef;

/**
 * What a history holds instead of a large value.
 *
 * @param kind the value's type, for people who read the history
 * @param content its JSON
 */
record Claim(String kind, ContentRef content) {}
