package dev.pawl.cli.mcp.tool;

import dev.pawl.cli.invocation.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool returns.
 *
 * @param failure what the command line would end with; null if the call succeeded
 * @param texts what was asked for, and, if it was cut, how to get the rest; or why the call failed
 */
public record Answer(@Nullable ExitCode failure, List<String> texts) {
    public Answer {
        texts = List.copyOf(texts);
    }

    public boolean failed() {
        return failure != null;
    }
}
