package dev.pawl.cli.preflight;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.taskfile.TaskFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of model server for judges, as configured by this environment, which the local worker inherits.
 *
 * @param name its name in tasks
 * @param enough any of these variables configures the server
 * @param fix what to set
 */
public record KnownServer(String name, List<String> enough, String fix) {
    private static final List<KnownServer> ALL = List.of(
            new KnownServer(
                    "openai",
                    List.of("PAWL_JUDGE_OPENAI_URL", "PAWL_JUDGE_OPENAI_KEY", "OPENAI_API_KEY"),
                    "set PAWL_JUDGE_OPENAI_KEY or OPENAI_API_KEY; for another server that speaks its protocol"
                            + " PAWL_JUDGE_OPENAI_URL, such as http://127.0.0.1:8000/v1"),
            new KnownServer(
                    "anthropic",
                    List.of("PAWL_JUDGE_ANTHROPIC_URL", "PAWL_JUDGE_ANTHROPIC_KEY", "ANTHROPIC_API_KEY"),
                    "set PAWL_JUDGE_ANTHROPIC_KEY or ANTHROPIC_API_KEY; for another server that speaks its protocol"
                            + " PAWL_JUDGE_ANTHROPIC_URL"),
            new KnownServer(
                    "ollama",
                    List.of("PAWL_JUDGE_OLLAMA_URL"),
                    "set PAWL_JUDGE_OLLAMA_URL, such as http://127.0.0.1:11434"));

    /** What the judge of this task lacks and how to fix it; empty if nothing is missing. */
    public static Optional<String> missing(TaskFile.@Nullable Judge judge, Context context) {
        return ALL.stream()
                .filter(server -> judge != null && server.name().equals(judge.provider()))
                .filter(server -> server.enough().stream().noneMatch(name -> context.variable(name) != null))
                .findFirst()
                .map(server ->
                        "the judge's provider '%s' has no %s configured; %s, then restart a running stack: pawl down"
                                .formatted(server.name(), server.lacks(), server.fix()));
    }

    private String lacks() {
        return enough.size() == 1 ? "URL" : "key and no URL";
    }
}
