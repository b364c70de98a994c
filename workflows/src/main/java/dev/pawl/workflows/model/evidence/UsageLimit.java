package dev.pawl.workflows.model.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The usage limit at which a session ended.
 *
 * @param ofModel whether only the session's model is limited, and the account's other models are still served
 * @param said when it resets and who says so, such as {@code 2026-12-04 06:00 Europe/Berlin, said by Claude Code};
 *     absent if no time was reported
 */
public record UsageLimit(
        boolean ofModel,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String said) {}
