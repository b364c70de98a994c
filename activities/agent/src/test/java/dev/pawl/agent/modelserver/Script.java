package dev.pawl.agent.modelserver;

import java.util.Map;

/** What the model does on each request of a conversation. */
public sealed interface Script {
    /** Writes a file with the agent's own tool, then says so. */
    record WriteFile(String path, String content, String lastWords) implements Script {}

    /** Only talks. */
    record Say(String text) implements Script {}

    /** Runs a command with the agent's shell tool, then says so. */
    record RunCommand(String command, String lastWords) implements Script {}

    /** Calls one more command each time, without end. */
    record Loop(String command) implements Script {}

    /** Answers every request with an HTTP error. */
    record Fail(int status, String type, String message, Map<String, String> headers) implements Script {
        public static Fail of(int status) {
            String type = switch (status) {
                case 401 -> "authentication_error";
                case 404 -> "not_found_error";
                case 429 -> "rate_limit_error";
                case 529 -> "overloaded_error";
                default -> "api_error";
            };
            return new Fail(status, type, "scripted " + status, Map.of());
        }
    }

    /** Accepts requests and never answers. */
    record Hang() implements Script {}
}
