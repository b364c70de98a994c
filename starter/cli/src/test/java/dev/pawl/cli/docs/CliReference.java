package dev.pawl.cli.docs;

import dev.pawl.cli.invocation.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Generates docs/cli.md from the commands, between two hand-written parts. */
final class CliReference {
    private final List<String> lines = new ArrayList<>();

    private CliReference() {}

    /** @param hand the directory of the hand-written parts */
    static String of(CommandLine pawl, Path hand) throws java.io.IOException {
        CliReference reference = new CliReference();
        reference.lines.add(Files.readString(hand.resolve("cli-head.md")).strip());
        reference.exitCodes();
        reference.line("## Commands");
        pawl.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                reference.command(command);
            }
        });
        reference.line(Files.readString(hand.resolve("cli-tail.md")).strip());
        return String.join("\n", reference.lines) + "\n";
    }

    private void line(String text) {
        lines.add("");
        lines.add(text);
    }

    private void exitCodes() {
        line("## Exit codes");
        line("| Code | Meaning |\n|---|---|");
        for (ExitCode code : ExitCode.values()) {
            lines.add("| %d | %s |".formatted(code.code(), code.meaning()));
        }
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        line("### " + spec.qualifiedName());
        line(String.join("\n", spec.usageMessage().description()));
        line("```text");
        lines.add(synopsis(spec));
        lines.add("```");
        line("| | |\n|---|---|");
        spec.positionalParameters().forEach(this::parameter);
        spec.options().forEach(this::option);
        line("```text");
        for (String example : spec.usageMessage().footer()) {
            lines.add(Ansi.OFF.string(example).strip());
        }
        lines.add("```");
        command.getSubcommands().values().forEach(this::command);
    }

    private static String synopsis(CommandSpec spec) {
        String parameters = spec.positionalParameters().stream()
                .map(parameter -> " " + label(parameter))
                .collect(Collectors.joining());
        return spec.qualifiedName() + " [options]" + parameters;
    }

    private static String label(PositionalParamSpec parameter) {
        String name = parameter.paramLabel();
        boolean many = parameter.arity().max() > 1 || parameter.index().max() == Integer.MAX_VALUE;
        return parameter.required() ? name + (many ? " ..." : "") : "[" + name + (many ? " ..." : "") + "]";
    }

    private void parameter(PositionalParamSpec parameter) {
        row("`" + parameter.paramLabel() + "`", parameter.description());
    }

    private void option(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        row("`" + String.join("`, `", option.names()) + value + "`", option.description());
    }

    private void row(String name, String[] description) {
        lines.add("| %s | %s |".formatted(name, String.join(" ", description).replace("|", "\\|")));
    }
}
