package dev.pawl.cli.command.option;

import com.google.gson.JsonElement;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Terminal;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option for the output format. */
public final class OutputOption {
    /** The values of {@code -o}. */
    public enum Format {
        text,
        json,
        jsonl
    }

    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json or jsonl. Default: text.")
    private Format format = Format.text;

    OutputOption(Context context) {
        this.terminal = context.terminal();
    }

    public Format format() {
        return format;
    }

    /** Prints one result: as lines for people, or as a document. */
    public void print(Supplier<List<String>> lines, Supplier<? extends JsonElement> document) {
        switch (format) {
            case text -> lines.get().forEach(terminal::print);
            case json -> terminal.out().println(Json.pretty(document.get()));
            case jsonl -> terminal.out().println(Json.line(document.get()));
        }
        terminal.out().flush();
    }

    /** Prints many results: {@code jsonl} has one line for each, {@code json} one array. */
    public void printAll(Supplier<List<String>> lines, Supplier<List<? extends JsonElement>> documents) {
        switch (format) {
            case text -> lines.get().forEach(terminal::print);
            case json ->
                terminal.out().println(Json.pretty(Json.array(List.copyOf(documents.get()), document -> document)));
            case jsonl -> documents.get().forEach(document -> terminal.out().println(Json.line(document)));
        }
        terminal.out().flush();
    }
}
